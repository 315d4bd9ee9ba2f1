import type { LintedClause, LintedStatement } from './statement.ts';

/** True only where the request carries the key: what a condition must be to keep anyone out who lacks it. */
export function needsKey({ operator, clause }: LintedClause): boolean {
  const { base, ifExists, qualifier } = operator;
  if (base.family === 'Null') return clause.values.every(({ value }) => value.toLowerCase() === 'false');
  if (qualifier === 'ForAnyValue') return !ifExists;
  return qualifier === 'none' && !ifExists && !base.negated;
}

/** Whether a condition is one that callers get past by meeting it: in an Allow what it asks for, in a Deny what it spares. */
export function letsPass({ operator }: LintedClause, { effect }: LintedStatement): boolean {
  return operator.base.negated === (effect === 'Deny');
}

/** The conditions on one of some keys, given in lower case. */
export function clausesOn(statement: LintedStatement, ...keys: readonly string[]): readonly LintedClause[] {
  return statement.clauses.filter(({ key }) => keys.includes(key));
}

/** Whether a key says for whom a service calls; only calls by services carry it (IAM-141, KMS-186). */
export function saysForWhom(key: string): boolean {
  return /^aws:source(?:arn|account|orgid|orgpaths)$/.test(key);
}
