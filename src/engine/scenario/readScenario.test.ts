import { readdirSync, readFileSync } from 'node:fs';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { lineColumn } from '../source/lines.ts';
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
};

describe('a scenario', () => {
  it('with every field keeps every field', () => {
    const { scenarios, diagnostics, suite } = read(FULL);
    expect(diagnostics).toEqual([]);
    expect(suite).toBe(false);
    const [scenario] = scenarios;
    expect(scenario).toMatchObject({ title: 'Payments key', description: 'd', accounts: FULL.accounts });
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
    const [scenario] = read(FULL).scenarios;
    const identity = scenario?.identities[0];
    expect(scenario?.keys.map(({ policy, grants }) => [policy.id, grants?.id])).toEqual([
      ['key', 'grants'],
      ['key:0987dcba-09fe-87dc-65ba-ab0987654321', 'grants:0987dcba-09fe-87dc-65ba-ab0987654321'],
    ]);
    expect(identity?.policies?.map(({ document }) => document.id)).toEqual([`identity/${ROLE}/P`]);
    expect(identity?.permissionsBoundary?.document.id).toBe(`boundary/${ROLE}`);
    expect(scenario?.organizationPolicies.map(({ document }) => document.id)).toEqual([
      'scp/FullAWSAccess',
      'rcp/R',
    ]);
    expect(scenario?.vpcEndpoints[0]?.policy?.id).toBe('endpoint/vpce-1a2b3c4d');
    expect(scenario?.resources[0]?.policy?.id).toBe('resource/arn:aws:s3:::b/*');
    expect(scenario?.requests[0]?.session?.policies?.map(({ id }) => id)).toEqual([
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

describe('problems', () => {
  const problem = (value: unknown) => {
    const { scenarios, diagnostics } = read(value);
    expect(scenarios).toEqual([]);
    return diagnostics.map(({ code, message }) => `${code} ${message}`);
  };
  const request = (change: object) => ({ keyway: 1, requests: [{ principal: 'p', action: 'a', ...change }] });

  it.each<[unknown, string]>([
    [5, 'INVALID_FIELD A scenario file must be a scenario or a list of scenarios, not a number.'],
    [[5], 'INVALID_FIELD `/0` must be a scenario, not a number.'],
    [{}, 'MISSING_FIELD A scenario has no `keyway`.'],
    [[MINIMAL, {}], 'MISSING_FIELD `/1` has no `keyway`.'],
    [
      { keyway: 2 },
      'UNSUPPORTED_FORMAT_VERSION `/keyway` is `2`, and only version 1 of the scenario format is understood.',
    ],
    [{ keyway: '1' }, 'INVALID_FIELD `/keyway` must be the number 1, not a text.'],
    [{ keyway: 1, titel: 'x' }, 'UNKNOWN_FIELD `/titel` is no field of the scenario format.'],
    [{ keyway: 1, keys: [{ policy: {} }] }, 'MISSING_FIELD `/keys/0` has no `arn`.'],
    [{ keyway: 1, keys: [{ arn: KEY }] }, 'MISSING_FIELD `/keys/0` has no `policy`.'],
    [{ keyway: 1, keys: {} }, 'INVALID_FIELD `/keys` must be a list, not an object.'],
    [
      { keyway: 1, keys: [{ arn: KEY, policy: [] }] },
      'INVALID_FIELD `/keys/0/policy` must be a policy document (an object) or its text, not a list.',
    ],
    [
      { keyway: 1, keys: [{ arn: KEY, policy: {}, grants: 5 }] },
      'INVALID_FIELD `/keys/0/grants` must be a document or its text, not a number.',
    ],
    [
      { keyway: 1, keys: [{ arn: KEY, policy: {}, tags: { a: 1 } }] },
      'INVALID_FIELD `/keys/0/tags/a` must be a text, not a number.',
    ],
    [
      { keyway: 1, keys: [{ arn: KEY, policy: {}, metadata: { KeyState: 1 } }] },
      'INVALID_FIELD `/keys/0/metadata/KeyState` must be a text, not a number.',
    ],
    [
      {
        keyway: 1,
        keys: [{ arn: KEY, policy: {}, metadata: { MultiRegionConfiguration: { MultiRegionKeyType: 1 } } }],
      },
      'INVALID_FIELD `/keys/0/metadata/MultiRegionConfiguration/MultiRegionKeyType` must be a text, not a number.',
    ],
    [
      { keyway: 1, keys: [MINIMAL.keys[0], MINIMAL.keys[0]] },
      `REPEATED_ENTRY \`/keys/1/arn\` is \`${KEY.slice(0, 38)}…${KEY.slice(-20)}\`, which an earlier entry already describes.`,
    ],
    [
      { keyway: 1, organizationPolicies: [{ type: 'SCP', document: {} }] },
      'INVALID_FIELD `/organizationPolicies/0/type` is `SCP` and must be `SERVICE_CONTROL_POLICY` or `RESOURCE_CONTROL_POLICY`.',
    ],
    [{ keyway: 1, requests: [{ principal: 'p' }] }, 'MISSING_FIELD `/requests/0` has no `action`.'],
    [
      request({ expect: 'alowed' }),
      'INVALID_FIELD `/requests/0/expect` is `alowed` and must be `allowed`, `explicitDeny`, `implicitDeny` or `denied`.',
    ],
    [
      request({ expect: { decision: 'allow' } }),
      'INVALID_FIELD `/requests/0/expect/decision` is `allow` and must be `allowed`, `explicitDeny`, `implicitDeny` or `denied`.',
    ],
    [
      request({ expect: { why: 1 } }),
      'UNKNOWN_FIELD `/requests/0/expect/why` is no field of the scenario format.',
    ],
    [
      request({ session: { mfa: true } }),
      'UNKNOWN_FIELD `/requests/0/session/mfa` is no field of the scenario format.',
    ],
    [request({ context: [] }), 'INVALID_FIELD `/requests/0/context` must be an object, not a list.'],
  ])('in %j', (value, expected) => {
    expect(problem(value)).toEqual([expected]);
  });

  it('have their place, and what was meant', () => {
    const text = '{\n "keyway": 1,\n "keys": [\n  {"arn": "a", "polcy": {}, "policy": {}}]}';
    const [diagnostic] = readScenario(text).diagnostics;
    expect(diagnostic).toMatchObject({
      message: '`/keys/0/polcy` is no field of the scenario format.',
      help: 'Did you mean `policy`?',
    });
    expect(lineColumn(text, diagnostic?.span.from ?? 0)).toEqual({ line: 4, column: 16 });
  });

  it('are repeated keys, wherever they are', () => {
    const text =
      '{"keyway":1,"keys":[{"arn":"a","policy":{"Statement":{"Effect":"Deny","Effect":"Allow"}}}]}';
    const { scenarios, diagnostics } = readScenario(text);
    expect(scenarios).toEqual([]);
    expect(diagnostics.map(({ code, message }) => `${code} ${message}`)).toEqual([
      'DUPLICATE_KEY `/keys/0/policy/Statement/Effect` is written twice: the key `Effect` is already used in this object.',
    ]);
    expect(diagnostics[0]?.span.from).toBe(text.lastIndexOf('"Effect"'));
  });

  it('are numbers beyond all bounds', () => {
    const text = '{"keyway":1,"requests":[{"principal":"p","action":"a","parameters":{"n":1e999}}]}';
    expect(readScenario(text).diagnostics).toMatchObject([
      { code: 'INVALID_FIELD', span: { from: text.indexOf('1e999') } },
    ]);
  });

  it('do not hide one another', () => {
    expect(problem({ keyway: 1, keys: [{ arn: 1, policy: 2 }], requests: [5] })).toHaveLength(3);
  });

  it('are limits', () => {
    expect(readScenario('['.repeat(8_000_000)).diagnostics).toMatchObject([{ code: 'NESTING_TOO_DEEP' }]);
    expect(readScenario(' '.repeat(8_000_001)).diagnostics).toMatchObject([{ code: 'TEXT_TOO_LONG' }]);
    expect(readScenario('{"keyway":1}', { maxLength: 5 }).diagnostics).toMatchObject([
      { code: 'TEXT_TOO_LONG' },
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
