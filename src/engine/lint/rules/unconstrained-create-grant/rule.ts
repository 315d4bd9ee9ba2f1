import { quotedList } from '#engine/source/quote.ts';
import { shortPrincipal } from '#engine/explain/words.ts';
import { compileWildcard } from '#engine/vocabulary/wildcard.ts';
import type { Sourced } from '#engine/policy/policy.ts';
import { needsKey } from '#engine/lint/clauses.ts';
import { accountOfEntry, changers } from '#engine/lint/principals.ts';
import type { Rule } from '#engine/lint/rule.ts';
import type { LintedEntry, LintedStatement } from '#engine/lint/statement.ts';

/** Keys that say what grants may be created, for whom or through which service (KMS-068, KMS-202). */
const bounds =
  /^kms:(?:grantisforawsresource|grantoperations|granteeprincipal|granteeserviceprincipal|grantconstrainttype|grantconstraintsourcearn|retiringprincipal|viaservice|encryptioncontext:.*)$/;

/**
 * `kms:CreateGrant` without a limit for users of the key: a grant gives whoever they choose any use of it (KMS-064). Silent about
 * administrators, who could give themselves everything by the key policy anyway.
 */
export const unconstrainedCreateGrant: Rule = {
  name: 'unconstrained-create-grant',
  codes: { UNCONSTRAINED_CREATE_GRANT: 'securityWarning' },
  types: ['key'],
  statement(statement, report) {
    const { name, plan, document } = statement;
    const granting = unlimited(statement);
    const users = granting === undefined ? [] : statement.entries.filter((entry) => isUser(statement, entry));
    if (granting === undefined || users.length === 0) return;
    const who = quotedList(
      users.slice(0, 3).map(({ entry }) => shortPrincipal(entry.value)),
      'and',
    )
      .replace('`*`', 'whoever its conditions let in')
      .replace(/`account (\d+)`/g, 'account `$1`');
    const message = `${name} lets ${who} create any grant, and so give anyone any use of the key.`;
    const help =
      'Add a condition on `kms:GrantIsForAWSResource`, or on `kms:GranteePrincipal` and `kms:GrantOperations`.';
    const alone = statement.actions.every((action) => grantActions.has(action.name));
    const edits = alone
      ? document.edits.addConditions(plan, [['Bool', 'kms:GrantIsForAWSResource', 'true']])
      : [];
    const fix = { title: 'Only for resources of AWS services', edits };
    report('UNCONSTRAINED_CREATE_GRANT', granting.span, message, { help, fixes: [fix] });
  },
};

/** The entry of `Action` that allows to create grants without a limit. */
function unlimited({ effect, plan, clauses, document }: LintedStatement): Sourced | undefined {
  if (
    effect !== 'Allow' ||
    document.facts.key?.awsManaged !== false ||
    plan.action?.element.negated !== false
  )
    return undefined;
  if (clauses.some((one) => bounds.test(one.key) && needsKey(one))) return undefined;
  return plan.action.element.patterns.find(({ value }) =>
    compileWildcard(value, { ignoreCase: true }).test('kms:CreateGrant'),
  );
}

/** Neither the account, whose IAM policies decide, nor a service, nor someone who may change the key policy. */
function isUser({ document }: LintedStatement, entry: LintedEntry): boolean {
  const { plan } = entry;
  const own = document.facts.key?.account;
  if (plan.kind === 'service' || plan.kind === 'invalid') return false;
  // Nobody but AWS decides what a service-linked role does.
  if (entry.entry.value.includes(':role/aws-service-role/')) return false;
  if (plan.kind === 'account' && (own ?? plan.account) === plan.account) return false;
  if (own !== undefined && (accountOfEntry(entry) ?? own) !== own) return true;
  const { value } = entry.entry;
  return !changers(document).some((one) => one.entries.some((other) => other.entry.value === value));
}

/** The actions whose requests carry `kms:GrantIsForAWSResource`: a condition on it takes nothing from them alone. */
const grantActions = new Set(['kms:CreateGrant', 'kms:ListGrants', 'kms:RevokeGrant']);
