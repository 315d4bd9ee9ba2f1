import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { printScenario } from './printScenario.ts';
import { readScenario } from './readScenario.ts';
import type { DocumentText, Json, Scenario } from './scenario.ts';

const optionalOf = (
  fields: Readonly<Record<string, fc.Arbitrary<unknown>>>,
  requiredKeys: readonly string[],
) => fc.record(fields, { requiredKeys: requiredKeys as string[], noNullPrototype: true });

const word = fc.string({ unit: 'grapheme', maxLength: 6 });
const value = fc
  .jsonValue({ maxDepth: 3, noUnicodeString: false })
  .map((each) => JSON.parse(JSON.stringify(each)) as Json);
const values = fc.dictionary(fc.oneof(word, fc.constantFrom('__proto__', 'constructor')), value, {
  maxKeys: 3,
});
const texts = fc.dictionary(word, word, { maxKeys: 3 });

/** Texts a user may have typed, right and wrong. A document's id is put in afterwards. */
const typed = fc.oneof(
  fc
    .tuple(values, fc.constantFrom(undefined, 1, 2, '\t'))
    .map(([json, indent]) => JSON.stringify(json, undefined, indent)),
  values.map((json) => `\n${JSON.stringify(json, undefined, 4)}\r\n\n`),
  fc.constantFrom(
    '',
    '{',
    '[]',
    '5',
    '"{}"',
    '{"a":1,"a":2}',
    '{"a":"\ud800"}',
    '{\r\n\r\n  "a": 1\r\n}',
    '{}\n\n{}',
    '{\n"a":\n\n1}',
  ),
  fc.constant(`${'{"a":'.repeat(95)}1${'}'.repeat(95)}`),
  fc.string({ unit: 'binary', maxLength: 20 }),
);
const document = typed.map((text): DocumentText => ({ id: '', text }));
const named = fc.record({ name: word, document });
const unique = <Item>(item: fc.Arbitrary<Item>, by: (item: Item) => unknown) =>
  fc.uniqueArray(item, { maxLength: 3, selector: by });

const scenarios = fc
  .record(
    {
      title: word,
      description: word,
      accounts: unique(
        optionalOf(
          { id: word, name: word, organization: word, path: fc.array(word), managementAccount: fc.boolean() },
          ['id'],
        ),
        (each) => each['id'],
      ),
      organizationPolicies: unique(
        fc.record({
          type: fc.constantFrom('SERVICE_CONTROL_POLICY', 'RESOURCE_CONTROL_POLICY'),
          name: word,
          targets: fc.array(word),
          document,
        }),
        (each) => each.name,
      ),
      keys: unique(
        optionalOf(
          {
            arn: word,
            metadata: values,
            aliases: fc.array(word),
            tags: texts,
            policy: document,
            grants: document,
          },
          ['arn', 'policy'],
        ),
        (each) => each['arn'],
      ),
      resources: unique(
        optionalOf(
          {
            arn: word,
            account: word,
            policy: document,
            encryption: fc.record({ kmsKey: word, bucketKey: fc.boolean() }),
          },
          ['arn'],
        ),
        (each) => each['arn'],
      ),
      identities: unique(
        optionalOf(
          {
            arn: word,
            id: word,
            tags: texts,
            groups: fc.array(word),
            policies: unique(named, ({ name }) => name),
            permissionsBoundary: named,
          },
          ['arn'],
        ),
        (each) => each['arn'],
      ),
      vpcEndpoints: unique(
        optionalOf({ id: word, vpc: word, policy: document }, ['id']),
        (each) => each['id'],
      ),
      requests: fc.array(
        optionalOf(
          {
            name: word,
            principal: word,
            action: word,
            resource: word,
            parameters: values,
            context: values,
            session: optionalOf(
              {
                policies: fc.array(document, { maxLength: 2 }),
                tags: texts,
                mfaAuthenticated: fc.boolean(),
                issuer: word,
              },
              [],
            ),
            viaService: word,
            ciphertext: optionalOf({ key: word, encryptionContext: texts }, []),
            expect: optionalOf(
              {
                decision: fc.constantFrom('allowed', 'denied'),
                statements: fc.array(word),
                error: fc.option(word),
              },
              [],
            ),
          },
          ['principal', 'action'],
        ),
        { maxLength: 2 },
      ),
      // An empty list of these is the same as none.
      suppressions: fc.array(fc.record({ code: word, about: word, reason: word }), {
        minLength: 1,
        maxLength: 2,
      }),
    },
    {
      requiredKeys: [
        'accounts',
        'organizationPolicies',
        'keys',
        'resources',
        'identities',
        'vpcEndpoints',
        'requests',
      ],
    },
  )
  .map((scenario) => scenario as unknown as Scenario);

