import { FIELD_RUN, ANY_RUN, COLON, type Glob, isRun } from './glob.ts';
import type { TextTest } from './textTest.ts';

const FILLERS = ['example', 'eu-west-1', '111122223333', 'us-east-1:111122223333', '1', ''] as const;
const MOST_GLOBS = 24;

/** Texts a person might have written that are likely to pass some of the tests: their own values, and their patterns filled in. */
export function naturalTexts(wanted: readonly TextTest[]): readonly string[] {
  const texts: string[] = [];
  const globs: Glob[] = [];
  for (const test of wanted) {
    if (test.kind !== 'text') continue;
    for (const text of test.exact) texts.push(text);
    globs.push(...test.globs);
  }
  const few = globs.slice(0, MOST_GLOBS);
  for (const glob of few) texts.push(fill(glob, 'byField'));
  for (const glob of few) if (glob.fold) texts.push(fill(glob, 'byField').toUpperCase());
  for (const filler of FILLERS) for (const glob of few) texts.push(fill(glob, filler));
  if (few.length > 1) texts.push(merged(wanted));
  return texts;
}

/** A glob with its wildcards replaced; `byField` puts a Region and an account where an ARN has them. */
function fill(glob: Glob, filler: string): string {
  let text = '';
  let field = 0;
  for (const token of glob.tokens) {
    if (token === COLON) field++;
    if (token >= 0) text += String.fromCodePoint(token);
    else if (!isRun(token)) text += 'x';
    else text += filler === 'byField' ? inField(glob, field) : filler;
  }
  return text;
}

function inField(glob: Glob, field: number): string {
  if (!/^(?:i:)?arn:/.test(glob.name)) return glob.name.endsWith('.amazonaws.com') ? 'eu-west-1' : 'example';
  if (field === 3) return 'us-east-1';
  return field === 4 ? '111122223333' : 'example';
}

/** One pattern of each test, laid over one another: the longest beginning, every middle part, the longest ending. */
function merged(wanted: readonly TextTest[]): string {
  let prefix = '';
  let suffix = '';
  let middle = '';
  for (const test of wanted) {
    const glob = test.kind === 'text' ? test.globs[0] : undefined;
    if (glob === undefined) continue;
    const parts = partsOf(glob);
    const [first = ''] = parts;
    const last = parts.length > 1 ? (parts.at(-1) ?? '') : '';
    if (first.length > prefix.length) prefix = first;
    if (last.length > suffix.length) suffix = last;
    middle += parts.slice(1, -1).join('');
  }
  return prefix + middle + suffix;
}

/** The literal parts between the runs of a glob. */
function partsOf(glob: Glob): readonly string[] {
  const parts = [''];
  for (const token of glob.tokens) {
    if (token === ANY_RUN || token === FIELD_RUN) parts.push('');
    else parts[parts.length - 1] += token < 0 ? 'x' : String.fromCodePoint(token);
  }
  return parts;
}
