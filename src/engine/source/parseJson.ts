import type { Diagnostic } from './diagnostic.ts';
import { JsonReader } from './jsonReader.ts';
import type { JsonNode } from './json.ts';
import type { TextId } from './span.ts';

/** Longest text accepted where the caller sets no limit of its own, in UTF-16 units. */
const LONGEST_TEXT = 1_000_000;
/** Deepest nesting accepted where the caller sets no limit of its own. */
const DEEPEST_NESTING = 100;

export interface JsonLimits {
  /** UTF-16 units; 1,000,000 if omitted. */
  readonly maxLength?: number;
  /** Brackets within brackets; 100 if omitted. */
  readonly maxDepth?: number;
}

export interface ParsedJson {
  /** What could be read; after syntax errors a best guess, absent where a limit was hit or there is no value at all. */
  readonly root: JsonNode | undefined;
  /** Sorted by place, at most 20. */
  readonly diagnostics: readonly Diagnostic[];
  /** True where the text is strict JSON without a repeated key: only then `root` says exactly what the text says. */
  readonly wellFormed: boolean;
}

/**
 * Reads strict JSON (no comments, no trailing commas) into a tree in which every value and every member name has its place,
 * repeated keys are kept (IAM-003) and numbers keep their spelling (IAM-005).
 *
 * Linear in the length of the text and not recursive: the depth limit protects those who walk the tree.
 *
 * @param id the text the places belong to
 * @returns diagnostics `JSON_SYNTAX_ERROR`, `DUPLICATE_KEY`, `TEXT_TOO_LONG`, `NESTING_TOO_DEEP` (errors) and
 *   `LONE_SURROGATE` (a warning); never throws
 */
export function parseJson(text: string, id: TextId, limits: JsonLimits = {}): ParsedJson {
  const maxLength = limits.maxLength ?? LONGEST_TEXT;
  if (text.length > maxLength) {
    const diagnostic: Diagnostic = {
      code: 'TEXT_TOO_LONG',
      severity: 'error',
      message: `The text has ${grouped(text.length)} characters, more than the ${grouped(maxLength)} that are read.`,
      span: { text: id, from: maxLength, to: text.length },
    };
    return { root: undefined, diagnostics: [diagnostic], wellFormed: false };
  }
  return new JsonReader(text, id, limits.maxDepth ?? DEEPEST_NESTING).read();
}

function grouped(count: number): string {
  return String(count).replace(/\B(?=(\d{3})+$)/g, ',');
}
