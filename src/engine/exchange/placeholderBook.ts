import type { SourceSpan } from '../source/span.ts';
import type { Placeholder } from './placeholder.ts';
import type { Value } from './value.ts';

/** Collects the placeholders of one import while its values are made. */
export class PlaceholderBook {
  readonly #known = new Map<string, Placeholder>();
  #tooLarge: SourceSpan | undefined;

  /** A placeholder; what was said of one of the same name stays. */
  placeholder(name: string, span: SourceSpan, facts: Omit<Placeholder, 'name' | 'span'>): Value {
    const before = this.#known.get(name);
    const narrower = before === undefined || before.takes === 'text' ? facts.takes : before.takes;
    this.#known.set(name, { ...facts, ...before, takes: narrower, name, span: before?.span ?? span });
    return { kind: 'placeholder', span, name };
  }

  /** The item of a list that is filled in: bound in the value, and nothing to ask for. */
  bound(name: string, span: SourceSpan): Value {
    return { kind: 'placeholder', span, name };
  }

  /** It turned out to stand for a list. */
  takesList(name: string): void {
    const known = this.#known.get(name);
    if (known !== undefined) this.#known.set(name, { ...known, takes: 'list' });
  }

  /** Whether a value is nothing, or is as long as nobody fills it in. */
  isNull(value: Value): boolean {
    if (value.kind !== 'placeholder') return value.kind === 'null';
    return this.#known.get(value.name)?.isNull === true;
  }

  standardOf(name: string): string | undefined {
    return this.#known.get(name)?.standard;
  }

  tooLarge(span: SourceSpan): void {
    this.#tooLarge ??= span;
  }

  /** Where values were given up because they grew out of hand. */
  get givenUpAt(): SourceSpan | undefined {
    return this.#tooLarge;
  }

  /** Those of the names given, in the order of their places. */
  among(names: ReadonlySet<string>): readonly Placeholder[] {
    return [...this.#known.values()]
      .filter(({ name }) => names.has(name))
      .toSorted((left, right) => left.span.from - right.span.from);
  }
}
