import { quoted, quotedList } from '#engine/source/quote.ts';
import { replaceString } from '#engine/lint/fixes.ts';
import type { Fix } from '#engine/lint/finding.ts';
import { needsKey, saysForWhom } from '#engine/lint/clauses.ts';
import type { Report, Rule } from '#engine/lint/rule.ts';
import type { LintedClause, LintedEntry, LintedStatement } from '#engine/lint/statement.ts';

/** Keys of the caller's that no service has (IAM section 7). A service can call through another, so `kms:ViaService` is none of them. */
const ofCallers = /^aws:(?:principal(?:orgid|orgpaths|tag\/.*)|userid|username)$/;
const sourceOf: Readonly<Record<string, string>> = {
  'aws:principalorgid': 'aws:SourceOrgID',
  'aws:principalorgpaths': 'aws:SourceOrgPaths',
};

/** Conditions that calls by the named services, or the named users and roles, never meet. */
export const servicePrincipalKeys: Rule = {
  name: 'service-principal-keys',
  codes: {
    UNSUPPORTED_CONDITION_KEY_FOR_SERVICE_PRINCIPAL: 'error',
    CONDITION_KEY_ONLY_FOR_SERVICES: 'warning',
  },
  types: ['key'],
  covers: ['STATEMENT_DOES_NOTHING', 'PART_DOES_NOTHING'],
  statement(statement, report) {
    const parties = partiesOf(statement);
    for (const one of statement.clauses) {
      if (!needsKey(one) || one.clause.values.length === 0) continue;
      if (ofCallers.test(one.key)) neverOfServices(statement, one, parties, report);
      if (!saysForWhom(one.key)) continue;
      if (isEventToTopic(statement, parties)) notOfEvents(statement, one, parties, report);
      else if (!parties.hasOthers && parties.services.length === 0) onlyOfServices(statement, one, report);
    }
  },
};

interface Parties {
  readonly services: readonly LintedEntry[];
  /** Whether somebody else may be meant than services, users, roles and accounts. */
  readonly hasOthers: boolean;
  readonly onlyServices: boolean;
}

function partiesOf({ entries }: LintedStatement): Parties {
  const services = entries.filter(({ plan }) => plan.kind === 'service');
  const identities = entries.filter(({ plan }) => plan.kind === 'identity' || plan.kind === 'account');
  return {
    services,
    hasOthers: entries.length === 0 || services.length + identities.length < entries.length,
    onlyServices: services.length === entries.length,
  };
}

function neverOfServices(
  statement: LintedStatement,
  one: LintedClause,
  { services, onlyServices }: Parties,
  report: Report,
): void {
  if (services.length === 0) return;
  const names = quotedList(
    services.map(({ entry }) => entry.value),
    'and',
  );
  const nothing = onlyServices
    ? `so ${statement.name} ${verb(statement)} nothing`
    : 'so it is not meant here';
  const message = `Calls by ${names} never carry ${quoted(one.clause.key.value)}, ${nothing}.`;
  const source = sourceOf[one.key];
  report('UNSUPPORTED_CONDITION_KEY_FOR_SERVICE_PRINCIPAL', one.clause.key.span, message, {
    help: source === undefined ? 'Remove the condition, or the service.' : `Use \`${source}\`.`,
    fixes: onlyServices ? instead(statement, one) : [],
  });
}

function onlyOfServices(statement: LintedStatement, { clause }: LintedClause, report: Report): void {
  const message = `Only calls by AWS services carry ${quoted(clause.key.value)}, so ${statement.name} ${verb(statement)} nothing.`;
  const help = 'Name the service as principal, or remove the condition.';
  report('CONDITION_KEY_ONLY_FOR_SERVICES', clause.key.span, message, { help });
}

/** Whether a statement lets EventBridge publish to encrypted topics; AWS supports none of the source keys there (KMS-206). */
function isEventToTopic({ clauses }: LintedStatement, { services }: Parties): boolean {
  return (
    services.some(({ entry }) => entry.value === 'events.amazonaws.com') &&
    clauses.some((one) => one.key === 'kms:encryptioncontext:aws:sns:topicarn' && needsKey(one))
  );
}

function notOfEvents(
  statement: LintedStatement,
  { clause }: LintedClause,
  { onlyServices }: Parties,
  report: Report,
): void {
  const { document, plan } = statement;
  const message = `EventBridge sends no ${quoted(clause.key.value)} when it publishes to a topic, so ${statement.name} ${verb(statement)} it nothing.`;
  const edits = document.edits.removeCondition(plan, clause.span);
  report('UNSUPPORTED_CONDITION_KEY_FOR_SERVICE_PRINCIPAL', clause.key.span, message, {
    help: 'The topic in the encryption context is enough: remove the condition.',
    fixes: onlyServices ? [{ title: 'Remove the condition', edits }] : [],
  });
}

function verb({ effect }: LintedStatement): string {
  return effect === 'Allow' ? 'allows' : 'denies';
}

function instead({ document, plan }: LintedStatement, { key, clause }: LintedClause): readonly Fix[] {
  const other = sourceOf[key];
  if (other === undefined) return [];
  const block = plan.statement.conditions.some((one) => one.key.value.toLowerCase() === other.toLowerCase());
  if (block)
    return [{ title: 'Remove the condition', edits: document.edits.removeCondition(plan, clause.span) }];
  return [replaceString(`Use \`${other}\``, clause.key, other)];
}
