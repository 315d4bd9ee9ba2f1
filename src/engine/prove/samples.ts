import type { ConditionKeyInfo } from '#engine/catalog/conditionKey.ts';

const byKey: Readonly<Record<string, readonly string[]>> = {
  'kms:viaservice': [
    's3.us-east-1.amazonaws.com',
    's3.eu-west-1.amazonaws.com',
    'rds.us-east-1.amazonaws.com',
  ],
  'aws:sourcearn': ['arn:aws:lambda:us-east-1:111122223333:function:example', 'arn:aws:s3:::example-bucket'],
  'aws:sourceaccount': ['444455556666', '777788889999'],
  'aws:sourceorgid': ['o-exampleorg', 'o-anotherorg'],
  'aws:principalorgid': ['o-exampleorg', 'o-anotherorg'],
  'aws:sourcevpc': ['vpc-11223344', 'vpc-55667788'],
  'aws:sourcevpce': ['vpce-1a2b3c4d', 'vpce-5e6f7a8b'],
  'aws:requestedregion': ['us-east-1', 'eu-west-1'],
  'kms:requestalias': ['alias/example'],
  'kms:granteeprincipal': ['arn:aws:iam::444455556666:role/ExampleRole'],
  'kms:grantoperations': [
    'Decrypt',
    'Encrypt',
    'GenerateDataKey',
    'DescribeKey',
    'CreateGrant',
    'RetireGrant',
  ],
};

const byType: Readonly<Record<ConditionKeyInfo['type'], readonly string[]>> = {
  string: ['example', 'another', 'third', 'a'],
  arn: [
    'arn:aws:iam::444455556666:role/ExampleRole',
    'arn:aws:lambda:us-east-1:111122223333:function:example',
  ],
  bool: ['true', 'false'],
  numeric: ['7', '30', '365'],
  date: ['2026-06-01T00:00:00Z', '2030-01-01T00:00:00Z'],
  ip: ['203.0.113.10', '198.51.100.10'],
};

/** Values to try first for a condition key, so that a request that shows something looks like one that is made. */
export function samplesFor(key: string, info: ConditionKeyInfo | undefined): readonly string[] {
  return [...(byKey[key] ?? info?.values ?? []), ...byType[info?.type ?? 'string']];
}
