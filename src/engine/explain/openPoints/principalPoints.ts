import { MatchClass } from '#engine/authorize/principalMatch.ts';
import type { StatementTrace } from '#engine/authorize/statementTrace.ts';
import type { PrincipalEntry } from '#engine/policy/policy.ts';
import { type Caller, callerAccount } from '#engine/request/caller.ts';
import type { Phrase } from '../phrase.ts';
import { code, shortCaller, statementName, strong } from '../words.ts';
import { type OpenPoint, type PointFacts, restHolds, statementsThatMatter } from './openPoint.ts';

/** Points about whom a Principal or NotPrincipal element means. */
export function principalPoints(facts: PointFacts): readonly OpenPoint[] {
  const { caller } = facts.traced.check;
  return [
    ...foreignRoot(facts),
    ...statementsThatMatter(facts.traced).flatMap((statement) => [
      ...everyone(statement, caller),
      ...otherKinds(statement, caller),
      ...notPrincipal(statement, caller),
      ...otherCase(statement, caller),
      ...uniqueId(statement),
      ...federatedUser(statement),
      ...endpointAccount(statement),
    ]),
  ];
}

const name = ({ plan }: StatementTrace): Phrase[number] => strong(statementName(plan.statement));

function foreignRoot({ traced: { check, outcome, keyPolicy } }: PointFacts): readonly OpenPoint[] {
  if (check.caller.kind !== 'root' || outcome.paths.crossAccount !== 'true') return [];
  const statements = keyPolicy.flatMap((policy) => policy.statements);
  const covering = statements.find(({ applies, plan }) => applies === 'true' && plan.effect === 'Allow');
  if (covering === undefined || outcome.decision !== 'allowed') return [];
  const text: Phrase = [
    'AWS does not say whether the root user of another account is covered by a statement for that account; ',
    name(covering),
    ' is taken to cover it.',
  ];
  return [{ rule: 'U-01', text }];
}

/** `*` and services (U-17, IAM-023). */
function everyone(statement: StatementTrace, caller: Caller): readonly OpenPoint[] {
  const element = statement.plan.principal?.element;
  if (caller.kind !== 'service' || element === undefined || element.negated) return [];
  const star = element.entries.find(({ kind, value }) => kind === '*' || (kind === 'AWS' && value === '*'));
  if (star === undefined || !restHolds(statement, 'principal')) return [];
  // The service is named besides: the star changes nothing.
  if ((statement.classes & MatchClass.service) !== 0) return [];
  const text: Phrase =
    star.kind === '*'
      ? [
          'AWS does not say whether a Principal of ',
          code('"*"'),
          ' takes in services; ',
          name(statement),
          ' is taken to do so.',
        ]
      : [
          'AWS does not say whether ',
          code('{"AWS": "*"}'),
          ' takes in services; ',
          name(statement),
          ' is taken not to.',
        ];
  return [{ rule: 'U-17', text }];
}

/** Federated and CanonicalUser principals (U-18): a point only for callers they could mean. */
function otherKinds(statement: StatementTrace, caller: Caller): readonly OpenPoint[] {
  if (caller.kind !== 'roleSession' && caller.kind !== 'federatedUser' && caller.kind !== 'root') return [];
  if (statement.plan.policy.type !== 'key' || statement.principal?.entry !== undefined) return [];
  const kind = caller.kind === 'root' ? 'CanonicalUser' : 'Federated';
  const entry = statement.plan.principal?.element.entries.find((one) => one.kind === kind);
  if (entry === undefined || !restHolds(statement, 'principal')) return [];
  const text: Phrase = [
    'AWS does not say what a principal of the kind ',
    code(kind),
    ' does in a key policy; in ',
    name(statement),
    ' it is taken to match nobody.',
  ];
  return [{ rule: 'U-18', text }];
}

