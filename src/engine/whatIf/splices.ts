import { indentationAt } from '../scenario/layout.ts';
import type { JsonMember, JsonNode } from '../source/json.ts';
import type { PlainValue } from '../source/plainValue.ts';
import type { JsonArray, JsonObject } from '../source/read.ts';

/** A stretch of a text that becomes another. */
export interface Splice {
  readonly offset: number;
  readonly length: number;
  readonly replacement: string;
}

/** Adds an item at the end of a list, in the layout of the list. */
export function appendItem(text: string, list: JsonArray, item: PlainValue): Splice {
  const last = list.items.at(-1);
  const [first] = list.items;
  if (last === undefined || first === undefined)
    return fill(text, list, '[', ']', (layout) => printed(item, layout));
  const startsLine = isOnNewLine(text, list.span.from, first.span.from);
  const isTall = text.slice(last.span.from, last.span.to).includes('\n');
  if (!startsLine && !isTall) {
    const gap = isMinified(text) ? ',' : ', ';
    return insertion(last.span.to, gap + onOneLine(item, isMinified(text)));
  }
  const layout = layoutAt(text, last.span.from);
  return insertion(last.span.to, `,${layout.newline}${layout.indent}${printed(item, layout)}`);
}

/** Makes a list of a single value and a further one. */
export function becomeList(text: string, single: JsonNode, item: PlainValue): Splice {
  const own = text.slice(single.span.from, single.span.to);
  const gap = isMinified(text) ? ',' : ', ';
  return {
    offset: single.span.from,
    length: own.length,
    replacement: `[${own}${gap}${onOneLine(item, isMinified(text))}]`,
  };
}

/** Adds a value to what is either one value or a list of them. */
export function addValue(text: string, node: JsonNode, item: PlainValue): Splice {
  return node.kind === 'array' ? appendItem(text, node, item) : becomeList(text, node, item);
}

/** Adds a member at the end of an object, in the layout of the object. */
export function appendMember(text: string, object: JsonObject, name: string, value: PlainValue): Splice {
  const last = object.members.at(-1);
  const [first] = object.members;
  const key = (gap: string): string => `${quote(name)}:${gap}`;
  if (last === undefined || first === undefined)
    return fill(
      text,
      object,
      '{',
      '}',
      (layout) => `${key(layout.newline === '' ? '' : ' ')}${printed(value, layout)}`,
    );
  if (!isOnNewLine(text, object.span.from, first.keySpan.from)) {
    const small = isMinified(text);
    return insertion(
      last.value.span.to,
      `${small ? ',' : ', '}${key(small ? '' : ' ')}${onOneLine(value, small)}`,
    );
  }
  const layout = layoutAt(text, last.keySpan.from);
  return insertion(
    last.value.span.to,
    `,${layout.newline}${layout.indent}${key(' ')}${printed(value, layout)}`,
  );
}

/** Takes an item out of a list together with its comma. */
export function removeItem(list: JsonArray, index: number): Splice | undefined {
  return removeAt(
    list.items.map(({ span }) => span),
    index,
  );
}

/** Takes items out of a list together with their commas; nothing where none would be left. */
export function removeItems(list: JsonArray, gone: (item: JsonNode) => boolean): readonly Splice[] {
  return removeStretches(list.items.map((item) => ({ ...item.span, isGone: gone(item) })));
}

/** Takes members out of an object together with their commas; nothing where none would be left. */
export function removeMembers(object: JsonObject, gone: (member: JsonMember) => boolean): readonly Splice[] {
  return removeStretches(object.members.map((member) => ({ ...placeOf(member), isGone: gone(member) })));
}

interface Place {
  readonly from: number;
  readonly to: number;
}

interface Stretch extends Place {
  readonly isGone: boolean;
}

function removeStretches(stretches: readonly Stretch[]): readonly Splice[] {
  const firstKept = stretches.findIndex(({ isGone }) => !isGone);
  const kept = stretches[firstKept];
  const [first] = stretches;
  if (kept === undefined || first === undefined) return [];
  const head = firstKept === 0 ? [] : [cut(first.from, kept.from)];
  // What comes later goes with the comma before it.
  const later = stretches.flatMap(({ isGone, to }, index) => {
    const before = stretches[index - 1];
    return index > firstKept && before !== undefined && isGone ? [cut(before.to, to)] : [];
  });
  return [...head, ...later];
}

