import { describe, expect, test } from 'vitest';
import { type Caller, callerAccount, callerName, callerPartition } from './caller.ts';
import { identityArnOf } from './identityArnOf.ts';
import { isServicePrincipal, readCaller } from './readCaller.ts';

const A = '111122223333';
const identities = [
  { arn: `arn:aws:iam::${A}:user/team/Alice`, id: 'AIDAALICE' },
  { arn: `arn:aws:iam::${A}:role/app/Worker`, id: 'AROAWORKER' },
  { arn: `arn:aws:iam::444455556666:role/other/Worker`, id: 'AROAOTHER' },
];

function caller(principal: string, issuer?: string, partition?: string) {
  const session = issuer === undefined ? {} : { session: { issuer } };
  return readCaller({ principal, action: 'kms:Decrypt', ...session }, identities, partition);
}

const worker = {
  kind: 'roleSession',
  arn: `arn:aws:sts::${A}:assumed-role/Worker/s1`,
  partition: 'aws',
  account: A,
  roleArn: `arn:aws:iam::${A}:role/app/Worker`,
  roleName: 'Worker',
  pathKnown: true,
  sessionName: 's1',
  roleId: 'AROAWORKER',
  serviceLinked: false,
};

describe('who makes a request (section 2.1)', () => {
  test.each<[string, string | undefined, object]>([
    [A, undefined, { kind: 'root', partition: 'aws', account: A, arn: `arn:aws:iam::${A}:root` }],
    [
      `arn:aws:iam::${A}:root`,
      undefined,
      { kind: 'root', partition: 'aws', account: A, arn: `arn:aws:iam::${A}:root` },
    ],
    [
      `  arn:aws:iam::${A}:user/team/Alice `,
      undefined,
      {
        kind: 'user',
        partition: 'aws',
        account: A,
        name: 'Alice',
        id: 'AIDAALICE',
        arn: `arn:aws:iam::${A}:user/team/Alice`,
      },
    ],
    [
      `arn:aws:iam::${A}:user/Alice`,
      undefined,
      {
        kind: 'user',
        partition: 'aws',
        account: A,
        name: 'Alice',
        id: undefined,
        arn: `arn:aws:iam::${A}:user/Alice`,
      },
    ],
    [worker.arn, undefined, worker],
    [
      worker.arn,
      `arn:aws:iam::${A}:role/elsewhere/Worker`,
      { ...worker, roleArn: `arn:aws:iam::${A}:role/elsewhere/Worker` },
    ],
    // An issuer that is another role, or no role, says nothing about this one.
    [worker.arn, `arn:aws:iam::${A}:role/app/Other`, worker],
    [worker.arn, `arn:aws:iam::${A}:user/Worker`, worker],
    [
      `arn:aws:sts::${A}:assumed-role/Guest/s2`,
      undefined,
      {
        kind: 'roleSession',
        arn: `arn:aws:sts::${A}:assumed-role/Guest/s2`,
        partition: 'aws',
        account: A,
        roleArn: `arn:aws:iam::${A}:role/Guest`,
        roleName: 'Guest',
        pathKnown: false,
        sessionName: 's2',
        roleId: undefined,
        serviceLinked: false,
      },
    ],
    [
      `arn:aws:iam::${A}:role/app/Worker`,
      undefined,
      { ...worker, arn: `arn:aws:sts::${A}:assumed-role/Worker`, sessionName: undefined },
    ],
    [
      `arn:aws:sts::${A}:federated-user/carol`,
      `arn:aws:iam::${A}:user/team/Alice`,
      {
        kind: 'federatedUser',
        arn: `arn:aws:sts::${A}:federated-user/carol`,
        partition: 'aws',
        account: A,
        name: 'carol',
        userArn: `arn:aws:iam::${A}:user/team/Alice`,
      },
    ],
    ['logs.us-east-1.amazonaws.com', undefined, { kind: 'service', name: 'logs.us-east-1.amazonaws.com' }],
    ['anonymous', undefined, { kind: 'anonymous' }],
  ])('%s', (principal, issuer, expected) => {
    expect(caller(principal, issuer)).toEqual(expected);
  });

  test('a bare account is of the partition asked about', () => {
    expect(caller(A, undefined, 'aws-cn')).toMatchObject({ arn: `arn:aws-cn:iam::${A}:root` });
  });

  test.each([
    [`arn:aws:iam::${A}:role/aws-service-role/mrk.kms.amazonaws.com/Role`, true],
    [`arn:aws:sts::${A}:assumed-role/AWSServiceRoleForAutoScaling/s`, true],
    [`arn:aws:sts::${A}:assumed-role/MyAWSServiceRoleFor/s`, false],
    [`arn:aws:iam::${A}:role/app/aws-service-role/Role`, false],
  ])('%s is a service-linked role: %s', (principal, expected) => {
    expect(caller(principal)).toMatchObject({ serviceLinked: expected });
  });

  test.each([
    ['', /^No principal is given: enter an ARN or a service principal\.$/],
    ['   ', /^No principal is given/],
    ['Alice', /^`Alice` is neither an ARN nor a service principal: write /],
    ['1111222233334', /is neither an ARN nor a service principal/],
    [
      `arn:aws:iam::${A}:group/Admins`,
      /is a group, and a group makes no requests: enter one of its users\.$/,
    ],
    [`arn:aws:sts::${A}:assumed-role/Worker`, /names no session: write /],
    [`arn:aws:iam::${A}:policy/P`, /names no principal that makes requests/],
    ['arn:aws:s3:::bucket', /names no principal that makes requests/],
    ['*', /is neither an ARN/],
  ])('%j is a problem', (principal, message) => {
    const read = caller(principal);
    expect('problem' in read ? read.problem : read).toMatch(message);
  });
});

