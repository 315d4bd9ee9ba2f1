/** What a KMS key may be used for; fixed when the key is created. */
export type KeyUsage =
  | 'ENCRYPT_DECRYPT'
  | 'SIGN_VERIFY'
  | 'GENERATE_VERIFY_MAC'
  | 'KEY_AGREEMENT'
  | 'ENCAPSULATE_DECAPSULATE';

/** Where the key material comes from. The last two are the custom key stores. */
export type KeyOrigin = 'AWS_KMS' | 'EXTERNAL' | 'AWS_CLOUDHSM' | 'EXTERNAL_KEY_STORE';

/** `symmetricEncryption` is SYMMETRIC_DEFAULT only; HMAC keys are symmetric too, but a type of their own in every table of AWS. */
export type KeyType = 'symmetricEncryption' | 'hmac' | 'asymmetric';

/** One value of `KeySpec` with what can be done with such a key. */
export interface KeySpecInfo {
  readonly spec: string;
  readonly type: KeyType;
  /** The usages the spec may be created with, and the algorithms KMS then accepts (which kind of algorithm: see `algorithmKind`). */
  readonly algorithms: Readonly<Partial<Record<KeyUsage, readonly string[]>>>;
  /** The spec exists in the China Regions only. */
  readonly chinaOnly?: true;
  readonly source: string;
}
