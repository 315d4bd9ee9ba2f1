/** A statement of a key policy as JSON. */
export type PlainStatement = Readonly<Record<string, unknown>>;

/**
 * Statements of every usual kind, each a little different from all others: 134 of them are just under 32 KB, the most KMS
 * takes, without white space.
 */
export function usualStatements(count: number): readonly PlainStatement[] {
  return Array.from({ length: count }, (_, at) => KINDS[at % KINDS.length]?.(at) ?? {});
}

const role = (name: string) => ({ AWS: `arn:aws:iam::111122223333:role/${name}` });

const KINDS: readonly ((at: number) => PlainStatement)[] = [
  (at) => ({
    Sid: `Use${at}`,
    Effect: 'Allow',
    Principal: role(`App${at}`),
    Action: ['kms:Decrypt', 'kms:GenerateDataKey*'],
    Resource: '*',
    Condition: {
      StringEquals: {
        'kms:EncryptionContext:app': `app-${at}`,
        'kms:ViaService': 's3.us-east-1.amazonaws.com',
      },
    },
  }),
  (at) => ({
    Sid: `Path${at}`,
    Effect: 'Allow',
    Principal: { AWS: '111122223333' },
    Action: ['kms:Encrypt', 'kms:Decrypt'],
    Resource: '*',
    Condition: { StringLike: { 'aws:PrincipalArn': `arn:aws:iam::*:role/team-${at}-*` } },
  }),
  (at) => ({
    Sid: `Logs${at}`,
    Effect: 'Allow',
    Principal: { Service: 'logs.us-east-1.amazonaws.com' },
    Action: ['kms:Encrypt', 'kms:Decrypt'],
    Resource: '*',
    Condition: {
      ArnLike: {
        'kms:EncryptionContext:aws:logs:arn': `arn:aws:logs:us-east-1:111122223333:log-group:/app/${at}/*`,
      },
    },
  }),
  (at) => ({
    Sid: `Grant${at}`,
    Effect: 'Allow',
    Principal: role(`Operator${at}`),
    Action: 'kms:CreateGrant',
    Resource: '*',
    Condition: {
      'ForAllValues:StringEquals': { 'kms:GrantOperations': ['Decrypt', 'Encrypt'] },
      Bool: { 'kms:GrantIsForAWSResource': 'true' },
    },
  }),
  (at) => ({
    Sid: `Guard${at}`,
    Effect: 'Deny',
    Principal: '*',
    Action: ['kms:ScheduleKeyDeletion', 'kms:DisableKey'],
    Resource: '*',
    Condition: {
      ArnNotLike: {
        'aws:PrincipalArn': [`arn:aws:iam::111122223333:role/Admin${at}*`],
      },
    },
  }),
  (at) => ({
    Sid: `Guest${at}`,
    Effect: 'Allow',
    Principal: { AWS: '444455556666' },
    Action: ['kms:Decrypt', 'kms:DescribeKey'],
    Resource: '*',
    Condition: {
      StringEquals: { 'aws:PrincipalTag/project': `project-${at}` },
      IpAddress: { 'aws:SourceIp': `10.0.${at}.0/24` },
    },
  }),
];

/** One condition of one statement changed, as an author would. */
export function edited(statements: readonly PlainStatement[]): readonly PlainStatement[] {
  const [first = {}, ...rest] = statements;
  return [
    { ...first, Condition: { StringEquals: { 'kms:EncryptionContext:app': ['app-0', 'app-new'] } } },
    ...rest,
  ];
}

/** The same access in other words: in reverse order, a statement for each action, without names. */
export function rewritten(statements: readonly PlainStatement[]): readonly PlainStatement[] {
  return statements.toReversed().flatMap(({ Sid: _sid, Action: action, ...rest }) => {
    const actions: readonly unknown[] = Array.isArray(action) ? action : [action];
    return actions.map((Action) => ({ ...rest, Action }));
  });
}
