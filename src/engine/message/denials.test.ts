import { describe, expect, test } from 'vitest';
import {
  answerOf,
  appOf,
  type Asked,
  hidden,
  KEY,
  type LayerName,
  OTHER,
  OWNER,
  type Said,
  told,
} from './testing/told.ts';

const on = (account: string, where = `on resource: ${KEY}`): string =>
  `User: ${appOf(account)} is not authorized to perform: kms:Decrypt ${where}`;
const missing = (policy: string): string => `because no ${policy} allows the kms:Decrypt action`;
const vague =
  'on this resource because the resource does not exist in this Region, no resource-based policies allow access, or a resource-based policy explicitly denies access';

/** One layer refuses and every other one allows: the text names it. */
const rows: readonly (readonly [LayerName, Said, string])[] = [
  ['key', 'nothing', missing('resource-based policy')],
  ['key', 'deny', 'with an explicit deny in a resource-based policy'],
  ['identity', 'nothing', missing('identity-based policy')],
  ['identity', 'deny', 'with an explicit deny in an identity-based policy'],
  ['boundary', 'nothing', missing('permissions boundary')],
  ['boundary', 'deny', 'with an explicit deny in a permissions boundary'],
  ['session', 'nothing', missing('session policy')],
  ['session', 'deny', 'with an explicit deny in a session policy'],
  ['scp', 'nothing', missing('service control policy')],
  ['scp', 'deny', 'with an explicit deny in a service control policy'],
  ['rcp', 'deny', 'with an explicit deny in a resource control policy'],
  ['endpoint', 'nothing', missing('VPC endpoint policy')],
  ['endpoint', 'deny', 'with an explicit deny in a VPC endpoint policy'],
];

describe('within one account', () => {
  test.each(rows)('%s says %s', (layer, said, reason) => {
    const asked = { account: OWNER, layers: { [layer]: said } };
    expect(told(asked)).toBe(`${on(OWNER)} ${reason}`);
    expect(answerOf(asked).awsMessage?.alternatives).toEqual([]);
  });
});

describe('across accounts', () => {
  test.each(rows)('%s says %s', (layer, said, reason) => {
    const text = layer === 'key' ? on(OTHER, vague) : `${on(OTHER)} ${reason}`;
    expect(told({ account: OTHER, layers: { [layer]: said } })).toBe(text);
  });

  test('which of the three reasons it is, is left out', () => {
    expect(hidden({ account: OTHER, layers: { key: 'deny' } })[0]).toContain(
      'a Deny statement of the key policy',
    );
    expect(hidden({ account: OTHER, layers: { key: 'nothing' } })[0]).toContain(
      'a missing Allow in the key policy',
    );
  });
});

describe('several layers', () => {
  const asked: Asked = {
    account: OWNER,
    layers: { key: 'nothing', identity: 'deny', boundary: 'nothing', scp: 'nothing' },
  };

  test('a Deny is named before a missing Allow, and the others are said to be left out', () => {
    expect(told(asked)).toBe(`${on(OWNER)} with an explicit deny in an identity-based policy`);
    expect(hidden(asked)[0]).toBe(
      'Layers that refuse it as well: the SCPs (no Allow), the key policy (no Allow) and the permissions boundary (no Allow).',
    );
    expect(answerOf(asked).awsMessage?.alternatives).toEqual([
      `${on(OWNER)} ${missing('service control policy')}`,
      `${on(OWNER)} ${missing('resource-based policy')}`,
      `${on(OWNER)} ${missing('permissions boundary')}`,
    ]);
  });

  test('where key policy and IAM policies are both silent, the key policy is named', () => {
    expect(told({ account: OWNER, layers: { key: 'nothing', identity: 'nothing' } })).toBe(
      `${on(OWNER)} ${missing('resource-based policy')}`,
    );
  });

  test('the statement that denies is named as left out', () => {
    expect(hidden({ account: OWNER, layers: { key: 'deny' } })[0]).toBe(
      'The statement: DenyAll in the key policy.',
    );
  });
});

describe('how the key is named', () => {
  const where = 'on the resource associated with this ciphertext';

  test('a Decrypt that leaves the key to the ciphertext', () => {
    const asked: Asked = { account: OWNER, layers: { identity: 'nothing' }, isKeyUnnamed: true };
    expect(told(asked)).toBe(`${on(OWNER, where)} ${missing('identity-based policy')}`);
    expect(answerOf(asked).awsMessage?.alternatives).toEqual([
      'The ciphertext refers to a customer master key that does not exist, does not exist in this region, or you are not allowed to access.',
    ]);
  });

  test('and across accounts', () => {
    const asked: Asked = { account: OTHER, layers: { key: 'nothing' }, isKeyUnnamed: true };
    expect(told(asked)).toBe(`${on(OTHER, where)} ${vague.replace('on this resource ', '')}`);
  });

  test('the permission that is missing, not the operation', () => {
    const request = { action: 'kms:ReEncrypt', parameters: { DestinationKeyId: KEY } };
    const asked: Asked = { account: OWNER, layers: { identity: 'nothing' }, request };
    expect(told(asked)).toContain(`kms:ReEncryptFrom on resource: ${KEY}`);
    expect(hidden(asked)).toContain('That the call is refused for kms:ReEncryptTo as well.');
  });

  test('an operation without a key', () => {
    expect(
      told({
        account: OWNER,
        layers: { identity: 'nothing' },
        request: { action: 'kms:ListKeys', resource: '*' },
      }),
    ).toBe(
      `User: ${appOf(OWNER)} is not authorized to perform: kms:ListKeys on resource: * because no identity-based policy allows the kms:ListKeys action`,
    );
  });
});

test.each([
  [`arn:aws:iam::${OWNER}:user/Alice`, `User: arn:aws:iam::${OWNER}:user/Alice is`],
  [`arn:aws:iam::${OWNER}:role/App`, `User: arn:aws:sts::${OWNER}:assumed-role/App/SESSION-NAME is`],
  [`arn:aws:sts::${OWNER}:federated-user/Bob`, `User: arn:aws:sts::${OWNER}:federated-user/Bob is`],
  [`arn:aws:iam::${OWNER}:root`, `User: arn:aws:iam::${OWNER}:root is`],
])('the caller %s', (principal, start) => {
  const text = told({ account: OWNER, layers: { key: 'deny', identity: 'nothing' }, request: { principal } });
  expect(text?.startsWith(start)).toBe(true);
});

test('callers whom KMS tells something else', () => {
  const service = answerOf({
    account: OWNER,
    layers: { key: 'nothing' },
    request: { principal: 'logs.amazonaws.com' },
  });
  expect(service.awsMessage?.parts).toEqual([]);
  expect(told({ account: OWNER, request: { principal: 'anonymous' } })).toBe('Missing Authentication Token');
});

test('a call that works is told nothing', () => {
  expect(told({ account: OWNER })).toBeNull();
});

test('an operation that does not work across accounts has no published text', () => {
  const asked: Asked = { account: OTHER, request: { action: 'kms:DisableKey' } };
  expect(answerOf(asked).decision).toBe('implicitDeny');
  expect(told(asked)).toBeUndefined();
});

test('the parts say where they are known from', () => {
  const { awsMessage } = answerOf({ account: OTHER, layers: { key: 'deny' } });
  expect(awsMessage?.parts.map(({ basis }) => basis)).toEqual(['documented', 'observed', 'observed']);
});
