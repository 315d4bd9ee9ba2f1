import { lineIndex } from '#engine/source/lines.ts';
import { placeholderNames } from '../importOf.ts';
import { lockoutFlag } from '../lockoutFlag.ts';
import type { Import, KeyContent, Piece, Problem } from '../piece.ts';
import { PlaceholderBook } from '../placeholderBook.ts';
import { memberOf, textValue, type ObjectMember, type Value } from '../value.ts';
import { LiteralReader, LiteralStop } from './literalReader.ts';

/** Whether a text may be a CDK program; cheap, and wrong at times. */
export function looksLikeCdk(text: string): boolean {
  return /\bnew\s+(kms\.)?CfnKey\s*\(|\bPolicyDocument\.fromJson\s*\(/.test(text);
}

/** Keys and mistakes that are looked at in one text. */
const MOST = 100;

const KEYS = /\bnew\s{1,20}(?:kms\.)?CfnKey\s{0,20}\([^,{]{0,200},[^,{]{0,200},\s{0,200}(?=\{)/g;
const DOCUMENTS = /\bPolicyDocument\.fromJson\s{0,20}\(/g;

/** Properties of `CfnKey` that are fields of `KeyMetadata`. */
const FACTS = [
  ['description', 'Description'],
  ['keySpec', 'KeySpec'],
  ['keyUsage', 'KeyUsage'],
  ['origin', 'Origin'],
  ['multiRegion', 'MultiRegion'],
] as const;

/**
 * The keys of a CDK program in TypeScript: `CfnKey` with its properties written out, and policies in `PolicyDocument.fromJson`.
 * Programs that put policies together in code are not run.
 */
export function readCdk(text: string): Import {
  const lines = lineIndex(text);
  const book = new PlaceholderBook();
  const pieces: Piece[] = [];
  const problems: Problem[] = [];
  const read = (from: number, take: (value: Value) => KeyContent) => {
    if (pieces.length + problems.length >= MOST) return;
    try {
      const content = take(new LiteralReader(text, from, book).value());
      const title = pieces.length === 0 ? 'CfnKey' : `CfnKey ${pieces.length + 1}`;
      pieces.push({ id: title, title, content, ...lines.at(from) });
    } catch (stop) {
      if (!(stop instanceof LiteralStop)) throw stop;
      problems.push({ message: stop.message, severity: 'error', ...lines.at(stop.at) });
    }
  };
  const keys = [...text.matchAll(KEYS)];
  const aliases = keys.length === 1 ? aliasesIn(text) : [];
  for (const match of keys) read(match.index + match[0].length, (value) => keyOf(value, aliases));
  if (keys.length === 0)
    for (const match of text.matchAll(DOCUMENTS))
      read(match.index + match[0].length, (policy) => ({
        kind: 'key',
        policy,
        metadata: [],
        aliases: [],
        grants: [],
      }));
  return { format: 'cdk', pieces, placeholders: book.among(placeholderNames(pieces)), skipped: [], problems };
}

function keyOf(properties: Value, aliases: readonly Value[]): KeyContent {
  const { span } = properties;
  const metadata = FACTS.flatMap(([property, field]): ObjectMember[] => {
    const value = memberOf(properties, property);
    return value === undefined ? [] : [{ key: textValue(span, field), value }];
  });
  const policy = memberOf(properties, 'keyPolicy');
  const tags = tagsOf(memberOf(properties, 'tags'));
  const flag = lockoutFlag(memberOf(properties, 'bypassPolicyLockoutSafetyCheck'));
  return {
    kind: 'key',
    metadata,
    aliases,
    grants: [],
    ...(policy && { policy }),
    ...(tags && { tags }),
    ...flag,
  };
}

function tagsOf(list: Value | undefined): Value | undefined {
  if (list?.kind !== 'list') return undefined;
  const members = list.items.flatMap((item): ObjectMember[] => {
    const [key, value] = [memberOf(item, 'key'), memberOf(item, 'value')];
    return key && value ? [{ key, value }] : [];
  });
  return { kind: 'object', span: list.span, members };
}

/** The names of `CfnAlias`, where there is one key only they can belong to: plain texts. */
function aliasesIn(text: string): readonly Value[] {
  return [...text.matchAll(/\baliasName:\s{0,20}"(alias\/[\w/-]{1,250})"/g)].slice(0, MOST).map((match) => {
    const [whole, name = ''] = match;
    return textValue({ text: 'import', from: match.index, to: match.index + whole.length }, name);
  });
}
