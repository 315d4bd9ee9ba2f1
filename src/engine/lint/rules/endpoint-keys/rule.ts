import { GUARDRAIL_TYPES, IAM_TYPES, type Rule } from '#engine/lint/rule.ts';
import { quoted } from '#engine/source/quote.ts';

/** Keys about who owns the VPC endpoint, which only requests to some services carry. KMS is one of them (IAM section 7). */
const OF_ENDPOINTS = new Set(['aws:vpceaccount', 'aws:vpceorgid', 'aws:vpceorgpaths']);

/** A Deny for requests through other endpoints that also denies what goes to services without such keys. */
export const endpointKeys: Rule = {
  name: 'endpoint-keys',
  codes: { USE_CONDITION_KEY_ONLY_WITH_SUPPORTED_SERVICES: 'warning' },
  types: [...IAM_TYPES, ...GUARDRAIL_TYPES],
  statement({ clauses, effect, plan }, report) {
    const found = clauses.find(
      ({ key, operator: { base } }) => OF_ENDPOINTS.has(key) && base.negated && base.family !== 'Null',
    );
    const action = plan.action?.element;
    if (effect !== 'Deny' || found === undefined || action === undefined) return;
    const isWide = action.negated || action.patterns.some(({ value }) => /^[^:]*[*?]/.test(value));
    if (!isWide) return;
    const { span, value } = found.clause.key;
    const message = `Requests to many services never carry ${quoted(value)}, and this denies all of them.`;
    report('USE_CONDITION_KEY_ONLY_WITH_SUPPORTED_SERVICES', span, message, {
      help: 'Name the actions of services that have the key, such as `kms:*`.',
    });
  },
};
