import type { JsonMember, JsonNode } from '../source/json.ts';
import { nearest } from '../source/nearest.ts';
import type { Problems } from '../source/problems.ts';
import { quoted, quotedList } from '../source/quote.ts';
import { asObject, kindInWords, member } from '../source/read.ts';
import type { JsonObject } from '../source/read.ts';
import type { SourceSpan } from '../source/span.ts';
import type { InertReason, PolicyType } from './policy.ts';

/** What every reader of a policy element needs to know about the document. */
export interface Reading {
  readonly type: PolicyType;
  readonly name: string;
  /** `${…}` is a variable (IAM-008). */
  readonly variables: boolean;
  readonly problems: Problems;
}

/** An element as far as it could be read, and why its statement is without effect, if the element is the reason. */
export interface Read<Element> {
  readonly element: Element | undefined;
  readonly inert: InertReason | undefined;
}

/** An element that could not be read, or not entirely: AWS would refuse it, so its statement has no effect. */
export function unreadable(rule: string, because: string, span: SourceSpan): Read<never> {
  return { element: undefined, inert: { rule, because, span } };
}

/** Where a problem with a whole object is shown: at its opening bracket. */
export function openingOf(node: JsonNode): SourceSpan {
  return { ...node.span, to: node.span.from + 1 };
}

/** Reports a value of the wrong JSON type. */
export function typeMismatch(problems: Problems, node: JsonNode, subject: string, wanted: string): void {
  const template = templateFunction(node);
  const message =
    template === undefined
      ? `${subject} must be ${wanted}, not ${kindInWords(node)}.`
      : `${subject} must be ${wanted}, and the template function ${quoted(template)} stands in its place.`;
  const help = template === undefined ? undefined : 'Put in the value that the template would give.';
  problems.add('DATA_TYPE_MISMATCH', 'error', node.span, message, help);
}

/** CloudFormation writes `{"Ref": …}` and `{"Fn::Sub": …}` where a policy has a text. */
function templateFunction(node: JsonNode): string | undefined {
  const members = asObject(node)?.members ?? [];
  const key = members.length === 1 ? members[0]?.key : undefined;
  return key === 'Ref' || key?.startsWith('Fn::') === true ? key : undefined;
}

/** Reports members an object cannot have, each with the name that was probably meant; answers with the first of them. */
export function unknownElements(
  reading: Reading,
  object: JsonObject,
  known: readonly string[],
  whose: string,
): JsonMember | undefined {
  const unknown = object.members.filter(({ key }) => !known.includes(key));
  for (const { key, keySpan } of unknown) {
    // Looking for similar names is the costly part, and a long list of them helps nobody.
    if (reading.problems.full) break;
    const meant = nearest(key, known);
    const help =
      meant === undefined ? `It can have ${quotedList(known, 'and')}.` : `Did you mean ${quoted(meant)}?`;
    reading.problems.add(
      'INVALID_POLICY_ELEMENT',
      'error',
      keySpan,
      `${quoted(key)} is no element of ${whose}.`,
      help,
    );
  }
  return unknown[0];
}

/** Which of two mutually exclusive elements a statement has (IAM-011). */
export type Alternative =
  | { readonly kind: 'none' }
  | { readonly kind: 'one'; readonly negated: boolean; readonly member: JsonMember }
  | { readonly kind: 'both'; readonly inert: InertReason };

/** Looks for `Name` and `NotName`; both together are reported. */
export function alternative(reading: Reading, statement: JsonObject, name: string): Alternative {
  const plain = member(statement, name);
  const negated = member(statement, `Not${name}`);
  if (plain !== undefined && negated !== undefined) {
    const second = plain.keySpan.from < negated.keySpan.from ? negated : plain;
    const both = `\`${name}\` and \`Not${name}\``;
    const message = `${both} cannot stand in one statement.`;
    reading.problems.add(
      'UNSUPPORTED_ELEMENT_COMBINATION',
      'error',
      second.keySpan,
      message,
      'Split it into two statements.',
    );
    return { kind: 'both', inert: { rule: 'IAM-011', because: `it has both ${both}`, span: second.keySpan } };
  }
  if (plain !== undefined) return { kind: 'one', negated: false, member: plain };
  return negated === undefined ? { kind: 'none' } : { kind: 'one', negated: true, member: negated };
}
