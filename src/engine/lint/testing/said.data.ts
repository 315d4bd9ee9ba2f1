import type { PolicyType } from '#engine/policy/policy.ts';

/** A policy, or its statements, and what lint says about it: code, sentence, what to do, and what its fixes are called. */
export type SaidRow = readonly [type: PolicyType, content: object, says: string];

/** What findings say that no example of a page shows. */
export const saidRows: readonly SaidRow[] = [
  [
    'key',
    {
      Effect: 'Allow',
      Principal: { AWS: 'arn:aws:iam::111122223333:role/App' },
      Action: 'kms:Decrypt',
      Resource: '*',
      Condition: { StringLike: { 'aws:UserAgent': 'internal-*' } },
    },
    'UNTRUSTWORTHY_CONDITION_KEY: Callers choose `aws:UserAgent` themselves, so that it keeps nobody out of `Statement 1`. Use a key that AWS sets, such as `aws:SourceVpce` or `kms:ViaService`.',
  ],
  [
    'key',
    {
      Effect: 'Allow',
      Principal: { AWS: 'arn:aws:iam::111122223333:role/App' },
      Action: 'kms:Decrypt',
      Resource: '*',
      Condition: { NullIfExists: { 'kms:CallerAccount': 'true' } },
    },
    'NULL_WITH_IF_EXISTS: `NullIfExists` combines `Null` with `IfExists`, which AWS refuses. Write `Null`.',
  ],
  [
    'key',
    {
      Effect: 'Allow',
      Principal: { AWS: 'arn:aws:iam::111122223333:role/App' },
      Action: ['kms:Decrypt', 'kms:Describe*'],
      Resource: '*',
      Condition: { StringEquals: { 'kms:EncryptionContext:App': 'a' } },
    },
    'ACTION_WITHOUT_CONDITION_KEY: `kms:Describe*` is not allowed by `Statement 1`: a request for it never carries `kms:EncryptionContext:App`. Put it into a statement without this condition.',
  ],
  [
    'key',
    {
      Effect: 'Allow',
      Principal: { AWS: 'arn:aws:iam::111122223333:role/App' },
      Action: 'kms:Decrypt',
      Resource: '*',
      Condition: { 'ForAnyValue:StringEquals': { 'kms:ResourceAliases': 'alias/a' } },
    },
    'CONDITION_KEY_ONLY_IN_IAM_POLICIES: A key policy never sees `kms:ResourceAliases`, so `Statement 1` allows nothing. The key works in IAM policies only.',
  ],
  [
    'key',
    {
      Effect: 'Allow',
      Principal: { AWS: 'arn:aws:iam::111122223333:role/App' },
      Action: 'kms:Decrypt',
      Resource: '*',
      Condition: { StringEquals: { 'aws:ResourceAccount': '111122223333' } },
    },
    'IRRELEVANT_CONDITION_KEY_IN_POLICY: A key policy is about one key, and `aws:ResourceAccount` is the same in all its requests. Use it in IAM policies and SCPs, and here keys that tell of the caller.',
  ],
  [
    'key',
    {
      Effect: 'Deny',
      Principal: { AWS: 'arn:aws:iam::111122223333:role/App' },
      Action: 'kms:DescribeKey',
      Resource: '*',
      Condition: { StringEquals: { 'kms:EncryptionContext:App': 'a' } },
    },
    'UNSUPPORTED_ACTION_FOR_CONDITION_KEY: No action of `Statement 1` carries `kms:EncryptionContext:App`, so the statement denies nothing. Requests for `kms:CreateGrant`, `kms:Decrypt`, `kms:Encrypt` and `kms:GenerateDataKey` carry it.',
  ],
  [
    'key',
    {
      Effect: 'Allow',
      Principal: { AWS: 'arn:aws:iam::111122223333:role/App' },
      Action: ['kms:Encrypt', 'kms:Decrypt'],
      Resource: '*',
      Condition: { Bool: { 'kms:GrantIsForAWSResource': 'true' } },
    },
    'UNSUPPORTED_ACTION_FOR_CONDITION_KEY: No action of `Statement 1` carries `kms:GrantIsForAWSResource`, so the statement allows nothing. Requests for `kms:CreateGrant`, `kms:ListGrants` and `kms:RevokeGrant` carry it.',
  ],
  [
    'key',
    {
      Effect: 'Allow',
      Principal: { AWS: 'arn:aws:iam::111122223333:role/App' },
      Action: 's3:PutObject',
      Resource: '*',
      Condition: {
        StringEquals: {
          's3:x-amz-server-side-encryption-aws-kms-key-id': [
            'alias/logs',
            'arn:aws:kms:us-east-1:111122223333:key/1234abcd-12ab-34cd-56ef-1234567890ab',
          ],
        },
      },
    },
    'INVALID_KMS_KEY_VALUE: `alias/logs` is no ARN of a KMS key. S3 compares the ARN of the key, whatever the request calls it.',
  ],
  [
    'key',
    {
      Effect: 'Allow',
      Principal: { AWS: 'arn:aws:iam::111122223333:role/App' },
      Action: 'kms:Decrypt',
      Resource: '*',
      Condition: { StringEquals: { 'aws:PrincipalOrgID': 'exampleorgid' } },
    },
    'INVALID_ORGANIZATION_IN_CONDITION: `exampleorgid` is no organization id. Organization ids look like `o-exampleorgid`.',
  ],
  [
    'key',
    {
      Effect: 'Allow',
      Principal: { AWS: 'arn:aws:iam::111122223333:role/App' },
      Action: 'kms:ReplicateKey',
      Resource: '*',
      Condition: { StringEquals: { 'kms:ReplicaRegion': 'us-west2' } },
    },
    'INVALID_REGION: `us-west2` is no Region. Regions look like `eu-west-1`.',
  ],
  [
    'key',
    {
      Effect: 'Allow',
      Principal: { AWS: 'arn:aws:iam::111122223333:role/App' },
      Action: 'kms:Decrypt',
      Resource: '*',
      Condition: { StringNotEquals: { 'aws:SourceVpce': 'vpc-0a1b2c3d' } },
    },
    'INVALID_VPCE_FORMAT: `vpc-0a1b2c3d` is no VPC endpoint id. VPC endpoint ids are `vpce-` with 8 or 17 hexadecimal digits.',
  ],
  [
    'key',
    {
      Effect: 'Allow',
      Principal: { AWS: 'arn:aws:iam::111122223333:role/App' },
      Action: 'kms:Decrypt',
      Resource: '*',
      Condition: { StringEquals: { 'aws:SourceVpc': 'vpc-1' } },
    },
    'INVALID_VPC_FORMAT: `vpc-1` is no VPC id. VPC ids are `vpc-` with 8 or 17 hexadecimal digits.',
  ],
  [
    'key',
    {
      Effect: 'Allow',
      Principal: { AWS: 'arn:aws:iam::111122223333:role/App' },
      Action: 'kms:Decrypt',
      Resource: '*',
      Condition: { StringEquals: { 'kms:CallerAccount': '${aws:PrincipalAccount}' } },
    },
    'VARIABLE_USAGE_TOO_PERMISSIVE: `${aws:PrincipalAccount}` is what the caller brings along: `kms:CallerAccount` needs exact values. Write them out.',
  ],
  [
    'key',
    { Effect: 'Allow', Principal: { AWS: 'arn:aws:iam::444455556666:root' }, Action: 'kms:*', Resource: '*' },
    'ALL_ACTIONS_FOR_OTHER_ACCOUNT: `kms:*` for another account also covers what only this account can do with the key. List what is meant, such as `kms:Decrypt` and `kms:DescribeKey`.',
  ],
  [
    'key',
    {
      Effect: 'Allow',
      Principal: { AWS: 'arn:aws:iam::444455556666:root' },
      Action: ['kms:Decrypt', 'kms:Tag*'],
      Resource: '*',
    },
    'INEFFECTIVE_CROSS_ACCOUNT_ACTION: Nobody can call `kms:Tag*` on a key of another account, so this gives nothing. Remove it. Fix: Remove what has no effect.',
  ],
  [
    'key',
    {
      Effect: 'Allow',
      Principal: { AWS: 'arn:aws:iam::444455556666:root' },
      Action: ['kms:Tag*', 'kms:Decrypt', 'kms:PutKeyPolicy'],
      Resource: '*',
    },
    'INEFFECTIVE_CROSS_ACCOUNT_ACTION: Nobody can call `kms:Tag*` or `kms:PutKeyPolicy` on a key of another account, so this gives nothing. Remove it. Fix: Remove what has no effect.',
  ],
  [
    'key',
    {
      Effect: 'Deny',
      Principal: '*',
      Action: 'kms:*',
      Resource: '*',
      Condition: { StringNotEquals: { 'aws:SourceVpce': 'vpce-0a1b2c3d' } },
    },
    'DENY_BREAKS_SERVICES: Calls that AWS services make for someone do not carry `aws:SourceVpce` as expected, so `Statement 1` denies them too. Spare them with a condition on `aws:ViaAWSService` and, for services that call as themselves, `aws:PrincipalIsAWSService`. Fix: Spare calls through services.',
  ],
  [
    'key',
    [
      {
        Effect: 'Allow',
        Principal: { Service: 'sns.amazonaws.com' },
        Action: ['kms:GenerateDataKey*', 'kms:Decrypt'],
        Resource: '*',
        Sid: 'Topic',
      },
      {
        Effect: 'Deny',
        Principal: '*',
        Action: 'kms:*',
        Resource: '*',
        Condition: { StringNotEqualsIfExists: { 'aws:PrincipalOrgID': 'o-exampleorgid' } },
      },
    ],
    'DENY_STOPS_SERVICE: Calls by `sns.amazonaws.com` carry no `aws:PrincipalOrgID`, so `Statement 2` denies it everything that `Topic` allows. AWS does not say outright what its own calls carry: spare services with `aws:PrincipalIsAWSService`, and be sure. Fix: Spare services that call as themselves.',
  ],
  [
    'key',
    {
      Effect: 'Allow',
      Principal: { AWS: 'arn:aws:iam::111122223333:role/App' },
      Action: 'kms:Decrypt',
      Resource: '*',
      Condition: { StringEquals: { 'kms:CallerAccount': [] } },
    },
    'EMPTY_ARRAY_CONDITION: The list of values of `kms:CallerAccount` is empty, so there is nothing to compare with. Fill it or remove the condition.',
  ],
  [
    'identity',
    { Effect: 'Allow', Action: 'kms:Decrypt', Resource: 'arn:aws:kms:us-east-1:111122223333:alias/app' },
    'ALIAS_AS_RESOURCE: `arn:aws:kms:us-east-1:111122223333:alias/app` is an alias, and these actions are asked of the key that it stands for. Name the key by its ARN, or use a condition on `kms:RequestAlias` or `kms:ResourceAliases`.',
  ],
  [
    'identity',
    { Effect: 'Allow', Action: 'kms:Decrypt', Resource: 'arn:aws:s3::111122223333:bucket/*' },
    'ARN_ACCOUNT_NOT_ALLOWED: `arn:aws:s3::111122223333:bucket/*` has an account, and buckets have none. Name a bucket by `arn:aws:s3:::bucket`, and objects by `arn:aws:s3:::bucket/key`.',
  ],
  [
    'identity',
    { Effect: 'Allow', Action: 'kms:Decrypt', Resource: 'arn:aws:iam:us-east-1:111122223333:role/App' },
    'ARN_REGION_NOT_ALLOWED: `arn:aws:iam:us-east-1:111122223333:role/App` has a Region, and IAM has none. Leave the Region empty.',
  ],
  [
    'identity',
    { Effect: 'Allow', Action: 'kms:Decrypt', Resource: 'arn:aws:s3:us-east-1::bucket' },
    'ARN_REGION_NOT_ALLOWED: `arn:aws:s3:us-east-1::bucket` has a Region, and buckets have none. Name a bucket by `arn:aws:s3:::bucket`, and objects by `arn:aws:s3:::bucket/key`.',
  ],
  [
    'identity',
    { Effect: 'Allow', Action: 'kms:Decrypt', Resource: 'arn:aws:kms:us-east-1:1111-2222-3333:key/a' },
    'INVALID_ARN_ACCOUNT: `arn:aws:kms:us-east-1:1111-2222-3333:key/a` has `1111-2222-3333` where its account stands. A key is named by its ARN, `arn:aws:kms:us-east-1:111122223333:key/…`.',
  ],
  [
    'identity',
    { Effect: 'Allow', Action: 'kms:Decrypt', Resource: 'arn:aws:kms:us-east1:111122223333:key/a' },
    'INVALID_ARN_REGION: `arn:aws:kms:us-east1:111122223333:key/a` has `us-east1` where its Region stands. A key is named by its ARN, `arn:aws:kms:us-east-1:111122223333:key/…`.',
  ],
  [
    'identity',
    { Effect: 'Allow', Action: 'kms:Decrypt', Resource: 'arn:aws:kms:us-east-1:111122223333:app' },
    'INVALID_ARN_RESOURCE: `arn:aws:kms:us-east-1:111122223333:app` is neither a key nor an alias. A key is named by its ARN, `arn:aws:kms:us-east-1:111122223333:key/…`.',
  ],
  [
    'identity',
    { Effect: 'Allow', Action: 'kms:Decrypt', Resource: 'arn:aws:KMS:us-east-1:111122223333:key/a' },
    'INVALID_ARN_SERVICE_CASE: `arn:aws:KMS:us-east-1:111122223333:key/a` has its service in capital letters. A key is named by its ARN, `arn:aws:kms:us-east-1:111122223333:key/…`.',
  ],
  [
    'identity',
    { Effect: 'Allow', Action: 'kms:Decrypt', Resource: 'arn:amazon:kms:us-east-1:111122223333:key/a' },
    'INVALID_PARTITION: `arn:amazon:kms:us-east-1:111122223333:key/a` is of no partition of AWS: `amazon`. A key is named by its ARN, `arn:aws:kms:us-east-1:111122223333:key/…`.',
  ],
  [
    'identity',
    { Effect: 'Allow', Action: 'kms:Decrypt', Resource: 'arn:aws:kms:us-east-1::key/a' },
    'MISSING_ARN_ACCOUNT: `arn:aws:kms:us-east-1::key/a` has no account, and KMS keys have one. A key is named by its ARN, `arn:aws:kms:us-east-1:111122223333:key/…`.',
  ],
  [
    'identity',
    { Effect: 'Allow', Action: 'kms:Decrypt', Resource: 'arn:aws:kms' },
    'MISSING_ARN_FIELD: `arn:aws:kms` ends before it names a key. A key is named by its ARN, `arn:aws:kms:us-east-1:111122223333:key/…`.',
  ],
  [
    'identity',
    { Effect: 'Allow', Action: 'kms:Decrypt', Resource: 'arn:aws:kms::111122223333:key/a' },
    'MISSING_ARN_REGION: `arn:aws:kms::111122223333:key/a` has no Region, and KMS keys have one. A key is named by its ARN, `arn:aws:kms:us-east-1:111122223333:key/…`.',
  ],
  [
    'key',
    {
      Effect: 'Allow',
      Principal: { AWS: 'arn:aws:iam::111122223333:role/App' },
      Action: 'kms:Decrypt',
      Resource: '*',
      Condition: { IpAddress: { 'aws:SourceIp': ['203.0.113.0/24', '172.16.0.0/12'] } },
    },
    'PRIVATE_IP_ADDRESS_SUBSET: `172.16.0.0/12` is private, and `aws:SourceIp` never is. Use `aws:SourceVpc` or `aws:SourceVpce` for calls from within a VPC.',
  ],
  [
    'key',
    {
      Effect: 'Allow',
      Principal: { AWS: 'arn:aws:iam::111122223333:role/App' },
      Action: 'kms:Decrypt',
      Resource: '*',
      Condition: { NotIpAddress: { 'aws:SourceIp': '192.168.1.0/24' } },
    },
    'PRIVATE_NOT_IP_ADDRESS: `192.168.1.0/24` is private, and `aws:SourceIp` is a public address: the condition always holds. Use `aws:SourceVpc` or `aws:SourceVpce` for calls from within a VPC.',
  ],
  [
    'key',
    {
      Effect: 'Allow',
      Principal: { AWS: 'arn:aws:iam::111122223333:role/App' },
      Action: 'kms:Decrypt',
      Resource: '*',
      Sid: 'Größe ✓',
    },
    'INVALID_CHARACTER: A policy cannot hold the character `✓` (U+2713). Use only characters up to U+00FF.',
  ],
  [
    'key',
    {
      Effect: 'Allow',
      Principal: { AWS: 'arn:aws:iam::111122223333:role/KeyAdmin' },
      Action: 'kms:RetireGrant',
      Resource: '*',
    },
    'INEFFECTIVE_ACTION_IN_KEY_POLICY: A key policy has no say about `kms:RetireGrant`: the grant decides about it alone. Remove it.',
  ],
  [
    'key',
    {
      Effect: 'Allow',
      Principal: { AWS: 'arn:aws:iam::111122223333:role/App' },
      Action: 'kms:Decrypt',
      Resource: 'alias/app',
    },
    'UNSUPPORTED_RESOURCE_ARN_IN_POLICY: `alias/app` is the name of an alias, and a key policy is about its key alone. Write `*`, which means this key. Fix: Write `*`, which means this key.',
  ],
  [
    'key',
    {
      Effect: 'Allow',
      Principal: { AWS: 'arn:aws:iam::111122223333:role/App' },
      Action: 'kms:Decrypt',
      Resource: 'arn:aws:s3:::b',
    },
    'UNSUPPORTED_RESOURCE_ARN_IN_POLICY: `arn:aws:s3:::b` is a resource of `s3`, and a key policy is about its key alone. Write `*`, which means this key. Fix: Write `*`, which means this key.',
  ],
  [
    'key',
    [
      {
        Effect: 'Allow',
        Principal: { AWS: 'arn:aws:iam::111122223333:root' },
        Action: 'kms:*',
        Resource: '*',
      },
      {
        Effect: 'Allow',
        Principal: { Service: 'cloudtrail.amazonaws.com' },
        Action: 'kms:GenerateDataKey*',
        Resource: '*',
        Condition: {
          StringLike: { 'kms:EncryptionContext:aws:cloudtrail:arn': 'arn:aws:cloudtrail:*:1:trail/*' },
        },
      },
    ],
    'CLOUDTRAIL_CANNOT_DESCRIBE_KEY: `cloudtrail.amazonaws.com` also needs `kms:DescribeKey`, and no statement allows it. Allow that as well. Fix: Also allow `kms:DescribeKey`.',
  ],
  [
    'key',
    {
      Effect: 'Allow',
      Principal: { Federated: 'cognito-identity.amazonaws.com' },
      Action: 'kms:Decrypt',
      Resource: '*',
    },
    'FEDERATED_PRINCIPAL_NOT_SUPPORTED: The federated principal `cognito-identity.amazonaws.com` matches nobody in a key policy. Name the role that the federated user assumes.',
  ],
  [
    'rcp',
    { Effect: 'Allow', Principal: '*', Action: 'kms:*', Resource: '*' },
    'RCP_SYNTAX_ERROR_ALLOW: A resource control policy of your own can only deny. Write what is forbidden as a `Deny`.',
  ],
  [
    'scp',
    {
      Effect: 'Allow',
      Principal: { AWS: 'arn:aws:iam::111122223333:role/App' },
      Action: 'kms:Decrypt',
      Resource: '*',
    },
    'SCP_SYNTAX_ERROR_PRINCIPAL: `Principal` cannot stand in a service control policy. Remove it: the principal is the one the policy is attached to.',
  ],
  [
    'key',
    {
      Effect: 'Allow',
      Principal: { AWS: 'arn:aws:iam::111122223333:role/App' },
      Action: 'kms:Decrypt',
      Resource: '*',
      Condition: { IpAddress: { 'aws:VpcSourceIp': '10.0.0.0/16' } },
    },
    'MISSING_PAIRED_CONDITION_KEYS: `Statement 1` takes `aws:VpcSourceIp` from any VPC, and private addresses are the same in many. Add a condition on `aws:SourceVpc` or `aws:SourceVpce`.',
  ],
  [
    'key',
    {
      Effect: 'Allow',
      Principal: { AWS: 'arn:aws:iam::111122223333:role/Admin-*' },
      Action: 'kms:Decrypt',
      Resource: '*',
    },
    'UNSUPPORTED_WILDCARD_IN_PRINCIPAL: A wildcard never matches a part of a principal, as in `arn:aws:iam::111122223333:role/Admin-*`. Use `"Principal": "*"` with a condition on `aws:PrincipalArn`, or name each principal. Fix: Use `*` with conditions on `aws:PrincipalArn` and `aws:PrincipalAccount`.',
  ],
  [
    'key',
    { Effect: 'Allow', Principal: { Service: '*' }, Action: 'kms:Decrypt', Resource: '*' },
    'UNSUPPORTED_WILDCARD_IN_PRINCIPAL: `Service` cannot be `*`. Name each of them.',
  ],
  [
    'key',
    {
      Effect: 'Allow',
      Principal: { AWS: 'arn:aws:iam::111122223333:role/App' },
      Action: 'kms:Decrypt',
      Resource: '*',
      Conditions: {},
    },
    'INVALID_POLICY_ELEMENT: `Conditions` is no element of a statement. Did you mean `Condition`?',
  ],
  [
    'key',
    { Principal: { AWS: 'arn:aws:iam::111122223333:role/App' }, Action: 'kms:*', Resource: '*' },
    'MISSING_EFFECT: The statement has no `Effect`. Add `"Effect": "Allow"` or `"Effect": "Deny"`.',
  ],
  [
    'key',
    {
      Effect: 'Allow',
      Principal: { AWS: 'arn:aws:iam::111122223333:role/App' },
      Action: 'kms:Decrypt',
      Resource: '*',
      NotAction: 'kms:Encrypt',
    },
    'UNSUPPORTED_ELEMENT_COMBINATION: `Action` and `NotAction` cannot stand in one statement. Split it into two statements.',
  ],
  [
    'identity',
    {
      Effect: 'Allow',
      Principal: { AWS: 'arn:aws:iam::111122223333:role/App' },
      Action: 'kms:Decrypt',
      Resource: '*',
    },
    'UNSUPPORTED_PRINCIPAL: `Principal` cannot stand in an identity-based policy. Remove it: the principal is the one the policy is attached to.',
  ],
  [
    'key',
    {
      Effect: 'Allow',
      Principal: { AWS: 'arn:aws:iam::111122223333:role/App' },
      Action: 'kms:Decrypt',
      Resource: '*',
      Condition: { StringEquals: { 'aws:userid': '${aws:userid' } },
    },
    'MISSING_BRACE_IN_VARIABLE: The closing brace of the variable `${aws:userid` is missing.',
  ],
  [
    'key',
    {
      Version: '2020-01-01',
      Statement: [
        {
          Effect: 'Allow',
          Principal: { AWS: 'arn:aws:iam::111122223333:root' },
          Action: 'kms:*',
          Resource: '*',
        },
      ],
    },
    'INVALID_VERSION: `2020-01-01` is no version of the policy language. Write `"Version": "2012-10-17"`.',
  ],
  [
    'key',
    { Effect: 'Allow', Principal: { AWS: 'Alice' }, Action: 'kms:Decrypt', Resource: '*' },
    'INVALID_PRINCIPAL: `Alice` is neither an account id nor an ARN. Write 12 digits, or an ARN that begins with `arn:`.',
  ],
  [
    'key',
    {
      Effect: 'Allow',
      Principal: { AWS: 'arn:aws-cn:iam::111122223333:role/App' },
      Action: 'kms:Decrypt',
      Resource: '*',
    },
    'INVALID_PRINCIPAL: `arn:aws-cn:iam::111122223333:role/App` is in the partition `aws-cn`, and the key is in `aws`. A principal of another partition cannot use the key.',
  ],
  [
    'key',
    {
      Effect: 'Allow',
      Principal: { AWS: 'arn:aws:iam::111122223333:App' },
      Action: 'kms:Decrypt',
      Resource: '*',
    },
    'INVALID_PRINCIPAL: `arn:aws:iam::111122223333:App` is not the ARN of an account, a user, a role or a session. After the account comes `root`, `user/…`, `role/…` or, of STS, `assumed-role/…/…`.',
  ],
  [
    'key',
    { Effect: 'Allow', Principal: { AWS: 'arn:aws:iam:::root' }, Action: 'kms:Decrypt', Resource: '*' },
    'INVALID_PRINCIPAL: `arn:aws:iam:::root` has no account id of 12 digits in its fifth part. Put the account in.',
  ],
  [
    'key',
    {
      Effect: 'Allow',
      Principal: { AWS: 'arn:aws:iam:us-east-1:111122223333:role/App' },
      Action: 'kms:Decrypt',
      Resource: '*',
    },
    'INVALID_PRINCIPAL: `arn:aws:iam:us-east-1:111122223333:role/App` names a Region, and identities belong to none. Leave the fourth part empty.',
  ],
  [
    'key',
    { Effect: 'Allow', Principal: { AWS: 'arn:aws:s3:::bucket' }, Action: 'kms:Decrypt', Resource: '*' },
    'INVALID_PRINCIPAL: `arn:aws:s3:::bucket` is not the ARN of a principal. Name an account, a user, a role or a session.',
  ],
  [
    'key',
    {
      Effect: 'Allow',
      Principal: { AWS: 'arn:aws:iam::111122223333:role/AWSServiceRoleForAutoScaling' },
      Action: 'kms:Decrypt',
      Resource: '*',
    },
    'PRINCIPAL_WITHOUT_PATH: `arn:aws:iam::111122223333:role/AWSServiceRoleForAutoScaling` lacks the path of the role, so it names none. The ARN has `aws-service-role/<service>.amazonaws.com/` in front of the name.',
  ],
  [
    'key',
    { Effect: 'Allow', Principal: '*', Action: 'kms:Decrypt', Resource: '*' },
    'PUBLIC_ACCESS: `Statement 1` lets anyone in any AWS account use the key whose own IAM policies allow it. Add a condition on `kms:CallerAccount` or `aws:PrincipalOrgID`. Fix: Only for callers of `111122223333`.',
  ],
  [
    'rcp',
    {
      Effect: 'Deny',
      Principal: '*',
      Action: 'kms:*',
      Resource: '*',
      Condition: { StringNotEqualsIfExists: { 'aws:SourceOrgID': 'o-exampleorgid' } },
    },
    'RCP_MISSING_RELATED_SERVICE_PRINCIPAL_CONDITION_KEY: Only calls by AWS services carry `aws:SourceOrgID`, so `Statement 1` denies everybody else as well. Add `Bool` with `aws:PrincipalIsAWSService` equal to `true`. Fix: Deny AWS services only.',
  ],
  [
    'rcp',
    {
      Effect: 'Deny',
      Principal: '*',
      Action: 'kms:*',
      Resource: '*',
      Condition: { StringNotEqualsIfExists: { 'aws:SourceOrgID': 'o-exampleorgid' } },
    },
    'RCP_MISSING_SERVICE_CONDITION_KEY_NULL_CHECK: Not all calls by AWS services are for a resource and carry `aws:SourceOrgID`, and `Statement 1` denies the others too. Add `Null` with `aws:SourceAccount` equal to `false`. Fix: Leave out calls without a source.',
  ],
  [
    'key',
    {
      Effect: 'Allow',
      Principal: { AWS: 'arn:aws:iam::111122223333:role/App' },
      Action: 'kms:EnableKeyRotation',
      Resource: '*',
      Condition: { NumericLessThan: { 'kms:RotationPeriodInDays': ['90', '365'] } },
    },
    'REDUNDANT_CONDITION_VALUE_NUM: Beside `365`, `90` changes nothing: one bound that holds is enough. Keep the one that is meant.',
  ],
  [
    'identity',
    { Effect: 'Allow', Action: 'kms:Decrypt', Resource: ['*', 'arn:aws:kms:*:*:key/a'] },
    'REDUNDANT_RESOURCE: `arn:aws:kms:*:*:key/a` is taken in by another entry of the list. Fix: Remove what is taken in.',
  ],
  [
    'key',
    [
      {
        Effect: 'Allow',
        Principal: { AWS: 'arn:aws:iam::111122223333:role/App' },
        Action: ['kms:Decrypt', 'kms:Encrypt'],
        Resource: '*',
      },
      {
        Effect: 'Allow',
        Principal: { AWS: 'arn:aws:iam::111122223333:role/App' },
        Action: ['kms:encrypt', 'kms:decrypt'],
        Resource: '*',
        Sid: 'Again',
      },
    ],
    'REDUNDANT_STATEMENT: `Again` says the same as `Statement 1`. Remove one of them. Fix: Remove the statement.',
  ],
  [
    'key',
    {
      Effect: 'Allow',
      Principal: { AWS: 'arn:aws:iam::111122223333:role/App' },
      Action: 'kms:Decrypt',
      Resource: '*',
      Condition: { StringEquals: { 'kms:EncryptionContext:user': 'alice@example.com' } },
    },
    'SECRET_IN_ENCRYPTION_CONTEXT: The value for `user` looks like an e-mail address: CloudTrail writes encryption contexts down in plaintext. Use a value that may be read by anyone.',
  ],
  [
    'key',
    { Effect: 'Allow', Principal: { Service: 'sns' }, Action: 'kms:Decrypt', Resource: '*' },
    'INVALID_SERVICE_PRINCIPAL_FORMAT: `sns` is not the name of a service principal. Service principals are written in lower case, such as `sns.amazonaws.com`.',
  ],
  [
    'key',
    {
      Effect: 'Allow',
      Principal: { AWS: 'arn:aws:iam::111122223333:role/App' },
      Action: 'kms:Decrypt',
      Resource: '*',
      Condition: { ArnLike: { 'aws:SourceArn': 'arn:aws:s3:::b' } },
    },
    'CONDITION_KEY_ONLY_FOR_SERVICES: Only calls by AWS services carry `aws:SourceArn`, so `Statement 1` allows nothing. Name the service as principal, or remove the condition.',
  ],
  [
    'key',
    {
      Effect: 'Allow',
      Principal: { Service: 'sns.amazonaws.com' },
      Action: 'kms:Decrypt',
      Resource: '*',
      Condition: { StringEquals: { 'aws:PrincipalOrgID': 'o-exampleorgid' } },
    },
    'UNSUPPORTED_CONDITION_KEY_FOR_SERVICE_PRINCIPAL: Calls by `sns.amazonaws.com` never carry `aws:PrincipalOrgID`, so `Statement 1` allows nothing. Use `aws:SourceOrgID`. Fix: Use `aws:SourceOrgID`.',
  ],
  [
    'key',
    {
      Effect: 'Allow',
      Principal: { Service: 'sns.amazonaws.com', AWS: 'arn:aws:iam::111122223333:role/App' },
      Action: 'kms:Decrypt',
      Resource: '*',
      Condition: { StringEquals: { 'aws:PrincipalOrgID': 'o-exampleorgid' } },
    },
    'UNSUPPORTED_CONDITION_KEY_FOR_SERVICE_PRINCIPAL: Calls by `sns.amazonaws.com` never carry `aws:PrincipalOrgID`, so it is not meant here. Use `aws:SourceOrgID`.',
  ],
  [
    'key',
    {
      Effect: 'Allow',
      Principal: { Service: 'events.amazonaws.com' },
      Action: ['kms:GenerateDataKey*', 'kms:Decrypt'],
      Resource: '*',
      Condition: {
        StringEquals: {
          'kms:EncryptionContext:aws:sns:topicArn': 'arn:aws:sns:us-east-1:111122223333:alerts',
          'aws:SourceAccount': '111122223333',
        },
      },
    },
    'UNSUPPORTED_CONDITION_KEY_FOR_SERVICE_PRINCIPAL: EventBridge sends no `aws:SourceAccount` when it publishes to a topic, so `Statement 1` allows it nothing. The topic in the encryption context is enough: remove the condition. Fix: Remove the condition.',
  ],
  [
    'key',
    {
      Effect: 'Allow',
      Principal: { AWS: 'arn:aws:iam::111122223333:role/App' },
      Action: 'kms:Decrypt',
      Resource: '*',
      Condition: { 'ForAllValues:StringEquals': { 'kms:CallerAccount': '111122223333' } },
    },
    'FORALLVALUES_WITH_SINGLE_VALUED_KEY: `kms:CallerAccount` has one value, and with `ForAllValues` the condition also holds for requests without it. Leave out `ForAllValues`. Fix: Use `StringEquals`.',
  ],
  [
    'key',
    {
      Effect: 'Allow',
      Principal: { AWS: 'arn:aws:iam::111122223333:role/App' },
      Action: 'kms:Decrypt',
      Resource: '*',
      Condition: { 'ForAllValues:Null': { 'kms:EncryptionContextKeys': 'false' } },
    },
    'NULL_WITH_QUALIFIER: `ForAllValues:Null` is always true, whether the key is there or not. Write `Null`.',
  ],
  [
    'key',
    {
      Effect: 'Allow',
      Principal: { AWS: 'arn:aws:iam::111122223333:role/App' },
      Action: 'kms:Decrypt',
      Resource: '*',
      Condition: { 'ForAllValues:StringEquals': { 'kms:EncryptionContext:App': 'a' } },
    },
    'OVERLY_PERMISSIVE_CONDITION: KMS refuses a key policy with `ForAllValues` on `kms:EncryptionContext:App`, which would also hold for requests without it. Leave out `ForAllValues`. Fix: Use `StringEquals`.',
  ],
  [
    'key',
    {
      Effect: 'Allow',
      Principal: { AWS: 'arn:aws:iam::111122223333:role/App' },
      Action: 'kms:Decrypt',
      Resource: '*',
      Sid: '',
    },
    'EMPTY_SID_VALUE: This `Sid` is empty. Name the statement or remove the element.',
  ],
  [
    'identity',
    { Effect: 'Allow', Action: 'kms:Decrypt', Resource: '*', Sid: 'Use it' },
    'UNSUPPORTED_SID: `Use it` holds other characters than letters and digits. In an identity-based policy a `Sid` takes only A–Z, a–z and 0–9.',
  ],
  [
    'key',
    [
      {
        Effect: 'Allow',
        Principal: { AWS: 'arn:aws:iam::111122223333:root' },
        Action: 'kms:*',
        Resource: '*',
      },
      {
        Effect: 'Allow',
        Principal: '*',
        Action: 'kms:CreateGrant',
        Resource: '*',
        Condition: { StringEquals: { 'kms:CallerAccount': '111122223333' } },
      },
    ],
    'UNCONSTRAINED_CREATE_GRANT: `Statement 2` lets whoever its conditions let in create any grant, and so give anyone any use of the key. Add a condition on `kms:GrantIsForAWSResource`, or on `kms:GranteePrincipal` and `kms:GrantOperations`. Fix: Only for resources of AWS services.',
  ],
  [
    'key',
    {
      Effect: 'Allow',
      Principal: { AWS: ['AIDAEXAMPLEEXAMPLE123', '111122223333'] },
      Action: 'kms:Decrypt',
      Resource: '*',
    },
    'INVALID_USER_REFERENCE: `AIDAEXAMPLEEXAMPLE123` is the unique id of a user: AWS puts it where the ARN of one that was deleted stood. A new one of the same name does not have this id: name it by its ARN, or remove the entry.',
  ],
  [
    'key',
    {
      Effect: 'Allow',
      Principal: { AWS: 'arn:aws:iam::111122223333:role/App' },
      Action: ['kms:Encrypt', 'kms:Foo*'],
      Resource: '*',
    },
    'INVALID_ACTION: No action of KMS fits `kms:Foo*`.',
  ],
  [
    'key',
    {
      Effect: 'Allow',
      Principal: { AWS: 'arn:aws:iam::111122223333:role/App' },
      Action: ['kms:Encrypt', 'Decrypt'],
      Resource: '*',
    },
    'INVALID_ACTION: `Decrypt` is no action: the service and a colon are missing in front. Did you mean `kms:Decrypt`? Fix: Replace it with `kms:Decrypt`.',
  ],
  [
    'key',
    {
      Effect: 'Allow',
      Principal: { AWS: 'arn:aws:iam::111122223333:role/App' },
      Action: ['kms:Encrypt', 'kmss:Decrypt'],
      Resource: '*',
    },
    'INVALID_SERVICE_IN_ACTION: `kmss` is the prefix of no AWS service, so `kmss:Decrypt` is no action. Did you mean `kms:Decrypt`? Fix: Replace it with `kms:Decrypt`.',
  ],
  [
    'key',
    {
      Effect: 'Allow',
      Principal: { AWS: 'arn:aws:iam::111122223333:role/App' },
      Action: 'kms:Decrypt',
      Resource: '*',
      Condition: { StringEquals: { 'aws:ARN': 'a' } },
    },
    'DEPRECATED_GLOBAL_CONDITION_KEY: `aws:ARN` is the old name of `aws:PrincipalArn`. Fix: Write `aws:PrincipalArn`.',
  ],
  [
    'key',
    {
      Effect: 'Allow',
      Principal: { AWS: 'arn:aws:iam::111122223333:role/App' },
      Action: 'kms:Decrypt',
      Resource: '*',
      Condition: { StringEquals: { CallerAccount: 'a' } },
    },
    'INVALID_CONDITION_KEY_FORMAT: `CallerAccount` is no condition key: keys have a prefix, such as `kms:` or `aws:`. Did you mean `kms:CallerAccount`? Fix: Write `kms:CallerAccount`.',
  ],
  [
    'key',
    {
      Effect: 'Allow',
      Principal: { AWS: 'arn:aws:iam::111122223333:role/App' },
      Action: 'kms:Decrypt',
      Resource: '*',
      Condition: { StringEquals: { 'aws:PrincipalOrg': 'a' } },
    },
    'INVALID_GLOBAL_CONDITION_KEY: No request carries a condition key `aws:PrincipalOrg`. Did you mean `aws:PrincipalOrgID`? Fix: Write `aws:PrincipalOrgID`.',
  ],
  [
    'key',
    {
      Effect: 'Allow',
      Principal: { AWS: 'arn:aws:iam::111122223333:role/App' },
      Action: 'kms:Decrypt',
      Resource: '*',
      Condition: { StringEquals: { 'kms:CallerAcount': 'a' } },
    },
    'INVALID_SERVICE_CONDITION_KEY: No request carries a condition key `kms:CallerAcount`. Did you mean `kms:CallerAccount`? Fix: Write `kms:CallerAccount`.',
  ],
  [
    'key',
    {
      Effect: 'Allow',
      Principal: { AWS: 'arn:aws:iam::111122223333:role/App' },
      Action: 'kms:Decrypt',
      Resource: '*',
      Condition: { StringEquals: { 'kms:EncryptionContext:': 'a' } },
    },
    'INVALID_SERVICE_CONDITION_KEY: `kms:EncryptionContext:` lacks the name of a pair at its end. Write it as `kms:EncryptionContext:name`.',
  ],
  [
    'key',
    {
      Effect: 'Allow',
      Principal: { AWS: 'arn:aws:iam::111122223333:role/App' },
      Action: 'kms:Decrypt',
      Resource: '*',
      Condition: { StringEquals: { 'aws:PrincipalTag/': 'a' } },
    },
    'MISSING_TAG_KEY_IN_CONDITION: `aws:PrincipalTag/` lacks the key of a tag at its end. Write it as `aws:PrincipalTag/name`.',
  ],
  [
    'key',
    {
      Effect: 'Allow',
      Principal: { AWS: 'arn:aws:iam::111122223333:role/App' },
      Action: 'kms:Decrypt',
      Resource: '*',
      Condition: { Bool: { 'aws:SecureTransport': ['true', 'FALSE'] } },
    },
    'INVALID_CONDITION_MULTIPLE_BOOLEAN: `aws:SecureTransport` is compared with both `true` and `false`, so that one of them is always right. Keep the one that is meant.',
  ],
  [
    'key',
    {
      Effect: 'Allow',
      Principal: { AWS: 'arn:aws:iam::111122223333:role/App' },
      Action: 'kms:Decrypt',
      Resource: '*',
      Condition: { DateLessThan: { 'aws:CurrentTime': '2027' } },
    },
    'INVALID_DATE_VALUE: `2027` is read as seconds since 1970, not as a year or a date. Write the date as `2026-01-31`.',
  ],
  [
    'key',
    {
      Effect: 'Allow',
      Principal: { AWS: 'arn:aws:iam::111122223333:role/App' },
      Action: 'kms:Decrypt',
      Resource: '*',
      Condition: { StringEquals: { 'aws:SecureTransport': 'true' } },
    },
    'TYPE_MISMATCH: `aws:SecureTransport` is `true` or `false`, and `StringEquals` is not for that. Use `Bool` or its relatives.',
  ],
  [
    'key',
    {
      Effect: 'Allow',
      Principal: { AWS: 'arn:aws:iam::111122223333:role/App' },
      Action: 'kms:Decrypt',
      Resource: '*',
      Condition: { StringLike: { 'aws:SourceIp': '203.0.*' } },
    },
    'TYPE_MISMATCH: `aws:SourceIp` is an IP address, and `StringLike` is not for that. Use `IpAddress` or its relatives.',
  ],
  [
    'key',
    {
      Effect: 'Allow',
      Principal: { AWS: 'arn:aws:iam::111122223333:role/App' },
      Action: 'kms:Decrypt',
      Resource: '*',
      Condition: { Bool: { 'kms:CallerAccount': 'true' } },
    },
    'TYPE_MISMATCH: `kms:CallerAccount` is a text, and `Bool` is not for that. Use `StringEquals` or its relatives.',
  ],
  [
    'key',
    {
      Effect: 'Allow',
      Principal: { AWS: 'arn:aws:iam::111122223333:role/App' },
      Action: 'kms:Decrypt',
      Resource: '*',
      Condition: { DateLessThan: { 'aws:CurrentTime': 'tomorrow' } },
    },
    'TYPE_MISMATCH_DATE: `tomorrow` is no date, such as `2026-01-31T12:00:00Z`, as `DateLessThan` needs.',
  ],
  [
    'key',
    {
      Effect: 'Allow',
      Principal: { AWS: 'arn:aws:iam::111122223333:role/App' },
      Action: 'kms:Decrypt',
      Resource: '*',
      Condition: { NumericEquals: { 'kms:RotationPeriodInDays': 'many' } },
    },
    'TYPE_MISMATCH_NUMBER: `many` is no number, as `NumericEquals` needs.',
  ],
  [
    'key',
    {
      Effect: 'Allow',
      Principal: { AWS: 'arn:aws:iam::111122223333:role/App' },
      Action: 'kms:Decrypt',
      Resource: '*',
      Condition: { StringLikeIfExists: { 'kms:EncryptionContextKeys': ['app', '*'] } },
    },
    'REDUNDANT_KEY_DUE_TO_WILDCARD_IN_CONDITION: The condition on `kms:EncryptionContextKeys` holds whatever it is, and also where it is missing. Remove it.',
  ],
  [
    'key',
    {
      Effect: 'Allow',
      Principal: { AWS: 'arn:aws:iam::111122223333:role/App' },
      Action: 'kms:Decrypt',
      Resource: '*',
      Condition: { 'ForAnyValue:StringNotLike': { 'kms:EncryptionContextKeys': ['app', '*'] } },
    },
    'REDUNDANT_STATEMENT_DUE_TO_WILDCARD_IN_CONDITION: `Statement 1` never matches: no value of `kms:EncryptionContextKeys` is unlike `*`. Write what is meant, or remove the statement.',
  ],
];
