import { rootArn } from '../vocabulary/arn.ts';
import type { PlainValue } from '../source/plainValue.ts';
import type { KeyFacts, LintedDocument } from './document.ts';
import type { Fix } from './finding.ts';
import type { LintedEntry, LintedStatement } from './statement.ts';

/** The account that a principal belongs to; undefined for `*`, services, unique ids and what is no principal. */
export function accountOfEntry({ plan }: LintedEntry): string | undefined {
  if (plan.kind === 'account') return plan.account;
  return plan.kind === 'identity' ? plan.identity.account : undefined;
}

/** Whether one of the principals is the key's account, so that the statement lets its IAM policies decide (KMS-004). */
export function delegatesTo(statement: LintedStatement, account: string | undefined): boolean {
  return statement.entries.some(({ plan }) => plan.kind === 'account' && plan.account === account);
}

/** Whether one of the principals is everyone. */
export function isForEveryone(statement: LintedStatement): boolean {
  return statement.entries.some(({ plan }) => plan.kind === 'everyone' || plan.kind === 'everyIdentity');
}

/** Whether the statement is about other accounts than the key's, and about them alone. */
export function isForeign(statement: LintedStatement, { account }: KeyFacts): boolean {
  if (account === undefined || statement.entries.length === 0) return false;
  return statement.entries.every((entry) => {
    const own = accountOfEntry(entry);
    return own !== undefined && own !== account;
  });
}

/** The statements of a key policy that let someone of the key's own account change it. */
export function changers({ statements, facts: { key } }: LintedDocument): readonly LintedStatement[] {
  return statements.filter(
    (statement) =>
      statement.effect === 'Allow' &&
      statement.covers('kms:PutKeyPolicy') &&
      (statement.notPrincipal || statement.entries.some((entry) => mayBeOf(entry, key?.account))),
  );
}

function mayBeOf(entry: LintedEntry, account: string | undefined): boolean {
  if (entry.plan.kind === 'service') return false;
  const own = accountOfEntry(entry);
  return own === undefined || account === undefined || own === account;
}

/** Adds the statement that the policy of a key without a policy of its own has (KMS-013). */
export function letAccountDecide({ plan, facts: { key }, edits }: LintedDocument): readonly Fix[] {
  if (key?.account === undefined) return [];
  const statement: PlainValue = {
    Sid: 'EnableIAMPolicies',
    Effect: 'Allow',
    Principal: { AWS: rootArn(key.account, key.partition) },
    Action: 'kms:*',
    Resource: '*',
  };
  return [{ title: 'Let the account use IAM policies', edits: edits.addStatement(plan, statement) }];
}
