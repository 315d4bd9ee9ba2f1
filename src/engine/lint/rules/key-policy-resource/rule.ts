import { quoted } from '#engine/source/quote.ts';
import { splitArn } from '#engine/vocabulary/arn.ts';
import { replaceString } from '#engine/lint/fixes.ts';
import type { Rule } from '#engine/lint/rule.ts';

/** A key policy is about its key alone: a resource that is something else makes the statement inert (KMS-020). */
export const keyPolicyResource: Rule = {
  name: 'key-policy-resource',
  codes: { UNSUPPORTED_RESOURCE_ARN_IN_POLICY: 'error' },
  types: ['key'],
  covers: ['STATEMENT_DOES_NOTHING', 'PART_DOES_NOTHING'],
  statement({ plan }, report) {
    const element = plan.resource?.element;
    if (element === undefined || element.negated) return;
    for (const pattern of element.patterns) {
      const what = otherThan(pattern.value);
      if (what === undefined) continue;
      const message = `${quoted(pattern.value)} is ${what}, and a key policy is about its key alone.`;
      const fix = replaceString('Write `*`, which means this key', pattern, '*');
      const fixes = element.patterns.length === 1 ? [fix] : [];
      report('UNSUPPORTED_RESOURCE_ARN_IN_POLICY', pattern.span, message, {
        help: 'Write `*`, which means this key.',
        fixes,
      });
    }
  },
};

function otherThan(value: string): string | undefined {
  if (value.includes('${')) return undefined;
  if (value.startsWith('alias/')) return 'the name of an alias';
  const arn = splitArn(value);
  if (arn === undefined || /[*?]/.test(arn.service)) return undefined;
  if (arn.service !== 'kms') return `a resource of ${quoted(arn.service)}`;
  return arn.resource.startsWith('alias/') ? 'an alias' : undefined;
}
