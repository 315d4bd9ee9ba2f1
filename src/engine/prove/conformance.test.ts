import { readFileSync } from 'node:fs';
import { describe, expect, test } from 'vitest';
import type { Json, Scenario, ScenarioRequest } from '../scenario/scenario.ts';
import { buildWorld } from '../world/buildWorld.ts';
import { prove } from './prove.ts';
import { Prover } from './prover.ts';
import { compareVersions } from './questions/compareAnswer.ts';
import { replay } from './witness.ts';
import type { Level } from './model/accessModel.ts';

interface ExpectedWitness {
  readonly direction?: 'new' | 'lost';
  readonly request: {
    readonly principal: string;
    readonly action: string;
    readonly context: Record<string, Json>;
  };
  readonly A: Level;
  readonly B?: Level;
}

interface Case {
  readonly id: string;
  readonly kind: 'compare' | 'check';
  readonly title: string;
  readonly A: unknown;
  readonly B: unknown;
  readonly expected: { readonly relation: string; readonly witnesses?: readonly ExpectedWitness[] };
  readonly worlds?: { readonly awsFacts: string };
}

const file = new URL('../conformance/cases/prove-cases.json', import.meta.url);
const { cases }: { readonly cases: readonly Case[] } = JSON.parse(readFileSync(file, 'utf8'));
const byId = new Map(cases.map((one) => [one.id, one]));

function scenarioOf(policy: unknown): Scenario {
  const arn = 'arn:aws:kms:us-east-1:111122223333:key/1234abcd-12ab-34cd-56ef-1234567890ab';
  return {
    accounts: [],
    organizationPolicies: [],
    keys: [{ arn, policy: { id: 'key', text: JSON.stringify(policy) } }],
    resources: [],
    identities: [],
    vpcEndpoints: [],
    requests: [],
  };
}

function proverOf(...policies: readonly unknown[]): Prover {
  const worlds = policies.map((policy) => buildWorld(scenarioOf(policy)));
  return new Prover(worlds.flatMap((world) => world.keys.map((key) => [world, key] as const)));
}

/** The level the evaluator gives a request of a case; keys kept from key policies are shown to them, as the cases have it. */
function levelOf(
  policy: unknown,
  { principal, action, context }: ExpectedWitness['request'],
): Level | undefined {
  const world = buildWorld(scenarioOf(policy));
  const [key] = world.keys;
  if (key === undefined) return undefined;
  const request: ScenarioRequest = { principal, action, context };
  const keys = Object.entries(context).flatMap(([name, value]) =>
    name.startsWith('aws:ResourceTag/') && typeof value === 'string'
      ? [{ key: name.toLowerCase(), name, values: [value], multivalued: false, keptFromKeyPolicy: true }]
      : [],
  );
  return replay(world, key, { request, action, keys });
}

describe('two policies compared', () => {
  test.each(cases.filter(({ kind }) => kind === 'compare'))('$id $title', ({ A, B, expected }) => {
    const prover = proverOf(A, B);
    const answer = compareVersions(prover);
    expect(answer.relation).toBe(expected.relation);
    expect(prover.disagreements).toBe(0);
    // The witnesses of the case get as far as it says, and each direction it names was found, as it was named.
    for (const witness of expected.witnesses ?? []) {
      expect([levelOf(A, witness.request), levelOf(B, witness.request)]).toEqual([witness.A, witness.B]);
      const found = witness.direction === 'new' ? answer.widened : answer.narrowed;
      expect(found.map(({ before, after }) => [before, after])).toContainEqual([witness.A, witness.B]);
    }
  });

  test('with what AWS sends, CreateGrant always lists operations (SYM-30), and key policies see no tags of the key (SYM-33)', () => {
    const relation = (id: string) => {
      const { A, B } = byId.get(id) ?? {};
      return compareVersions(proverOf(A, B)).withFacts;
    };
    expect(relation('SYM-30')).toBe('moreAccess');
    expect(relation('SYM-33')).toBe('equivalent');
  });
});

describe('one policy checked', () => {
  const ask = (id: string, question: Parameters<typeof prove>[0]['question']) =>
    prove({ scenario: scenarioOf(byId.get(id)?.A), question });

  test('SYM-35 a star limited to one caller account is not public', () => {
    for (const outside of [{ kind: 'public' }, { kind: 'account' }] as const) {
      expect(ask('SYM-35', { kind: 'outsiders', outside })).toMatchObject({
        answer: { verdict: 'no', open: [] },
      });
    }
  });

  test('SYM-36 IfExists on the organization opens the key to strangers', () => {
    const outsides = [{ kind: 'public' }, { kind: 'organization', organization: 'o-exampleorg' }] as const;
    const { expected } = byId.get('SYM-36') ?? {};
    const { principal = '', action } = expected?.witnesses?.[0]?.request ?? {};
    for (const outside of outsides) {
      // Of strangers the root user of the same account is shown: it needs no IAM policy.
      const shown = outside.kind === 'public' ? principal.replace(/:role\/.*/, ':root') : principal;
      expect(ask('SYM-36', { kind: 'outsiders', outside })).toMatchObject({
        answer: {
          verdict: 'yes',
          withFacts: null,
          findings: [{ witness: { request: { principal: shown, action } } }],
        },
      });
    }
  });

  test('SYM-37 Put* hides PutKeyPolicy', () => {
    const principals = ['arn:aws:iam::111122223333:role/Dev'];
    const forbidden = { actions: ['kms:PutKeyPolicy'], principals, level: 'direct' } as const;
    expect(ask('SYM-37', { kind: 'notGranted', forbidden })).toMatchObject({
      answer: { verdict: 'yes', findings: [{ statements: [{ ref: 'key#S2' }], level: 'direct' }] },
    });
    const nobody = { ...forbidden, principals: ['arn:aws:iam::111122223333:role/Other'] };
    expect(ask('SYM-37', { kind: 'notGranted', forbidden: nobody })).toMatchObject({
      answer: { verdict: 'no' },
    });
  });

  test('SYM-38 a statement covered by two others together', () => {
    const proof = ask('SYM-38', { kind: 'review' });
    expect(proof).toMatchObject({
      answer: {
        remarks: [
          { remark: 'redundant', statements: [{ ref: 'key#S3' }, { ref: 'key#S1' }, { ref: 'key#S2' }] },
        ],
      },
    });
    const smallest = ask('SYM-38', { kind: 'smallest' });
    // What the two that are left allow between them one of them allows without its condition.
    expect(smallest).toMatchObject({
      answer: {
        kind: 'proved',
        smaller: {
          removed: [{ ref: 'key#S3' }, { ref: 'key#S1' }],
          parts: [{ kind: 'condition', statement: { ref: 'key#S2' } }],
          isLeast: true,
        },
      },
    });
  });

  test('SYM-39 statements that can never match', () => {
    const proof = ask('SYM-39', { kind: 'review' });
    const remarks = proof.kind === 'review' ? proof.answer.remarks : [];
    const saying = (remark: string) =>
      remarks.flatMap((one) => (one.remark === remark ? [one.statement.ref] : []));
    expect(saying('neverMatches')).toEqual(['key#S1', 'key#S2', 'key#S3', 'key#S5']);
    expect(saying('neverSent')).toEqual(['key#S4']);
    const clauses = remarks.map(({ clauses: list }) => list.map(({ operator }) => operator.value));
    expect(clauses[0]).toEqual(['StringEquals', 'StringNotEquals']);
    expect(clauses[2]).toEqual(['ArnLike']);
  });
});
