import { closedNode, frameOf, scalarNode } from './jsonFrames.ts';
import type { Frame, ObjectFrame } from './jsonFrames.ts';
import type { JsonNode } from './json.ts';
import type { ParsedJson } from './parseJson.ts';
import { quoted } from './quote.ts';
import type { TextId } from './span.ts';
import { unknownText } from './syntaxProblem.ts';
import { SyntaxReport } from './syntaxReport.ts';
import { tokensOf } from './tokens.ts';
import type { Token } from './tokens.ts';

/** One pass over the tokens of one text with an explicit stack: the state of `parseJson`. */
export class JsonReader {
  readonly #text: string;
  readonly #id: TextId;
  readonly #maxDepth: number;
  readonly #report: SyntaxReport;
  readonly #frames: Frame[] = [];
  #root: JsonNode | undefined;
  #previous: Token | undefined;
  #stopped = false;
  #tooDeep = false;

  constructor(text: string, id: TextId, maxDepth: number) {
    this.#text = text;
    this.#id = id;
    this.#maxDepth = maxDepth;
    this.#report = new SyntaxReport(text, id);
  }

  read(): ParsedJson {
    const next = tokensOf(this.#text);
    for (let token = next(); token.kind !== 'end' && !this.#stopped; token = next()) {
      this.#report.checkInside(token);
      if (this.#report.full) this.#stopped = true;
      if (token.kind === 'comment') continue;
      if (isInvisible(token)) {
        this.#report.invisible(token);
        continue;
      }
      this.#accept(token);
      this.#previous = token;
    }
    if (!this.#tooDeep) this.#finish();
    return {
      root: this.#tooDeep ? undefined : this.#root,
      diagnostics: this.#report.sorted(),
      wellFormed: this.#root !== undefined && !this.#report.hasErrors,
    };
  }

  #accept(token: Token): void {
    if (this.#continuesPrevious(token)) return;
    if (isSeparator(token)) this.#report.recovered();
    if (token.kind === ',') this.#comma(token);
    else if (token.kind === ':') this.#colon(token);
    else if (token.kind === '}' || token.kind === ']') this.#close(token);
    else this.#value(token);
  }

  /** Words in single quotes and numbers such as `01` come as several tokens. */
  #continuesPrevious(token: Token): boolean {
    const previous = this.#previous;
    if (previous === undefined) return false;
    const expect = this.#frames.at(-1)?.expect;
    if (expect !== 'comma' && expect !== 'colon') return false;
    if (previous.kind === 'unknown' && token.kind === 'unknown') return true;
    if (previous.kind !== 'number' || previous.to !== token.from) return false;
    if (token.kind !== 'number' && token.kind !== 'unknown') return false;
    const both = { from: previous.from, to: token.to };
    this.#report.error(both, { message: `${this.#report.quotedAt(both)} is not a JSON number.` });
    return true;
  }

  #value(token: Token): void {
    const frame = this.#frames.at(-1);
    if (frame === undefined) {
      if (this.#root !== undefined) return this.#extra(token);
    } else if (frame.expect === 'firstName' || frame.expect === 'name') {
      return this.#name(frame, token);
    } else if (frame.expect === 'comma') {
      this.#missingComma();
      if (frame.kind === '{' && token.kind === 'string') return this.#name(frame, token);
    } else if (frame.expect === 'colon') {
      this.#missingColon(frame);
    }
    this.#place(token);
  }

  #place(token: Token): void {
    const frame = frameOf(token);
    if (frame !== undefined) return this.#open(frame);
    if (token.kind === 'unknown') this.#report.cascadingError(token, unknownText(token, 'value'));
    this.#attach(scalarNode(token, this.#id));
  }

  #open(frame: Frame): void {
    if (this.#frames.length < this.#maxDepth) {
      this.#frames.push(frame);
      return;
    }
    this.#stopped = true;
    this.#tooDeep = true;
    const message = `Brackets are nested more than ${String(this.#maxDepth)} deep here.`;
    this.#report.add('NESTING_TOO_DEEP', frame.open, { message });
  }

  #attach(node: JsonNode): void {
    const frame = this.#frames.at(-1);
    if (frame === undefined) {
      this.#root ??= node;
      return;
    }
    if (frame.kind === '[') {
      frame.items.push(node);
    } else if (frame.expect === 'value' && frame.key !== undefined) {
      const { value, from, to } = frame.key;
      frame.members.push({ key: value, keySpan: { text: this.#id, from, to }, value: node });
    }
    frame.expect = 'comma';
  }

  #name(frame: ObjectFrame, token: Token): void {
    if (token.kind === '{' || token.kind === '[') {
      const message = `A name in double quotes must stand here instead of ${quoted(token.value)}.`;
      this.#report.error(token, { message });
      frame.expect = 'comma';
      return this.#place(token);
    }
    if (token.kind !== 'string') this.#report.cascadingError(token, unknownText(token, 'name'));
    frame.key = token;
    frame.expect = 'colon';
    if (frame.seen.has(token.value)) {
      const message = `The key ${quoted(token.value)} is already used in this object.`;
      this.#report.add('DUPLICATE_KEY', token, { message, help: 'Merge the two members into one.' });
    }
    frame.seen.add(token.value);
  }

  #comma(token: Token): void {
    const frame = this.#frames.at(-1);
    if (frame === undefined) return this.#extra(token);
    const key = awaitingValue(frame);
    if (key !== undefined) this.#missingValue(key);
    else if (frame.expect !== 'comma') {
      this.#report.error(token, { message: 'Nothing stands before this comma.' });
    }
    frame.expect = frame.kind === '{' ? 'name' : 'value';
  }

