import { quoted, quotedList } from '#engine/source/quote.ts';
import { replaceString } from '#engine/lint/fixes.ts';
import type { Fix } from '#engine/lint/finding.ts';
import { needsKey } from '#engine/lint/clauses.ts';
import type { Rule } from '#engine/lint/rule.ts';
import type { LintedClause, LintedStatement } from '#engine/lint/statement.ts';

/** Keys of the caller's that no service has (IAM section 7). A service can call through another, so `kms:ViaService` is none of them. */
const ofCallers = /^aws:(?:principal(?:orgid|orgpaths|tag\/.*)|userid|username)$/;
/** Keys that only services send (KMS-186). */
const ofServices = /^aws:source(?:arn|account|orgid|orgpaths)$/;
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
    const services = statement.entries.filter(({ plan }) => plan.kind === 'service');
    const identities = statement.entries.filter(
      ({ plan }) => plan.kind === 'identity' || plan.kind === 'account',
    );
    const all = statement.entries.length;
    for (const one of statement.clauses) {
      const { key, clause } = one;
      if (!needsKey(one) || clause.values.length === 0) continue;
      const name = quoted(clause.key.value);
      if (ofCallers.test(key) && services.length > 0) {
        const names = quotedList(
          services.map(({ entry }) => entry.value),
          'and',
        );
        const nothing =
          services.length === all
            ? `so ${statement.name} ${verb(statement)} nothing`
            : 'so it is not meant here';
        const message = `Calls by ${names} never carry ${name}, ${nothing}.`;
        const fixes = services.length === all ? instead(statement, one) : [];
        const help =
          sourceOf[key] === undefined ? 'Remove the condition, or the service.' : `Use \`${sourceOf[key]}\`.`;
        report('UNSUPPORTED_CONDITION_KEY_FOR_SERVICE_PRINCIPAL', clause.key.span, message, { help, fixes });
      } else if (ofServices.test(key) && identities.length === all && all > 0) {
        const message = `Only calls by AWS services carry ${name}, so ${statement.name} ${verb(statement)} nothing.`;
        const help = 'Name the service as principal, or remove the condition.';
        report('CONDITION_KEY_ONLY_FOR_SERVICES', clause.key.span, message, { help });
      }
    }
  },
};

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
