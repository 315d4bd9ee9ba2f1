import { quoted } from '#engine/source/quote.ts';
import { clausesOn, saysForWhom } from '#engine/lint/clauses.ts';
import type { Report, Rule } from '#engine/lint/rule.ts';
import type { LintedStatement } from '#engine/lint/statement.ts';

/** Keys that only callers who are no service carry (IAM section 7). */
const ofPrincipals = new Set(['aws:principalorgid', 'aws:principalorgpaths', 'aws:principalaccount']);

/** An RCP that denies whoever is not of the organization, and with them AWS services, which are of none. */
export const rcpServiceExemption: Rule = {
  name: 'rcp-service-exemption',
  codes: {
    RCP_MISSING_RELATED_PRINCIPAL_CONDITION_KEY: 'warning',
    RCP_MISSING_RELATED_SERVICE_PRINCIPAL_CONDITION_KEY: 'warning',
    RCP_MISSING_SERVICE_CONDITION_KEY_NULL_CHECK: 'warning',
  },
  types: ['rcp'],
  statement(statement, report) {
    aboutServices(statement, report);
    const found = statement.clauses.find(
      ({ key, operator }) => ofPrincipals.has(key) && operator.base.negated,
    );
    if (statement.effect !== 'Deny' || found === undefined) return;
    if (
      clausesOn(
        statement,
        'aws:principalisawsservice',
        'aws:principalservicename',
        'aws:principalservicenameslist',
      ).length > 0
    )
      return;
    const message = `Calls by AWS services carry no ${quoted(found.clause.key.value)}, so ${statement.name} denies them too.`;
    const { edits } = statement.document;
    const fix = {
      title: 'Spare AWS services',
      edits: edits.addConditions(statement.plan, [['BoolIfExists', 'aws:PrincipalIsAWSService', 'false']]),
    };
    report('RCP_MISSING_RELATED_PRINCIPAL_CONDITION_KEY', found.clause.key.span, message, {
      help: 'Add `BoolIfExists` with `aws:PrincipalIsAWSService` equal to `false`.',
      fixes: [fix],
    });
  },
};

/** A Deny for services that act for others, which without more denies everybody who is no service, too. */
function aboutServices(statement: LintedStatement, report: Report): void {
  const found = statement.clauses.find(({ key, operator }) => saysForWhom(key) && operator.base.negated);
  if (statement.effect !== 'Deny' || found === undefined) return;
  const { span, value } = found.clause.key;
  const { edits } = statement.document;
  if (clausesOn(statement, 'aws:principalisawsservice').length === 0) {
    const message = `Only calls by AWS services carry ${quoted(value)}, so ${statement.name} denies everybody else as well.`;
    report('RCP_MISSING_RELATED_SERVICE_PRINCIPAL_CONDITION_KEY', span, message, {
      help: 'Add `Bool` with `aws:PrincipalIsAWSService` equal to `true`.',
      fixes: [
        {
          title: 'Deny AWS services only',
          edits: edits.addConditions(statement.plan, [['Bool', 'aws:PrincipalIsAWSService', 'true']]),
        },
      ],
    });
  }
  const isChecked = statement.clauses.some(
    ({ key, operator }) => saysForWhom(key) && operator.base.family === 'Null',
  );
  if (isChecked) return;
  const message = `Not all calls by AWS services are for a resource and carry ${quoted(value)}, and ${statement.name} denies the others too.`;
  report('RCP_MISSING_SERVICE_CONDITION_KEY_NULL_CHECK', span, message, {
    help: 'Add `Null` with `aws:SourceAccount` equal to `false`.',
    fixes: [
      {
        title: 'Leave out calls without a source',
        edits: edits.addConditions(statement.plan, [['Null', 'aws:SourceAccount', 'false']]),
      },
    ],
  });
}
