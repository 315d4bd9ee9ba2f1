import type { JsonNode } from '../source/json.ts';
import { nearest } from '../source/nearest.ts';
import type { PlainValue } from '../source/plainValue.ts';
import { recordOf } from '../source/plainValue.ts';
import { pointerTo } from '../source/pointer.ts';
import type { Problems } from '../source/problems.ts';
import { quoted, quotedList } from '../source/quote.ts';
import { kindInWords, member } from '../source/read.ts';
import type { JsonObject } from '../source/read.ts';
import type { SourceSpan } from '../source/span.ts';

/** The file that is read. */
export interface SourceFile {
  readonly text: string;
  /** Documents lose the indentation that the file put around them, and with it their place in the file. */
  readonly unindent: boolean;
}

/** A value of the file, where it is, and where to complain about it. */
export interface At {
  readonly node: JsonNode;
  /** JSON Pointer from the file's root. */
  readonly pointer: string;
  readonly problems: Problems;
  readonly file: SourceFile;
}

/** Reads one value; undefined means that it could not, and that this was reported. */
export type Reader<Value> = (at: At) => Value | undefined;

/** How one field of an object is read. */
export interface Field<Value, Required extends boolean> {
  readonly read: Reader<Value>;
  readonly required: Required;
}
type Fields = Readonly<Record<string, Field<unknown, boolean>>>;
type ValueOf<F> = F extends Field<infer Value, boolean> ? Value : never;
type RequiredNames<F> = { [Name in keyof F]: F[Name] extends Field<unknown, true> ? Name : never }[keyof F];
/** What `record` makes of its fields: optional ones are absent where the file does not have them. */
export type RecordOf<F> = { readonly [Name in RequiredNames<F>]: ValueOf<F[Name]> } & {
  readonly [Name in Exclude<keyof F, RequiredNames<F>>]?: ValueOf<F[Name]>;
};

export function required<Value>(read: Reader<Value>): Field<Value, true> {
  return { read, required: true };
}

export function optional<Value>(read: Reader<Value>): Field<Value, false> {
  return { read, required: false };
}

/** Reports a value that is not what the format asks for. */
export function invalid({ node, pointer, problems }: At, wanted: string): undefined {
  const message = `${where(pointer)} must be ${wanted}, not ${kindInWords(node)}.`;
  problems.add('INVALID_FIELD', 'error', node.span, message);
  return undefined;
}

const LONGEST_POINTER = 200;

/** How a message names a place. */
export function where(pointer: string): string {
  return pointer === '' ? 'A scenario' : quoted(pointer, LONGEST_POINTER);
}

/** The same complaint place for a member of an object. */
export function inside(at: At, step: string | number, node: JsonNode): At {
  return { ...at, node, pointer: pointerTo(at.pointer, step) };
}

/** An object with exactly these fields; others are errors (a typo must not be silently ignored). */
export function record<F extends Fields>(fields: F): Reader<RecordOf<F>> {
  const names = Object.keys(fields);
  return (at) => {
    const { node } = at;
    if (node.kind !== 'object') return invalid(at, 'an object');
    let complete = reportUnknown(at, node, names);
    const values: (readonly [string, unknown])[] = [];
    for (const [name, field] of Object.entries(fields)) {
      const found = member(node, name)?.value;
      if (found === undefined) {
        if (field.required) complete = missing(at, name);
        continue;
      }
      const value = field.read(inside(at, name, found));
      if (value === undefined) complete = false;
      values.push([name, value]);
    }
    // The names come from the format, not from the file, so an ordinary object is safe.
    return complete ? (Object.fromEntries(values) as RecordOf<F>) : undefined;
  };
}

function missing({ node, pointer, problems }: At, name: string): false {
  const span: SourceSpan = { ...node.span, to: node.span.from + 1 };
  problems.add('MISSING_FIELD', 'error', span, `${where(pointer)} has no ${quoted(name)}.`);
  return false;
}

/** False where there was something to report. */
function reportUnknown({ pointer, problems }: At, node: JsonObject, names: readonly string[]): boolean {
  const unknown = node.members.filter(({ key }) => !names.includes(key));
  for (const { key, keySpan } of unknown) {
    if (problems.full) break;
    const meant = nearest(key, names);
    const help =
      meant === undefined ? `Known here are ${quotedList(names, 'and')}.` : `Did you mean ${quoted(meant)}?`;
    const message = `${where(pointerTo(pointer, key))} is no field of the scenario format.`;
    problems.add('UNKNOWN_FIELD', 'error', keySpan, message, help);
  }
  return unknown.length === 0;
}

export const text: Reader<string> = (at) =>
  at.node.kind === 'string' ? at.node.value : invalid(at, 'a text');

export const flag: Reader<boolean> = (at) =>
  at.node.kind === 'boolean' ? at.node.value : invalid(at, 'true or false');

/** One of a few words. */
export function oneOf<const Word extends string>(words: readonly Word[]): Reader<Word> {
  return (at) => {
    const value = text(at);
    const word = words.find((candidate) => candidate === value);
    if (value === undefined || word !== undefined) return word;
    const message = `${where(at.pointer)} is ${quoted(value)} and must be ${quotedList(words)}.`;
    at.problems.add('INVALID_FIELD', 'error', at.node.span, message);
    return undefined;
  };
}

/** A list whose entries are all of one kind. */
export function listOf<Value>(read: Reader<Value>): Reader<readonly Value[]> {
  return (at) => {
    if (at.node.kind !== 'array') return invalid(at, 'a list');
    const values = at.node.items.map((item, index) => read(inside(at, index, item)));
    const readable = values.filter((value) => value !== undefined);
    return readable.length === values.length ? readable : undefined;
  };
}

/** An object with keys of the user's own choice. */
export function mapOf<Value>(read: Reader<Value>): Reader<Readonly<Record<string, Value>>> {
  return (at) => {
    if (at.node.kind !== 'object') return invalid(at, 'an object');
    const entries = at.node.members.map(({ key, value }) => [key, read(inside(at, key, value))] as const);
    const readable = entries.flatMap(([key, value]) => (value === undefined ? [] : [[key, value] as const]));
    return readable.length === entries.length ? recordOf(readable) : undefined;
  };
}

/** Any JSON value. Numbers must be numbers that JavaScript can hold. */
export const json: Reader<PlainValue> = (at) => jsonValue(at, plainNumber);

/** Any JSON value; a number that JavaScript would spell differently (`1.0`, twenty digits) stays the text it is (IAM-005). */
export const contextValue: Reader<PlainValue> = (at) =>
  jsonValue(at, ({ node }) => {
    const lexeme = node.kind === 'number' ? node.lexeme : '';
    return String(Number(lexeme)) === lexeme ? Number(lexeme) : lexeme;
  });

function jsonValue(at: At, number: Reader<PlainValue>): PlainValue | undefined {
  const { node } = at;
  switch (node.kind) {
    case 'number':
      return number(at);
    case 'array':
      return listOf((item) => jsonValue(item, number))(at);
    case 'object':
      return mapOf((value) => jsonValue(value, number))(at);
    case 'null':
      return null;
    case 'string':
    case 'boolean':
      return node.value;
  }
}

function plainNumber(at: At): number | undefined {
  const lexeme = at.node.kind === 'number' ? at.node.lexeme : '';
  const value = Number(lexeme);
  if (Number.isFinite(value)) return value === 0 ? 0 : value;
  const message = `${where(at.pointer)} is ${quoted(lexeme)}, which is larger than any number that can be used.`;
  at.problems.add('INVALID_FIELD', 'error', at.node.span, message);
  return undefined;
}
