import { quoted } from '#engine/source/quote.ts';
import type { LintedDocument } from '#engine/lint/document.ts';
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
  document(document, report) {
    if (document.policy.type === 'key') stopsServices(document, report);
  },
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

/** What tells one caller from another and services do not have: a negated condition on it holds for them (IAM-076). */
const ofCallers = /^aws:(?:principal(?:arn|account|orgid|orgpaths|type|tag\/.*)|userid|username)$/;

/** A policy that KMS takes has no room for more statements of services; a hostile one is not to take time. */
const MOST_SERVICES = 100;

/** Denies of a key policy that spare some callers, and with it nothing that another statement allows a service. */
function stopsServices({ statements, edits }: LintedDocument, report: Report): void {
  const served = statements
    .filter(
      ({ effect, entries, actions }) =>
        effect === 'Allow' && actions.length > 0 && entries.some(({ plan }) => plan.kind === 'service'),
    )
    .slice(0, MOST_SERVICES);
  for (const deny of served.length === 0 ? [] : statements) {
    const spared = sparedBy(deny);
    const stopped = spared && served.find(({ actions }) => actions.every(({ name }) => deny.covers(name)));
    const service = stopped?.entries.find(({ plan }) => plan.kind === 'service');
    if (spared === undefined || stopped === undefined || service === undefined) continue;
    const message = `Calls by ${quoted(service.entry.value)} carry no ${quoted(spared.clause.key.value)}, so ${deny.name} denies it everything that ${stopped.name} allows.`;
    report('DENY_STOPS_SERVICE', spared.clause.key.span, message, {
      help: 'AWS does not say outright what its own calls carry: spare services with `aws:PrincipalIsAWSService`, and be sure.',
      fixes: [
        {
          title: 'Spare services that call as themselves',
          edits: edits.addConditions(deny.plan, [['BoolIfExists', 'aws:PrincipalIsAWSService', 'false']]),
        },
      ],
    });
  }
}

/** What a Deny for everyone spares callers by, where it is nothing that a service has. */
function sparedBy({ effect, entries, clauses }: LintedStatement): LintedClause | undefined {
  if (effect !== 'Deny' || !entries.some(({ plan }) => plan.kind === 'everyone')) return undefined;
  const sparesCallers = ({ key, operator }: LintedClause) =>
    ofCallers.test(key) && operator.base.negated && operator.qualifier !== 'ForAnyValue';
  return clauses.every(sparesCallers) ? clauses[0] : undefined;
}

function deniesWithoutKey({ key, operator }: LintedClause): boolean {
  return networks.has(key) && operator.base.negated && !operator.ifExists && operator.qualifier === 'none';
}
