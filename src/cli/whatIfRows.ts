import { plain } from '#engine/explain/phrase.ts';
import type { Addition } from '#engine/whatIf/additions.ts';
import type { PolicyChange } from '#engine/whatIf/policyChange.ts';

/** A change that turns the decision, as `--json` shows it: each edit beside the name of the document it changes. */
export function additionRow({ kind, text, decision, besides, edits, documents }: Addition): object {
  return {
    kind: 'addition',
    what: kind,
    text: plain(text),
    decision,
    ...(besides.length === 0 ? {} : { besides: besides.map(plain) }),
    edits: edits.map((edit, index) => ({ document: documents[index], edit })),
  };
}

export function additionLine({ text, besides }: Addition): string {
  return `  ? ${[text, ...besides].map(plain).join(' ')}`;
}

export function policyChangeRow({ changes, lockout }: PolicyChange): object {
  const { outcome, text } = lockout;
  return {
    changes: changes.map(({ principal, from, to, actions }) => ({ principal, from, to, actions })),
    lockout: { outcome, text: plain(text) },
  };
}

export function policyChangeLines(change: PolicyChange | null): readonly string[] {
  if (change === null) return [];
  const rows = change.changes.map(
    ({ principal, from, to, actions }) => `    ${principal}: ${from} -> ${to}: ${actions.join(', ')}`,
  );
  return [
    `  The new policy changes ${rows.length === 0 ? 'nothing' : 'this'}:`,
    ...rows,
    `    ${plain(change.lockout.text)}`,
  ];
}
