import { describe, expect, it } from 'vitest';
import { parseGrants } from '#engine/grants/parseGrants.ts';
import { parsePolicy } from '#engine/policy/parsePolicy.ts';
import { awsPage } from '../hover/awsPage.ts';
import { at } from '../testing/cursor.ts';
import { orders } from '../testing/orders.ts';
import { statementTemplates } from './statements.data.ts';

const cases = statementTemplates.flatMap(({ kinds, label }) => kinds.map((kind) => ({ kind, label })));

describe('a whole statement', () => {
  it.each(cases)('for $kind: $label', ({ kind, label }) => {
    const text = at(kind, '|', orders).accept(label);
    const { diagnostics } =
      kind === 'grants' ? parseGrants(text, 't') : parsePolicy(text, { id: 't', type: kind, name: 't' });
    expect(diagnostics).toEqual([]);
    expect(text).not.toMatch(/<|\$/);
    const within = kind === 'grants' ? '[|]' : '{ "Version": "2012-10-17", "Statement": [|] }';
    expect(JSON.parse(at(kind, within, orders).accept(label))).toEqual(JSON.parse(text));
  });

  it('has a page behind it and a name of its own in each kind of document', () => {
    expect(statementTemplates.filter(({ source }) => awsPage(source) === undefined)).toEqual([]);
    expect(new Set(cases.map(({ kind, label }) => `${kind} ${label}`)).size).toBe(cases.length);
  });

  it('stands between others with the commas it needs', () => {
    const text = '{ "Version": "2012-10-17", "Statement": [{ "Sid": "a" } | { "Sid": "b" }] }';
    const result = JSON.parse(at('key', text, orders).accept('Enable IAM policies')) as {
      readonly Statement: readonly { readonly Sid: string }[];
    };
    expect(result.Statement.map(({ Sid }) => Sid)).toEqual(['a', 'EnableIamPolicies', 'b']);
  });

  it('names what the scenario knows', () => {
    const text = at('key', '|', orders).accept('Deny everyone outside the organization');
    expect(text).toContain('"aws:PrincipalOrgID": "o-a1b2c3d4e5"');
    expect(at('identity', '|', orders).accept('Allow use of one key')).toContain(orders.keys[0]?.arn ?? '?');
  });
});
