import { clausesOn, letsPass } from '#engine/lint/clauses.ts';
import { ALL_TYPES, type Rule } from '#engine/lint/rule.ts';
import { quoted } from '#engine/source/quote.ts';

const PLACES = ['aws:sourcevpc', 'aws:sourcevpce', 'aws:vpceaccount', 'aws:vpceorgid', 'aws:vpceorgpaths'];

/** Private addresses without the network they are of: anybody may have a VPC with the same ones (IAM section 7). */
export const pairedConditionKeys: Rule = {
  name: 'paired-condition-keys',
  codes: { MISSING_PAIRED_CONDITION_KEYS: 'securityWarning' },
  types: ALL_TYPES,
  statement(statement, report) {
    const found = clausesOn(statement, 'aws:vpcsourceip').find(
      (one) => one.operator.base.family === 'IpAddress' && letsPass(one, statement),
    );
    if (found === undefined || clausesOn(statement, ...PLACES).length > 0) return;
    const { span, value } = found.clause.key;
    const message = `${statement.name} takes ${quoted(value)} from any VPC, and private addresses are the same in many.`;
    report('MISSING_PAIRED_CONDITION_KEYS', span, message, {
      help: 'Add a condition on `aws:SourceVpc` or `aws:SourceVpce`.',
    });
  },
};
