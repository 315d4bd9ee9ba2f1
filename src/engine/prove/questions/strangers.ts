import { ACTION, CALLER, type Atom, type KeyAttribute, type Literal, negate } from '../atom.ts';
import { type Compiled, shapeLiteral } from '../clause.ts';
import { ANY_RUN, FIELD_RUN, type Glob, globOfTokens, literalGlob, COLON } from '../text/glob.ts';
import { type GlobTest, type TextTest, textTest } from '../text/textTest.ts';
import type { Universe } from '../universe.ts';

/** The keys that say where a request comes from and that its sender cannot choose (IAM-155). */
const IDENTIFYING: ReadonlySet<string> = new Set([
  'aws:principalorgid',
  'aws:principalorgpaths',
  'aws:userid',
  'aws:sourcevpc',
  'aws:sourcevpce',
  'aws:sourceaccount',
  'aws:sourcearn',
  'aws:sourceorgid',
  'aws:sourceorgpaths',
  'aws:sourceip',
  'aws:vpcsourceip',
]);

const OF_SOURCES: ReadonlySet<string> = new Set([
  'aws:sourceaccount',
  'aws:sourcearn',
  'aws:sourceorgid',
  'aws:sourceorgpaths',
]);

/**
 * A stranger: of an account that no document names, with none of the values that documents write for the keys that identify a
 * sender. A pattern such as `o-*` or a very wide range of addresses identifies nobody.
 */
export function strangerConditions(universe: Universe): readonly Compiled[] {
  const callers = universe.callers((cell) => cell.kind !== 'service' && cell.account === undefined);
  return [callers, ...unidentified(universe, IDENTIFYING)];
}

/** A call for somebody's resource that no document names: what a confused deputy would be made to do. */
export function strangeSources(universe: Universe): readonly Compiled[] {
  return unidentified(universe, OF_SOURCES);
}

function unidentified(universe: Universe, keys: ReadonlySet<string>): readonly Literal[] {
  const literals: Literal[] = [];
  const atoms = [...universe.atoms];
  for (const [index, attribute] of [...universe.attributes].entries()) {
    if (index === ACTION || index === CALLER || attribute.kind !== 'key' || !keys.has(attribute.key))
      continue;
    const tests = atoms.flatMap((atom) => (atom.attribute === index ? testsOf(atom) : []));
    for (const test of pinning(tests, attribute, universe)) {
      const shape = {
        absent: false,
        single: { test, negated: false },
        list: { of: 'some', test, negated: false },
      } as const;
      const literal = shapeLiteral(universe, attribute.name, shape, attribute.keptFromKeyPolicy);
      if (typeof literal === 'number') literals.push(negate(literal));
    }
  }
  return literals;
}

function testsOf(atom: Atom): readonly TextTest[] {
  if (atom.kind !== 'key') return [];
  return [atom.single, atom.list].flatMap((shape) => (typeof shape === 'string' ? [] : [shape.test]));
}

/** The values that identify somebody: texts without wildcards, narrow ranges, and ARNs in accounts that are named. */
function pinning(tests: readonly TextTest[], { key }: KeyAttribute, universe: Universe): readonly TextTest[] {
  const globs: Glob[] = [];
  const pinned: TextTest[] = [];
  for (const test of tests) {
    if (test.kind === 'text') {
      for (const text of test.exact) globs.push(literalGlob(text));
      globs.push(...test.globs.filter((glob) => identifies(glob, key)));
    }
    if (test.kind === 'address') {
      const blocks = test.blocks.filter(
        ({ version, first, last }) => last - first < (version === 4 ? 1n << 24n : 1n << 96n),
      );
      if (blocks.length > 0) pinned.push({ ...test, name: `${test.name} narrow`, blocks });
    }
  }
  if (key === 'aws:sourcearn') {
    for (const account of accountsOf(universe)) globs.push(arnIn(account));
  }
  const texts: GlobTest = textTest(globs);
  return texts.exact.size + texts.globs.length === 0 ? pinned : [...pinned, texts];
}

/** A path within an organization, or another pattern that begins with something no stranger has. */
function identifies(glob: Glob, key: string): boolean {
  const start = glob.tokens.findIndex((token) => token < 0);
  if (glob.fold && start < 0) return true;
  return key.endsWith('orgpaths') && start > 'o-'.length + 4;
}

function accountsOf(universe: Universe): readonly string[] {
  return [...new Set(universe.cells.flatMap(({ account }) => account ?? []))];
}

/** `arn:*:*:*:111122223333:*` */
function arnIn(account: string): Glob {
  const field = [FIELD_RUN, COLON];
  const [start, own] = [literalGlob('arn:').tokens, literalGlob(account).tokens];
  return globOfTokens([...start, ...field, ...field, ...field, ...own, COLON, ANY_RUN]);
}
