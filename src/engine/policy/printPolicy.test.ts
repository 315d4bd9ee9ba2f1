import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { parseJson } from '../source/parseJson.ts';
import { parsePolicy } from './parsePolicy.ts';
import type { Policy } from './policy.ts';
import { printPolicy } from './printPolicy.ts';

const parse = (text: string): Policy | undefined =>
  parsePolicy(text, { id: 'key', type: 'key', name: 'key' }).policy;

/** What a policy says, without places. */
function meaning(policy: Policy | undefined): unknown {
  return JSON.parse(
    JSON.stringify(policy, (name, value: unknown) => (/span$/i.test(name) ? undefined : value)),
  );
}

const oneOrMany = <Item>(item: fc.Arbitrary<Item>) => fc.oneof(item, fc.array(item, { maxLength: 3 }));
const text = fc.string({ unit: 'grapheme', maxLength: 8 });
const principal = fc.oneof(
  fc.constant('*'),
  fc.record(
    { AWS: oneOrMany(text), Service: oneOrMany(text), Federated: oneOrMany(text) },
    { requiredKeys: [] },
  ),
);
const conditions = fc.dictionary(
  fc.constantFrom('StringEquals', 'ForAnyValue:StringLike', 'Bool', 'NumericLessThanIfExists', 'Nonsense'),
  fc.dictionary(
    text,
    oneOrMany(
      fc.oneof(text, fc.boolean(), fc.integer(), fc.double({ noNaN: true, noDefaultInfinity: true })),
    ),
  ),
  { maxKeys: 3 },
);
const statement = fc
  .record(
    {
      Sid: text,
      Effect: fc.constantFrom('Allow', 'Deny'),
      Principal: principal,
      Action: oneOrMany(text),
      Resource: oneOrMany(text),
      Condition: conditions,
      not: fc.subarray(['Principal', 'Action', 'Resource']),
    },
    { requiredKeys: ['not', 'Effect'] },
  )
  .map(({ not, ...members }) =>
    Object.fromEntries(
      Object.entries(members).map(([name, value]) => [not.includes(name) ? `Not${name}` : name, value]),
    ),
  );
const policies = fc.record(
  {
    Version: fc.constantFrom('2012-10-17', '2008-10-17'),
    Id: text,
    Statement: fc.array(statement, { maxLength: 4 }),
  },
  { requiredKeys: ['Statement'] },
);

describe('printing', () => {
  it('a read policy gives a policy of the same meaning, and the same text again', () => {
    fc.assert(
      fc.property(policies, (source) => {
        const policy = parse(JSON.stringify(source));
        expect(policy).toBeDefined();
        const printed = policy && printPolicy(policy);
        const again = parse(printed ?? '');
        expect(meaning(again)).toEqual(meaning(policy));
        expect(again && printPolicy(again)).toBe(printed);
      }),
    );
  });

  it('a tree keeps everything but the layout', () => {
    fc.assert(
      fc.property(policies, (source) => {
        const json = JSON.stringify(source);
        const root = parseJson(json, 'key').root;
        const printed = root ? printPolicy(root) : '';
        expect(JSON.stringify(JSON.parse(printed))).toBe(json);
        expect(printed).not.toMatch(/[^\n\u0020-\u00ff]/);
      }),
    );
  });

  it('has two spaces a level, and no brackets around a single value of a read policy', () => {
    const policy = parse(
      '{"Statement":{"Action":["kms:Decrypt"],"Resource":"*","NotPrincipal":{"AWS":["a","b"]},"Effect":"Deny","Condition":{"Bool":{"aws:x":[true]},"NumericEquals":{"k":1.50}}}}',
    );
    expect(policy && printPolicy(policy)).toBe(`{
  "Version": "2008-10-17",
  "Statement": [
    {
      "Effect": "Deny",
      "NotPrincipal": {
        "AWS": [
          "a",
          "b"
        ]
      },
      "Action": "kms:Decrypt",
      "Resource": "*",
      "Condition": {
        "Bool": {
          "aws:x": true
        },
        "NumericEquals": {
          "k": 1.50
        }
      }
    }
  ]
}`);
  });
});
