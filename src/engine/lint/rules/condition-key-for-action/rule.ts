import type { ConditionKeyInfo } from '#engine/catalog/conditionKey.ts';
import { findAction } from '#engine/catalog/actions.ts';
import { quoted, quotedList } from '#engine/source/quote.ts';
import type { Sourced } from '#engine/policy/policy.ts';
import { compileWildcard } from '#engine/vocabulary/wildcard.ts';
import { kmsActionNames } from '#engine/catalog/actions.ts';
import { needsKey } from '#engine/lint/clauses.ts';
import { ALL_TYPES, type Report, type Rule } from '#engine/lint/rule.ts';
import type { LintedClause, LintedStatement } from '#engine/lint/statement.ts';

/** Conditions on keys that requests for these actions, policies of this kind or keys of this type never carry (KMS-111, KMS-130, KMS-134). */
export const conditionKeyForAction: Rule = {
  name: 'condition-key-for-action',
  codes: {
    UNSUPPORTED_ACTION_FOR_CONDITION_KEY: 'error',
    ACTION_WITHOUT_CONDITION_KEY: 'suggestion',
    CONDITION_KEY_ONLY_IN_IAM_POLICIES: 'warning',
    CONDITION_KEY_NOT_FOR_KEY_TYPE: 'warning',
    IRRELEVANT_CONDITION_KEY_IN_POLICY: 'suggestion',
  },
  types: ALL_TYPES,
  covers: ['STATEMENT_DOES_NOTHING', 'PART_DOES_NOTHING'],
  statement(statement, report) {
    for (const one of statement.clauses) {
      if (statement.document.policy.type === 'key' && ofTheKey.has(one.key)) irrelevant(one, report);
      if (one.info === undefined || !needsKey(one) || one.clause.values.length === 0) continue;
      if (onlyInIam(statement, one, one.info, report) || notForType(statement, one, report)) continue;
      if (one.info.operations !== 'any') forActions(statement, one, one.info.operations, report);
    }
  },
};

/** What a key policy knows without asking: it is the policy of one key, of one account. */
const ofTheKey = new Set(['aws:resourceaccount', 'aws:resourceorgid', 'aws:resourceorgpaths']);

function irrelevant({ clause }: LintedClause, report: Report): void {
  const message = `A key policy is about one key, and ${quoted(clause.key.value)} is the same in all its requests.`;
  report('IRRELEVANT_CONDITION_KEY_IN_POLICY', clause.key.span, message, {
    help: 'Use it in IAM policies and SCPs, and here keys that tell of the caller.',
  });
}

function onlyInIam(
  statement: LintedStatement,
  { clause }: LintedClause,
  info: ConditionKeyInfo,
  report: Report,
): boolean {
  if (statement.document.policy.type !== 'key' || info.inKeyPolicy) return false;
  const key = quoted(clause.key.value);
  const message = `A key policy never sees ${key}, so ${statement.name} ${verb(statement)} nothing.`;
  report('CONDITION_KEY_ONLY_IN_IAM_POLICIES', clause.key.span, message, {
    help: 'The key works in IAM policies only.',
  });
  return true;
}

function notForType(statement: LintedStatement, { clause, key }: LintedClause, report: Report): boolean {
  const facts = statement.document.facts.key;
  if (facts === undefined || !facts.typeStated || facts.spec === 'SYMMETRIC_DEFAULT') return false;
  if (!key.startsWith('kms:encryptioncontext')) return false;
  const message = `A key of type ${quoted(facts.spec)} takes no encryption context, so ${statement.name} ${verb(statement)} nothing.`;
  report('CONDITION_KEY_NOT_FOR_KEY_TYPE', clause.key.span, message, { help: 'Remove the condition.' });
  return true;
}

function forActions(
  statement: LintedStatement,
  { clause }: LintedClause,
  operations: readonly string[],
  report: Report,
): void {
  const { actions, plan } = statement;
  // Actions of other services may know the key.
  if (actions.length === 0) return;
  const key = quoted(clause.key.value);
  if (!actions.some(({ name }) => operations.includes(name))) {
    const message = `No action of ${statement.name} carries ${key}, so the statement ${verb(statement)} nothing.`;
    const help = `Requests for ${quotedList(operations.slice(0, 4), 'and')} carry it.`;
    report('UNSUPPORTED_ACTION_FOR_CONDITION_KEY', clause.key.span, message, { help });
    return;
  }
  if (plan.action === undefined || plan.action.element.negated) return;
  const idle = plan.action.element.patterns.filter((pattern) => neverCarries(pattern, operations));
  const [first] = idle;
  if (first === undefined) return;
  const names = quotedList(
    idle.map(({ value }) => value),
    'and',
  );
  const [are, them] = idle.length === 1 ? ['is', 'it'] : ['are', 'them'];
  const message = `${names} ${are} not ${statement.effect === 'Allow' ? 'allowed' : 'denied'} by ${statement.name}: a request for ${them} never carries ${key}.`;
  report('ACTION_WITHOUT_CONDITION_KEY', first.span, message, {
    help: `Put ${them} into a statement without this condition.`,
  });
}

/** Whether a pattern stands for actions of KMS that never carry the key. */
function neverCarries({ value }: Sourced, operations: readonly string[]): boolean {
  if (!/^kms:/i.test(value)) return false;
  const exact = findAction(value);
  if (exact !== undefined) return !operations.includes(exact.name) && exact.kind !== 'operation';
  const matcher = compileWildcard(value, { ignoreCase: true });
  const meant = kmsActionNames.filter((name) => matcher.test(name));
  return meant.length > 0 && !meant.some((name) => operations.includes(name));
}

function verb({ effect }: LintedStatement): string {
  return effect === 'Allow' ? 'allows' : 'denies';
}
