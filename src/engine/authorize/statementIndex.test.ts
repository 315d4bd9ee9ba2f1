import fc from 'fast-check';
import { expect, test } from 'vitest';
import { or, type Truth } from '../conditions/truth.ts';
import { openCheck } from '../request/openContext.ts';
import { readCaller } from '../request/readCaller.ts';
import type { Caller } from '../request/caller.ts';
import { readRequest } from '../request/readRequest.ts';
import type { PrincipalKind } from '../policy/policy.ts';
import { scenarioOf, smallRequest, smallWorld } from '../testing/smallWorlds.ts';
import { readScenario } from '../scenario/readScenario.ts';
import { buildWorld } from '../world/buildWorld.ts';
import { mentionedKeys } from '../world/mentionedKeys.ts';
import type { Check } from './check.ts';
import { type PolicyPlan, type StatementPlan, statementsFor } from './plan.ts';
import { MatchClass, matchEntry, planEntry } from './principalMatch.ts';
import { callerNames, nameOfEntry, statementsAbout } from './statementIndex.ts';
import { allows, policySays, principalClasses, restApplies } from './statementMatch.ts';

const span = { text: 'key', from: 0, to: 0 };
const texts = [
  '*',
  '111122223333',
  'arn:aws:iam::444455556666:root',
  'arn:aws:iam::111122223333:user/Alice',
  'arn:aws:iam::111122223333:user/people/Alice',
  'arn:aws:iam::111122223333:role/App',
  'arn:aws:iam::111122223333:role/team/App',
  'arn:aws:iam::444455556666:role/App',
  'arn:aws:sts::111122223333:assumed-role/App/one',
  'arn:aws:sts::111122223333:assumed-role/App/two/parts',
  'arn:aws:sts::111122223333:federated-user/Bob',
  'arn:aws:sts::111122223333:federated-user/Bob/more',
  'AIDAALICE',
  'AROAAPP',
  'logs.us-east-1.amazonaws.com',
  'no principal',
];
const kinds: readonly PrincipalKind[] = ['AWS', 'Service', 'Federated', '*'];
const identities = [
  { arn: 'arn:aws:iam::111122223333:user/people/Alice', id: 'AIDAALICE' },
  { arn: 'arn:aws:iam::111122223333:role/team/App', id: 'AROAAPP' },
];

test('whoever an entry matches has the name it is found under', () => {
  const entries = kinds.flatMap((kind) => texts.map((value) => planEntry({ kind, value, span })));
  const callers = texts
    .flatMap((principal) => [
      { principal, action: '' },
      ...texts.map((issuer) => ({ principal, action: '', session: { issuer } })),
    ])
    .flatMap((request) => [readCaller(request, []), readCaller(request, identities)])
    .flatMap((caller) => ('problem' in caller ? [] : caller));
  const pairs = entries.flatMap((entry) => callers.map((caller) => ({ entry, caller })));
  const matching = pairs.filter(({ entry, caller }) => matchEntry(entry, caller) !== MatchClass.none);
  expect(matching.length).toBeGreaterThan(500);
  const lost = matching.filter(({ entry, caller }) => {
    const name = nameOfEntry(entry);
    return name !== '*' && !callerNames.some((nameOf) => nameOf(caller) === name);
  });
  expect(lost).toEqual([]);
});

/** What a policy says if each of its statements is asked, whoever it is about and whatever was heard before. */
function literally(plan: PolicyPlan, check: Check): { deny: Truth; allow: (classes: number) => Truth } {
  const applying = statementsFor(plan, check.action).all.map((statement) => {
    const classes = principalClasses(statement, check, false);
    return {
      statement,
      classes,
      applies: classes === MatchClass.none ? 'false' : restApplies(statement, check),
    };
  });
  const some = (effect: string, classes: number): Truth =>
    applying
      .filter((one) => one.statement.effect === effect && (one.classes & classes) !== 0)
      .map(({ applies }) => applies)
      .reduce<Truth>(or, 'false');
  return { deny: some('Deny', -1), allow: (classes) => some('Allow', classes) };
}

