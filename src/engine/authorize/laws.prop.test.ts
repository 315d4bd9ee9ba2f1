import fc from 'fast-check';
import { expect, test } from 'vitest';
import { ABROAD, HOME } from '../testing/generated/cast.ts';
import { deny } from '../testing/generated/policies.ts';
import { type Situation, situation } from '../testing/generated/requests.ts';
import { engineAnswers } from '../testing/engineAnswer.ts';
import { isObject, type JsonObject, listed } from '../testing/naive/plain.ts';
import { reversedLists, type Rewrite, rewritten } from '../testing/rewriting.ts';

const options = { timeout: 300_000 };
const RUNS = { numRuns: 150 };

const answers = ({ scenario, requests }: Situation) => engineAnswers(scenario, requests);

/** No answer changes in any part: decision, layers that deny, filters, ways. */
function keepsAnswers(change: (made: Situation) => Situation): void {
  fc.assert(
    fc.property(situation, (made) => {
      expect(answers(change(made))).toEqual(answers(made));
    }),
    RUNS,
  );
}

/** Whatever is allowed stays so. */
function keepsAllowed(before: Situation, after: Situation): void {
  const changed = answers(after);
  answers(before).forEach(({ decision }, index) => {
    if (decision === 'allowed') expect(changed[index]?.decision).toBe('allowed');
  });
}

const everyPolicy = (rewrite: Rewrite) => (made: Situation) => rewritten(made, rewrite);
const isAllow = (statement: JsonObject): boolean => statement['Effect'] === 'Allow';

test(
  'the order of statements, of their lists, and of policies never matters (IAM-002, IAM-101)',
  options,
  () => {
    keepsAnswers((made) => {
      const turned = rewritten(made, (statements) =>
        statements.map(reversedLists).filter(isObject).toReversed(),
      );
      const { scenario } = turned;
      return {
        ...turned,
        scenario: {
          ...scenario,
          organizationPolicies: scenario.organizationPolicies?.toReversed() ?? [],
          identities: (scenario.identities ?? [])
            .map((one) => ({ ...one, policies: one.policies?.toReversed() ?? [] }))
            .toReversed(),
        },
      };
    });
  },
);

test('a statement written twice is one (IAM-002)', options, () => {
  keepsAnswers(everyPolicy((statements) => [...statements, ...statements]));
});

test('a statement with several actions is as many statements (IAM-002, IAM-004)', options, () => {
  keepsAnswers(
    everyPolicy((statements) =>
      statements.flatMap((statement) => {
        const actions = listed(statement['Action']);
        return actions.length < 2 ? [statement] : actions.map((Action) => ({ ...statement, Action }));
      }),
    ),
  );
});

test('an identity, a key, an endpoint and an organization that nobody is in never matter', options, () => {
  const everything = (Effect: string): JsonObject => ({ Effect, Action: '*', Resource: '*' });
  const document = { Version: '2012-10-17', Statement: [everything('Allow'), everything('Deny')] };
  const forAll = { Version: '2012-10-17', Statement: [{ ...everything('Deny'), Principal: '*' }] };
  keepsAnswers(({ scenario, requests }) => ({
    requests,
    scenario: {
      ...scenario,
      keys: [...scenario.keys, { arn: `arn:aws:kms:ap-south-1:777788889999:key/other`, policy: forAll }],
      identities: [
        ...(scenario.identities ?? []),
        { arn: `arn:aws:iam::${HOME}:role/Stranger`, policies: [{ name: 'p', document }] },
        { arn: `arn:aws:iam::${ABROAD}:group/Strangers`, policies: [{ name: 'p', document }] },
      ],
      vpcEndpoints: [...(scenario.vpcEndpoints ?? []), { id: 'vpce-other', policy: forAll }],
      organizationPolicies: [
        ...(scenario.organizationPolicies ?? []),
        { type: 'SERVICE_CONTROL_POLICY', name: 'elsewhere', targets: ['ou-zz12-99999999'], document },
        {
          type: 'RESOURCE_CONTROL_POLICY',
          name: 'elsewhere',
          targets: ['ou-zz12-99999999'],
          document: forAll,
        },
      ],
    },
  }));
});

test('a further Deny, in any layer, never allows (KMS-008)', options, () => {
  const focus = { who: { kind: '', principal: '', entries: [HOME] }, action: 'kms:Decrypt' };
  fc.assert(
    fc.property(situation, deny('identity', focus), (made, extra) => {
      const more = rewritten(made, (statements, kind) => {
        const named = ['key', 'resource', 'rcp', 'endpoint'].includes(kind);
        return [...statements, named ? { ...extra, Principal: '*' } : extra];
      });
      keepsAllowed(more, made);
    }),
    RUNS,
  );
});

test(
  'without its Denies, nothing that was allowed is denied, and nothing is denied explicitly',
  options,
  () => {
    fc.assert(
      fc.property(situation, (made) => {
        const open = everyPolicy((statements) => statements.filter(isAllow))(made);
        keepsAllowed(made, open);
        expect(answers(open).map(({ decision }) => decision)).not.toContain('explicitDeny');
      }),
      RUNS,
    );
  },
);

const without = (statement: JsonObject, ...names: readonly string[]): JsonObject =>
  Object.fromEntries(Object.entries(statement).filter(([name]) => !names.includes(name)));

test.each<[string, (statement: JsonObject) => JsonObject]>([
  ['every action', (one) => ({ ...without(one, 'Action', 'NotAction'), Action: '*' })],
  ['every resource', (one) => ({ ...without(one, 'Resource', 'NotResource'), Resource: '*' })],
  ['no condition', (one) => without(one, 'Condition')],
  [
    'another action',
    (one) => (one['Action'] === undefined ? one : { ...one, Action: [...listed(one['Action']), 'kms:D*'] }),
  ],
])('an Allow that is widened to %s never denies', options, (_, widen) => {
  fc.assert(
    fc.property(situation, (made) => {
      const wide = everyPolicy((statements) => statements.map((one) => (isAllow(one) ? widen(one) : one)));
      keepsAllowed(made, wide(made));
    }),
    RUNS,
  );
});

test('with and without a trace the answers are the same', options, () => {
  fc.assert(
    fc.property(situation, ({ scenario, requests }) => {
      expect(engineAnswers(scenario, requests, 'trace')).toEqual(engineAnswers(scenario, requests));
    }),
    RUNS,
  );
});
