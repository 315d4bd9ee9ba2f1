const LIMIT = 32_768;

/** A key policy of just under 32 KB, the most KMS takes: delegation, many roles with conditions, services, denies. */
export function largePolicy(): string {
  const statements: unknown[] = [
    {
      Sid: 'EnableIamPolicies',
      Effect: 'Allow',
      Principal: { AWS: 'arn:aws:iam::111122223333:root' },
      Action: 'kms:*',
      Resource: '*',
    },
    {
      Sid: 'DenyOutsideOrganization',
      Effect: 'Deny',
      Principal: '*',
      Action: 'kms:*',
      Resource: '*',
      Condition: {
        StringNotEqualsIfExists: { 'aws:PrincipalOrgID': 'o-a1b2c3d4e5' },
        BoolIfExists: { 'aws:PrincipalIsAWSService': 'false' },
      },
    },
  ];
  for (let index = 0; ; index++) {
    const next = [...statements, statement(index)];
    const text = JSON.stringify({ Version: '2012-10-17', Statement: next }, null, 2);
    if (text.length > LIMIT) return JSON.stringify({ Version: '2012-10-17', Statement: statements }, null, 2);
    statements.push(statement(index));
  }
}

function statement(index: number): unknown {
  return {
    Sid: `Application${index}`,
    Effect: 'Allow',
    Principal: { AWS: `arn:aws:iam::111122223333:role/team-${index % 7}/Application${index}` },
    Action: ['kms:Decrypt', 'kms:GenerateDataKey*', 'kms:DescribeKey'],
    Resource: '*',
    Condition: {
      StringEquals: {
        'kms:EncryptionContext:tenant': [`tenant-${index}`, `tenant-${index + 1}`],
        'kms:ViaService': 's3.us-east-1.amazonaws.com',
      },
      StringLike: { 'kms:EncryptionContext:path': `orders/${index}/*` },
    },
  };
}
