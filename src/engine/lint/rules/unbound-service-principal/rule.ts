import type { ActionInfo } from '#engine/catalog/actions.ts';
import { saysForWhom } from '#engine/lint/clauses.ts';
import { quotedList } from '#engine/source/quote.ts';
import type { LintedStatement } from '#engine/lint/statement.ts';
import type { Rule } from '#engine/lint/rule.ts';

const MOST_NAMED = 4;

/**
 * Keys that name the resource that a service calls for, in the encryption context or a grant, and those of callers, which services do
 * not have: then the statement allows no service anything, and another rule says so.
 */
const bounds =
  /^(?:kms:encryptioncontext:|kms:grantconstraintsourcearn$|kms:calleraccount$|aws:principal(?:orgid|orgpaths)$)/;

/**
 * A service principal without a condition that says for whom the service works: anyone can have it use the key (the confused
 * deputy, KMS-206). Silent about services that are known to send no such key.
 */
export const unboundServicePrincipal: Rule = {
  name: 'unbound-service-principal',
  codes: { RESTRICT_ACCESS_TO_SERVICE_PRINCIPAL: 'securityWarning' },
  types: ['key'],
  statement(statement, report) {
    if (statement.effect !== 'Allow' || isBound(statement)) return;
    const uses = statement.actions.filter(isUse).map(({ name }) => name);
    if (uses.length === 0 || isGrantToService(statement, uses)) return;
    const services = statement.entries.filter(
      ({ plan }) => plan.kind === 'service' && !sendsNoSource(plan.name, uses),
    );
    const [first] = services;
    if (first === undefined) return;
    const rest = services.length - MOST_NAMED;
    const named = services.slice(0, MOST_NAMED).map(({ entry }) => entry.value);
    const names =
      rest > 0 ? `${quotedList(named, 'and')} and ${String(rest)} more` : quotedList(named, 'and');
    const one = services.length === 1;
    const message = `${statement.name} does not say for whose resources ${names} ${one ? 'uses' : 'use'} the key.`;
    const help = services.some(({ entry }) => entry.value === CLOUDTRAIL)
      ? 'Add a condition on `aws:SourceArn` or `aws:SourceAccount`; event data stores of CloudTrail send neither.'
      : 'Add a condition on `aws:SourceAccount` or `aws:SourceArn`.';
    const { key } = statement.document.facts;
    const fixes = key?.account === undefined ? [] : [sourceAccount(statement, key.account)];
    report('RESTRICT_ACCESS_TO_SERVICE_PRINCIPAL', first.entry.span, message, { help, fixes });
  },
};

function isBound({ clauses }: LintedStatement): boolean {
  return clauses.some(
    ({ key, operator }) =>
      (saysForWhom(key) || bounds.test(key)) && !operator.base.negated && !operator.ifExists,
  );
}

const CLOUDTRAIL = 'cloudtrail.amazonaws.com';
const forEventDataStores = new Set(['kms:GenerateDataKey', 'kms:Decrypt']);

/** Reading about the key, its public half or its grants harms nobody. */
function isUse({ class: kind, accessLevels }: ActionInfo): boolean {
  return (
    (kind === 'crypto' || kind === 'grantManagement') &&
    !accessLevels.every((level) => level === 'Read' || level === 'List')
  );
}

/** A grant that the service makes for a resource of its own: AWS's samples bind it by that alone. */
function isGrantToService({ clauses }: LintedStatement, uses: readonly string[]): boolean {
  return (
    uses.every((name) => name === 'kms:CreateGrant') &&
    clauses.some(
      ({ key, clause }) => key === 'kms:grantisforawsresource' && clause.values[0]?.value === 'true',
    )
  );
}

/**
 * EventBridge sends none of these keys when it delivers to an encrypted topic, and CloudTrail none for an event data store, which
 * needs two actions (KMS-206): a statement that asks for one does not work.
 */
function sendsNoSource(service: string, uses: readonly string[]): boolean {
  if (service === CLOUDTRAIL) return uses.every((name) => forEventDataStores.has(name));
  return service === 'events.amazonaws.com';
}

function sourceAccount(statement: LintedStatement, account: string) {
  const others = statement.entries.some(({ plan }) => plan.kind !== 'service');
  const { edits } = statement.document;
  return {
    title: `Only for resources of \`${account}\``,
    edits: others
      ? []
      : edits.addConditions(statement.plan, [['StringEquals', 'aws:SourceAccount', account]]),
  };
}
