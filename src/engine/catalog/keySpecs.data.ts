import type { KeyOrigin, KeySpecInfo, KeyUsage } from './keySpec.ts';

export const keyUsages: readonly KeyUsage[] = [
  'ENCRYPT_DECRYPT',
  'SIGN_VERIFY',
  'GENERATE_VERIFY_MAC',
  'KEY_AGREEMENT',
  'ENCAPSULATE_DECAPSULATE',
];

export const keyOrigins: readonly KeyOrigin[] = ['AWS_KMS', 'EXTERNAL', 'AWS_CLOUDHSM', 'EXTERNAL_KEY_STORE'];

const rsaEncryption = ['RSAES_OAEP_SHA_1', 'RSAES_OAEP_SHA_256'];
const rsaSigning = [
  'RSASSA_PSS_SHA_256',
  'RSASSA_PSS_SHA_384',
  'RSASSA_PSS_SHA_512',
  'RSASSA_PKCS1_V1_5_SHA_256',
  'RSASSA_PKCS1_V1_5_SHA_384',
  'RSASSA_PKCS1_V1_5_SHA_512',
];
const rsa: Pick<KeySpecInfo, 'type' | 'algorithms' | 'source'> = {
  type: 'asymmetric',
  algorithms: { ENCRYPT_DECRYPT: rsaEncryption, SIGN_VERIFY: rsaSigning },
  source: 'API:CreateKey; DG26:symm-asymm-choose-key-spec',
};
const mlDsa: Pick<KeySpecInfo, 'type' | 'algorithms' | 'source'> = {
  type: 'asymmetric',
  algorithms: { SIGN_VERIFY: ['ML_DSA_SHAKE_256'] },
  source: 'API:CreateKey; DG26:symm-asymm-choose-key-spec',
};
const mlKem: Pick<KeySpecInfo, 'type' | 'algorithms' | 'source'> = {
  type: 'asymmetric',
  algorithms: { ENCAPSULATE_DECAPSULATE: ['ML_KEM'] },
  source: 'API:CreateKey; API:Encapsulate',
};

function nistCurve(spec: string, signing: string): KeySpecInfo {
  return {
    spec,
    type: 'asymmetric',
    algorithms: { SIGN_VERIFY: [signing], KEY_AGREEMENT: ['ECDH'] },
    source: 'API:CreateKey; DG26:symm-asymm-choose-key-spec',
  };
}

function hmac(bits: number): KeySpecInfo {
  return {
    spec: `HMAC_${bits}`,
    type: 'hmac',
    algorithms: { GENERATE_VERIFY_MAC: [`HMAC_SHA_${bits}`] },
    source: 'API:CreateKey; DG26:symm-asymm-choose-key-spec',
  };
}

/** Every `KeySpec`, the default first. */
export const keySpecs: readonly KeySpecInfo[] = [
  {
    spec: 'SYMMETRIC_DEFAULT',
    type: 'symmetricEncryption',
    algorithms: { ENCRYPT_DECRYPT: ['SYMMETRIC_DEFAULT'] },
    source: 'API:CreateKey',
  },
  { spec: 'RSA_2048', ...rsa },
  { spec: 'RSA_3072', ...rsa },
  { spec: 'RSA_4096', ...rsa },
  nistCurve('ECC_NIST_P256', 'ECDSA_SHA_256'),
  nistCurve('ECC_NIST_P384', 'ECDSA_SHA_384'),
  nistCurve('ECC_NIST_P521', 'ECDSA_SHA_512'),
  {
    spec: 'ECC_NIST_EDWARDS25519',
    type: 'asymmetric',
    algorithms: { SIGN_VERIFY: ['ED25519_SHA_512', 'ED25519_PH_SHA_512'] },
    source: 'API:CreateKey; DG26:symm-asymm-choose-key-spec',
  },
  {
    spec: 'ECC_SECG_P256K1',
    type: 'asymmetric',
    algorithms: { SIGN_VERIFY: ['ECDSA_SHA_256'] },
    source: 'API:CreateKey; DG26:symm-asymm-choose-key-spec',
  },
  hmac(224),
  hmac(256),
  hmac(384),
  hmac(512),
  { spec: 'ML_DSA_44', ...mlDsa },
  { spec: 'ML_DSA_65', ...mlDsa },
  { spec: 'ML_DSA_87', ...mlDsa },
  { spec: 'ML_KEM_512', ...mlKem },
  { spec: 'ML_KEM_768', ...mlKem },
  { spec: 'ML_KEM_1024', ...mlKem },
  {
    spec: 'SM2',
    type: 'asymmetric',
    algorithms: { ENCRYPT_DECRYPT: ['SM2PKE'], SIGN_VERIFY: ['SM2DSA'], KEY_AGREEMENT: ['ECDH'] },
    chinaOnly: true,
    source: 'API:CreateKey; DG26:symm-asymm-choose-key-spec',
  },
];

/** Permissions that any grant may list, whatever the key (KMS-052). */
export const grantOperationsOfAnyKey = 'CreateGrant DescribeKey RetireGrant';

/** What else a grant on a key may list, by the key's usage (KMS-052). */
export const grantOperationsByUsage: Readonly<Record<KeyUsage, string>> = {
  ENCRYPT_DECRYPT: 'Encrypt Decrypt ReEncryptFrom ReEncryptTo',
  SIGN_VERIFY: 'Sign Verify',
  GENERATE_VERIFY_MAC: 'GenerateMac VerifyMac',
  KEY_AGREEMENT: 'DeriveSharedSecret',
  ENCAPSULATE_DECAPSULATE: 'Encapsulate Decapsulate',
};
export const grantOperationsOfSymmetricEncryption = 'GenerateDataKey GenerateDataKeyWithoutPlaintext';
/** Not on keys in a custom key store, which cannot make data key pairs. */
export const grantOperationsOfDataKeyPairs = 'GenerateDataKeyPair GenerateDataKeyPairWithoutPlaintext';
export const grantOperationsOfKeyPairs = 'GetPublicKey';