/** Without ids, and without white space around documents: what must survive. */
function essence(scenario: unknown): unknown {
  return JSON.parse(
    JSON.stringify(scenario, (name, each: unknown) => {
      if (name === 'id' && each === '') return undefined;
      return isDocument(each) ? { document: each.text.trim() } : each;
    }),
  );
}

function isDocument(each: unknown): each is DocumentText {
  return typeof each === 'object' && each !== null && 'text' in each && 'id' in each;
}

describe('printing', () => {
  it('and reading gives the same scenario', () => {
    fc.assert(
      fc.property(scenarios, (scenario) => {
        const read = readScenario(printScenario(scenario), { unindent: true });
        expect(read.diagnostics.filter(({ severity }) => severity === 'error')).toEqual([]);
        expect(read.scenarios.map(essence)).toEqual([essence(scenario)]);
      }),
      { numRuns: 300 },
    );
  });

  it('and reading gives the same suite, and the same text again', () => {
    fc.assert(
      fc.property(fc.array(scenarios, { maxLength: 3 }), (list) => {
        const text = printScenario(list);
        const read = readScenario(text, { unindent: true });
        expect(read.suite).toBe(true);
        expect(read.scenarios.map(essence)).toEqual(list.map(essence));
        expect(printScenario(read.scenarios)).toBe(text);
      }),
    );
  });

  it('gives a file in which every document stands where reading says', () => {
    fc.assert(
      fc.property(scenarios, (scenario) => {
        const text = printScenario(scenario);
        const [verbatim] = readScenario(text).scenarios;
        for (const { policy } of verbatim?.keys ?? []) {
          const { offset, within, text: cut } = policy;
          const place =
            offset === undefined
              ? text.slice(within?.from, within?.to)
              : text.slice(offset, offset + cut.length);
          expect(offset === undefined ? JSON.parse(place) : place).toBe(cut);
        }
      }),
    );
  });
});

describe('a printed file', () => {
  const scenario = (text: string): Scenario => ({
    title: 't',
    accounts: [],
    organizationPolicies: [],
    keys: [{ arn: 'a', policy: { id: 'key', text, fallback: '{}' }, grants: { id: 'grants', text: '[\n]' } }],
    resources: [],
    identities: [],
    vpcEndpoints: [],
    requests: [
      { principal: 'p', action: 'kms:Decrypt', context: { a: ['x'] }, expect: { decision: 'allowed' } },
    ],
  });

  it('is laid out for people', () => {
    expect(printScenario(scenario('{\n  "Statement": [\n\n  ]\n}\n'))).toBe(`{
  "keyway": 1,
  "title": "t",
  "keys": [
    {
      "arn": "a",
      "policy": {
        "Statement": [

        ]
      },
      "grants": [
      ]
    }
  ],
  "requests": [
    {
      "principal": "p",
      "action": "kms:Decrypt",
      "context": {
        "a": [
          "x"
        ]
      },
      "expect": "allowed"
    }
  ]
}
`);
  });

  it.each(['{"a":1', '{"a":1,"a":2}', '[]', '', '// note\n{}'])('holds %j as an escaped string', (text) => {
    expect(printScenario(scenario(text))).toContain(`"policy": ${JSON.stringify(text)},`);
    expect(readScenario(printScenario(scenario(text))).scenarios[0]?.keys[0]?.policy.text).toBe(text);
  });

  it('can be stored as UTF-8, whatever half characters a text holds', () => {
    const text = '{"a":"\ud800"}';
    const printed = printScenario(scenario(text));
    expect(new TextDecoder().decode(new TextEncoder().encode(printed))).toBe(printed);
    expect(readScenario(printed).scenarios[0]?.keys[0]?.policy.text).toBe(text);
  });
});
