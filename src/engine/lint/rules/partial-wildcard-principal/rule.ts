import type { PrincipalEntry } from '#engine/policy/policy.ts';
import type { Diagnostic } from '#engine/source/diagnostic.ts';
import { splitArn } from '#engine/vocabulary/arn.ts';
import type { Fix } from '#engine/lint/finding.ts';
import { replaceString } from '#engine/lint/fixes.ts';
import { ANY_TYPE, type Rule } from '#engine/lint/rule.ts';
import type { LintedStatement } from '#engine/lint/statement.ts';

/** A wildcard in a principal stands for nothing but itself (IAM-035, KMS-181). Found while the document is read. */
export const partialWildcardPrincipal: Rule = {
  name: 'partial-wildcard-principal',
  codes: { UNSUPPORTED_WILDCARD_IN_PRINCIPAL: 'error' },
  types: ANY_TYPE,
  fixes: boundByArn,
};

/** The account as the principal, and the pattern as a condition: only in an Allow with this one principal of a known account. */
function boundByArn({ span }: Diagnostic, { plan, statement, document }: LintedStatement): readonly Fix[] {
  const entries = statement.principal?.entries ?? [];
  const [entry] = entries;
  if (statement.effect !== 'Allow' || statement.principal?.negated === true) return [];
  if (entry === undefined || entries.length > 1 || entry.span.from !== span.from) return [];
  const account = accountIn(entry);
  if (account === undefined) return [];
  const everyone = replaceString('', entry, '*').edits;
  const { edits } = document;
  const bound = edits.addConditions(plan, [
    ['StringEquals', 'aws:PrincipalAccount', account],
    ['ArnLike', 'aws:PrincipalArn', entry.value],
  ]);
  if (bound.length === 0) return [];
  return [
    {
      title: 'Use `*` with conditions on `aws:PrincipalArn` and `aws:PrincipalAccount`',
      edits: [...everyone, ...bound],
    },
  ];
}

function accountIn({ kind, value }: PrincipalEntry): string | undefined {
  const arn = kind === 'AWS' ? splitArn(value) : undefined;
  const named = arn?.service === 'iam' && /^(?:role|user)\//.test(arn.resource);
  return named && /^\d{12}$/.test(arn.account) ? arn.account : undefined;
}
