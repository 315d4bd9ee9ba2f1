import { ALL_TYPES, type Rule } from '#engine/lint/rule.ts';
import { quoted } from '#engine/source/quote.ts';

/** A wildcard in the name of a service: it takes in services that nobody thought of (IAM-051). */
export const serviceWildcard: Rule = {
  name: 'service-wildcard',
  codes: { WILDCARD_IN_SERVICE_NAME: 'suggestion' },
  types: ALL_TYPES,
  statement({ plan, actions }, report) {
    for (const { value, span } of plan.action?.element.patterns ?? []) {
      const service = value.slice(0, value.indexOf(':'));
      if (!value.includes(':') || !/[*?]/.test(service)) continue;
      const message = `${quoted(value)} takes in every service whose name fits ${quoted(service)}.`;
      const help = actions.length === 0 ? 'Write the service out.' : 'Write `kms` if that is meant.';
      report('WILDCARD_IN_SERVICE_NAME', span, message, { help });
    }
  },
};
