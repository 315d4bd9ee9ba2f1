import { quoted } from '#engine/source/quote.ts';
import { replaceString } from '#engine/lint/fixes.ts';
import type { Rule } from '#engine/lint/rule.ts';

/** CloudWatch Logs calls KMS under a name with its Region, and uses keys of its own Region only. */
export const serviceRegion: Rule = {
  name: 'service-region',
  codes: { SERVICE_OF_OTHER_REGION: 'warning' },
  types: ['key'],
  statement({ entries, document: { facts } }, report) {
    const region = facts.key?.region;
    if (region === undefined) return;
    for (const { entry } of entries) {
      const own =
        entry.kind === 'Service' ? /^logs\.([a-z0-9-]+)\.amazonaws\.com$/.exec(entry.value)?.[1] : undefined;
      if (own === undefined || own === region) continue;
      const message = `${quoted(entry.value)} is CloudWatch Logs in ${quoted(own)}, and it uses keys of its own Region: this one is in ${quoted(region)}.`;
      const to = `logs.${region}.amazonaws.com`;
      report('SERVICE_OF_OTHER_REGION', entry.span, message, {
        fixes: [replaceString(`Write \`${to}\``, entry, to)],
      });
    }
  },
};
