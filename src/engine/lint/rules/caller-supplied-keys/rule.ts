import { ALL_TYPES, type Rule } from '#engine/lint/rule.ts';
import { quoted } from '#engine/source/quote.ts';

/** What a request says of itself, so that whoever sends it can say anything (IAM section 7). */
const FORGEABLE = new Set(['aws:referer', 'aws:useragent']);

/** Conditions that any caller can meet by writing a header. */
export const callerSuppliedKeys: Rule = {
  name: 'caller-supplied-keys',
  codes: { UNTRUSTWORTHY_CONDITION_KEY: 'securityWarning' },
  types: ALL_TYPES,
  statement({ clauses, effect, name }, report) {
    const found = clauses.find(
      ({ key, operator: { base } }) => FORGEABLE.has(key) && base.negated === (effect === 'Deny'),
    );
    if (found === undefined) return;
    const { span, value } = found.clause.key;
    const message = `Callers choose ${quoted(value)} themselves, so that it keeps nobody out of ${name}.`;
    report('UNTRUSTWORTHY_CONDITION_KEY', span, message, {
      help: 'Use a key that AWS sets, such as `aws:SourceVpce` or `kms:ViaService`.',
    });
  },
};
