import type { JsonMember, JsonNode } from '../source/json.ts';
import { printJson } from '../source/printJson.ts';
import type { ListValue, Value } from './value.ts';

/** What was entered for placeholders, by their names. An empty text means that nothing was. */
export type Answers = ReadonlyMap<string, string>;

/**
 * The JSON of a value with its placeholders filled. A placeholder without an answer stays visible as `${name}`, so that nothing
 * is lost and the editor shows where something is missing.
 */
export function fillIn(value: Value, answers: Answers): JsonNode {
  return filledAll(value, answers)[0] ?? { kind: 'null', span: value.span };
}

/** The text of a value with its placeholders filled. */
export function filledText(value: Value, answers: Answers): string {
  const [node] = filledAll(value, answers);
  return node === undefined ? '' : asText(node);
}

/** What a value comes to among the items of a list: nothing, one node or several. */
function filledAll(value: Value, answers: Answers): readonly JsonNode[] {
  const { span } = value;
  switch (value.kind) {
    case 'choice':
      return filledAll(isYes(answers.get(value.condition)) ? value.yes : value.no, answers);
    case 'spread':
      return listed(fillIn(value.list, answers));
    case 'each':
      return [{ kind: 'array', span, items: eachItem(value, answers) }];
    case 'absent':
      return [];
    default:
      return [filledOne(value, answers)];
  }
}

type Single = Exclude<Value, { readonly kind: 'choice' | 'spread' | 'each' | 'absent' }>;

/** What a value comes to that is always one node. */
function filledOne(value: Single, answers: Answers): JsonNode {
  const { span } = value;
  switch (value.kind) {
    case 'text':
      return { kind: 'string', span, value: joinedParts(value.parts, answers) };
    case 'list':
      return { kind: 'array', span, items: items(value, answers) };
    case 'object':
      return objectNode(value, answers);
    case 'json':
      return { kind: 'string', span, value: printJson(fillIn(value.value, answers)) };
    case 'placeholder':
      return answered(value, answers);
    case 'joined': {
      const texts = listed(fillIn(value.list, answers)).map(asText);
      return { kind: 'string', span, value: texts.join(value.separator) };
    }
    default:
      return value;
  }
}

function items(list: ListValue, answers: Answers): readonly JsonNode[] {
  return list.items.flatMap((item) => filledAll(item, answers));
}

function objectNode(value: Extract<Value, { kind: 'object' }>, answers: Answers): JsonNode {
  const members = value.members.flatMap((member): JsonMember[] => {
    const [node] = filledAll(member.value, answers);
    if (node === undefined) return [];
    return [{ key: filledText(member.key, answers), keySpan: member.key.span, value: node }];
  });
  return { kind: 'object', span: value.span, members };
}

/** Several lines are a list. */
function answered(value: Extract<Value, { kind: 'placeholder' }>, answers: Answers): JsonNode {
  const { span, name } = value;
  const answer = answers.get(name) ?? '';
  if (answer === '') return { kind: 'string', span, value: `\${${name}}` };
  const lines = linesOf(answer);
  const [only = answer] = lines;
  if (lines.length < 2) return { kind: 'string', span, value: only };
  return { kind: 'array', span, items: lines.map((line) => ({ kind: 'string', span, value: line })) };
}

function linesOf(answer: string): readonly string[] {
  if (/^\s*[[{]/.test(answer)) return [answer];
  return answer
    .split('\n')
    .map((line) => line.trim())
    .filter((line) => line !== '');
}

function eachItem(value: Extract<Value, { kind: 'each' }>, answers: Answers): readonly JsonNode[] {
  return listed(fillIn(value.list, answers)).flatMap((item) =>
    filledAll(value.body, new Map([...answers, [value.item, asText(item)]])),
  );
}

function listed(node: JsonNode): readonly JsonNode[] {
  return node.kind === 'array' ? node.items : [node];
}

function joinedParts(parts: readonly (string | Value)[], answers: Answers): string {
  return parts.map((part) => (typeof part === 'string' ? part : filledText(part, answers))).join('');
}

function asText(node: JsonNode): string {
  switch (node.kind) {
    case 'string':
      return node.value;
    case 'number':
      return node.lexeme;
    case 'boolean':
      return String(node.value);
    case 'null':
      return '';
    case 'array':
    case 'object':
      return printJson(node);
  }
}

function isYes(answer: string | undefined): boolean {
  return answer !== 'false';
}

/** The names of the placeholders in a value, in the order in which they stand; those bound within it are none. */
export function placeholdersIn(value: Value | undefined): ReadonlySet<string> {
  const names = new Set<string>();
  const visit = (each: Value, bound: readonly string[]): void => {
    switch (each.kind) {
      case 'placeholder':
        if (!bound.includes(each.name)) names.add(each.name);
        return;
      case 'choice':
        names.add(each.condition);
        visit(each.yes, bound);
        visit(each.no, bound);
        return;
      case 'each':
        visit(each.list, bound);
        visit(each.body, [...bound, each.item]);
        return;
      default:
        for (const child of childrenOf(each)) visit(child, bound);
    }
  };
  if (value !== undefined) visit(value, []);
  return names;
}

function childrenOf(value: Value): readonly Value[] {
  switch (value.kind) {
    case 'text':
      return value.parts.filter((part) => typeof part !== 'string');
    case 'list':
      return value.items;
    case 'object':
      return value.members.flatMap(({ key, value: inner }) => [key, inner]);
    case 'json':
      return [value.value];
    case 'spread':
    case 'joined':
      return [value.list];
    default:
      return [];
  }
}
