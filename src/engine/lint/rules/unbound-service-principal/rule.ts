import { quotedList } from '#engine/source/quote.ts';
import type { LintedStatement } from '#engine/lint/statement.ts';
import type { Rule } from '#engine/lint/rule.ts';

const MOST_NAMED = 4;

/** Keys that tell for whose resource a service calls (IAM-141), and those that name the resource in the encryption context. */
const bounds =
  /^(?:aws:source(?:arn|account|orgid|orgpaths)$|kms:encryptioncontext:|kms:grantconstraintsourcearn$)/;

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
    const uses = statement.actions.filter((one) => one.class === 'crypto' || one.class === 'grantManagement');
    if (uses.length === 0) return;
    const services = statement.entries.filter(
      ({ plan }) => plan.kind === 'service' && !sendsNoSource(plan.name),
    );
    const [first] = services;
    if (first === undefined) return;
    const rest = services.length - MOST_NAMED;
    const named = services.slice(0, MOST_NAMED).map(({ entry }) => entry.value);
    const names =
      rest > 0 ? `${quotedList(named, 'and')} and ${String(rest)} more` : quotedList(named, 'and');
    const one = services.length === 1;
    const message = `${statement.name} does not say for whose resources ${names} ${one ? 'uses' : 'use'} the key.`;
    const help = 'Add a condition on `aws:SourceAccount` or `aws:SourceArn`.';
    const { key } = statement.document.facts;
    const fixes = key?.account === undefined ? [] : [sourceAccount(statement, key.account)];
    report('RESTRICT_ACCESS_TO_SERVICE_PRINCIPAL', first.entry.span, message, { help, fixes });
  },
};

function isBound({ clauses }: LintedStatement): boolean {
  return clauses.some(
    ({ key, operator }) => bounds.test(key) && !operator.base.negated && !operator.ifExists,
  );
}

/**
 * EventBridge sends none of these keys when it delivers to an encrypted topic or queue, and a statement that asks for one does not work.
 */
function sendsNoSource(service: string): boolean {
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
