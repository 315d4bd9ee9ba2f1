/** When KMS finds out, in the order shown to the user (KMS-252); `verification` is the negative answer of Verify and VerifyMac. */
export type ErrorStage =
  | 'request'
  | 'resolution'
  | 'authorization'
  | 'grantToken'
  | 'keyUsage'
  | 'keyState'
  | 'ciphertext'
  | 'dryRun'
  | 'verification'
  | 'service';

export interface ApiErrorInfo {
  readonly name: string;
  readonly stage: ErrorStage;
  /** HTTP status. */
  readonly status: 400 | 500;
  /** One sentence in plain words. */
  readonly meaning: string;
  readonly source: string;
}

/** Errors of the KMS API that an answer may name (KMS-250), in the order of their stages. */
export const apiErrors: readonly ApiErrorInfo[] = [
  {
    name: 'ValidationException',
    stage: 'request',
    status: 400,
    meaning: 'A parameter of the request breaks a rule.',
    source: 'API; KMS-250',
  },
  {
    name: 'ValidationError',
    stage: 'request',
    status: 400,
    meaning: 'The grant lists an operation the key does not support.',
    source: 'DG26:grants',
  },
  {
    name: 'InvalidArnException',
    stage: 'request',
    status: 400,
    meaning: 'An ARN in the request or in the key policy is not valid.',
    source: 'API:PutKeyPolicy',
  },
  {
    name: 'InvalidAliasNameException',
    stage: 'request',
    status: 400,
    meaning: 'The alias name is not allowed.',
    source: 'API:CreateAlias',
  },
  {
    name: 'TagException',
    stage: 'request',
    status: 400,
    meaning: 'A tag is not valid.',
    source: 'API:TagResource',
  },
  {
    name: 'MalformedPolicyDocumentException',
    stage: 'request',
    status: 400,
    meaning: 'KMS refuses the policy: bad syntax, an unknown principal, or it would lock the caller out.',
    source: 'API:PutKeyPolicy',
  },
  {
    name: 'LimitExceededException',
    stage: 'request',
    status: 400,
    meaning: 'A quota or length limit is exceeded.',
    source: 'API:CreateKey; DG:resource-limits',
  },
  {
    name: 'AlreadyExistsException',
    stage: 'request',
    status: 400,
    meaning: 'The alias or replica is there already.',
    source: 'API:CreateAlias; API:ReplicateKey',
  },
  {
    name: 'NotFoundException',
    stage: 'resolution',
    status: 400,
    meaning: 'There is no such key, alias or grant in the account and Region that were searched.',
    source: 'API:DescribeKey',
  },
  {
    name: 'AccessDeniedException',
    stage: 'authorization',
    status: 400,
    meaning: 'No policy or grant allows the request, or a policy denies it.',
    source: 'API; DG:abac',
  },
  {
    name: 'InvalidGrantTokenException',
    stage: 'grantToken',
    status: 400,
    meaning: 'The grant token is not valid.',
    source: 'API:CreateGrant',
  },
  {
    name: 'InvalidGrantIdException',
    stage: 'grantToken',
    status: 400,
    meaning: 'The grant ID is not valid.',
    source: 'API:RevokeGrant',
  },
  {
    name: 'InvalidKeyUsageException',
    stage: 'keyUsage',
    status: 400,
    meaning: 'The key is not made for this operation or algorithm.',
    source: 'API:Encrypt',
  },
  {
    name: 'UnsupportedOperationException',
    stage: 'keyUsage',
    status: 400,
    meaning: 'This kind of key does not support the operation or a parameter.',
    source: 'API:EnableKeyRotation; DG26:key-state',
  },
  {
    name: 'DisabledException',
    stage: 'keyState',
    status: 400,
    meaning: 'The key is disabled, or pending deletion.',
    source: 'DG26:key-state',
  },
  {
    name: 'KMSInvalidStateException',
    stage: 'keyState',
    status: 400,
    meaning: 'The key’s state does not allow the operation, or its custom key store failed.',
    source: 'DG26:key-state; DG:authorize-xks-key-store',
  },
  {
    name: 'KeyUnavailableException',
    stage: 'keyState',
    status: 500,
    meaning: 'The key cannot be reached at the moment; trying again may help.',
    source: 'API:Decrypt',
  },
  {
    name: 'IncorrectKeyException',
    stage: 'ciphertext',
    status: 400,
    meaning: 'The key named in the request is not the one that encrypted the ciphertext.',
    source: 'API:Decrypt',
  },
  {
    name: 'InvalidCiphertextException',
    stage: 'ciphertext',
    status: 400,
    meaning: 'The ciphertext or its encryption context is not what it was when it was encrypted.',
    source: 'API:Decrypt',
  },
  {
    name: 'DryRunOperationException',
    stage: 'dryRun',
    status: 400,
    meaning: 'A dry run: the request would have succeeded.',
    source: 'DG26:testing-permissions',
  },
  {
    name: 'KMSInvalidSignatureException',
    stage: 'verification',
    status: 400,
    meaning: 'The signature does not match.',
    source: 'API:Verify',
  },
  {
    name: 'KMSInvalidMacException',
    stage: 'verification',
    status: 400,
    meaning: 'The message authentication code does not match.',
    source: 'API:VerifyMac',
  },
  {
    name: 'DependencyTimeoutException',
    stage: 'service',
    status: 500,
    meaning: 'KMS timed out; trying again may help.',
    source: 'API:Decrypt',
  },
  {
    name: 'KMSInternalException',
    stage: 'service',
    status: 500,
    meaning: 'KMS failed inside; trying again may help.',
    source: 'API:Decrypt',
  },
];
