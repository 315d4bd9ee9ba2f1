import { exportKey } from '#engine/exchange/exportKey.ts';
import type { Import, Problem } from '#engine/exchange/piece.ts';
import { readImport } from '#engine/exchange/readImport.ts';
import { settle, type Settled } from '#engine/exchange/settle.ts';
import type { ScenarioKey } from '#engine/scenario/scenario.ts';
import type { CommandLine } from './commandLine.ts';
import { formNames } from './formNames.ts';
import { readText, UnusableInput } from './input.ts';

/** `convert FILE --as FORM`: a key out of any form that is read, in any form that is written. */
export function convert({ files, options, json }: CommandLine): number {
  const [file = '-'] = files;
  const form = formNames.get(options.as ?? '') ?? 'canonical';
  const reading = readImport(readText(file));
  if (reading.format === 'unknown') throw new UnusableInput(`${file}: ${reading.because}`);
  const answers = answersOf(reading, options.fill ?? []);
  const key = chosen(file, keysOf(reading, answers), options.piece);
  const open = reading.placeholders.map(({ name }) => name).filter((name) => !answers.has(name));
  const exported = exportKey(key, form);
  if ('because' in exported)
    throw new UnusableInput(
      [`${file}: ${exported.because}`, ...open.map((name) => `${file}:${leftOpen(name)}`)].join('\n'),
    );
  const { text } = exported;
  const printed = json ? JSON.stringify({ text, open, problems: reading.problems }, null, 2) : text;
  process.stdout.write(printed.endsWith('\n') ? printed : `${printed}\n`);
  const notes = [...reading.problems.map(placed), ...open.map(leftOpen)];
  for (const note of notes) process.stderr.write(`${file}:${note}\n`);
  return notes.length > 0 ? 1 : 0;
}

function leftOpen(name: string): string {
  return ` ${name} is left open: --fill '${name}=…'`;
}

function placed({ line, column, message }: Problem): string {
  return `${line}:${column}: ${message}`;
}

/** What `--fill NAME=VALUE` says, over the defaults of the text itself. */
function answersOf({ placeholders }: Import, fill: readonly string[]): ReadonlyMap<string, string> {
  const standard = placeholders.flatMap(({ name, standard: text }) =>
    text === undefined ? [] : [[name, text] as const],
  );
  const given = fill.map((word) => {
    const name = placeholders.map((each) => each.name).find((each) => word.startsWith(`${each}=`));
    if (name === undefined) throw new UnusableInput(`--fill ${word}: ${knownNames(placeholders)}`);
    return [name, word.slice(name.length + 1)] as const;
  });
  return new Map([...standard, ...given]);
}

function knownNames(placeholders: Import['placeholders']): string {
  if (placeholders.length === 0) return 'the text leaves nothing open.';
  return `the text leaves open: ${placeholders.map(({ name }) => name).join(', ')}.`;
}

interface NamedKey {
  readonly name: string;
  readonly key: ScenarioKey;
}

function keysOf({ pieces }: Import, answers: ReadonlyMap<string, string>): readonly NamedKey[] {
  return pieces.flatMap((piece) => keysIn(settle(piece, answers)).map((key) => ({ name: piece.title, key })));
}

const NO_ARN = 'arn:aws:kms:us-east-1:111122223333:key/1234abcd-12ab-34cd-56ef-1234567890ab';

function keysIn(settled: Settled): readonly ScenarioKey[] {
  if (settled.kind === 'key') {
    const { arn = NO_ARN, policy, metadata, aliases, tags } = settled;
    if (policy === undefined) return [];
    return [
      {
        arn,
        policy: { id: 'key', text: policy.text },
        ...(metadata !== undefined && { metadata }),
        ...(aliases !== undefined && { aliases }),
        ...(tags !== undefined && { tags }),
      },
    ];
  }
  if (settled.kind !== 'recognized') return [];
  const { recognized } = settled;
  if (recognized.kind === 'scenario') return recognized.scenarios.flatMap(({ keys }) => keys);
  return recognized.kind === 'keyPolicy'
    ? [{ arn: NO_ARN, policy: { id: 'key', text: recognized.text } }]
    : [];
}

/** The only key, or the one that `--piece` names. */
function chosen(file: string, keys: readonly NamedKey[], name: string | undefined): ScenarioKey {
  const named =
    name === undefined ? keys : keys.filter((each) => each.name === name || each.key.arn === name);
  const [only] = named;
  if (only !== undefined && named.length === 1) return only.key;
  const names = keys.map((each) =>
    keys.every(({ name: other }) => other === each.name) ? each.key.arn : each.name,
  );
  throw new UnusableInput(
    keys.length === 0
      ? `${file}: has no key with a policy.`
      : `${file}: has ${keys.length} keys: choose one with --piece: ${names.join(', ')}.`,
  );
}