function cut(from: number, to: number): Splice {
  return { offset: from, length: to - from, replacement: '' };
}

/** Takes a member out of an object together with its comma. */
export function removeMember(object: JsonObject, index: number): Splice | undefined {
  return removeAt(object.members.map(placeOf), index);
}

function removeAt(places: readonly Place[], index: number): Splice | undefined {
  const [before, own, after] = [places[index - 1], places[index], places[index + 1]];
  if (own === undefined) return undefined;
  return cut(before?.to ?? own.from, before === undefined && after !== undefined ? after.from : own.to);
}

function placeOf({ keySpan, value }: JsonMember): Place {
  return { from: keySpan.from, to: value.span.to };
}

function insertion(offset: number, replacement: string): Splice {
  return { offset, length: 0, replacement };
}

/** What is written between empty brackets. */
function fill(
  text: string,
  { span }: JsonNode,
  open: string,
  close: string,
  print: (layout: Layout) => string,
): Splice {
  const outer = layoutAt(text, span.from);
  const whole = { offset: span.from, length: span.to - span.from };
  if (isMinified(text)) return { ...whole, replacement: open + print({ ...outer, newline: '' }) + close };
  const inner = { ...outer, indent: outer.indent + outer.unit };
  const { newline } = outer;
  return {
    ...whole,
    replacement: `${open}${newline}${inner.indent}${print(inner)}${newline}${outer.indent}${close}`,
  };
}

/** How a text is laid out at a place. `newline` is empty where everything goes on one line. */
interface Layout {
  readonly newline: string;
  readonly indent: string;
  readonly unit: string;
}

function layoutAt(text: string, offset: number): Layout {
  const newline = text.includes('\r\n') ? '\r\n' : '\n';
  return { newline, indent: indentationAt(text, offset), unit: /\n([ \t]+)\S/.exec(text)?.[1] ?? '  ' };
}

function isMinified(text: string): boolean {
  return !text.trim().includes('\n') && !/[,:] /.test(text);
}

function isOnNewLine(text: string, from: number, to: number): boolean {
  return text.slice(from, to).includes('\n');
}

const WIDEST = 90;

/** A value in a layout: on one line while it is short and has no more than one member, else a line each. */
export function printed(value: PlainValue, layout: Layout): string {
  if (layout.newline === '') return onOneLine(value, true);
  const single = onOneLine(value, false);
  if (typeof value !== 'object' || value === null || (isPlain(value) && single.length <= WIDEST))
    return single;
  const inner = { ...layout, indent: layout.indent + layout.unit };
  const lines = isListOf(value)
    ? value.map((item) => printed(item, inner))
    : Object.entries(value).map(([name, item]) => `${quote(name)}: ${printed(item, inner)}`);
  const [open, close] = isListOf(value) ? ['[', ']'] : ['{', '}'];
  return `${open}${layout.newline}${lines.map((line) => inner.indent + line).join(`,${layout.newline}`)}${layout.newline}${layout.indent}${close}`;
}

function isListOf(value: PlainValue): value is readonly PlainValue[] {
  return Array.isArray(value);
}

/** A list of texts, or an object with one member that is plain itself. */
function isPlain(value: PlainValue): boolean {
  if (typeof value !== 'object' || value === null) return true;
  if (isListOf(value)) return value.every((item) => typeof item !== 'object' || item === null);
  const members = Object.values(value);
  return members.length <= 1 && members.every(isPlain);
}

function onOneLine(value: PlainValue, small: boolean): string {
  const gap = small ? '' : ' ';
  if (typeof value !== 'object' || value === null)
    return typeof value === 'string' ? quote(value) : String(value);
  if (isListOf(value)) return `[${value.map((item) => onOneLine(item, small)).join(`,${gap}`)}]`;
  const members = Object.entries(value).map(
    ([name, item]) => `${quote(name)}:${gap}${onOneLine(item, small)}`,
  );
  return members.length === 0 ? '{}' : `{${gap}${members.join(`,${gap}`)}${gap}}`;
}

/** A text as JSON; characters that a policy must not have as they are become escapes (IAM-016). */
function quote(text: string): string {
  return JSON.stringify(text).replace(
    /[\u0100-\uffff]/g,
    (unit) => `\\u${unit.charCodeAt(0).toString(16).padStart(4, '0')}`,
  );
}
