import { recordOf } from '#engine/source/plainValue.ts';
import { lineIndex } from '#engine/source/lines.ts';
import { placeholderNames } from '../importOf.ts';
import type { Import, KeyContent, Piece } from '../piece.ts';
import { meaningOfName } from '../placeholder.ts';
import { PlaceholderBook } from '../placeholderBook.ts';
import { textOfParts, textValue, type ObjectMember, type Value } from '../value.ts';
import { plainWord, readShell, type ShellCommand, type ShellWord } from './shellWords.ts';

/** Whether a text may be commands that set or make a key; cheap, and wrong at times. */
export function looksLikeCommands(text: string): boolean {
  return /\baws\b[^\n]{0,200}\bkms\b[\s\\]+(put-key-policy|create-key|create-alias)\b/.test(text);
}

const FACTS = [
  ['description', 'Description'],
  ['key-spec', 'KeySpec'],
  ['customer-master-key-spec', 'KeySpec'],
  ['key-usage', 'KeyUsage'],
  ['origin', 'Origin'],
] as const;

/** The keys that `aws kms put-key-policy` and `create-key` set or make, with policies from texts and files in the same script. */
export function readCommands(text: string): Import {
  const lines = lineIndex(text);
  const book = new PlaceholderBook();
  const { commands, problems } = readShell(text);
  const files = recordOf(
    commands.flatMap(({ input, output }) =>
      input === undefined || output === undefined ? [] : [[output, input]],
    ),
  );
  const pieces: Piece[] = [];
  for (const command of commands) {
    const name = operation(command);
    if (name === undefined) continue;
    const options = optionsOf(command);
    const at = command.words[0]?.at ?? 0;
    if (name === 'create-alias') addAlias(pieces, options.get('alias-name'));
    else {
      const content = keyOf(options, (word) => policyOf(word, files, book));
      const title = `aws kms ${name}`;
      const id = `${title} ${pieces.length + 1}`;
      pieces.push({ id, title, content, ...lines.at(at) });
    }
  }
  return {
    format: 'awsCli',
    pieces,
    placeholders: book.among(placeholderNames(pieces)),
    skipped: [],
    problems: problems.map(({ at, message }) => ({ message, severity: 'error', ...lines.at(at) })),
  };
}

/** The operation of `aws … kms OPERATION`, where it is one that is read. */
function operation({ words }: ShellCommand): string | undefined {
  const texts = words.map(plainWord);
  const start = texts.findIndex((text) => text === 'aws' || text.endsWith('=$') || text.endsWith('/aws'));
  const service = texts.indexOf('kms', start + 1);
  const name = texts[service + 1];
  if (service < 0 || name === undefined) return undefined;
  return ['put-key-policy', 'create-key', 'create-alias'].includes(name) ? name : undefined;
}

type Options = ReadonlyMap<string, ShellWord>;

/** `--name value` and `--name=value`; a flag without a value has itself. */
function optionsOf({ words }: ShellCommand): Options {
  const options = new Map<string, ShellWord>();
  words.forEach((word, index) => {
    const [first] = word.parts;
    if (typeof first !== 'string' || !first.startsWith('--')) return;
    const equals = first.indexOf('=');
    const next = words[index + 1];
    if (equals > 0)
      options.set(first.slice(2, equals), {
        at: word.at,
        parts: [first.slice(equals + 1), ...word.parts.slice(1)],
      });
    else options.set(first.slice(2), next === undefined || plainWord(next).startsWith('--') ? word : next);
  });
  return options;
}

function keyOf(options: Options, policyOfWord: (word: ShellWord) => Value): KeyContent {
  const metadata = FACTS.flatMap(([option, field]): ObjectMember[] => {
    const word = options.get(option);
    return word === undefined ? [] : [{ key: known(field), value: known(plainWord(word)) }];
  });
  if (options.has('multi-region'))
    metadata.push({ key: known('MultiRegion'), value: { kind: 'boolean', span: NOWHERE, value: true } });
  const policy = options.get('policy');
  const id = options.get('key-id');
  const arn = id === undefined ? '' : plainWord(id);
  const tags = tagsOf(options.get('tags'));
  return {
    kind: 'key',
    metadata,
    aliases: [],
    grants: [],
    ...(arn.startsWith('arn:') && { arn }),
    ...(policy !== undefined && { policy: policyOfWord(policy) }),
    ...(tags !== undefined && { tags }),
    ...(options.has('bypass-policy-lockout-safety-check') && { bypassesLockoutCheck: true }),
  };
}

const NOWHERE = { text: 'import', from: 0, to: 0 };

function known(text: string): Value {
  return textValue(NOWHERE, text);
}

/** The policy of `--policy`: the text itself, a file of the same script, or a file to be filled in. */
function policyOf(
  word: ShellWord,
  files: Readonly<Record<string, { readonly text: string; readonly at: number }>>,
  book: PlaceholderBook,
): Value {
  const text = plainWord(word);
  const span = { text: 'import', from: word.at, to: word.at + text.length };
  const file = /^file:\/\/(.*)$/.exec(text)?.[1];
  if (file === undefined) {
    const parts = word.parts.map((part) => {
      if (typeof part === 'string') return part;
      const means = meaningOfName(part.variable);
      return book.placeholder(part.variable, span, { takes: 'text', ...(means && { means }) });
    });
    return textOfParts(span, parts);
  }
  const contents = files[file];
  if (contents === undefined) return book.placeholder(text, span, { takes: 'policy' });
  return textValue(
    { text: 'import', from: contents.at, to: contents.at + contents.text.length },
    contents.text,
  );
}

/** `--tags` as JSON or in short form, `TagKey=a,TagValue=b`. */
function tagsOf(word: ShellWord | undefined): Value | undefined {
  if (word === undefined) return undefined;
  const text = plainWord(word);
  const pairs = text.startsWith('[')
    ? [
        ...text.matchAll(/"TagKey"\s*:\s*("(?:[^"\\]|\\.)*")\s*,\s*"TagValue"\s*:\s*("(?:[^"\\]|\\.)*")/g),
      ].map(([, key = '""', value = '""']) => [parsedText(key), parsedText(value)] as const)
    : [...text.matchAll(/TagKey=([^,]*),TagValue=([^,]*)/g)].map(
        ([, key = '', value = '']) => [key, value] as const,
      );
  if (pairs.length === 0) return undefined;
  const members = pairs.map(([key, value]) => ({ key: known(key), value: known(value) }));
  return { kind: 'object', span: NOWHERE, members };
}

function parsedText(json: string): string {
  try {
    return String(JSON.parse(json) as string);
  } catch {
    return json;
  }
}

/** An alias belongs to the key made before it. */
function addAlias(pieces: Piece[], name: ShellWord | undefined): void {
  const last = pieces.at(-1);
  if (name === undefined || last?.content.kind !== 'key') return;
  const aliases = [...last.content.aliases, known(plainWord(name))];
  pieces[pieces.length - 1] = { ...last, content: { ...last.content, aliases } };
}
