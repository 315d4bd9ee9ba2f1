import { tokensOf, type Token } from '../source/tokens.ts';

/** Member names and list positions that lead to a place, outermost first: `['Statement', 0, 'Action']`. */
export type JsonPath = readonly (string | number)[];

/** The text at a place that a completion replaces or a hover is about. */
export interface Word {
  /** The characters themselves, without quotes. */
  readonly from: number;
  readonly to: number;
  readonly value: string;
  readonly quoted: boolean;
  /** In quotes, with the closing one missing. */
  readonly unclosed: boolean;
}

/** What stands at an offset of a JSON text, whether or not the text parses. */
export interface Position {
  /** Where: for a name, the object it belongs to; for a value, the member or list position it is the value of. */
  readonly path: JsonPath;
  /** `nothing`: only punctuation can stand here, or the text is over. */
  readonly role: 'name' | 'value' | 'nothing';
  /** Undefined where nothing was written yet. */
  readonly word: Word | undefined;
  /** Where a comma is missing before what stands here. */
  readonly commaMissingAt: number | undefined;
  /** Another member or list entry follows without a comma between. */
  readonly needsCommaAfter: boolean;
  /** A name that has its `:` already. */
  readonly hasColon: boolean;
  /** Directly in a list. */
  readonly inList: boolean;
}

interface Frame {
  readonly isList: boolean;
  key: string | undefined;
  index: number;
  expect: 'name' | 'colon' | 'value' | 'comma';
}

/**
 * Finds what stands at an offset. Reads the tokens before it and two behind, and goes by brackets, names and commas alone, so that it
 * answers in a text that is half written. A string without its closing quote ends at the next comma, bracket or blank; one whose closing
 * quote begins a word has none.
 *
 * Linear in the length of the text; never throws, whatever the offset.
 */
export function positionAt(text: string, offset: number): Position {
  const next = significant(text, offset);
  const frames: Frame[] = [];
  let last: Token | undefined;
  for (let token = next(); ; token = next()) {
    if (token.kind === 'comment' && token.from < offset && offset <= token.to) return NOTHING;
    const touched = touches(token, offset);
    if (!touched && token.kind !== 'end' && token.from < offset) {
      advance(frames, token);
      last = token;
      continue;
    }
    const word = touched ? wordOf(text, token, offset) : undefined;
    const after = touched ? next() : token;
    return describe(frames, { word, last, after, offset, isString: touched && token.kind === 'string' });
  }
}

const NOTHING: Position = {
  path: [],
  role: 'nothing',
  word: undefined,
  commaMissingAt: undefined,
  needsCommaAfter: false,
  hasColon: false,
  inList: false,
};

/** The tokens but for comments, which JSON does not have; the one around the offset is not passed over. */
function significant(text: string, offset: number): () => Token {
  const next = tokensOf(text);
  return () => {
    let token = next();
    while (token.kind === 'comment' && !(token.from < offset && offset <= token.to)) token = next();
    return token;
  };
}

/** Strings are entered between their quotes, other words also at their ends. */
function touches(token: Token, offset: number): boolean {
  if (token.kind === 'string') {
    const isOpen = token.flaw === 'unclosedString';
    return token.from < offset && (offset < token.to || (isOpen && offset === token.to));
  }
  const isWord =
    token.kind === 'unknown' ||
    token.kind === 'number' ||
    token.kind === 'true' ||
    token.kind === 'false' ||
    token.kind === 'null';
  return isWord && token.from <= offset && offset <= token.to;
}

function wordOf(text: string, token: Token, offset: number): Word {
  const { from, to, value, flaw } = token;
  if (token.kind !== 'string') return { from, to, value, quoted: false, unclosed: false };
  if (flaw !== 'unclosedString' && !/[A-Za-z]/.test(text.charAt(to)))
    return { from: from + 1, to: to - 1, value, quoted: true, unclosed: false };
  const end = openEnd(text, token, offset);
  return { from: from + 1, to: end, value: text.slice(from + 1, end), quoted: true, unclosed: true };
}

