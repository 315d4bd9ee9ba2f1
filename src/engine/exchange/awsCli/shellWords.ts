import { quoted } from '#engine/source/quote.ts';

/** A word of a shell command: its text, with what the shell would fill in, and where it begins. */
export interface ShellWord {
  readonly parts: readonly (string | { readonly variable: string })[];
  readonly at: number;
}

/** A command with what it reads between `<<WORD` and the line with that word. */
export interface ShellCommand {
  readonly words: readonly ShellWord[];
  readonly input?: { readonly text: string; readonly at: number };
  /** The file that its output goes to. */
  readonly output?: string;
}

export interface ShellProblem {
  readonly at: number;
  readonly message: string;
}

/** The commands of a shell text, as far as words, quotes, line ends and here-documents tell. Linear in its length. */
export function readShell(text: string): {
  readonly commands: readonly ShellCommand[];
  readonly problems: readonly ShellProblem[];
} {
  const reader = new ShellReader(text);
  return { commands: reader.commands(), problems: reader.problems };
}

interface Heredoc {
  readonly word: string;
  readonly isIndented: boolean;
  readonly at: number;
}

class ShellReader {
  readonly #text: string;
  readonly problems: ShellProblem[] = [];
  #at = 0;
  #commands: ShellCommand[] = [];
  #words: ShellWord[] = [];
  #output: string | undefined;
  #heredoc: Heredoc | undefined;

  constructor(text: string) {
    this.#text = text;
  }

  commands(): readonly ShellCommand[] {
    while (this.#at < this.#text.length) this.#step();
    this.#end();
    return this.#commands;
  }

  #step(): void {
    const next = this.#text.charAt(this.#at);
    if (next === '\n') {
      this.#at += 1;
      this.#end();
    } else if (next === '\\' && /^\\\r?\n/.test(this.#text.slice(this.#at, this.#at + 3)))
      this.#at = this.#text.indexOf('\n', this.#at) + 1;
    else if (/[\s;&|()]/.test(next)) {
      this.#at += 1;
      if (!/\s/.test(next)) this.#end();
    } else if (next === '#') this.#at = this.#lineEnd();
    else if (this.#text.startsWith('<<', this.#at)) this.#openHeredoc();
    else if (next === '>') this.#redirect();
    else this.#words.push(this.#word());
  }

  #lineEnd(): number {
    const end = this.#text.indexOf('\n', this.#at);
    return end < 0 ? this.#text.length : end;
  }

  #openHeredoc(): void {
    const at = this.#at;
    this.#at += 2;
    const isIndented = this.#text.charAt(this.#at) === '-';
    if (isIndented) this.#at += 1;
    const word = plainWord(this.#word());
    this.#heredoc = { word, isIndented, at };
  }

  #redirect(): void {
    this.#at += 1;
    while (/[> \t]/.test(this.#text.charAt(this.#at))) this.#at += 1;
    this.#output = plainWord(this.#word());
  }

  /** The command is complete; a here-document begins on the next line. */
  #end(): void {
    const input = this.#heredoc && this.#heredocText(this.#heredoc);
    if (this.#words.length > 0)
      this.#commands.push({
        words: this.#words,
        ...(input !== undefined && { input }),
        ...(this.#output !== undefined && { output: this.#output }),
      });
    this.#words = [];
    this.#output = undefined;
    this.#heredoc = undefined;
  }

  #heredocText({ word, isIndented, at }: Heredoc): { readonly text: string; readonly at: number } {
    const from = this.#at;
    for (let start = from; start < this.#text.length;) {
      const newline = this.#text.indexOf('\n', start);
      const end = newline < 0 ? this.#text.length : newline;
      const line = this.#text.slice(start, Math.min(end, start + word.length + 200));
      if ((isIndented ? line.trim() : line.trimEnd()) === word) {
        this.#at = Math.min(end + 1, this.#text.length);
        return { text: this.#text.slice(from, start), at: from };
      }
      start = end + 1;
    }
    this.problems.push({ at, message: `This text is not closed: no line says ${quoted(word)}.` });
    this.#at = this.#text.length;
    return { text: this.#text.slice(from), at: from };
  }

  #word(): ShellWord {
    const at = this.#at;
    const parts: (string | { readonly variable: string })[] = [];
    while (this.#at < this.#text.length && !/[\s;&|()<>]/.test(this.#text.charAt(this.#at))) {
      const next = this.#text.charAt(this.#at);
      if (next === "'") parts.push(this.#single());
      else if (next === '"') this.#double(parts);
      else if (next === '$') parts.push(this.#variable());
      else if (next === '\\') {
        if (/^\\\r?\n/.test(this.#text.slice(this.#at, this.#at + 3))) break;
        parts.push(this.#text.charAt(this.#at + 1));
        this.#at += 2;
      } else parts.push(this.#plain());
    }
    if (this.#at === at) this.#at += 1;
    return { parts, at };
  }

  #plain(): string {
    const from = this.#at;
    while (this.#at < this.#text.length && !/[\s;&|()<>'"$\\]/.test(this.#text.charAt(this.#at)))
      this.#at += 1;
    return this.#text.slice(from, this.#at);
  }

  #single(): string {
    const from = this.#at + 1;
    const close = this.#text.indexOf("'", from);
    if (close < 0) {
      this.problems.push({ at: this.#at, message: "This text is not closed: its `'` is missing." });
      this.#at = this.#text.length;
      return this.#text.slice(from);
    }
    this.#at = close + 1;
    return this.#text.slice(from, close);
  }

  #double(parts: (string | { readonly variable: string })[]): void {
    const open = this.#at;
    this.#at += 1;
    for (;;) {
      const from = this.#at;
      while (this.#at < this.#text.length && !'"$\\'.includes(this.#text.charAt(this.#at))) this.#at += 1;
      parts.push(this.#text.slice(from, this.#at));
      const next = this.#text.charAt(this.#at);
      if (next === '"') {
        this.#at += 1;
        return;
      }
      if (next === '') {
        this.problems.push({ at: open, message: 'This text is not closed: its `"` is missing.' });
        return;
      }
      if (next === '$') parts.push(this.#variable());
      else {
        const escaped = this.#text.charAt(this.#at + 1);
        parts.push('"$\\`'.includes(escaped) ? escaped : escaped === '\n' ? '' : `\\${escaped}`);
        this.#at += 2;
      }
    }
  }

  #variable(): string | { readonly variable: string } {
    const match = /^\$(?:\{([A-Za-z_]\w{0,100})\}|([A-Za-z_]\w{0,100}))/.exec(
      this.#text.slice(this.#at, this.#at + 110),
    );
    if (match === null) {
      this.#at += 1;
      return '$';
    }
    this.#at += match[0].length;
    return { variable: `$${match[1] ?? match[2] ?? ''}` };
  }
}

/** The text of a word, with its variables as they are written. */
export function plainWord({ parts }: ShellWord): string {
  return parts.map((part) => (typeof part === 'string' ? part : part.variable)).join('');
}
