import fc from 'fast-check';
import { expect, test } from 'vitest';
import { compileGrant } from './plan.ts';
import { parseGrants } from './parseGrants.ts';

const grant = {
  GrantId: 'g1',
  GranteePrincipal: 'arn:aws:iam::111122223333:role/App',
  Operations: ['Decrypt'],
  Constraints: { EncryptionContextSubset: { tenant: 'a' } },
};

test.each<[string, unknown, number]>([
  ['a list of grants', [grant, { ...grant, GrantId: 'g2' }], 2],
  ['the output of list-grants', { Grants: [grant], Truncated: false }, 1],
  ['one grant', grant, 1],
])('%s is read', (_, value, count) => {
  const { grants, diagnostics } = parseGrants(JSON.stringify(value), 'grants');
  expect(grants).toHaveLength(count);
  expect(diagnostics).toEqual([]);
  expect(grants?.[0]).toMatchObject({ ref: 'grant:g1', subset: { pairs: new Map([['tenant', 'a']]) } });
});

test('an empty text is no grants, and something else is said to be none', () => {
  expect(parseGrants('  ', 'grants')).toEqual({ grants: [], diagnostics: [] });
  const { grants, diagnostics } = parseGrants('{"a": 1}', 'grants');
  expect(grants).toBeUndefined();
  expect(diagnostics.map(({ code }) => code)).toEqual(['INVALID_GRANT_LIST']);
});

test('a constraint that cannot be read leaves no grant rather than an unconstrained one', () => {
  for (const constraint of ['tenant', { tenant: 1 }]) {
    const text = JSON.stringify([{ ...grant, Constraints: { EncryptionContextEquals: constraint } }]);
    expect(parseGrants(text, 'grants')).toMatchObject({
      grants: [],
      diagnostics: [{ code: 'DATA_TYPE_MISMATCH' }],
    });
  }
});

test('an operation no grant can have is marked and counts for nothing (KMS-051)', () => {
  const operations = ['Decrypt', 'RevokeGrant', 'decrypt', 'ReEncrypt', 'kms:Encrypt'];
  const { grants, diagnostics } = parseGrants(
    JSON.stringify([{ ...grant, Operations: operations }]),
    'grants',
  );
  expect([...(grants?.map(compileGrant)[0]?.actions ?? [])]).toEqual(['kms:Decrypt']);
  expect(diagnostics.filter(({ code }) => code === 'INVALID_GRANT_OPERATION')).toHaveLength(4);
});

test('no text makes it throw', () => {
  const anything = fc.oneof(
    fc.string(),
    fc.json(),
    fc.json().map((json) => `[${json}]`),
    fc.json().map((json) => `[{"Operations": ${json}, "Constraints": ${json}}]`),
  );
  fc.assert(
    fc.property(anything, (text) => void parseGrants(text, 'grants')),
    { numRuns: 500 },
  );
});