/** NotPrincipal in a key policy (U-19), and lists that do not name the caller's whole chain (IAM-041). */
function notPrincipal(statement: StatementTrace, caller: Caller): readonly OpenPoint[] {
  const element = statement.plan.principal?.element;
  if (element?.negated !== true || !restHolds(statement, 'principal')) return [];
  const points: OpenPoint[] = [];
  if (statement.plan.policy.type === 'key') {
    const text: Phrase = [
      'AWS does not say whether KMS reads ',
      code('NotPrincipal'),
      ' as IAM does; in ',
      name(statement),
      ' it is taken to.',
    ];
    points.push({ rule: 'U-19', text });
  }
  if (
    statement.principal?.matched === false &&
    statement.plan.effect === 'Deny' &&
    !wholeChain(statement, caller)
  ) {
    const text: Phrase = [
      'AWS asks for the account, the role or user and the session in ',
      code('NotPrincipal'),
      ' and does not say what a shorter list does; ',
      name(statement),
      ' is taken to spare ',
      code(shortCaller(caller)),
      '.',
    ];
    points.push({ rule: 'IAM-041', text });
  }
  return points;
}

function wholeChain(statement: StatementTrace, caller: Caller): boolean {
  const listed = new Set(statement.plan.principal?.element.entries.map(({ value }) => value));
  const account = callerAccount(caller);
  if (account === undefined || caller.kind === 'root') return true;
  const hasAccount = [...listed].some(
    (value) => value === account || value.endsWith(`:iam::${account}:root`),
  );
  switch (caller.kind) {
    case 'user':
      return hasAccount && listed.has(caller.arn);
    case 'roleSession':
      return hasAccount && listed.has(caller.roleArn) && listed.has(caller.arn);
    case 'federatedUser':
      return hasAccount && listed.has(caller.arn);
    default:
      return true;
  }
}

/** A role or session that is named in another case (IAM-028). User names are documented to be case-sensitive. */
function otherCase(statement: StatementTrace, caller: Caller): readonly OpenPoint[] {
  if (caller.kind !== 'roleSession' || statement.principal?.entry !== undefined) return [];
  const names = [caller.arn.toLowerCase(), caller.roleArn.toLowerCase()];
  const isOne = ({ value }: PrincipalEntry): boolean => names.includes(value.toLowerCase());
  const entry = statement.plan.principal?.element.entries.find(isOne);
  if (entry === undefined || !restHolds(statement, 'principal')) return [];
  const text: Phrase = [
    'AWS does not say whether case counts in the names of roles and sessions; it is taken to, so that ',
    code(entry.value),
    ' in ',
    name(statement),
    ' does not mean the caller.',
  ];
  return [{ rule: 'IAM-028', text }];
}

function uniqueId(statement: StatementTrace): readonly OpenPoint[] {
  const entry = statement.principal?.entry;
  if (entry === undefined || !/^(AIDA|AROA)/.test(entry.value) || !restHolds(statement)) return [];
  const text: Phrase = [
    'AWS does not say what a unique id such as ',
    code(entry.value),
    ' does in a key policy; it is taken to mean the identity with that id.',
  ];
  return [{ rule: 'IAM-034', text }];
}

/** Point 35: a Deny for an IAM user and the sessions that user federated. */
function federatedUser(statement: StatementTrace): readonly OpenPoint[] {
  const hits = (statement.classes & MatchClass.userOfFederated) !== 0;
  if (!hits || statement.plan.effect !== 'Deny' || !restHolds(statement)) return [];
  const text: Phrase = [
    'AWS does not say whether a Deny for an IAM user hits the sessions that the user federated; ',
    name(statement),
    ' is taken to.',
  ];
  return [{ rule: 'IAM-032', text }];
}

function endpointAccount(statement: StatementTrace): readonly OpenPoint[] {
  const { plan, classes } = statement;
  if (plan.policy.type !== 'endpoint' || classes !== MatchClass.account || !restHolds(statement)) return [];
  const text: Phrase = [
    'AWS does not say what an account as principal means in the policy of an interface endpoint; ',
    name(statement),
    ' is taken to cover everyone in the account.',
  ];
  return [{ rule: 'IAM-134', text }];
}
