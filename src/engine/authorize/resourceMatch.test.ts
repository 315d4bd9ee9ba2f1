import { describe, expect, test } from 'vitest';
import { ACCOUNT, ALICE, ask, boundary, type Fields, identity, KEY } from './testing/decisions.ts';

const allowedBy = (more: Fields) => ({ Effect: 'Allow', Action: '*', ...more });
const delegating = {
  policy: {
    Version: '2012-10-17',
    Statement: [{ Effect: 'Allow', Principal: { AWS: ACCOUNT }, Action: 'kms:*', Resource: '*' }],
  },
};
const region = `arn:aws:kms:us-west-2:${ACCOUNT}:`;

/** Whether an IAM policy with such a resource allows the action; the key policy leaves it to IAM. */
function iam(statement: Fields, request: Fields = {}, key: Fields = delegating, arn = ALICE) {
  return (
    ask({ principal: arn, ...request }, key, { identities: [identity(arn, allowedBy(statement))] }) ===
    'allowed'
  );
}

describe('an IAM policy about a key (KMS-022, IAM-060…067)', () => {
  test.each<[string, boolean]>([
    ['*', true],
    [KEY, true],
    [`${region}key/*`, true],
    ['arn:aws:kms:*:*:key/*', true],
    ['arn:aws:kms:*', true],
    ['arn:aws:kms', true],
    ['arn:aws:kms:us-west-2', true],
    [`arn:aws:kms:us-west-2:${ACCOUNT}`, true],
    [region, false],
    ['arn:aws:s3', false],
    ['arn', false],
    [`${region}*`, true],
    ['arn:*:kms:us-west-2:111122223333:key/1234abcd-12ab-34cd-56ef-1234567890a?', true],
    [`${region}alias/a`, false],
    ['1234abcd-12ab-34cd-56ef-1234567890ab', false],
    ['alias/a', false],
    [KEY.toUpperCase(), false],
    [`arn:aws:kms:eu-west-1:${ACCOUNT}:key/*`, false],
    [`${region}key/1234abcd-12ab-34cd-56ef-1234567890abx`, false],
  ])('Resource %s: %s; NotResource the other way round', (resource, expected) => {
    const key = { ...delegating, aliases: ['alias/a'] };
    expect(iam({ Resource: resource }, {}, key)).toBe(expected);
    expect(iam({ NotResource: resource }, {}, key)).toBe(!expected);
    expect(iam({ Resource: ['arn:aws:s3:::b', resource] }, {}, key)).toBe(expected);
  });

  test.each<[string, Fields, boolean]>([
    [
      `${region}key/\${aws:PrincipalTag/key}`,
      { context: { 'aws:PrincipalTag/key': '1234abcd-12ab-34cd-56ef-1234567890ab' } },
      true,
    ],
    [`${region}key/\${aws:PrincipalTag/key}`, { context: { 'aws:PrincipalTag/key': 'other' } }, false],
    [`${region}key/\${aws:PrincipalTag/key}`, {}, false],
    // A star that comes out of a value is a character.
    [`${region}key/\${aws:PrincipalTag/key}`, { context: { 'aws:PrincipalTag/key': '*' } }, false],
    [`${region}\${aws:PrincipalTag/kind, 'key'}/*`, {}, true],
    [`arn:aws:kms:\${aws:RequestedRegion}:${ACCOUNT}:key/*`, {}, false],
    // A variable can stand only after the fifth colon.
    ['${aws:PrincipalTag/key}', { context: { 'aws:PrincipalTag/key': KEY } }, false],
    ['arn:aws:kms:${aws:PrincipalTag/rest}', { context: { 'aws:PrincipalTag/rest': 'x' } }, false],
  ])('with variables: %s of %j: %s', (resource, request, expected) => {
    expect(iam({ Resource: resource }, request)).toBe(expected);
  });
});

describe('an IAM policy about an action without a resource (KMS-023, IAM-055)', () => {
  const list = { action: 'kms:ListKeys' };

  test.each<[string, boolean]>([
    ['*', true],
    [`${region}*`, true],
    [`arn:aws:kms:*:${ACCOUNT}:*`, true],
    ['arn:aws:kms:*:*:*', true],
    [`arn:*:kms:us-west-2:${ACCOUNT}:*`, true],
    [`${region}key/*`, false],
    [KEY, false],
    [`arn:aws:kms:eu-west-1:${ACCOUNT}:*`, false],
    ['arn:aws:kms:us-west-2:444455556666:*', false],
    [`arn:aws-cn:kms:us-west-2:${ACCOUNT}:*`, false],
    [`arn:aws:s3:us-west-2:${ACCOUNT}:*`, false],
  ])('Resource %s: %s', (resource, expected) => {
    expect(iam({ Resource: resource }, list)).toBe(expected);
    expect(iam({ NotResource: resource }, list)).toBe(!expected);
  });

  test.each<[string, boolean]>([
    [`arn:aws-us-gov:kms:us-gov-west-1:${ACCOUNT}:*`, true],
    [`arn:*:kms:us-gov-west-1:${ACCOUNT}:*`, true],
    [`arn:aws:kms:us-gov-west-1:${ACCOUNT}:*`, false],
  ])('in another partition, %s: %s', (resource, expected) => {
    const key = { ...delegating, arn: `arn:aws-us-gov:kms:us-gov-west-1:${ACCOUNT}:key/k` };
    expect(iam({ Resource: resource }, list, key, ALICE.replace('arn:aws:', 'arn:aws-us-gov:'))).toBe(
      expected,
    );
  });

  test('in a boundary an ARN is completed too', () => {
    const limited = (Resource: string) =>
      ask({ principal: ALICE }, delegating, {
        identities: [
          { ...identity(ALICE, allowedBy({ Resource: '*' })), ...boundary(allowedBy({ Resource })) },
        ],
      });
    expect([limited('arn:aws:kms'), limited('arn:aws:s3')]).toEqual(['allowed', 'implicitDeny']);
  });

  test('of another service only the star counts', () => {
    const buckets = { action: 's3:ListAllMyBuckets' };
    expect(iam({ Resource: '*' }, buckets)).toBe(true);
    expect(iam({ Resource: 'arn:aws:s3:::*' }, buckets)).toBe(false);
    expect(iam({ Resource: `arn:aws:kms:us-west-2:${ACCOUNT}:*` }, buckets)).toBe(false);
  });
});

describe('a key policy (KMS-020)', () => {
  test.each<[Fields, boolean]>([
    [{ Resource: '*' }, true],
    [{ Resource: KEY }, true],
    [{ Resource: `${region}key/*` }, true],
    [{ Resource: KEY.replace('1234abcd', '9999abcd') }, false],
    [{ Resource: `${region}alias/a` }, false],
    [{ Resource: 'arn:aws:kms' }, false],
    [{ NotResource: `${region}alias/a` }, true],
    [{ NotResource: KEY }, false],
    [{}, false],
  ])('%j: %s', (resource, expected) => {
    const policy = {
      Version: '2012-10-17',
      Statement: [{ ...allowedBy(resource), Principal: { AWS: ALICE } }],
    };
    expect(ask({ principal: ALICE }, { policy, aliases: ['alias/a'] }) === 'allowed').toBe(expected);
  });
});
