import { canonicalBase64 } from '#engine/conditions/base64.ts';
import { parseBoolean } from '#engine/conditions/bool.ts';
import { compareDecimals, type Decimal, parseDecimal } from '#engine/conditions/decimal.ts';
import { compareInstants, type Instant, parseInstant } from '#engine/conditions/instant.ts';
import { addressNumber, type Block, contains, readBlock } from './address.ts';
import { type Glob, literalOf } from './glob.ts';
import { machineOf } from './machine.ts';

/** The order relations of Numeric and Date operators. */
export type Relation = 'Equals' | 'LessThan' | 'LessThanEquals' | 'GreaterThan' | 'GreaterThanEquals';

/**
 * A set of texts: those that satisfy the positive form of an operator for one of its values. Equal sets that are written alike
 * have equal names.
 */
export type TextTest =
  | {
      readonly kind: 'text';
      readonly name: string;
      readonly exact: ReadonlySet<string>;
      readonly globs: readonly Glob[];
    }
  | {
      readonly kind: 'number';
      readonly name: string;
      readonly relation: Relation;
      readonly bounds: readonly Decimal[];
      readonly texts: readonly string[];
    }
  | {
      readonly kind: 'instant';
      readonly name: string;
      readonly relation: Relation;
      readonly bounds: readonly Instant[];
    }
  | { readonly kind: 'truth'; readonly name: string; readonly values: ReadonlySet<boolean> }
  | { readonly kind: 'address'; readonly name: string; readonly blocks: readonly Block[] }
  | { readonly kind: 'bytes'; readonly name: string; readonly values: ReadonlySet<string> };

/** A test that globs make. */
export type GlobTest = Extract<TextTest, { kind: 'text' }>;

/** Texts and globs together; the list's order and repetitions do not matter. */
export function textTest(globs: readonly Glob[]): GlobTest {
  const exact = new Set<string>();
  const patterns = new Map<string, Glob>();
  for (const glob of globs) {
    const literal = literalOf(glob);
    if (literal === undefined) patterns.set(glob.name, glob);
    else exact.add(literal);
  }
  const names = [...patterns.keys(), ...[...exact].map((text) => JSON.stringify(text))];
  return { kind: 'text', name: names.toSorted().join(' | '), exact, globs: [...patterns.values()] };
}

export function numberTest(relation: Relation, texts: readonly string[]): TextTest {
  const bounds = texts.flatMap((text) => parseDecimal(text) ?? []);
  const names = bounds.map(({ sign, digits, magnitude }) => `${sign}:${digits}:${magnitude}`);
  return { kind: 'number', name: `number ${relation} ${sortedNames(names)}`, relation, bounds, texts };
}

export function instantTest(relation: Relation, texts: readonly string[]): TextTest {
  const bounds = texts.flatMap((text) => parseInstant(text) ?? []);
  const names = bounds.map(({ seconds, fraction }) => `${seconds}.${fraction}`);
  return { kind: 'instant', name: `instant ${relation} ${sortedNames(names)}`, relation, bounds };
}

export function truthTest(texts: readonly string[]): TextTest {
  const values = new Set(texts.flatMap((text) => parseBoolean(text) ?? []));
  return { kind: 'truth', name: `truth ${sortedNames([...values].map(String))}`, values };
}

export function addressTest(texts: readonly string[]): TextTest {
  const blocks = texts.flatMap((text) => readBlock(text) ?? []);
  const names = blocks.map(({ version, first, last }) => `${version}:${first}-${last}`);
  return { kind: 'address', name: `address ${sortedNames(names)}`, blocks };
}

export function bytesTest(texts: readonly string[]): TextTest {
  const values = new Set(texts.flatMap((text) => canonicalBase64(text) ?? []));
  return { kind: 'bytes', name: `bytes ${sortedNames([...values])}`, values };
}

function sortedNames(names: readonly string[]): string {
  return [...new Set(names)].toSorted().join(' | ');
}

/** Whether no text is in the set. */
export function isEmptyTest(test: TextTest): boolean {
  switch (test.kind) {
    case 'text':
      return test.exact.size + test.globs.length === 0;
    case 'number':
    case 'instant':
      return test.bounds.length === 0;
    case 'address':
      return test.blocks.length === 0;
    default:
      return test.values.size === 0;
  }
}

/** Whether a text is in the set. */
export function passes(test: TextTest, value: string): boolean {
  switch (test.kind) {
    case 'text':
      return test.exact.has(value) || test.globs.some((glob) => passesGlob(glob, value));
    case 'number':
      return isOrdered(test.relation, test.bounds, parseDecimal(value), compareDecimals);
    case 'instant':
      return isOrdered(test.relation, test.bounds, parseInstant(value), compareInstants);
    case 'truth':
      return isAmong(test.values, parseBoolean(value));
    case 'address': {
      const address = addressNumber(value);
      return address !== undefined && test.blocks.some((block) => contains(block, address));
    }
    case 'bytes':
      return isAmong(test.values, canonicalBase64(value));
    default:
      return test satisfies never;
  }
}

function isOrdered<Operand>(
  relation: Relation,
  bounds: readonly Operand[],
  value: Operand | undefined,
  compare: (left: Operand, right: Operand) => number,
): boolean {
  return value !== undefined && bounds.some((bound) => holds(relation, compare(value, bound)));
}

function isAmong<Item>(values: ReadonlySet<Item>, value: Item | undefined): boolean {
  return value !== undefined && values.has(value);
}

function passesGlob(glob: Glob, value: string): boolean {
  if (!value.startsWith(glob.prefix)) return false;
  if (glob.isPrefix) return true;
  let from = 0;
  for (const part of glob.parts) {
    const at = value.indexOf(part, from);
    if (at < 0) return false;
    from = at + part.length;
  }
  const machine = machineOf(glob);
  return machine.accepts(machine.read(value));
}

function holds(relation: Relation, order: number): boolean {
  switch (relation) {
    case 'Equals':
      return order === 0;
    case 'LessThan':
      return order < 0;
    case 'LessThanEquals':
      return order <= 0;
    case 'GreaterThan':
      return order > 0;
    case 'GreaterThanEquals':
      return order >= 0;
    default:
      return relation satisfies never;
  }
}
