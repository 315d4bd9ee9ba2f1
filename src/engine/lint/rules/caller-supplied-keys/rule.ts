import { clausesOn, letsPass } from '#engine/lint/clauses.ts';
import { ALL_TYPES, type Rule } from '#engine/lint/rule.ts';
import { quoted } from '#engine/source/quote.ts';

/** Conditions that any caller can meet by writing a header: what a request says of itself can be anything (IAM section 7). */
export const callerSuppliedKeys: Rule = {
  name: 'caller-supplied-keys',
  codes: { UNTRUSTWORTHY_CONDITION_KEY: 'securityWarning' },
  types: ALL_TYPES,
  statement(statement, report) {
    const found = clausesOn(statement, 'aws:referer', 'aws:useragent').find((one) =>
      letsPass(one, statement),
    );
    if (found === undefined) return;
    const { span, value } = found.clause.key;
    const message = `Callers choose ${quoted(value)} themselves, so that it keeps nobody out of ${statement.name}.`;
    report('UNTRUSTWORTHY_CONDITION_KEY', span, message, {
      help: 'Use a key that AWS sets, such as `aws:SourceVpce` or `kms:ViaService`.',
    });
  },
};