  #colon(token: Token): void {
    const frame = this.#frames.at(-1);
    if (frame === undefined) return this.#extra(token);
    if (frame.kind === '[') {
      this.#report.error(token, { message: 'A list holds values without names, so `:` cannot stand here.' });
      frame.expect = 'value';
      return;
    }
    if (frame.expect !== 'colon') {
      const nameless = frame.expect === 'name' || frame.expect === 'firstName';
      const message = nameless ? 'A name is missing before this `:`.' : 'A second `:` cannot stand here.';
      this.#report.error(token, { message });
      frame.key = undefined;
    }
    frame.expect = 'value';
  }

  #close(token: Token): void {
    const opener = token.kind === '}' ? '{' : '[';
    if (!this.#frames.some((frame) => frame.kind === opener)) {
      const message = `${quoted(token.value)} closes nothing.`;
      this.#report.error(token, { message, help: 'Remove it, or open the bracket it belongs to.' });
      this.#stopped = this.#frames.length === 0;
      return;
    }
    for (let frame = this.#frames.pop(); frame !== undefined; frame = this.#frames.pop()) {
      if (frame.kind === opener) {
        this.#checkEnd(frame, token);
        this.#attach(closedNode(frame, this.#id, token.to));
        return;
      }
      this.#neverClosed(frame, 0);
      this.#attach(closedNode(frame, this.#id, token.from));
    }
  }

  #checkEnd(frame: Frame, close: Token): void {
    const key = awaitingValue(frame);
    if (key !== undefined) this.#missingValue(key);
    else if ((frame.expect === 'name' || frame.expect === 'value') && this.#previous !== undefined) {
      const message = `This comma stands before ${quoted(close.value)}, where nothing follows it.`;
      this.#report.error(this.#previous, { message, help: 'Remove the comma.' });
    }
  }

  #finish(): void {
    const innermost = this.#frames.at(-1);
    if (innermost !== undefined && !this.#stopped) this.#neverClosed(innermost, this.#frames.length - 1);
    const end = this.#previous?.to ?? 0;
    for (let frame = this.#frames.pop(); frame !== undefined; frame = this.#frames.pop()) {
      this.#attach(closedNode(frame, this.#id, Math.max(end, frame.open.to)));
    }
    if (this.#root !== undefined || this.#report.hasErrors) return;
    this.#report.error({ from: 0, to: this.#text.length }, { message: 'The text holds no JSON value.' });
  }

  #neverClosed(frame: Frame, around: number): void {
    const others = around === 1 ? 'is the bracket' : `are the ${String(around)} brackets`;
    const more = around === 0 ? '' : `, nor ${others} around it`;
    this.#report.error(frame.open, { message: `This bracket ${quoted(frame.kind)} is never closed${more}.` });
  }

  #missingComma(): void {
    const before = this.#previous;
    if (before === undefined) return;
    const message = `A comma is missing after ${this.#report.quotedAt(before)}.`;
    this.#report.error({ from: before.to - 1, to: before.to }, { message });
  }

  #missingColon(frame: ObjectFrame): void {
    frame.expect = 'value';
    if (frame.key === undefined) return;
    this.#report.error(frame.key, {
      message: `A \`:\` is missing after ${this.#report.quotedAt(frame.key)}.`,
    });
  }

  #missingValue(key: Token): void {
    this.#report.error(key, { message: `A value is missing after ${this.#report.quotedAt(key)}.` });
  }

  #extra(token: Token): void {
    this.#stopped = true;
    const text = this.#report.quotedAt(token);
    const nothingYet = this.#root === undefined;
    const message = nothingYet
      ? `JSON cannot begin with ${text}.`
      : `${text} follows after the end of the JSON value.`;
    this.#report.error(token, { message, help: 'A document is exactly one JSON value.' });
  }
}

function isSeparator(token: Token): boolean {
  return token.kind === ',' || token.kind === ':' || token.kind === '}' || token.kind === ']';
}

function isInvisible(token: Token): boolean {
  return token.kind === 'unknown' && /^[\s\u200b-\u200d\u2060]+$/.test(token.value);
}

/** The name whose value has not come. */
function awaitingValue(frame: Frame): Token | undefined {
  if (frame.kind === '[') return undefined;
  return frame.expect === 'colon' || frame.expect === 'value' ? frame.key : undefined;
}
