import { parseJson } from '../source/parseJson.ts';
import { plainValue, type PlainValue } from '../source/plainValue.ts';
import { asObject, asString, memberValue, oneOrMany } from '../source/read.ts';
import type { TextId } from '../source/span.ts';
import { addStatement } from '../whatIf/addStatement.ts';
import type { Edit } from '../whatIf/edit.ts';
import { spliceText } from '../whatIf/edit.ts';
import { canonicalStatement } from './sameStatement.ts';

/** A statement ready for a document, with the Sid it would like to have. */
export type ReadyStatement = { readonly Sid: string } & { readonly [element: string]: PlainValue };

export interface Placed {
  /** None where everything is there already. */
  readonly edits: readonly Edit[];
  /** The text with the edits made. */
  readonly text: string;
  /** The Sids of what is added, as they became. */
  readonly sids: readonly string[];
}

const EMPTY = '{\n  "Version": "2012-10-17",\n  "Statement": []\n}';

/**
 * Adds statements to a policy, in its own layout: those that it has already are left out, and Sids it has are counted up. An empty
 * text becomes a policy.
 *
 * @returns undefined where the text cannot be read: an edit would land anywhere
 */
export function placeStatements(
  document: { readonly id: TextId; readonly text: string },
  statements: readonly ReadyStatement[],
): Placed | undefined {
  const start = document.text.trim() === '' ? EMPTY : document.text;
  let text = start;
  const sids: string[] = [];
  for (const statement of statements) {
    const { root, wellFormed } = parseJson(text, document.id);
    if (root === undefined || !wellFormed || asObject(root) === undefined) return undefined;
    const present = oneOrMany(memberValue(root, 'Statement'));
    const known = new Set(present.map((node) => canonicalStatement(plainValue(node))));
    if (known.has(canonicalStatement(statement))) continue;
    const taken = new Set(present.flatMap((node) => asString(memberValue(node, 'Sid')) ?? []));
    const sid = freeName(statement.Sid, taken);
    const splice = addStatement(text, root, { ...statement, Sid: sid });
    if (splice === undefined) return undefined;
    text = spliceText(text, [{ kind: 'text', document: document.id, ...splice }]);
    sids.push(sid);
  }
  return { edits: sids.length === 0 ? [] : difference(document, text), text, sids };
}

/** The name, counted up from 2 where it is taken. */
export function freeName(name: string, taken: ReadonlySet<string>): string {
  if (!taken.has(name)) return name;
  let count = 2;
  while (taken.has(`${name}${count}`)) count += 1;
  return `${name}${count}`;
}

/** One edit that makes the second text of the first; what is the same before and after it is not touched. */
function difference(
  { id, text: before }: { readonly id: TextId; readonly text: string },
  after: string,
): readonly Edit[] {
  const shorter = Math.min(before.length, after.length);
  let from = 0;
  while (from < shorter && before[from] === after[from]) from += 1;
  let end = 0;
  while (end < shorter - from && before[before.length - 1 - end] === after[after.length - 1 - end]) end += 1;
  return [
    {
      kind: 'text',
      document: id,
      offset: from,
      length: before.length - from - end,
      replacement: after.slice(from, after.length - end),
    },
  ];
}
