import type { Recipe } from '../recipe.ts';

/** Narrower than the console's statements: one context, one enclave. */
export const peopleRecipes: readonly Recipe[] = [
  {
    id: 'encryption-context',
    chapter: 'People and applications',
    title: 'Use for one encryption context',
    purpose: 'An application encrypts and decrypts only what carries its pair of the encryption context.',
    use: 'Where several tenants or systems share a key: each gets a statement with its own value.',
    avoid:
      'Not as a way to hide data: the encryption context is logged in plaintext. Services send a context of their own.',
    pages: [
      {
        title: 'KMS: kms:EncryptionContext:context-key',
        url: 'https://docs.aws.amazon.com/kms/latest/developerguide/conditions-kms.html#conditions-kms-encryption-context',
      },
    ],
    keys: ['symmetricEncryption'],
    parameters: [
      {
        name: 'users',
        label: 'Users',
        type: 'principal',
        many: true,
        account: 'own',
        example: 'arn:<key.partition>:iam::<key.account>:role/App',
      },
      { name: 'name', label: 'Context key', type: 'context', example: 'tenant' },
      { name: 'value', label: 'Context value', type: 'context', example: 'a1' },
    ],
    keyPolicy: [
      {
        Sid: 'UseForOneContext',
        Effect: 'Allow',
        Principal: { AWS: '<users>' },
        Action: ['kms:Encrypt', 'kms:Decrypt', 'kms:GenerateDataKey*', 'kms:ReEncrypt*'],
        Resource: '*',
        Condition: { StringEquals: { 'kms:EncryptionContext:<name>': '<value>' } },
      },
    ],
    requests: [
      {
        name: 'A user decrypts what carries the pair',
        principal: '<users>',
        action: 'kms:Decrypt',
        parameters: { EncryptionContext: { '<name>': '<value>' } },
        expect: 'allowed',
      },
      {
        name: 'A user decrypts what carries another value',
        principal: '<users>',
        action: 'kms:Decrypt',
        parameters: { EncryptionContext: { '<name>': 'not-<value>' } },
        expect: 'denied',
      },
      {
        name: 'A user decrypts what carries no context',
        principal: '<users>',
        action: 'kms:Decrypt',
        expect: 'denied',
      },
    ],
  },
  {
    id: 'nitro-enclaves',
    chapter: 'People and applications',
    title: 'Nitro Enclaves',
    purpose: 'An instance role decrypts only for an enclave that runs a measured image.',
    use: 'For data that only the code in an enclave should see: KMS compares the image digest (PCR0) in the attestation document.',
    avoid:
      'Not beside a statement that lets the same role decrypt without attestation, nor while `EnableIamPolicies` and an IAM policy do.',
    pages: [
      {
        title: 'KMS: Condition keys for Nitro Enclaves',
        url: 'https://docs.aws.amazon.com/kms/latest/developerguide/conditions-nitro-enclave.html',
      },
    ],
    keys: ['symmetricEncryption'],
    parameters: [
      {
        name: 'role',
        label: 'Instance role',
        type: 'role',
        account: 'own',
        example: 'arn:<key.partition>:iam::<key.account>:role/EnclaveHost',
      },
      {
        name: 'image',
        label: 'Image digest (PCR0)',
        type: 'digest',
        many: true,
        example: '0'.repeat(95) + '1',
        help: 'The SHA-384 measurement that `nitro-cli build-enclave` prints.',
      },
    ],
    keyPolicy: [
      {
        Sid: 'DecryptInEnclave',
        Effect: 'Allow',
        Principal: { AWS: '<role>' },
        Action: ['kms:Decrypt', 'kms:GenerateDataKey'],
        Resource: '*',
        Condition: { StringEqualsIgnoreCase: { 'kms:RecipientAttestation:ImageSha384': '<image>' } },
      },
    ],
    requests: [
      {
        name: 'The enclave decrypts with its attestation document',
        principal: '<role>',
        action: 'kms:Decrypt',
        context: { 'kms:RecipientAttestation:ImageSha384': '<image>' },
        expect: 'allowed',
      },
      {
        name: 'An enclave with another image decrypts',
        principal: '<role>',
        action: 'kms:Decrypt',
        context: { 'kms:RecipientAttestation:ImageSha384': 'f'.repeat(96) },
        expect: 'denied',
      },
      {
        name: 'The instance decrypts outside the enclave',
        principal: '<role>',
        action: 'kms:Decrypt',
        expect: 'denied',
      },
    ],
  },
];
