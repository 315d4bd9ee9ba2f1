import type { KeyFacts } from './document.ts';
import type { LintedEntry, LintedStatement } from './statement.ts';

/** The account that a principal belongs to; undefined for `*`, services, unique ids and what is no principal. */
export function accountOfEntry({ plan }: LintedEntry): string | undefined {
  if (plan.kind === 'account') return plan.account;
  return plan.kind === 'identity' ? plan.identity.account : undefined;
}

/** Whether one of the principals is the key's account, so that the statement lets its IAM policies decide (KMS-004). */
export function delegatesTo(statement: LintedStatement, account: string): boolean {
  return statement.entries.some(({ plan }) => plan.kind === 'account' && plan.account === account);
}

/** Whether one of the principals is everyone. */
export function isForEveryone(statement: LintedStatement): boolean {
  return statement.entries.some(({ plan }) => plan.kind === 'everyone' || plan.kind === 'everyIdentity');
}

/** The principals of other accounts than the key's. */
export function foreignEntries(statement: LintedStatement, key: KeyFacts): readonly LintedEntry[] {
  return statement.entries.filter((entry) => {
    const account = accountOfEntry(entry);
    return account !== undefined && account !== key.account;
  });
}
