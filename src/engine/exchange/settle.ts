import { printPolicy } from '../policy/printPolicy.ts';
import type { PolicyKind, Recognized, RecognizedPolicy } from '../scenario/recognize.ts';
import { recognize } from '../scenario/recognize.ts';
import type { KeyMetadata, ScenarioIdentity, ScenarioRequest } from '../scenario/scenario.ts';
import { plainValue, recordOf } from '../source/plainValue.ts';
import { printJson } from '../source/printJson.ts';
import { type Answers, fillIn, filledText } from './fillIn.ts';
import type { KeyContent, Piece, PolicyContent } from './piece.ts';
import type { ObjectMember, Value } from './value.ts';

/** A piece with its placeholders filled: texts and facts as a scenario has them. */
export type Settled =
  | SettledKey
  | { readonly kind: 'recognized'; readonly recognized: Exclude<Recognized, { kind: 'unknown' }> }
  | { readonly kind: 'identity'; readonly identity: ScenarioIdentity }
  | { readonly kind: 'request'; readonly request: ScenarioRequest };

export interface SettledKey {
  readonly kind: 'key';
  readonly arn?: string;
  readonly policy?: RecognizedPolicy;
  readonly metadata?: KeyMetadata;
  readonly aliases?: readonly string[];
  readonly tags?: Readonly<Record<string, string>>;
  /** As `list-grants` prints them. */
  readonly grants?: string;
}

/** @param answers what was entered for the placeholders of the import; those without an answer stay visible in the texts */
export function settle({ content }: Piece, answers: Answers): Settled {
  switch (content.kind) {
    case 'key':
      return settledKey(content, answers);
    case 'policy':
      return { kind: 'recognized', recognized: settledPolicy(content, answers) };
    case 'recognized':
    case 'identity':
    case 'request':
      return content;
  }
}

function settledKey(content: KeyContent, answers: Answers): SettledKey {
  const { arn, policy, metadata, aliases, tags, grants } = content;
  return {
    kind: 'key',
    ...(arn !== undefined && { arn }),
    ...(policy !== undefined && { policy: policyOf(policy, answers, 'keyPolicy') }),
    ...(metadata.length > 0 && { metadata: metadataOf(metadata, answers) }),
    ...(aliases.length > 0 && { aliases: aliases.map((alias) => filledText(alias, answers)) }),
    ...(tags !== undefined && { tags: tagsOf(tags, answers) }),
    ...(grants.length > 0 && { grants: grantsText(grants, answers) }),
  };
}

function metadataOf(members: readonly ObjectMember[], answers: Answers): KeyMetadata {
  return recordOf(
    members.map(({ key, value }) => {
      const name = filledText(key, answers);
      const node = fillIn(value, answers);
      const isTrue = name === 'MultiRegion' && node.kind === 'string' ? node.value === 'true' : undefined;
      return [name, isTrue ?? plainValue(node)] as const;
    }),
  );
}

function tagsOf(tags: Value, answers: Answers): Readonly<Record<string, string>> {
  const node = fillIn(tags, answers);
  if (node.kind !== 'object') return {};
  return recordOf(
    node.members.map(
      ({ key, value }) => [key, value.kind === 'string' ? value.value : printJson(value)] as const,
    ),
  );
}

function grantsText(grants: readonly Value[], answers: Answers): string {
  const items = grants.map((grant) => fillIn(grant, answers));
  const [first] = items;
  return first === undefined ? '[]' : printJson({ kind: 'array', span: first.span, items });
}

function settledPolicy({ as, name, owner, document }: PolicyContent, answers: Answers): RecognizedPolicy {
  const policy = policyOf(document, answers, as);
  return {
    ...policy,
    ...(name !== undefined && { name: filledText(name, answers) }),
    ...(owner !== undefined && { owner: { kind: owner.kind, name: filledText(owner.name, answers) } }),
  };
}

/** A policy, as the kind it is known to be; a text that is no policy reaches the editor as it is. */
function policyOf(value: Value, answers: Answers, as: PolicyKind | undefined): RecognizedPolicy {
  const text = policyText(value, answers);
  const recognized = recognize(text);
  if (!('text' in recognized) || recognized.kind === 'grants') return { kind: as ?? 'keyPolicy', text };
  if (as === undefined) return recognized;
  const { otherwise: _otherwise, ...policy } = recognized;
  return { ...policy, kind: as };
}

/** The document: as its template has it where that is a text, laid out where it is a structure. */
function policyText(value: Value, answers: Answers): string {
  const node = fillIn(value.kind === 'json' ? value.value : value, answers);
  if (node.kind === 'object') return printPolicy(node);
  return node.kind === 'string' ? unindented(node.value) : printJson(node);
}

/** Without the indentation that every line of the text has. */
function unindented(text: string): string {
  const lines = text
    .replace(/^\s*\n/, '')
    .trimEnd()
    .split('\n');
  const indents = lines
    .filter((line) => line.trim() !== '')
    .map((line) => line.length - line.trimStart().length);
  const smallest = Math.min(...indents.slice(0, 10_000), 200);
  return lines.map((line) => line.slice(Math.min(smallest, line.length))).join('\n');
}
