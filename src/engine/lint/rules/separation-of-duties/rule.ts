import { shortPrincipal } from '#engine/explain/words.ts';
import { quoted } from '#engine/source/quote.ts';
import type { Rule } from '#engine/lint/rule.ts';
import type { LintedEntry } from '#engine/lint/statement.ts';

/** One user or role both administers the key and uses it: nobody else need agree to what it does with the data. */
export const separationOfDuties: Rule = {
  name: 'separation-of-duties',
  codes: { ADMINISTERS_AND_USES: 'suggestion' },
  types: ['key'],
  document({ statements, facts }, report) {
    if (facts.key?.awsManaged !== false) return;
    const administering = new Set<string>();
    const using = new Map<string, LintedEntry>();
    for (const { effect, entries, ...one } of statements.map((each) => ({
      effect: each.effect,
      entries: each.entries,
      changes: each.covers('kms:PutKeyPolicy'),
      reads: each.covers('kms:Decrypt') || each.covers('kms:Sign') || each.covers('kms:GenerateMac'),
    }))) {
      if (effect !== 'Allow') continue;
      for (const entry of entries) {
        if (entry.plan.kind !== 'identity') continue;
        if (one.changes) administering.add(entry.entry.value);
        if (one.reads && !using.has(entry.entry.value)) using.set(entry.entry.value, entry);
      }
    }
    for (const [name, { entry }] of using) {
      if (!administering.has(name)) continue;
      const message = `${quoted(shortPrincipal(name))} both changes the key policy and uses the key.`;
      report('ADMINISTERS_AND_USES', entry.span, message, { help: 'Give the two to different roles.' });
    }
  },
};
