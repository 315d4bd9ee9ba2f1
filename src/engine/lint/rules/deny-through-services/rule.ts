import { quoted } from '#engine/source/quote.ts';
import { isForEveryone } from '#engine/lint/principals.ts';
import type { Report, Rule } from '#engine/lint/rule.ts';
import type { LintedClause, LintedStatement } from '#engine/lint/statement.ts';

/** Where a call comes from, which a call that a service makes does not carry, or not as one's own (KMS-203). */
const networks = new Set(['aws:sourcevpc', 'aws:sourcevpce', 'aws:sourcevpcarn', 'aws:vpcsourceip']);
/** Conditions that spare the calls of services. */
const spares =
  /^(?:aws:(?:viaawsservice|principalisawsservice|calledvia(?:first|last)?|principalservicename|sourceaccount|sourcearn|sourceorgid|principalarn|principaltag\/.*)|kms:viaservice)$/;

/** A Deny for some callers that services are denied by as well: those that call for someone, and those that call as themselves (KMS-207). */
export const denyThroughServices: Rule = {
  name: 'deny-through-services',
  codes: { DENY_BREAKS_SERVICES: 'warning', DENY_STOPS_SERVICE: 'warning' },
  types: ['key', 'rcp', 'scp', 'identity'],
  statement(statement, report) {
    if (statement.document.policy.type === 'key') stopsService(statement, report);
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

/** What tells one caller from another and services do not have: a negated condition on it holds for them (IAM-076). */
const ofCallers = /^aws:(?:principal(?:arn|account|orgid|orgpaths|type|tag\/.*)|userid|username)$/;

/** A Deny in a key policy that spares some callers, and with it nothing that another statement allows a service. */
function stopsService(statement: LintedStatement, report: Report): void {
  const { effect, clauses, document, plan } = statement;
  const isForServices = statement.entries.some((entry) => entry.plan.kind === 'everyone');
  const spared = clauses.filter(
    ({ key, operator }) =>
      ofCallers.test(key) && operator.base.negated && operator.qualifier !== 'ForAnyValue',
  );
  const [first] = spared;
  if (effect !== 'Deny' || !isForServices || first === undefined || spared.length < clauses.length) return;
  const stopped = document.statements.flatMap((other) => {
    const service = other.entries.find((entry) => entry.plan.kind === 'service');
    const isDenied = other.actions.length > 0 && other.actions.every(({ name }) => statement.covers(name));
    return other.effect === 'Allow' && service !== undefined && isDenied ? [{ other, service }] : [];
  });
  const [one] = stopped;
  if (one === undefined) return;
  const message = `Calls by ${quoted(one.service.entry.value)} carry no ${quoted(first.clause.key.value)}, so ${statement.name} denies it everything that ${one.other.name} allows.`;
  const edits = document.edits.addConditions(plan, [['BoolIfExists', 'aws:PrincipalIsAWSService', 'false']]);
  report('DENY_STOPS_SERVICE', first.clause.key.span, message, {
    help: 'Spare services with a condition on `aws:PrincipalIsAWSService`.',
    fixes: [{ title: 'Spare services that call as themselves', edits }],
  });
}

function deniesWithoutKey({ key, operator }: LintedClause): boolean {
  return networks.has(key) && operator.base.negated && !operator.ifExists && operator.qualifier === 'none';
}