test.each([
  ['s3.amazonaws.com', true],
  ['logs.us-east-1.amazonaws.com', true],
  ['ec2.amazonaws.com.cn', true],
  ['edgelambda.amazonaws.com', true],
  ['.amazonaws.com', false],
  ['amazonaws.com', false],
  ['S3.amazonaws.com', false],
  ['s3.amazonaws.com.evil', false],
  ['xs3.amazonaws.comx', false],
  ['a b.amazonaws.com', false],
])('%s is a service principal: %s', (text, expected) => {
  expect(isServicePrincipal(text)).toBe(expected);
});

test('account, name, partition and identity of each kind of caller', () => {
  const everyone: readonly Caller[] = [
    { kind: 'root', arn: `arn:aws:iam::${A}:root`, partition: 'aws', account: A },
    {
      kind: 'user',
      arn: 'arn:aws-cn:iam::1:user/U',
      partition: 'aws-cn',
      account: '1',
      name: 'U',
      id: undefined,
    },
    { ...worker, kind: 'roleSession' },
    {
      kind: 'federatedUser',
      arn: 'arn:aws:sts::1:federated-user/F',
      partition: 'aws',
      account: '1',
      name: 'F',
      userArn: 'u',
    },
    { kind: 'service', name: 's3.amazonaws.com' },
    { kind: 'anonymous' },
    { kind: 'anyone', account: A },
    { kind: 'anyone', account: undefined },
  ];
  expect(
    everyone.map((one) => [callerAccount(one), callerName(one), callerPartition(one), identityArnOf(one)]),
  ).toEqual([
    [A, `arn:aws:iam::${A}:root`, 'aws', undefined],
    ['1', 'arn:aws-cn:iam::1:user/U', 'aws-cn', 'arn:aws-cn:iam::1:user/U'],
    [A, worker.arn, 'aws', worker.roleArn],
    ['1', 'arn:aws:sts::1:federated-user/F', 'aws', 'u'],
    [undefined, 's3.amazonaws.com', undefined, undefined],
    [undefined, 'anonymous', undefined, undefined],
    [A, `anyone in ${A}`, undefined, undefined],
    [undefined, 'anyone', undefined, undefined],
  ]);
});
