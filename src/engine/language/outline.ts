import type { JsonNode } from '../source/json.ts';
import { parseJson } from '../source/parseJson.ts';
import { asArray, asString, memberValue, oneOrMany, stringList } from '../source/read.ts';
import type { DocumentKind } from './documentKind.ts';

/** A statement or grant of a document. */
export interface OutlineEntry {
  /** Its Sid or name, or its position. */
  readonly name: string;
  /** What it does, in few words. */
  readonly detail: string;
  readonly effect: 'Allow' | 'Deny' | undefined;
  readonly from: number;
  readonly to: number;
}

/** The statements of a policy, or the grants of a list, in order; as far as they can be made out in a broken text. */
export function outline(text: string, kind: DocumentKind): readonly OutlineEntry[] {
  const { root } = parseJson(text, '');
  if (root === undefined) return [];
  if (kind === 'grants') return grantsIn(root).map(grantEntry);
  return oneOrMany(memberValue(root, 'Statement')).map(statementEntry);
}

function grantsIn(root: JsonNode): readonly JsonNode[] {
  const list = asArray(root) ?? asArray(memberValue(root, 'Grants'));
  return list?.items ?? [root];
}

function statementEntry(node: JsonNode, index: number): OutlineEntry {
  const effect = asString(memberValue(node, 'Effect'));
  const action = memberValue(node, 'Action');
  const actions =
    action === undefined ? listed(memberValue(node, 'NotAction'), 'all but ') : listed(action, '');
  return {
    name: asString(memberValue(node, 'Sid')) || `Statement ${index + 1}`,
    detail: [effect, actions].filter((part) => part !== undefined && part !== '').join(' '),
    effect: effect === 'Allow' || effect === 'Deny' ? effect : undefined,
    from: node.span.from,
    to: node.span.to,
  };
}

function grantEntry(node: JsonNode, index: number): OutlineEntry {
  const name = asString(memberValue(node, 'Name')) || asString(memberValue(node, 'GrantId'));
  return {
    name: name || `Grant ${index + 1}`,
    detail: listed(memberValue(node, 'Operations'), ''),
    effect: 'Allow',
    from: node.span.from,
    to: node.span.to,
  };
}

const MOST_LISTED = 3;

function listed(node: JsonNode | undefined, before: string): string {
  const names = stringList(node).map(({ value }) => value);
  if (names.length === 0) return '';
  const more = names.length > MOST_LISTED ? ` and ${names.length - MOST_LISTED} more` : '';
  return before + names.slice(0, MOST_LISTED).join(', ') + more;
}
