import type { Recipe } from '../recipe.ts';

export const secretRecipes: readonly Recipe[] = [
  {
    id: 'secrets-manager',
    chapter: 'Secrets',
    title: 'Secrets Manager',
    purpose: 'Users and roles read and store chosen secrets, through Secrets Manager only.',
    use: 'For secrets with a customer managed key, which those read by another account have to have.',
    avoid:
      'Not enough alone: they also need `secretsmanager:GetSecretValue` or `PutSecretValue` on the secret.',
    pages: [
      {
        title: 'Secrets Manager: Secret encryption and decryption',
        url: 'https://docs.aws.amazon.com/secretsmanager/latest/userguide/security-encryption.html',
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
      {
        name: 'secrets',
        label: 'Secrets',
        type: 'secret',
        many: true,
        example: 'arn:<key.partition>:secretsmanager:<key.region>:<key.account>:secret:orders-*',
        help: 'The name and six characters that Secrets Manager adds; `*` stands for anything.',
      },
    ],
    keyPolicy: [
      {
        Sid: 'SecretsThroughSecretsManager',
        Effect: 'Allow',
        Principal: { AWS: '<users>' },
        Action: ['kms:Decrypt', 'kms:GenerateDataKey'],
        Resource: '*',
        Condition: {
          StringEquals: { 'kms:ViaService': 'secretsmanager.<key.region>.amazonaws.com' },
          StringLike: { 'kms:EncryptionContext:SecretARN': '<secrets>' },
        },
      },
    ],
    requests: [
      {
        name: 'A user reads the secret',
        principal: '<users>',
        action: 'kms:Decrypt',
        viaService: 'secretsmanager.<key.region>.amazonaws.com',
        parameters: { EncryptionContext: { SecretARN: '<secrets.sample>', SecretVersionId: 'v1' } },
        expect: 'allowed',
      },
      {
        name: 'A user stores a new value',
        principal: '<users>',
        action: 'kms:GenerateDataKey',
        viaService: 'secretsmanager.<key.region>.amazonaws.com',
        parameters: { EncryptionContext: { SecretARN: '<secrets.sample>', SecretVersionId: 'v2' } },
        expect: 'allowed',
      },
      {
        name: 'A user reads another secret',
        principal: '<users>',
        action: 'kms:Decrypt',
        viaService: 'secretsmanager.<key.region>.amazonaws.com',
        parameters: {
          EncryptionContext: {
            SecretARN: 'arn:<key.partition>:secretsmanager:<key.region>:<other.account>:secret:theirs-AbCdEf',
          },
        },
        expect: 'denied',
      },
      {
        name: 'A user decrypts directly',
        principal: '<users>',
        action: 'kms:Decrypt',
        parameters: { EncryptionContext: { SecretARN: '<secrets.sample>', SecretVersionId: 'v1' } },
        expect: 'denied',
      },
    ],
  },
  {
    id: 'parameter-store',
    chapter: 'Secrets',
    title: 'Parameter Store',
    purpose: 'Users and roles read and store chosen SecureString parameters, through Systems Manager only.',
    use: 'For SecureString parameters with a customer managed key: standard ones are encrypted with Encrypt, advanced ones with a data key.',
    avoid: 'Not for readers only: leave Encrypt and GenerateDataKey out for them.',
    pages: [
      {
        title: 'KMS: How Systems Manager Parameter Store uses AWS KMS',
        url: 'https://docs.aws.amazon.com/kms/latest/developerguide/services-parameter-store.html',
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
      {
        name: 'parameters',
        label: 'Parameters',
        type: 'parameter',
        many: true,
        example: 'arn:<key.partition>:ssm:<key.region>:<key.account>:parameter/orders/*',
      },
    ],
    keyPolicy: [
      {
        Sid: 'ParametersThroughSystemsManager',
        Effect: 'Allow',
        Principal: { AWS: '<users>' },
        Action: ['kms:Encrypt', 'kms:Decrypt', 'kms:GenerateDataKey'],
        Resource: '*',
        Condition: {
          StringEquals: { 'kms:ViaService': 'ssm.<key.region>.amazonaws.com' },
          StringLike: { 'kms:EncryptionContext:PARAMETER_ARN': '<parameters>' },
        },
      },
    ],
    requests: [
      {
        name: 'A user stores a standard parameter',
        principal: '<users>',
        action: 'kms:Encrypt',
        viaService: 'ssm.<key.region>.amazonaws.com',
        parameters: { EncryptionContext: { PARAMETER_ARN: '<parameters.sample>' } },
        expect: 'allowed',
      },
      {
        name: 'A user reads the parameter',
        principal: '<users>',
        action: 'kms:Decrypt',
        viaService: 'ssm.<key.region>.amazonaws.com',
        parameters: { EncryptionContext: { PARAMETER_ARN: '<parameters.sample>' } },
        expect: 'allowed',
      },
      {
        name: 'A user reads another parameter',
        principal: '<users>',
        action: 'kms:Decrypt',
        viaService: 'ssm.<key.region>.amazonaws.com',
        parameters: {
          EncryptionContext: {
            PARAMETER_ARN: 'arn:<key.partition>:ssm:<key.region>:<other.account>:parameter/theirs',
          },
        },
        expect: 'denied',
      },
      {
        name: 'A user decrypts directly',
        principal: '<users>',
        action: 'kms:Decrypt',
        parameters: { EncryptionContext: { PARAMETER_ARN: '<parameters.sample>' } },
        expect: 'denied',
      },
    ],
  },
];
