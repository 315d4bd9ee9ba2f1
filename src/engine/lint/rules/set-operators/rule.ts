import { isMultivalued } from '#engine/catalog/conditionKeys.ts';
import { printOperator } from '#engine/conditions/parseOperator.ts';
import { quoted } from '#engine/source/quote.ts';
import type { Fix } from '#engine/lint/finding.ts';
import { clausesOn, needsKey } from '#engine/lint/clauses.ts';
import { ALL_TYPES, type Report, type Rule } from '#engine/lint/rule.ts';
import type { LintedClause, LintedStatement } from '#engine/lint/statement.ts';

/** `ForAllValues` and `ForAnyValue` where they do something else than it seems (KMS-107, KMS-108, IAM-095 to IAM-099). */
export const setOperators: Rule = {
  name: 'set-operators',
  codes: {
    OVERLY_PERMISSIVE_CONDITION: 'error',
    MISSING_QUALIFIER: 'error',
    FORALLVALUES_WITH_SINGLE_VALUED_KEY: 'securityWarning',
    FORALLVALUES_WITHOUT_NULL_CHECK: 'warning',
    NULL_WITH_QUALIFIER: 'suggestion',
  },
  types: ALL_TYPES,
  statement(statement, report) {
    for (const one of statement.clauses) {
      if (one.clause.values.length === 0) continue;
      const { qualifier, base } = one.operator;
      if (base.family === 'Null') withNull(one, report);
      else if (qualifier === 'ForAllValues') forAllValues(statement, one, report);
      else if (qualifier === 'none') unqualified(statement, one, report);
    }
  },
};

function withNull({ operator, clause }: LintedClause, report: Report): void {
  if (operator.qualifier === 'none') return;
  const always = operator.qualifier === 'ForAllValues' ? 'true' : 'false';
  const message = `${quoted(clause.operator.value)} is always ${always}, whether the key is there or not.`;
  report('NULL_WITH_QUALIFIER', clause.operator.span, message, { help: 'Write `Null`.' });
}

/** KMS takes no new key policy with these (KMS-108). */
const refused = ['kms:encryptioncontext:', 'aws:requesttag/'];

function forAllValues(statement: LintedStatement, one: LintedClause, report: Report): void {
  const { clause, key } = one;
  const name = quoted(clause.key.value);
  const fixes = [withQualifier(statement, one, 'none')];
  if (statement.document.policy.type === 'key' && refused.some((prefix) => key.startsWith(prefix))) {
    const message = `KMS refuses a key policy with \`ForAllValues\` on ${name}, which would also hold for requests without it.`;
    report('OVERLY_PERMISSIVE_CONDITION', clause.operator.span, message, {
      help: 'Leave out `ForAllValues`.',
      fixes,
    });
    return;
  }
  const many = isMultivalued(clause.key.value);
  if (statement.effect !== 'Allow' || many === undefined || isChecked(statement, one)) return;
  if (!many) {
    const message = `${name} has one value, and with \`ForAllValues\` the condition also holds for requests without it.`;
    report('FORALLVALUES_WITH_SINGLE_VALUED_KEY', clause.operator.span, message, {
      help: 'Leave out `ForAllValues`.',
      fixes,
    });
  } else if (!one.operator.base.negated && !one.operator.ifExists) {
    const message = `With \`ForAllValues\` the condition also holds for requests without ${name}: it asks for none of its values.`;
    const fix: Fix = {
      title: `Also require \`${clause.key.value}\``,
      edits: statement.document.edits.addConditions(statement.plan, [['Null', clause.key.value, 'false']]),
    };
    report('FORALLVALUES_WITHOUT_NULL_CHECK', clause.operator.span, message, {
      help: 'Add `Null` with `false` if the key must be there.',
      fixes: [fix],
    });
  }
}

/** Another condition lets no request without the key through, or the key is there in every request that matters. */
function isChecked(statement: LintedStatement, { key, clause }: LintedClause): boolean {
  if (clausesOn(statement, key).some((other) => other.clause !== clause && needsKey(other))) return true;
  // Requests to create a grant always name operations.
  if (key === 'kms:grantoperations') return statement.actions.every(({ name }) => name === 'kms:CreateGrant');
  if (key !== 'kms:encryptioncontextkeys') return false;
  return statement.clauses.some((other) => other.key.startsWith('kms:encryptioncontext:') && needsKey(other));
}

function unqualified(statement: LintedStatement, one: LintedClause, report: Report): void {
  const { clause, operator } = one;
  if (isMultivalued(clause.key.value) !== true) return;
  const message = `${quoted(clause.key.value)} can have several values, so the operator needs \`ForAnyValue\` or \`ForAllValues\` in front.`;
  const fixes = operator.base.negated ? [] : [withQualifier(statement, one, 'ForAnyValue')];
  report('MISSING_QUALIFIER', clause.operator.span, message, { fixes });
}

function withQualifier(
  { document, plan }: LintedStatement,
  { clause, operator }: LintedClause,
  qualifier: 'none' | 'ForAnyValue',
): Fix {
  const name = printOperator(qualifier, operator.base, operator.ifExists);
  return { title: `Use \`${name}\``, edits: document.edits.changeOperator(plan, clause.span, name) };
}
