import type { Recipe } from '../recipe.ts';

const s3Page = {
  title: 'S3: Using server-side encryption with AWS KMS keys',
  url: 'https://docs.aws.amazon.com/AmazonS3/latest/userguide/UsingKMSEncryption.html',
};
const autoScalingPage = {
  title: 'EC2 Auto Scaling: Required KMS key policy for use with encrypted volumes',
  url: 'https://docs.aws.amazon.com/autoscaling/ec2/userguide/key-policy-requirements-EBS-encryption.html',
};
const usersOfBucket = {
  name: 'users',
  label: 'Readers and writers',
  type: 'principal',
  many: true,
  account: 'own',
  example: 'arn:<key.partition>:iam::<key.account>:role/App',
} as const;
const buckets = {
  name: 'buckets',
  label: 'Buckets',
  type: 'bucket',
  many: true,
  example: 'amzn-s3-demo-bucket',
} as const;
const object = 'arn:<key.partition>:s3:::<buckets>/orders/1042.json';
const volumes = ['kms:Encrypt', 'kms:Decrypt', 'kms:ReEncrypt*', 'kms:GenerateDataKey*', 'kms:DescribeKey'];

export const storageRecipes: readonly Recipe[] = [
  {
    id: 's3',
    chapter: 'Storage and databases',
    title: 'S3 buckets without Bucket Keys',
    purpose: 'Users and roles read and write the objects of chosen buckets, through S3 only.',
    use: 'For buckets with SSE-KMS whose Bucket Key is off: the encryption context is each object’s ARN.',
    avoid: 'Not for buckets with a Bucket Key, where the encryption context is the bucket’s ARN.',
    pages: [s3Page],
    keys: ['symmetricEncryption'],
    parameters: [usersOfBucket, buckets],
    keyPolicy: [
      {
        Sid: 'ObjectsThroughS3',
        Effect: 'Allow',
        Principal: { AWS: '<users>' },
        Action: ['kms:Decrypt', 'kms:GenerateDataKey'],
        Resource: '*',
        Condition: {
          StringEquals: { 'kms:ViaService': 's3.<key.region>.amazonaws.com' },
          StringLike: { 'kms:EncryptionContext:aws:s3:arn': 'arn:<key.partition>:s3:::<buckets>/*' },
        },
      },
    ],
    requests: [
      {
        name: 'A user writes an object',
        principal: '<users>',
        action: 'kms:GenerateDataKey',
        viaService: 's3.<key.region>.amazonaws.com',
        parameters: { EncryptionContext: { 'aws:s3:arn': object } },
        expect: 'allowed',
      },
      {
        name: 'A user reads an object',
        principal: '<users>',
        action: 'kms:Decrypt',
        viaService: 's3.<key.region>.amazonaws.com',
        parameters: { EncryptionContext: { 'aws:s3:arn': object } },
        expect: 'allowed',
      },
      {
        name: 'A user reads an object of another bucket',
        principal: '<users>',
        action: 'kms:Decrypt',
        viaService: 's3.<key.region>.amazonaws.com',
        parameters: { EncryptionContext: { 'aws:s3:arn': 'arn:<key.partition>:s3:::not-<buckets>/1.json' } },
        expect: 'denied',
      },
      {
        name: 'A user decrypts directly',
        principal: '<users>',
        action: 'kms:Decrypt',
        parameters: { EncryptionContext: { 'aws:s3:arn': object } },
        expect: 'denied',
      },
    ],
  },
  {
    id: 's3-bucket-keys',
    chapter: 'Storage and databases',
    title: 'S3 buckets with Bucket Keys',
    purpose:
      'Users and roles read and write the objects of chosen buckets that have a Bucket Key, through S3 only.',
    use: 'For buckets with a Bucket Key; objects from before it was turned on keep their own ARN as encryption context, which is allowed too.',
    avoid:
      'Not to tell objects apart: the encryption context names the bucket, and requests served from the Bucket Key are not checked again.',
    pages: [
      {
        title: 'S3: Reducing the cost of SSE-KMS with Amazon S3 Bucket Keys',
        url: 'https://docs.aws.amazon.com/AmazonS3/latest/userguide/bucket-key.html',
      },
      s3Page,
    ],
    keys: ['symmetricEncryption'],
    parameters: [usersOfBucket, buckets],
    keyPolicy: [
      {
        Sid: 'BucketsThroughS3',
        Effect: 'Allow',
        Principal: { AWS: '<users>' },
        Action: ['kms:Decrypt', 'kms:GenerateDataKey'],
        Resource: '*',
        Condition: {
          StringEquals: { 'kms:ViaService': 's3.<key.region>.amazonaws.com' },
          StringLike: {
            'kms:EncryptionContext:aws:s3:arn': [
              'arn:<key.partition>:s3:::<buckets>',
              'arn:<key.partition>:s3:::<buckets>/*',
            ],
          },
        },
      },
    ],
    requests: [
      {
        name: 'A user writes an object',
        principal: '<users>',
        action: 'kms:GenerateDataKey',
        viaService: 's3.<key.region>.amazonaws.com',
        parameters: { EncryptionContext: { 'aws:s3:arn': 'arn:<key.partition>:s3:::<buckets>' } },
        expect: 'allowed',
      },
      {
        name: 'A user reads an object from before the Bucket Key',
        principal: '<users>',
        action: 'kms:Decrypt',
        viaService: 's3.<key.region>.amazonaws.com',
        parameters: { EncryptionContext: { 'aws:s3:arn': object } },
        expect: 'allowed',
      },
      {
        name: 'A user reads from another bucket',
        principal: '<users>',
        action: 'kms:Decrypt',
        viaService: 's3.<key.region>.amazonaws.com',
        parameters: { EncryptionContext: { 'aws:s3:arn': 'arn:<key.partition>:s3:::not-<buckets>' } },
        expect: 'denied',
      },
      {
        name: 'A user decrypts directly',
        principal: '<users>',
        action: 'kms:Decrypt',
        parameters: { EncryptionContext: { 'aws:s3:arn': 'arn:<key.partition>:s3:::<buckets>' } },
        expect: 'denied',
      },
    ],
  },
  {
    id: 'ebs-auto-scaling',
    chapter: 'Storage and databases',
    title: 'Auto Scaling with encrypted EBS volumes',
    purpose: 'Amazon EC2 Auto Scaling launches instances whose volumes are encrypted with the key.',
    use: 'For Auto Scaling groups in the key’s account: the service-linked role uses the key itself.',
    avoid: 'Not for groups of another account: their service-linked role needs a grant.',
    pages: [autoScalingPage],
    keys: ['symmetricEncryption'],
    parameters: [
      {
        name: 'role',
        label: 'Service-linked role',
        type: 'role',
        account: 'own',
        example:
          'arn:<key.partition>:iam::<key.account>:role/aws-service-role/autoscaling.amazonaws.com/AWSServiceRoleForAutoScaling',
        help: 'It has to exist before KMS saves the policy.',
      },
    ],
    keyPolicy: [
      {
        Sid: 'AutoScalingUse',
        Effect: 'Allow',
        Principal: { AWS: '<role>' },
        Action: volumes,
        Resource: '*',
      },
      {
        Sid: 'AutoScalingGrants',
        Effect: 'Allow',
        Principal: { AWS: '<role>' },
        Action: 'kms:CreateGrant',
        Resource: '*',
        Condition: { Bool: { 'kms:GrantIsForAWSResource': 'true' } },
      },
    ],
    requests: [
      {
        name: 'Auto Scaling makes a data key for a volume',
        principal: '<role>',
        action: 'kms:GenerateDataKeyWithoutPlaintext',
        parameters: { EncryptionContext: { 'aws:ebs:id': 'vol-0123456789abcdef0' } },
        expect: 'allowed',
      },
      {
        name: 'Auto Scaling makes a grant for an instance’s volume',
        principal: '<role>',
        action: 'kms:CreateGrant',
        context: { 'kms:GrantIsForAWSResource': 'true' },
        expect: 'allowed',
      },
      {
        name: 'The role makes a grant for something else',
        principal: '<role>',
        action: 'kms:CreateGrant',
        context: { 'kms:GrantIsForAWSResource': 'false' },
        expect: 'denied',
      },
    ],
  },
  {
    id: 'ebs-auto-scaling-cross-account',
    chapter: 'Storage and databases',
    title: 'Auto Scaling of another account',
    purpose: 'A role of another account gives that account’s Auto Scaling a grant on the key.',
    use: 'Where Auto Scaling groups of another account launch instances from encrypted images or snapshots under the key.',
    avoid:
      'Not finished by itself: the role still has to call `create-grant` once. `kms:GrantIsForAWSResource` would stop that call.',
    pages: [autoScalingPage],
    keys: ['symmetricEncryption'],
    parameters: [
      {
        name: 'role',
        label: 'Role that makes the grant',
        type: 'role',
        account: 'other',
        example: 'arn:<key.partition>:iam::<other.account>:role/Deployment',
      },
    ],
    keyPolicy: [
      {
        Sid: 'UseByAccountOfAutoScaling',
        Effect: 'Allow',
        Principal: { AWS: 'arn:<key.partition>:iam::<role.account>:root' },
        Action: volumes,
        Resource: '*',
      },
      {
        Sid: 'GrantToAutoScaling',
        Effect: 'Allow',
        Principal: { AWS: 'arn:<key.partition>:iam::<role.account>:root' },
        Action: 'kms:CreateGrant',
        Resource: '*',
        Condition: {
          StringEquals: {
            'kms:GranteePrincipal':
              'arn:<key.partition>:iam::<role.account>:role/aws-service-role/autoscaling.amazonaws.com/AWSServiceRoleForAutoScaling',
          },
        },
      },
    ],
    callers: {
      parameter: 'role',
      name: 'GrantSharedKey',
      statements: [
        { Sid: 'GrantSharedKey', Effect: 'Allow', Action: 'kms:CreateGrant', Resource: '<key.arn>' },
      ],
    },
    requests: [
      {
        name: 'The role makes a grant to Auto Scaling',
        principal: '<role>',
        action: 'kms:CreateGrant',
        parameters: {
          GranteePrincipal:
            'arn:<key.partition>:iam::<role.account>:role/aws-service-role/autoscaling.amazonaws.com/AWSServiceRoleForAutoScaling',
          Operations: ['Decrypt', 'GenerateDataKeyWithoutPlaintext', 'CreateGrant'],
        },
        expect: 'allowed',
      },
      {
        name: 'The role makes a grant to somebody else',
        principal: '<role>',
        action: 'kms:CreateGrant',
        parameters: {
          GranteePrincipal: 'arn:<key.partition>:iam::<role.account>:role/SomebodyElse',
          Operations: ['Decrypt'],
        },
        expect: 'denied',
      },
    ],
  },
  {
    id: 'rds-snapshots',
    chapter: 'Storage and databases',
    title: 'RDS snapshots shared with another account',
    purpose:
      'Roles of another account copy DB snapshots that are encrypted with the key and shared with them.',
    use: 'Before sharing an encrypted manual snapshot; the other account copies it under a key of its own.',
    avoid:
      'Not with the AWS managed key `aws/rds`, whose policy cannot be changed and whose snapshots cannot be shared.',
    pages: [
      {
        title: 'RDS: Sharing encrypted snapshots',
        url: 'https://docs.aws.amazon.com/AmazonRDS/latest/UserGuide/share-encrypted-snapshot.html',
      },
    ],
    keys: ['symmetricEncryption'],
    parameters: [
      {
        name: 'roles',
        label: 'Roles that copy',
        type: 'principal',
        many: true,
        account: 'other',
        example: 'arn:<key.partition>:iam::<other.account>:role/Restore',
      },
    ],
    keyPolicy: [
      {
        Sid: 'CopySharedSnapshots',
        Effect: 'Allow',
        Principal: { AWS: 'arn:<key.partition>:iam::<roles.account>:root' },
        Action: volumes,
        Resource: '*',
      },
      {
        Sid: 'GrantsForSharedSnapshots',
        Effect: 'Allow',
        Principal: { AWS: 'arn:<key.partition>:iam::<roles.account>:root' },
        Action: ['kms:CreateGrant', 'kms:ListGrants', 'kms:RevokeGrant'],
        Resource: '*',
        Condition: { Bool: { 'kms:GrantIsForAWSResource': 'true' } },
      },
    ],
    callers: {
      parameter: 'roles',
      name: 'CopySharedSnapshots',
      statements: [
        { Sid: 'UseSharedKey', Effect: 'Allow', Action: volumes, Resource: '<key.arn>' },
        {
          Sid: 'GrantsForSharedSnapshots',
          Effect: 'Allow',
          Action: ['kms:CreateGrant', 'kms:ListGrants', 'kms:RevokeGrant'],
          Resource: '<key.arn>',
          Condition: { Bool: { 'kms:GrantIsForAWSResource': 'true' } },
        },
      ],
    },
    requests: [
      {
        name: 'RDS makes a grant for the role’s copy',
        principal: '<roles>',
        action: 'kms:CreateGrant',
        viaService: 'rds.<key.region>.amazonaws.com',
        expect: 'allowed',
      },
      {
        name: 'RDS looks at the key for the role',
        principal: '<roles>',
        action: 'kms:DescribeKey',
        viaService: 'rds.<key.region>.amazonaws.com',
        expect: 'allowed',
      },
      {
        name: 'The role makes a grant directly',
        principal: '<roles>',
        action: 'kms:CreateGrant',
        expect: 'denied',
      },
    ],
  },
  {
    id: 'backup',
    chapter: 'Storage and databases',
    title: 'AWS Backup',
    purpose: 'The role of AWS Backup encrypts, copies and restores backups in vaults that use the key.',
    use: 'For vaults with a customer managed key; the Region in `kms:ViaService` is open, as copies go from one Region to another.',
    avoid: 'Not for the sources of a backup: what protects them, such as EBS or RDS, has recipes of its own.',
    pages: [
      {
        title: 'AWS Backup: Encryption for backups',
        url: 'https://docs.aws.amazon.com/aws-backup/latest/devguide/encryption.html',
      },
    ],
    keys: ['symmetricEncryption'],
    parameters: [
      {
        name: 'role',
        label: 'Role of AWS Backup',
        type: 'role',
        account: 'own',
        example: 'arn:<key.partition>:iam::<key.account>:role/service-role/AWSBackupDefaultServiceRole',
      },
    ],
    keyPolicy: [
      {
        Sid: 'BackupUse',
        Effect: 'Allow',
        Principal: { AWS: '<role>' },
        Action: ['kms:Decrypt', 'kms:GenerateDataKey', 'kms:DescribeKey'],
        Resource: '*',
        Condition: { StringLike: { 'kms:ViaService': 'backup.*.amazonaws.com' } },
      },
      {
        Sid: 'BackupGrants',
        Effect: 'Allow',
        Principal: { AWS: '<role>' },
        Action: 'kms:CreateGrant',
        Resource: '*',
        Condition: {
          StringLike: { 'kms:ViaService': 'backup.*.amazonaws.com' },
          'ForAnyValue:StringEquals': { 'kms:EncryptionContextKeys': 'aws:backup:backup-vault' },
          Bool: { 'kms:GrantIsForAWSResource': 'true' },
        },
      },
    ],
    requests: [
      {
        name: 'AWS Backup encrypts a backup',
        principal: '<role>',
        action: 'kms:GenerateDataKey',
        viaService: 'backup.<key.region>.amazonaws.com',
        expect: 'allowed',
      },
      {
        name: 'AWS Backup makes a grant for its vault',
        principal: '<role>',
        action: 'kms:CreateGrant',
        viaService: 'backup.<key.region>.amazonaws.com',
        parameters: {
          GranteePrincipal: '<role>',
          Operations: ['Decrypt'],
          Constraints: { EncryptionContextSubset: { 'aws:backup:backup-vault': 'Default' } },
        },
        expect: 'allowed',
      },
      {
        name: 'The role decrypts outside AWS Backup',
        principal: '<role>',
        action: 'kms:Decrypt',
        expect: 'denied',
      },
      {
        name: 'AWS Backup makes a grant without a vault',
        principal: '<role>',
        action: 'kms:CreateGrant',
        viaService: 'backup.<key.region>.amazonaws.com',
        parameters: { GranteePrincipal: '<role>', Operations: ['Decrypt'] },
        expect: 'denied',
      },
    ],
  },
];
