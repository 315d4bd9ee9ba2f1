import { quoted } from '#engine/source/quote.ts';
import { clausesOn } from '#engine/lint/clauses.ts';
import type { Rule } from '#engine/lint/rule.ts';

/** Keys that only callers who are no service carry (IAM section 7). */
const ofPrincipals = new Set(['aws:principalorgid', 'aws:principalorgpaths', 'aws:principalaccount']);

/** An RCP that denies whoever is not of the organization, and with them AWS services, which are of none. */
export const rcpServiceExemption: Rule = {
  name: 'rcp-service-exemption',
  codes: { RCP_MISSING_RELATED_PRINCIPAL_CONDITION_KEY: 'warning' },
  types: ['rcp'],
  statement(statement, report) {
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
