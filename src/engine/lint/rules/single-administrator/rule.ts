import { shortPrincipal } from '#engine/explain/words.ts';
import { quoted } from '#engine/source/quote.ts';
import { changers, letAccountDecide } from '#engine/lint/principals.ts';
import type { Rule } from '#engine/lint/rule.ts';

/** One user or role alone can change the policy: with it the key is lost to its owner (KMS-001, KMS-006). */
export const singleAdministrator: Rule = {
  name: 'single-administrator',
  codes: { SINGLE_ADMINISTRATOR: 'warning' },
  types: ['key'],
  document(document, report) {
    const { policy, facts } = document;
    if (facts.key?.awsManaged !== false || policy.statements.some(({ inert }) => inert !== undefined)) return;
    const able = changers(document);
    if (able.some(({ notPrincipal }) => notPrincipal)) return;
    const entries = able.flatMap((one) => one.entries.filter(({ plan }) => plan.kind !== 'service'));
    const [first] = entries;
    const sole = new Set(entries.map(({ entry }) => entry.value)).size === 1;
    const isOne = first?.plan.kind === 'identity' || first?.plan.kind === 'uniqueId';
    if (first === undefined || !sole || !isOne) return;
    const message = `Only ${quoted(shortPrincipal(first.entry.value))} can change this key policy: without it nobody can, not even the root user.`;
    const help = 'Let the account do it too, or a second administrator.';
    report('SINGLE_ADMINISTRATOR', first.entry.span, message, { help, fixes: letAccountDecide(document) });
  },
};
