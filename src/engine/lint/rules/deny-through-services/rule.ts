import { quoted } from '#engine/source/quote.ts';
import { isForEveryone } from '#engine/lint/principals.ts';
import type { Rule } from '#engine/lint/rule.ts';
import type { LintedClause } from '#engine/lint/statement.ts';

/** Where a call comes from, which a call that a service makes does not carry, or not as one's own (KMS-203). */
const networks = new Set(['aws:sourcevpc', 'aws:sourcevpce', 'aws:sourcevpcarn', 'aws:vpcsourceip']);
/** Conditions that spare the calls of services. */
const spares =
  /^(?:aws:(?:viaawsservice|principalisawsservice|calledvia(?:first|last)?|principalservicename|sourceaccount|sourcearn|sourceorgid|principalarn|principaltag\/.*)|kms:viaservice)$/;

/** A Deny for callers outside of a network that also denies the calls services make for them (KMS-207). */
export const denyThroughServices: Rule = {
  name: 'deny-through-services',
  codes: { DENY_BREAKS_SERVICES: 'warning' },
  types: ['key', 'rcp', 'scp', 'identity'],
  statement(statement, report) {
    const { effect, clauses, document } = statement;
    const isBroad =
      document.policy.type === 'key' || document.policy.type === 'rcp' ? isForEveryone(statement) : true;
    if (effect !== 'Deny' || !isBroad || !statement.covers('kms:Decrypt')) return;
    if (clauses.some(({ key }) => spares.test(key))) return;
    const found = clauses.find(deniesWithoutKey);
    if (
      found === undefined ||
      clauses.some((one) => one !== found && !networks.has(one.key) && one.key !== 'aws:sourceip')
    )
      return;
    const key = quoted(found.clause.key.value);
    const message = `Calls that AWS services make for someone do not carry ${key} as expected, so ${statement.name} denies them too.`;
    const edits = document.edits.addConditions(statement.plan, [
      ['BoolIfExists', 'aws:ViaAWSService', 'false'],
    ]);
    report('DENY_BREAKS_SERVICES', found.clause.key.span, message, {
      help: 'Spare them with a condition on `aws:ViaAWSService` and, for services that call as themselves, `aws:PrincipalIsAWSService`.',
      fixes: [{ title: 'Spare calls through services', edits }],
    });
  },
};

function deniesWithoutKey({ key, operator }: LintedClause): boolean {
  return networks.has(key) && operator.base.negated && !operator.ifExists && operator.qualifier === 'none';
}
