import { describe, expect, it } from 'vitest';
import { lineColumn } from '../source/lines.ts';
import { readScenario } from './readScenario.ts';

const KEY = 'arn:aws:kms:us-east-1:111122223333:key/1234abcd-12ab-34cd-56ef-1234567890ab';
const MINIMAL = { keyway: 1, keys: [{ arn: KEY, policy: {} }] };

const read = (value: unknown) => readScenario(JSON.stringify(value));

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
      { keyway: 1, keys: [{ arn: KEY, policy: {}, metadata: { MultiRegion: 'true' } }] },
      'INVALID_FIELD `/keys/0/metadata/MultiRegion` must be true or false, not a text.',
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