test('the statements about a caller are those that match it, and few others, in source order', () => {
  fc.assert(
    fc.property(smallWorld, smallRequest, (pieces, request) => {
      const world = buildWorld(scenarioOf(pieces));
      const read = readRequest(world, request);
      const [check] = read.kind === 'checks' ? read.checks : [];
      const plan = world.keys[0]?.policy;
      if (check === undefined || plan === undefined)
        throw new Error('These worlds and requests can be read.');
      const matches = (statement: StatementPlan): boolean =>
        principalClasses(statement, check, false) !== MatchClass.none;
      const index = statementsFor(plan, check.action);
      const found = statementsAbout(index, check.caller);
      expect(found.filter(matches)).toEqual(index.all.filter(matches));
      expect(index.all.filter((statement) => found.includes(statement))).toEqual(found);
    }),
    { numRuns: 400 },
  );
});

test('what is for everyone stands between what names the caller as the policy has it', () => {
  const Action = 'kms:Decrypt';
  const { scenarios } = readScenario(
    JSON.stringify({
      keyway: 1,
      keys: [
        {
          arn: 'arn:aws:kms:us-west-2:111122223333:key/1234abcd-12ab-34cd-56ef-1234567890ab',
          policy: policyOf([
            [{ AWS: '111122223333' }, 'account'],
            ['*', 'everyone'],
            [{ AWS: 'arn:aws:iam::444455556666:role/App' }, 'others'],
            [{ AWS: 'arn:aws:iam::111122223333:user/Alice' }, 'named'],
            [{ AWS: ['arn:aws:iam::111122223333:user/Alice', '111122223333'] }, 'twice'],
            [{ AWS: '*' }, 'identities'],
          ]),
        },
      ],
      requests: [],
    }),
  );
  const [plan] = scenarios.map((scenario) => buildWorld(scenario).keys[0]?.policy);
  const caller = readCaller({ principal: 'arn:aws:iam::111122223333:user/Alice', action: Action }, []);
  if (plan === undefined || 'problem' in caller) throw new Error('Policy and caller can be read.');
  const about = (one: Caller) =>
    statementsAbout(statementsFor(plan, Action), one).map(({ statement }) => statement.sid);
  expect(about(caller)).toEqual(['account', 'everyone', 'named', 'twice', 'identities']);
  expect(about({ kind: 'anonymous' })).toEqual(['everyone', 'identities']);
});

const policyOf = (statements: readonly (readonly [unknown, string])[]) => ({
  Version: '2012-10-17',
  Statement: statements.map(([Principal, Sid]) => ({
    Sid,
    Effect: 'Allow',
    Principal,
    Action: 'kms:Decrypt',
    Resource: '*',
  })),
});

const seen = new Set<string>();

test('leaving statements out changes nothing that a policy says, about one request or many', () => {
  fc.assert(
    fc.property(smallWorld, smallRequest, fc.boolean(), (pieces, request, open) => {
      const world = buildWorld(scenarioOf(pieces));
      const read = readRequest(world, request);
      const [asked] = read.kind === 'checks' ? read.checks : [];
      const plan = world.keys[0]?.policy;
      if (asked === undefined || plan === undefined)
        throw new Error('These worlds and requests can be read.');
      const check = open ? openCheck(asked, mentionedKeys(world)) : asked;
      const says = policySays(plan, check, false);
      const expected = literally(plan, check);
      expect(says.deny).toBe(expected.deny);
      for (const classes of Object.values(MatchClass)) {
        expect(allows(says, classes)).toBe(expected.allow(classes));
        seen.add(`${classes} ${allows(says, classes)}`);
      }
    }),
    { numRuns: 600 },
  );
});

test('these worlds reach every answer', () => {
  for (const outcome of ['true', 'false', 'unknown'])
    for (const classes of [MatchClass.any, MatchClass.account, MatchClass.role])
      expect(seen).toContain(`${classes} ${outcome}`);
});
