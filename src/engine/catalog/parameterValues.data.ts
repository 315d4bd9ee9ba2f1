import { keyOrigins, keySpecs, keyUsages } from './keySpecs.data.ts';
import { algorithmsOfUsage } from './keySpecs.ts';
import { operationRows } from './operations.data.ts';

const encryptionAlgorithms = algorithmsOfUsage('ENCRYPT_DECRYPT');
const truth = ['true', 'false'];

/** What ML-DSA keys sign cannot be a data key pair (API:GenerateDataKeyPair). */
const keyPairSpecs = keySpecs
  .filter(({ spec, type }) => type === 'asymmetric' && !spec.startsWith('ML_DSA'))
  .map(({ spec }) => spec);

/** The values of enumerated request parameters (API:* as in the SDK's model). */
export const parameterValues: Readonly<Record<string, readonly string[]>> = {
  BypassPolicyLockoutSafetyCheck: truth,
  CustomKeyStoreType: ['AWS_CLOUDHSM', 'EXTERNAL_KEY_STORE'],
  DestinationEncryptionAlgorithm: encryptionAlgorithms,
  DryRun: truth,
  DryRunModifiers: ['IGNORE_CIPHERTEXT'],
  EncapsulationAlgorithm: algorithmsOfUsage('ENCAPSULATE_DECAPSULATE'),
  EncryptionAlgorithm: encryptionAlgorithms,
  ExpirationModel: ['KEY_MATERIAL_EXPIRES', 'KEY_MATERIAL_DOES_NOT_EXPIRE'],
  IncludeKeyMaterial: ['ROTATIONS_ONLY', 'ALL_KEY_MATERIAL'],
  KeyAgreementAlgorithm: algorithmsOfUsage('KEY_AGREEMENT'),
  KeyPairSpec: keyPairSpecs,
  KeySpec: keySpecs.map(({ spec }) => spec),
  KeyUsage: keyUsages,
  MacAlgorithm: algorithmsOfUsage('GENERATE_VERIFY_MAC'),
  MessageType: ['RAW', 'DIGEST', 'EXTERNAL_MU'],
  MultiRegion: truth,
  Operations: operationRows.filter(({ grant }) => grant).map(({ name }) => name),
  Origin: keyOrigins,
  PolicyName: ['default'],
  SigningAlgorithm: algorithmsOfUsage('SIGN_VERIFY'),
  SourceEncryptionAlgorithm: encryptionAlgorithms,
  WrappingAlgorithm: [
    'RSAES_OAEP_SHA_1',
    'RSAES_OAEP_SHA_256',
    'RSAES_PKCS1_V1_5',
    'RSA_AES_KEY_WRAP_SHA_1',
    'RSA_AES_KEY_WRAP_SHA_256',
    'SM2PKE',
  ],
  WrappingKeySpec: ['RSA_2048', 'RSA_3072', 'RSA_4096', 'SM2'],
};

/** `KeySpec` of a data key, which shares its name with the one of a KMS key. */
export const dataKeySpecs: readonly string[] = ['AES_256', 'AES_128'];
