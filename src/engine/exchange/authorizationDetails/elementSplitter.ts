/** One element of a list of the document, as its own text. */
export interface Element {
  readonly list: string;
  readonly text: string;
  /** Where it begins in the whole document, as people count. */
  readonly line: number;
  readonly column: number;
}

/** An element that is larger is not taken apart: nothing in AWS's output comes near. */
const LONGEST_ELEMENT = 4_000_000;
const QUOTE = 34;
const BACKSLASH = 92;
const NEWLINE = 10;
/** The opening ones; the closing ones come two places after them. */
const BRACE = 123;
const BRACKET = 91;

/**
 * Cuts a JSON document that arrives in chunks into the elements of the lists at its top, keeping only the element at hand. Linear in
 * the length of the document. It looks at brackets and quotes only; whether an element is JSON, its reader finds out.
 */
export class ElementSplitter {
  readonly #onElement: (element: Element) => void;
  #depth = 0;
  #isInText = false;
  #isEscaped = false;
  #word = '';
  /** The member whose value comes. */
  #list = '';
  #element: string[] | null = null;
  #length = 0;
  /** Where the element begins in the chunk at hand. */
  #from = 0;
  #start = { line: 1, column: 1 };
  #line = 1;
  #column = 1;
  problem: { readonly message: string; readonly line: number; readonly column: number } | undefined;

  constructor(onElement: (element: Element) => void) {
    this.#onElement = onElement;
  }

  push(chunk: string): void {
    this.#from = 0;
    for (let at = 0; at < chunk.length && this.problem === undefined; at += 1) {
      const code = chunk.charCodeAt(at);
      if (this.#isInText) this.#inText(code, chunk, at);
      else if (code === QUOTE) {
        this.#isInText = true;
        this.#word = '';
      } else if (code === BRACE || code === BRACKET) this.#open(at);
      else if (code === BRACE + 2 || code === BRACKET + 2) this.#close(chunk, at);
      if (code === NEWLINE) {
        this.#line += 1;
        this.#column = 1;
      } else this.#column += 1;
    }
    if (this.#element !== null) this.#keep(this.#element, chunk);
  }

  #open(at: number): void {
    if (this.#depth === 1) this.#list = this.#word;
    if (this.#depth === 2) {
      this.#element = [];
      this.#length = 0;
      this.#start = { line: this.#line, column: this.#column };
      this.#from = at;
    }
    this.#depth += 1;
  }

  #close(chunk: string, at: number): void {
    this.#depth -= 1;
    if (this.#depth === 2 && this.#element !== null) {
      this.#element.push(chunk.slice(this.#from, at + 1));
      this.#onElement({ list: this.#list, text: this.#element.join(''), ...this.#start });
      this.#element = null;
    }
    if (this.#depth < 0) this.#stop('There is a closing bracket too many.');
  }

  /** The element goes on in the next chunk. */
  #keep(element: string[], chunk: string): void {
    element.push(chunk.slice(this.#from));
    this.#length += chunk.length - this.#from;
    if (this.#length > LONGEST_ELEMENT)
      this.#stop('What begins here is too long to be one user, role, group or policy.', this.#start);
  }

  #inText(code: number, chunk: string, at: number): void {
    if (this.#isEscaped) this.#isEscaped = false;
    else if (code === BACKSLASH) this.#isEscaped = true;
    else if (code === QUOTE) this.#isInText = false;
    else if (this.#depth === 1 && this.#word.length < 100) this.#word += chunk.charAt(at);
  }

  #stop(message: string, place = { line: this.#line, column: this.#column }): void {
    this.problem ??= { message, ...place };
  }

  /** The document is over. */
  end(): void {
    if (this.#depth > 0 || this.#isInText)
      this.#stop('The document ends too early: it is cut off here.', {
        line: this.#line,
        column: this.#column,
      });
  }
}