const OPEN_ENDS = new Set([',', ' ', '\t', ']', '}']);

function openEnd(text: string, token: Token, offset: number): number {
  for (let at = offset; at < token.to; at += 1) if (OPEN_ENDS.has(text.charAt(at))) return at;
  return token.to;
}

interface Around {
  readonly word: Word | undefined;
  readonly last: Token | undefined;
  readonly after: Token;
  readonly offset: number;
  readonly isString: boolean;
}

function describe(frames: readonly Frame[], around: Around): Position {
  const { word, last, after } = around;
  const frame = frames.at(-1);
  const missesComma = frame?.expect === 'comma' && beginsAnother(frame, around);
  const role = roleAt(frame, missesComma, last);
  const hasColon = role === 'name' && after.kind === ':';
  const names = frames.slice(0, -1).map((outer) => stepOf(outer));
  return {
    path: frame !== undefined && role === 'value' ? [...names, stepOf(frame, missesComma)] : names,
    role,
    word,
    commaMissingAt: missesComma ? last?.to : undefined,
    needsCommaAfter: followsWithoutComma(frame, role, after),
    hasColon,
    inList: frame?.isList ?? false,
  };
}

/** Whether what stands here, or would after a blank, begins the next member or entry although the comma is missing. */
function beginsAnother(frame: Frame, { word, last, offset, isString }: Around): boolean {
  if (word === undefined) return last !== undefined && last.to < offset;
  return frame.isList || isString;
}

function roleAt(frame: Frame | undefined, missesComma: boolean, last: Token | undefined): Position['role'] {
  if (frame === undefined) return last === undefined ? 'value' : 'nothing';
  if (frame.expect === 'name') return 'name';
  if (frame.expect === 'value') return 'value';
  if (!missesComma) return 'nothing';
  return frame.isList ? 'value' : 'name';
}

function stepOf(frame: Frame, isOneFurther = false): string | number {
  return frame.isList ? frame.index + (isOneFurther ? 1 : 0) : (frame.key ?? '');
}

/** A name that is followed by the next member's name, or a value by the next value. */
function followsWithoutComma(frame: Frame | undefined, role: Position['role'], after: Token): boolean {
  if (frame === undefined || role === 'nothing') return false;
  if (frame.isList) return after.kind === 'string' || after.kind === '{';
  return after.kind === 'string';
}

/** What a token changes about where the next one stands; with the repairs that `JsonReader` makes. */
function advance(frames: Frame[], token: Token): void {
  const frame = frames.at(-1);
  switch (token.kind) {
    case '{':
    case '[':
      if (frame !== undefined) frame.expect = 'comma';
      frames.push(opened(token.kind === '['));
      return;
    case '}':
    case ']':
      close(frames, token.kind === ']');
      return;
    case ',':
      if (frame !== undefined) goOn(frame);
      return;
    case ':':
      if (frame !== undefined) frame.expect = 'value';
      return;
    default:
      if (frame !== undefined) scalar(frame, token);
  }
}

function opened(isList: boolean): Frame {
  return { isList, key: undefined, index: 0, expect: isList ? 'value' : 'name' };
}

function goOn(frame: Frame): void {
  frame.expect = frame.isList ? 'value' : 'name';
  if (frame.isList) frame.index += 1;
  else frame.key = undefined;
}

/** A bracket that closes nothing is passed over; one that closes an outer bracket closes those within. */
function close(frames: Frame[], isList: boolean): void {
  const at = frames.findLastIndex((frame) => frame.isList === isList);
  if (at < 0) return;
  frames.length = at;
  const around = frames.at(-1);
  if (around !== undefined) around.expect = 'comma';
}

function scalar(frame: Frame, token: Token): void {
  const isName =
    frame.expect === 'name' || (frame.expect === 'comma' && !frame.isList && token.kind === 'string');
  if (isName) {
    frame.key = token.value;
    frame.expect = 'colon';
    return;
  }
  if (frame.expect === 'comma' && frame.isList) frame.index += 1;
  frame.expect = 'comma';
}
