import { parseJson } from '#engine/source/parseJson.ts';
import { asArray, memberValue } from '#engine/source/read.ts';
import { accountOf } from '#engine/vocabulary/arn.ts';

/**
 * A grants text with one more grant, in the shape of `ListGrants`: put at the end of the list there is, so that the text
 * before it stays as the user wrote it.
 *
 * @param keyArn the key the grant is on; its account is the grantee's in the template
 * @returns null where the text is no list of grants, so nothing can be added without losing something
 */
export function withNewGrant(text: string, keyArn: string): string | null {
  if (text.trim() === '') return `[\n${indented(template(keyArn, text), '  ')}\n]`;
  const { root, wellFormed } = parseJson(text, 'grants');
  if (!wellFormed) return null;
  const list = asArray(root) ?? asArray(memberValue(root, 'Grants'));
  if (list === undefined) return null;
  const indent = indentAt(text, list.span.from);
  const grant = indented(template(keyArn, text), `${indent}  `);
  const last = list.items.at(-1);
  const at = last?.span.to ?? list.span.from + 1;
  const tail = last === undefined ? `\n${indent}]` : text.slice(at, list.span.to);
  const closed = last !== undefined && !tail.includes('\n') ? `\n${indent}]` : tail;
  return `${text.slice(0, at)}${last === undefined ? '' : ','}\n${grant}${closed}${text.slice(list.span.to)}`;
}

function template(keyArn: string, text: string): string {
  const account = accountOf(keyArn) ?? '111122223333';
  return JSON.stringify(
    {
      KeyId: keyArn,
      GrantId: freeGrantId(text),
      GranteePrincipal: `arn:aws:iam::${account}:role/Grantee`,
      IssuingAccount: `arn:aws:iam::${account}:root`,
      Operations: ['Decrypt', 'DescribeKey'],
    },
    null,
    2,
  );
}

function freeGrantId(text: string): string {
  let number = 1;
  while (text.includes(grantId(number))) number += 1;
  return grantId(number);
}

function grantId(number: number): string {
  return String(number).padStart(64, '0');
}

function indented(text: string, by: string): string {
  return text
    .split('\n')
    .map((line) => by + line)
    .join('\n');
}

function indentAt(text: string, offset: number): string {
  const start = text.lastIndexOf('\n', offset - 1) + 1;
  return /^[ \t]*/.exec(text.slice(start, offset))?.[0] ?? '';
}
