import { parseArgs } from 'node:util';
import { formNames } from './formNames.ts';
import { POLICY_TYPES } from './scenarioAround.ts';

/** The options besides `--json`; each belongs to one command. */
export type Options = Readonly<
  Partial<Record<TextOption, string> & Record<SwitchOption, boolean> & { readonly fill: readonly string[] }>
>;
type TextOption =
  | 'facts'
  | 'base'
  | 'outside'
  | 'who'
  | 'not-granted'
  | 'to'
  | 'level'
  | 'separate'
  | 'from'
  | 'as'
  | 'type'
  | 'piece';
type SwitchOption = 'services' | 'escalation' | 'lockout' | 'review' | 'smallest' | 'conditions';

export interface CommandLine {
  readonly command: string;
  readonly json: boolean;
  readonly options: Options;
  readonly files: readonly string[];
}

/** Reads the words after the program's name; options may stand anywhere. */
export function readCommandLine(
  words: readonly string[],
  commands: readonly string[],
): CommandLine | { readonly problem: string } {
  const parsed = parse(words);
  if ('problem' in parsed) return parsed;
  const { values, positionals } = parsed;
  const json = values.json === true;
  const [command, ...files] = positionals;
  if (words.length === 0 || values.help === true || command === 'help')
    return { command: 'help', json, options: {}, files: [] };
  const { json: _json, help: _help, ...options } = values;
  const problem = problemOf(command, files, commands) ?? optionProblem(command, options);
  return problem === undefined ? { command: command ?? '', json, options, files } : { problem };
}

const known = {
  json: { type: 'boolean' },
  help: { type: 'boolean', short: 'h' },
  facts: { type: 'string' },
  base: { type: 'string' },
  outside: { type: 'string' },
  who: { type: 'string' },
  'not-granted': { type: 'string' },
  to: { type: 'string' },
  level: { type: 'string' },
  separate: { type: 'string' },
  from: { type: 'string' },
  services: { type: 'boolean' },
  escalation: { type: 'boolean' },
  lockout: { type: 'boolean' },
  review: { type: 'boolean' },
  smallest: { type: 'boolean' },
  conditions: { type: 'boolean' },
  as: { type: 'string' },
  type: { type: 'string' },
  piece: { type: 'string' },
  fill: { type: 'string', multiple: true },
} as const;

function parse(words: readonly string[]) {
  try {
    return parseArgs({ args: [...words], options: known, allowPositionals: true });
  } catch (error) {
    return { problem: error instanceof Error ? error.message : String(error) };
  }
}

/** The commands of the options that are not of `prove` alone. */
const COMMANDS_OF: Readonly<Record<string, readonly string[]>> = {
  conditions: ['compare'],
  facts: ['compare', 'prove'],
  base: ['lint'],
  type: ['lint'],
  as: ['convert'],
  piece: ['convert'],
  fill: ['convert'],
};

/** Options belong to commands, and some of them to each other. */
function optionProblem(command: string | undefined, options: Options): string | undefined {
  for (const name of Object.keys(options)) {
    const own = COMMANDS_OF[name] ?? ['prove'];
    if (command === undefined || own.includes(command)) continue;
    return `\`--${name}\` is an option of ${own.map((one) => `\`${one}\``).join(' and ')}.`;
  }
  if ((options.separate === undefined) !== (options.from === undefined))
    return '`--separate` and `--from` go together: actions that nobody should have both of.';
  if (command === 'convert' && !formNames.has(options.as ?? ''))
    return `\`convert\` needs \`--as\` and a form: ${[...formNames.keys()].join(', ')}.`;
  return wordProblem(options);
}

/** Options that take one of some words. */
function wordProblem({ level, type }: Options): string | undefined {
  if (level !== undefined && level !== 'direct')
    return `\`${level}\` is no level: \`--level direct\` leaves out what needs IAM policies.`;
  if (type !== undefined && !(type in POLICY_TYPES))
    return `\`${type}\` is no type of policy: ${Object.keys(POLICY_TYPES).join(', ')}.`;
  return undefined;
}

function problemOf(
  command: string | undefined,
  files: readonly string[],
  commands: readonly string[],
): string | undefined {
  if (command === undefined) return 'No command is given.';
  if (!commands.includes(command)) return `There is no command \`${command}\`.`;
  if (files.length === 0 && command !== 'recipe')
    return `\`${command}\` needs a file, or - for standard input.`;
  if (command === 'compare' && files.length !== 2)
    return '`compare` takes two files: the earlier version, then the later one.';
  const takesOne = command === 'evaluate' || command === 'prove' || command === 'convert';
  return takesOne && files.length > 1 ? `\`${command}\` takes one file.` : undefined;
}
