import { MatchClass } from '../authorize/principalMatch.ts';
import type { StatementTrace } from '../authorize/statementTrace.ts';
import { ownSide } from '../authorize/decide.ts';
import { isForeign } from '../explain/explainedStatement.ts';
import { code, named } from '../explain/words.ts';
import { rootArn } from '../vocabulary/arn.ts';
import { callerPrincipal } from './callerPrincipal.ts';
import { narrowing } from './narrowing.ts';
import { type Option, type OptionFacts, option } from './option.ts';

/** Ways to have the key policy, or another resource's own policy, allow the request directly. */
export function resourcePolicyOptions(facts: OptionFacts): readonly Option[] {
  // Nobody can change the policy of an AWS managed key (KMS-011).
  const { target } = facts.traced.check;
  if (target.kind === 'key' && target.key.awsManaged) return [];
  return [...toExistingStatements(facts), ...ownStatement(facts), ...delegation(facts)];
}

function policies({ traced }: OptionFacts) {
  return traced.check.target.kind === 'key' ? traced.keyPolicy : traced.resourcePolicy;
}

/** An Allow statement that misses nothing but this action, or nothing but this caller. */
function toExistingStatements(facts: OptionFacts): readonly Option[] {
  const statements = policies(facts).flatMap((policy) => policy.statements);
  return statements
    .filter(({ plan }) => plan.effect === 'Allow')
    .flatMap((statement) => [...withAction(statement, facts), ...withPrincipal(statement, facts)]);
}

function conditionsHold({ conditions, resource }: StatementTrace): boolean {
  return resource.outcome === 'true' && conditions.every(({ truth }) => truth === 'true');
}

function withAction(statement: StatementTrace, { documents, traced }: OptionFacts): readonly Option[] {
  const { plan, principal, action } = statement;
  if (principal?.matched !== true || action.matched || !conditionsHold(statement)) return [];
  if (plan.action?.element.negated !== false || (statement.classes & ~MatchClass.account) === 0) return [];
  return option({
    kind: 'action',
    edits: documents.addToElement(plan, 'Action', traced.check.action),
    text: ['add ', code(traced.check.action), ' to the actions of ', ...named(statement)],
    weight: 3,
  });
}

function withPrincipal(statement: StatementTrace, { documents, traced }: OptionFacts): readonly Option[] {
  const { plan, principal, action } = statement;
  const caller = callerPrincipal(traced.check.caller);
  if (caller === undefined || principal?.matched !== false || !action.matched || !conditionsHold(statement))
    return [];
  if (plan.principal?.element.negated !== false) return [];
  return option({
    kind: 'principal',
    edits: documents.addPrincipal(plan, caller.kind, caller.value),
    text: ['add ', caller.name, ' to the principals of ', ...named(statement)],
    weight: 3,
    ...(caller.caution === undefined ? {} : { caution: caller.caution }),
  });
}

/** A statement that says exactly what was asked: this caller, this action, like this. */
function ownStatement(facts: OptionFacts): readonly Option[] {
  const { documents, traced } = facts;
  const { check } = traced;
  const caller = callerPrincipal(check.caller);
  const plan = policies(facts)[0]?.plan;
  if (caller === undefined || plan === undefined) return [];
  const { condition, words } = narrowing(check);
  const isKey = check.target.kind === 'key';
  const statement = {
    Sid: `Allow${shortAction(check.action)}`,
    Effect: 'Allow',
    Principal: { [caller.kind]: caller.value },
    Action: check.action,
    Resource: isKey ? '*' : check.resource,
    ...(condition === undefined ? {} : { Condition: condition }),
  };
  return option({
    kind: 'keyPolicyStatement',
    edits: documents.addStatement(plan, statement),
    text: [
      isKey
        ? 'add a statement to the key policy that allows '
        : "add a statement to the resource's policy that allows ",
      code(check.action),
      ' to ',
      caller.name,
      ...words,
    ],
    weight: 4,
    ...(caller.caution === undefined ? {} : { caution: caller.caution }),
  });
}

/** The account statement for this action: enough where the caller's own side allows already (KMS-004). */
function delegation({ documents, traced }: OptionFacts): readonly Option[] {
  const { check, keyPolicy, layers, outcome } = traced;
  const plan = keyPolicy[0]?.plan;
  if (check.target.kind !== 'key' || plan === undefined || !('account' in check.caller)) return [];
  const { account } = check.caller;
  if (check.caller.kind === 'root' || account === undefined) return [];
  if (ownSide(check, layers, outcome.says).identity !== 'true') return [];
  const partition = check.target.key.partition;
  return option({
    kind: 'delegation',
    edits: documents.addStatement(plan, {
      Sid: `EnableIamPoliciesFor${shortAction(check.action)}`,
      Effect: 'Allow',
      Principal: { AWS: rootArn(account, partition) },
      Action: check.action,
      Resource: '*',
    }),
    text: [
      'let the IAM policies of account ',
      code(account),
      ' decide about ',
      code(check.action),
      ': add a statement for the account to the key policy',
    ],
    weight: isForeign(check) ? 4.5 : 5,
    caution: ['It then holds for everyone whom an IAM policy of that account allows it.'],
  });
}

export function shortAction(action: string): string {
  return action.slice(action.indexOf(':') + 1).replace(/[^A-Za-z0-9]/g, '');
}
