import { readdirSync, readFileSync } from 'node:fs';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { readScenario } from './readScenario.ts';

const KEY = 'arn:aws:kms:us-east-1:111122223333:key/1234abcd-12ab-34cd-56ef-1234567890ab';
const OTHER = 'arn:aws:kms:us-east-1:111122223333:key/0987dcba-09fe-87dc-65ba-ab0987654321';
const ROLE = 'arn:aws:iam::111122223333:role/App';
const MINIMAL = { keyway: 1, keys: [{ arn: KEY, policy: {} }] };

const read = (value: unknown) => readScenario(JSON.stringify(value));
/** Everything the format has, as `scenario-format.md` lists it. */
const FULL = {
  keyway: 1,
  title: 'Payments key',
  description: 'd',
  accounts: [
    {
      id: '111122223333',
      name: 'payments',
      organization: 'o-exampleorgid',
      path: ['r-ab12', 'ou-ab12-11111111'],
      managementAccount: false,
    },
  ],
  organizationPolicies: [
    { type: 'SERVICE_CONTROL_POLICY', name: 'FullAWSAccess', targets: ['r-ab12'], document: {} },
    { type: 'RESOURCE_CONTROL_POLICY', name: 'R', targets: [], document: '{}' },
  ],
  keys: [
    {
      arn: KEY,
      metadata: {
        KeySpec: 'SYMMETRIC_DEFAULT',
        KeyState: 'Enabled',
        MultiRegion: false,
        CreationDate: 1.5,
        Made: { up: [null] },
      },
      aliases: ['alias/payments'],
      tags: { Project: 'Alpha' },
      policy: { Version: '2012-10-17', Statement: [], Unknown: 'kept' },
      grants: [{ GrantId: 'g', Operations: ['Decrypt'] }],
    },
    { arn: OTHER, policy: '{\n  "Statement": []\n}', grants: { Grants: [] } },
  ],
  resources: [
    {
      arn: 'arn:aws:s3:::b/*',
      account: '111122223333',
      policy: {},
      encryption: { kmsKey: KEY, bucketKey: false },
    },
  ],
  identities: [
    {
      arn: ROLE,
      id: 'AROAEXAMPLEID',
      tags: { Team: 'pay' },
      groups: [],
      policies: [{ name: 'P', document: {} }],
      permissionsBoundary: { name: 'B', document: {} },
    },
  ],
  vpcEndpoints: [{ id: 'vpce-1a2b3c4d', vpc: 'vpc-11223344', policy: {} }],
  requests: [
    {
      name: 'r',
      principal: ROLE,
      action: 'kms:Decrypt',
      resource: KEY,
      parameters: { EncryptionContext: { AppName: 'ExampleApp' }, NumberOfBytes: 32, Anything: [true, null] },
      context: { 'aws:SourceVpce': 'vpce-1a2b3c4d', 'aws:TagKeys': ['a'], 'aws:username': null, n: 10 },
      session: { policies: [{}, '{'], tags: {}, mfaAuthenticated: true, issuer: ROLE },
      viaService: 's3.us-east-1.amazonaws.com',
      ciphertext: { key: KEY, encryptionContext: { k: 'v' } },
      expect: { decision: 'allowed', statements: ['key#A'], error: null },
    },
    { principal: 'anonymous', action: 'kms:Decrypt', expect: 'denied' },
  ],
  suppressions: [{ code: 'MISSING_DELEGATION', about: 'key', reason: 'Meant to be so.' }],
};

