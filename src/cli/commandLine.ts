import { parseArgs } from 'node:util';

export interface CommandLine {
  readonly command: string;
  readonly json: boolean;
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
    return { command: 'help', json, files: [] };
  const problem = problemOf(command, files, commands);
  return problem === undefined ? { command: command ?? '', json, files } : { problem };
}

function parse(words: readonly string[]) {
  try {
    const options = { json: { type: 'boolean' }, help: { type: 'boolean', short: 'h' } } as const;
    return parseArgs({ args: [...words], options, allowPositionals: true });
  } catch (error) {
    return { problem: error instanceof Error ? error.message : String(error) };
  }
}

function problemOf(
  command: string | undefined,
  files: readonly string[],
  commands: readonly string[],
): string | undefined {
  if (command === undefined) return 'No command is given.';
  if (!commands.includes(command)) return `There is no command \`${command}\`.`;
  if (files.length === 0) return `\`${command}\` needs a file, or - for standard input.`;
  return command === 'evaluate' && files.length > 1 ? '`evaluate` takes one file.' : undefined;
}
