import type { ServiceUse } from './service.ts';

const dataKey = 'kms:GenerateDataKey';
const decrypt = 'kms:Decrypt';
const encrypt = 'kms:Encrypt';
const describe = 'kms:DescribeKey';
const createGrant = 'kms:CreateGrant';
const reEncrypt = ['kms:ReEncryptFrom', 'kms:ReEncryptTo'];
const withoutPlaintext = 'kms:GenerateDataKeyWithoutPlaintext';

/** The service table (KMS-204). */
export const serviceUses: readonly ServiceUse[] = [
  {
    id: 's3',
    name: 'Amazon S3 (SSE-KMS)',
    via: 's3',
    styles: ['forwardAccessSession'],
    calls: [
      { task: 'write an object', actions: ['s3:PutObject'], kms: [dataKey] },
      {
        task: 'upload an object in parts',
        actions: ['s3:PutObject'],
        when: { parameter: 'UploadId' },
        kms: [dataKey, decrypt],
      },
      { task: 'read an object', actions: ['s3:GetObject', 's3:GetObjectVersion'], kms: [decrypt] },
      { task: 'copy an object', kms: [decrypt, dataKey] },
    ],
    context: [{ key: 'aws:s3:arn', value: 'arn:aws:s3:::<bucket>/<object>', from: 'resource' }],
    grants: false,
    note: 'A PUT header can add pairs of its own to the encryption context.',
    source: 'S3: usingkmsencryption',
  },
  {
    id: 's3BucketKey',
    name: 'Amazon S3 (Bucket Key)',
    via: 's3',
    styles: ['forwardAccessSession'],
    calls: [
      { task: 'write an object', actions: ['s3:PutObject'], kms: [dataKey] },
      {
        task: 'upload an object in parts',
        actions: ['s3:PutObject'],
        when: { parameter: 'UploadId' },
        kms: [dataKey, decrypt],
      },
      { task: 'read an object', actions: ['s3:GetObject', 's3:GetObjectVersion'], kms: [decrypt] },
    ],
    context: [{ key: 'aws:s3:arn', value: 'arn:aws:s3:::<bucket>', from: 'bucket' }],
    grants: false,
    note: 'S3 asks KMS far less often, and requests it serves from its cache are not checked again.',
    source: 'S3: bucket-key',
  },
  {
    id: 'ebs',
    name: 'Amazon EBS',
    via: 'ec2',
    styles: ['forwardAccessSession', 'grant'],
    calls: [
      { task: 'create a volume', actions: ['ec2:CreateVolume'], kms: [withoutPlaintext, describe] },
      {
        task: 'attach a volume',
        actions: ['ec2:AttachVolume'],
        kms: [createGrant, decrypt],
        underGrant: [decrypt],
        grant: {
          grantee: 'arn:<partition>:sts::<account>:assumed-role/aws:ec2-infrastructure/<InstanceId>',
          operations: ['Decrypt'],
        },
      },
      { task: 'copy a snapshot', actions: ['ec2:CopySnapshot'], kms: [...reEncrypt, describe] },
    ],
    context: [{ key: 'aws:ebs:id', value: '<vol-… or snap-…>', from: 'id' }],
    grants: true,
    note: 'The grant goes to the session assumed-role/aws:ec2-infrastructure/<instance>, limited to the volume.',
    source: 'EBS; DG:services-ebs; DG:ct-ec2two',
  },
  {
    id: 'autoScaling',
    name: 'Amazon EC2 Auto Scaling',
    styles: ['role', 'grant'],
    calls: [
      {
        task: 'launch instances with encrypted volumes',
        kms: [encrypt, decrypt, 'kms:ReEncrypt*', 'kms:GenerateDataKey*', describe, createGrant],
      },
    ],
    context: [{ key: 'aws:ebs:id', value: '<vol-…>' }],
    grants: true,
    note: 'The caller is the service-linked role AWSServiceRoleForAutoScaling: name it in the key policy, or give it a grant from another account.',
    source: 'ASG: key-policy-requirements-EBS-encryption',
  },
  {
    id: 'rds',
    name: 'Amazon RDS and Aurora',
    via: 'rds',
    styles: ['forwardAccessSession', 'grant'],
    calls: [{ task: 'create a database', actions: ['rds:CreateDBInstance'], kms: [createGrant, describe] }],
    context: [
      { key: 'aws:rds:db-id', value: '<db-…>' },
      { key: 'aws:ebs:id', value: '<vol-…>', optional: true },
    ],
    grants: true,
    source: 'RDS: overview-encryption-keys',
  },
  {
    id: 'dynamodb',
    name: 'Amazon DynamoDB',
    via: 'dynamodb',
    styles: ['forwardAccessSession', 'grant'],
    calls: [
      {
        task: 'create an encrypted table',
        actions: ['dynamodb:CreateTable'],
        kms: [describe, createGrant, encrypt, decrypt, ...reEncrypt, dataKey, withoutPlaintext],
        underGrant: [encrypt, decrypt, ...reEncrypt, dataKey, withoutPlaintext],
        grant: {
          grantee: 'dynamodb.<region>.amazonaws.com',
          operations: [
            'DescribeKey',
            'GenerateDataKey',
            'Decrypt',
            'Encrypt',
            'ReEncryptFrom',
            'ReEncryptTo',
            'RetireGrant',
          ],
        },
      },
      {
        task: 'use an encrypted table',
        actions: [
          'dynamodb:GetItem',
          'dynamodb:PutItem',
          'dynamodb:UpdateItem',
          'dynamodb:DeleteItem',
          'dynamodb:Query',
          'dynamodb:Scan',
          'dynamodb:BatchGetItem',
          'dynamodb:BatchWriteItem',
        ],
        kms: [decrypt],
      },
    ],
    context: [
      { key: 'aws:dynamodb:tableName', value: '<table>', from: 'id' },
      { key: 'aws:dynamodb:subscriberId', value: '<account>', from: 'account' },
    ],
    note: 'DynamoDB keeps the key of a table for some minutes, so not every access asks KMS; new data keys come under its grant.',
    grants: true,
    source: 'DDB: encryption-usagenotes',
  },
  {
    id: 'secretsManager',
    name: 'AWS Secrets Manager',
    via: 'secretsmanager',
    styles: ['forwardAccessSession'],
    calls: [
      {
        task: 'store a secret value',
        actions: [
          'secretsmanager:CreateSecret',
          'secretsmanager:PutSecretValue',
          'secretsmanager:UpdateSecret',
        ],
        kms: [dataKey, decrypt],
      },
      { task: 'read a secret value', actions: ['secretsmanager:GetSecretValue'], kms: [decrypt] },
      { task: 'move a secret to another key', kms: [encrypt] },
    ],
    context: [
      { key: 'SecretARN', value: '<secret ARN>', from: 'resource', uncertain: true },
      {
        key: 'SecretVersionId',
        value: '<version, or RequestToValidateKeyAccess>',
        from: { parameters: ['VersionId', 'ClientRequestToken'] },
      },
    ],
    grants: false,
    uncertain: true,
    source: 'SM: security-encryption',
  },
  {
    id: 'parameterStore',
    name: 'Systems Manager Parameter Store',
    via: 'ssm',
    styles: ['forwardAccessSession'],
    calls: [
      { task: 'store a standard parameter', actions: ['ssm:PutParameter'], kms: [encrypt] },
      {
        task: 'store an advanced parameter',
        actions: ['ssm:PutParameter'],
        when: { parameter: 'Tier', is: ['Advanced'] },
        kms: [dataKey],
      },
      {
        task: 'read a parameter',
        actions: [
          'ssm:GetParameter',
          'ssm:GetParameters',
          'ssm:GetParametersByPath',
          'ssm:GetParameterHistory',
        ],
        when: { parameter: 'WithDecryption', isNot: ['false'] },
        kms: [decrypt],
      },
    ],
    context: [
      {
        key: 'PARAMETER_ARN',
        value: 'arn:aws:ssm:<region>:<account>:parameter/<name>',
        from: 'resource',
      },
    ],
    grants: false,
    note: 'With WithDecryption false a parameter is returned as it is stored, and KMS is not asked.',
    source: 'DG:services-parameter-store',
  },
  {
    id: 'sqs',
    name: 'Amazon SQS',
    via: 'sqs',
    styles: ['forwardAccessSession'],
    calls: [
      { task: 'send a message', actions: ['sqs:SendMessage'], kms: [dataKey, decrypt] },
      { task: 'receive messages', actions: ['sqs:ReceiveMessage'], kms: [decrypt] },
    ],
    context: [{ key: 'aws:sqs:arn', value: '<queue ARN>', from: 'resource', uncertain: true }],
    grants: false,
    uncertain: true,
    note: 'Event sources (s3, sns, events) call as service principals and need GenerateDataKey and Decrypt in the key policy.',
    source: 'SQS: sqs-key-management',
  },
  {
    id: 'sns',
    name: 'Amazon SNS',
    via: 'sns',
    styles: ['forwardAccessSession'],
    calls: [{ task: 'publish', actions: ['sns:Publish'], kms: [dataKey, decrypt] }],
    context: [{ key: 'aws:sns:topicArn', value: '<topic ARN>', from: 'resource', uncertain: true }],
    grants: false,
    uncertain: true,
    note: 'Services that publish call as service principals and need a statement of their own.',
    source: 'SNS: sns-key-management',
  },
  {
    id: 'lambda',
    name: 'AWS Lambda (environment variables)',
    via: 'lambda',
    styles: ['forwardAccessSession', 'grant'],
    calls: [
      {
        task: 'set environment variables',
        actions: ['lambda:CreateFunction', 'lambda:UpdateFunctionConfiguration'],
        kms: [createGrant, encrypt],
      },
      {
        task: 'show environment variables',
        actions: ['lambda:GetFunction', 'lambda:GetFunctionConfiguration'],
        kms: [decrypt],
      },
    ],
    context: [{ key: 'aws:lambda:FunctionArn', value: '<function ARN>', from: 'resource', uncertain: true }],
    grants: true,
    uncertain: true,
    source: 'LAMBDA',
  },
  {
    id: 'cloudWatchLogs',
    name: 'Amazon CloudWatch Logs',
    via: 'logs',
    principal: 'logs.<region>.amazonaws.com',
    styles: ['servicePrincipal', 'forwardAccessSession'],
    calls: [
      {
        task: 'write and read log events',
        kms: [encrypt, decrypt, 'kms:ReEncrypt*', 'kms:GenerateDataKey*', 'kms:Describe*'],
      },
      {
        task: 'encrypt a log group',
        actions: ['logs:AssociateKmsKey', 'logs:CreateLogGroup'],
        kms: [encrypt, decrypt, dataKey, describe],
      },
      { task: 'write log events', actions: ['logs:PutLogEvents'], kms: [dataKey] },
      { task: 'read log events', actions: ['logs:GetLogEvents', 'logs:FilterLogEvents'], kms: [decrypt] },
    ],
    context: [{ key: 'aws:logs:arn', value: '<log group ARN>', from: 'logGroup' }],
    grants: false,
    uncertain: true,
    note: 'The page lists the permissions of the service, not which of them a single action needs.',
    source: 'CWL: encrypt-log-data-kms',
  },
  {
    id: 'cloudTrail',
    name: 'AWS CloudTrail',
    principal: 'cloudtrail.amazonaws.com',
    styles: ['servicePrincipal'],
    calls: [
      { task: 'write log files', kms: ['kms:GenerateDataKey*', describe] },
      { task: 'write digest files and use Bucket Keys', kms: [decrypt] },
    ],
    context: [
      { key: 'aws:cloudtrail:arn', value: '<trail ARN>' },
      { key: 'aws:s3:arn', value: 'arn:aws:s3:::<bucket>/<object>' },
    ],
    grants: false,
    note: 'Whoever reads the log files needs Decrypt, through S3.',
    source: 'CT; DG:services-cloudtrail',
  },
  {
    id: 'efs',
    name: 'Amazon EFS',
    via: 'elasticfilesystem',
    styles: ['forwardAccessSession', 'grant'],
    calls: [
      {
        task: 'create a file system',
        actions: ['elasticfilesystem:CreateFileSystem'],
        kms: [createGrant, describe, withoutPlaintext],
      },
    ],
    context: [{ key: 'aws:elasticfilesystem:filesystem:id', value: '<fs-…>', from: 'id', uncertain: true }],
    grants: true,
    uncertain: true,
    source: 'EFS',
  },
  {
    id: 'kinesis',
    name: 'Amazon Kinesis Data Streams',
    via: 'kinesis',
    styles: ['forwardAccessSession'],
    calls: [
      { task: 'put records', actions: ['kinesis:PutRecord', 'kinesis:PutRecords'], kms: [dataKey] },
      { task: 'get records', actions: ['kinesis:GetRecords', 'kinesis:SubscribeToShard'], kms: [decrypt] },
    ],
    context: [{ key: 'aws:kinesis:arn', value: '<stream ARN>', from: 'resource' }],
    grants: false,
    source: 'KINESIS',
  },
  {
    id: 'eks',
    name: 'Amazon EKS (secrets encryption)',
    styles: ['grant'],
    calls: [{ task: 'create a cluster', actions: ['eks:CreateCluster'], kms: [describe, createGrant] }],
    context: [],
    grants: true,
    uncertain: true,
    note: 'Its CreateGrant does not count as made for an AWS resource: kms:GrantIsForAWSResource must not be required.',
    source: 'EKS: enable-kms',
  },
  {
    id: 'backup',
    name: 'AWS Backup',
    via: 'backup',
    styles: ['forwardAccessSession', 'grant'],
    calls: [{ task: 'back up and restore', kms: [createGrant, dataKey, decrypt, describe] }],
    context: [{ key: 'aws:backup:backup-vault', value: '<vault>' }],
    grants: true,
    source: 'BACKUP',
  },
  {
    id: 'redshift',
    name: 'Amazon Redshift',
    via: 'redshift',
    styles: ['grant'],
    calls: [{ task: 'create and use an encrypted cluster', kms: [createGrant] }],
    context: [
      { key: 'aws:redshift:arn', value: '<cluster ARN>' },
      { key: 'aws:redshift:createtime', value: '<time>' },
    ],
    grants: true,
    source: 'DG:services-redshift',
  },
  {
    id: 'workMail',
    name: 'Amazon WorkMail',
    via: 'workmail',
    styles: ['forwardAccessSession', 'grant'],
    calls: [
      {
        task: 'keep mailboxes encrypted',
        kms: [encrypt, decrypt, createGrant, 'kms:ReEncrypt*', describe],
      },
    ],
    context: [{ key: 'aws:workmail:arn', value: '<organization ARN>' }],
    grants: true,
    source: 'DG:services-wm',
  },
  {
    id: 'ses',
    name: 'Amazon SES (receiving)',
    principal: 'ses.amazonaws.com',
    styles: ['servicePrincipal'],
    calls: [{ task: 'store a received message', kms: [encrypt, 'kms:GenerateDataKey*'] }],
    context: [
      { key: 'aws:ses:rule-name', value: '<rule>' },
      { key: 'aws:ses:message-id', value: '<message>' },
      { key: 'aws:ses:source-account', value: '<account>' },
    ],
    grants: false,
    source: 'DG:services-ses',
  },
  {
    id: 'emr',
    name: 'Amazon EMR (client-side encryption)',
    styles: ['role'],
    calls: [{ task: 'read and write encrypted data', kms: [dataKey, decrypt] }],
    context: [{ key: 'kms_cmk_id', value: '<key ARN>', optional: true }],
    grants: false,
    note: 'The cluster’s instance role calls KMS directly; disk encryption sends no encryption context.',
    source: 'DG:services-emr',
  },
];

/**
 * Services that support `kms:ViaService`, by the part of its value before the Region
 * (DG26:conditions-kms; `logs` from CWL: encrypt-log-data-kms).
 */
export const viaServicePrefixes = `
aiops airflow aoss apprunner appfabric appflow apptest ards athena auditmanager backup backup-gateway bedrock cassandra
chimevoiceconnector cleanrooms-ml codeartifact codeguru-reviewer comprehend connect custom-packages dax deepracer
directoryservice dms docdb-elastic dynamodb ec2 ecr elasticache elasticfilesystem entityresolution es events finspace
firehose forecast fsx geo glue groundstation healthlake importexport iotsitewise kafka kendra kinesis kinesisvideo lambda
lex license-manager logs lookoutequipment lookoutmetrics lookoutvision m2 macie malware-protection managedblockchain
mediatailor memorydb mgn monitron mq nimble omics profile proton qldb rds redshift redshift-serverless rekognition s3
s3tables sagemaker secretsmanager securitylake ses sns sqlworkbench sqs ssm ssm-contacts ssm-incidents states
storagegateway thinclient timestream translate verified-access wisdom workmail workspaces workspaces-web xray
`;