describe('a scenario', () => {
  it('with every field keeps every field', () => {
    const { scenarios, diagnostics, suite } = read(FULL);
    expect(diagnostics).toEqual([]);
    expect(suite).toBe(false);
    const [scenario] = scenarios;
    expect(scenario).toMatchObject({ title: 'Payments key', description: 'd', accounts: FULL.accounts });
    expect(scenario?.suppressions).toEqual(FULL.suppressions);
    const { policies: _, ...session } = FULL.requests[0]?.session ?? {};
    expect(scenario?.requests).toMatchObject([
      { ...FULL.requests[0], session },
      { ...FULL.requests[1], expect: { decision: 'denied' } },
    ]);
    const { policy: _policy, grants: _grants, ...facts } = FULL.keys[0] ?? {};
    expect(scenario?.keys[0]).toMatchObject(facts);
    expect(scenario?.resources[0]?.encryption).toEqual(FULL.resources[0]?.encryption);
    expect(scenario?.vpcEndpoints[0]?.vpc).toBe('vpc-11223344');
  });

  it('names its texts', () => {
    const ids: string[] = [];
    JSON.stringify(read(FULL).scenarios, (name, value: unknown) => {
      if (typeof value === 'object' && value !== null && 'text' in value && 'id' in value)
        ids.push(String(value.id));
      return value;
    });
    expect(ids).toEqual([
      'scp/FullAWSAccess',
      'rcp/R',
      'key',
      'grants',
      'key:0987dcba-09fe-87dc-65ba-ab0987654321',
      'grants:0987dcba-09fe-87dc-65ba-ab0987654321',
      'resource/arn:aws:s3:::b/*',
      `identity/${ROLE}/P`,
      `boundary/${ROLE}`,
      'endpoint/vpce-1a2b3c4d',
      'session/0/0',
      'session/0/1',
    ]);
  });

  it('needs no more than its version', () => {
    expect(read({ keyway: 1 })).toEqual({
      scenarios: [
        {
          accounts: [],
          organizationPolicies: [],
          keys: [],
          resources: [],
          identities: [],
          vpcEndpoints: [],
          requests: [],
        },
      ],
      diagnostics: [],
      suite: false,
    });
  });

  it('gives every text its own id, also where names repeat', () => {
    const policies = [{ name: 'P', document: {} }, { name: 'P', document: {} }, { document: {} }];
    const [scenario] = read({ keyway: 1, identities: [{ arn: ROLE, policies }] }).scenarios;
    expect(scenario?.identities[0]?.policies?.map(({ name, document }) => [name, document.id])).toEqual([
      ['P', `identity/${ROLE}/P`],
      ['P', `identity/${ROLE}/P~2`],
      ['policy-2', `identity/${ROLE}/policy-2`],
    ]);
  });

  it('may come in a list', () => {
    expect(read([MINIMAL, { keyway: 1, title: 't' }])).toMatchObject({
      scenarios: [{}, { title: 't' }],
      suite: true,
    });
    expect(read([])).toEqual({ scenarios: [], diagnostics: [], suite: true });
  });

  it('treats keys that mean something to JavaScript like any other', () => {
    const text =
      '{"keyway":1,"requests":[{"principal":"p","action":"a","context":{"__proto__":"x","constructor":["y"]}}]}';
    const context = readScenario(text).scenarios[0]?.requests[0]?.context ?? {};
    expect(Object.entries(context)).toEqual([
      ['__proto__', 'x'],
      ['constructor', ['y']],
    ]);
    expect(context['toString']).toBeUndefined();
  });

  it('keeps numbers of the context as they were spelled, where JavaScript would change them', () => {
    const text =
      '{"keyway":1,"requests":[{"principal":"p","action":"a","context":{"a":10,"b":1.0,"c":[1e999,-0]}}]}';
    expect(readScenario(text).scenarios[0]?.requests[0]?.context).toEqual({
      a: 10,
      b: '1.0',
      c: ['1e999', '-0'],
    });
  });
});

describe('documents', () => {
  const text = `{
  "keyway": 1,
  "keys": [
    {
      "arn": "${KEY}",
      "policy": {
        "Statement": []
      },
      "grants": [ ]
    },
    { "arn": "${OTHER}", "policy": "{\\n}" }
  ]
}`;

  it('are cut verbatim, with their place', () => {
    const keys = readScenario(text).scenarios[0]?.keys ?? [];
    const [policy, grants, escaped] = [keys[0]?.policy, keys[0]?.grants, keys[1]?.policy];
    expect(policy).toEqual({
      id: 'key',
      text: '{\n        "Statement": []\n      }',
      offset: text.indexOf('{\n        "S'),
    });
    expect(grants).toEqual({ id: 'grants', text: '[ ]', offset: text.indexOf('[ ]') });
    const from = text.indexOf('"{\\n}"');
    expect(escaped).toMatchObject({ text: '{\n}', within: { from, to: from + '"{\\n}"'.length } });
    expect(escaped?.offset).toBeUndefined();
  });

  it('lose the indentation of the file where asked to', () => {
    const keys = readScenario(text, { unindent: true }).scenarios[0]?.keys ?? [];
    expect(keys.map(({ policy }) => policy)).toEqual([
      { id: 'key', text: '{\n  "Statement": []\n}' },
      { id: 'key:0987dcba-09fe-87dc-65ba-ab0987654321', text: '{\n}' },
    ]);
  });
});

describe('any text', () => {
  const paths = fc.constantFrom(
    'keys',
    'requests',
    'identities',
    'arn',
    'policy',
    'session',
    'expect',
    'document',
    'keyway',
    'tags',
  );
  const { value } = fc.letrec<{ value: unknown }>((tie) => ({
    value: fc.oneof(
      { maxDepth: 6 },
      fc.constantFrom(1, 'x', true, null),
      fc.array(tie('value'), { maxLength: 3 }),
      fc.dictionary(paths, tie('value'), { maxKeys: 4 }),
    ),
  }));

  it('is answered: scenarios or errors, with places inside it', () => {
    fc.assert(
      fc.property(
        fc.oneof(
          fc.string(),
          value.map((each) => JSON.stringify(each)),
        ),
        (text) => {
          const { scenarios, diagnostics, suite } = readScenario(text);
          const errors = diagnostics.some(({ severity }) => severity === 'error');
          expect(errors || scenarios.length > 0 || suite).toBe(true);
          expect(errors && scenarios.length > 0).toBe(false);
          expect(
            diagnostics.every(({ span }) => span.from >= 0 && span.from <= span.to && span.to <= text.length),
          ).toBe(true);
        },
      ),
    );
  });
});

describe('conformance suites', () => {
  const folder = new URL('../conformance/cases/', import.meta.url);
  const suites = readdirSync(folder).filter(
    (name) => !/^(lint-grammar|derived-context-keys|prove-cases)\.json$/.test(name),
  );

  it.each(suites)('%s is a suite of scenarios', (name) => {
    const text = readFileSync(new URL(name, folder), 'utf8');
    const { scenarios, diagnostics, suite } = readScenario(text);
    expect(diagnostics).toEqual([]);
    expect(suite).toBe(true);
    expect(scenarios.map(({ title }) => title)).toEqual(
      (JSON.parse(text) as readonly { title: string }[]).map(({ title }) => title),
    );
  });
});
