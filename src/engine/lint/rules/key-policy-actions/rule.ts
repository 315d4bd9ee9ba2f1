import { findAction } from '#engine/catalog/actions.ts';
import { isServicePrefix } from '#engine/catalog/servicePrefixes.ts';
import type { Sourced } from '#engine/policy/policy.ts';
import { quoted } from '#engine/source/quote.ts';
import type { Rule } from '#engine/lint/rule.ts';

/** Actions that a key policy has no say in: of other services, and those that IAM policies or a grant decide alone (KMS-021). */
export const keyPolicyActions: Rule = {
  name: 'key-policy-actions',
  codes: { UNSUPPORTED_ACTION_IN_POLICY: 'error', INEFFECTIVE_ACTION_IN_KEY_POLICY: 'warning' },
  types: ['key'],
  covers: ['PART_DOES_NOTHING'],
  statement({ plan, document }, report) {
    const element = plan.action?.element;
    for (const pattern of element === undefined || element.negated ? [] : element.patterns) {
      const found = idle(pattern);
      if (found === undefined) continue;
      const { code, because, help } = found;
      const { value, span } = pattern;
      const fixes = [{ title: `Remove \`${value}\``, edits: document.edits.removeFromList(plan, [pattern]) }];
      report(code, span, because, { help, fixes });
    }
  },
};

interface Idle {
  readonly code: string;
  readonly because: string;
  readonly help: string;
}

function idle({ value }: Sourced): Idle | undefined {
  const prefix = value.slice(0, Math.max(value.indexOf(':'), 0)).toLowerCase();
  if (prefix === '') return undefined;
  if (prefix !== 'kms') {
    if (!isServicePrefix(prefix)) return undefined;
    const because = `${quoted(value)} is not an action on a KMS key, and a key policy is about its key alone.`;
    return { code: 'UNSUPPORTED_ACTION_IN_POLICY', because, help: 'Put it into an IAM policy.' };
  }
  const say = findAction(value)?.keyPolicy;
  if (say !== 'no' && say !== 'inert') return undefined;
  const who = say === 'inert' ? 'the grant decides' : 'IAM policies decide';
  const because = `A key policy has no say about ${quoted(value)}: ${who} about it alone.`;
  return { code: 'INEFFECTIVE_ACTION_IN_KEY_POLICY', because, help: 'Remove it.' };
}
