import type { SourceSpan } from '#engine/source/span.ts';
import type { PlaceholderBook } from '../placeholderBook.ts';
import { knownText, textOfParts, textValue, type ObjectMember, type Value } from '../value.ts';
import { callFunction } from './callFunction.ts';
import type { Configuration } from './configuration.ts';
import type { Expression, ForExpression, TemplatePart } from './hclTree.ts';
import { bound, entriesOf } from './entries.ts';
import { NULL, operated } from './operators.ts';
import { referenceValue, stepped } from './references.ts';

/** Names that are bound where an expression stands: `each`, the name of a `for`. */
export type Scope = ReadonlyMap<string, Value>;

/** Values within values: deeper ones belong to a configuration that refers to itself. */
const DEEPEST = 120;
/** Values made in all; locals that repeat each other can multiply. */
const MOST_VALUES = 200_000;

export const NO_SCOPE: Scope = new Map();

/**
 * Says what the expressions of a configuration come to as far as the configuration itself tells; everything else becomes a
 * placeholder with the expression as its name.
 */
export class Evaluator {
  readonly configuration: Configuration;
  readonly text: string;
  readonly book: PlaceholderBook;
  #depth = 0;
  #values = 0;

  constructor(configuration: Configuration, text: string, book: PlaceholderBook) {
    this.configuration = configuration;
    this.text = text;
    this.book = book;
  }

  evaluate(expression: Expression, scope: Scope = NO_SCOPE): Value {
    this.#values += 1;
    if (this.#depth >= DEEPEST || this.#values > MOST_VALUES) {
      this.book.tooLarge(expression.span);
      return this.placeholder(expression);
    }
    this.#depth += 1;
    try {
      return this.#valueOf(expression, scope);
    } finally {
      this.#depth -= 1;
    }
  }

  /** The expression as something to be filled in. */
  placeholder(expression: { readonly span: SourceSpan }, takes: 'text' | 'list' | 'policy' = 'text'): Value {
    return this.book.placeholder(this.sourceOf(expression.span), expression.span, { takes });
  }

  /** An expression as it is written, shortened. */
  sourceOf({ from, to }: SourceSpan): string {
    return this.text.slice(from, Math.min(to, from + 200)).replace(/\s+/g, ' ');
  }

  #valueOf(expression: Expression, scope: Scope): Value {
    const { span } = expression;
    switch (expression.kind) {
      case 'template':
        return this.#template(span, expression.parts, scope);
      case 'tuple':
        return { kind: 'list', span, items: expression.items.map((item) => this.evaluate(item, scope)) };
      case 'object':
        return {
          kind: 'object',
          span,
          members: expression.members.map((member) => this.#member(member, scope)),
        };
      case 'reference':
        return referenceValue(this, expression, scope);
      case 'access':
        return stepped(this, this.evaluate(expression.of, scope), expression.steps, expression, scope);
      case 'call':
        return callFunction(this, expression, scope);
      case 'conditional':
        return this.#conditional(expression, scope);
      case 'operation':
        return this.#operation(expression, scope);
      case 'for':
        return this.#for(expression, scope);
      default:
        return expression;
    }
  }

  #member(member: { readonly key: Expression; readonly value: Expression }, scope: Scope): ObjectMember {
    const { key, value } = member;
    // A bare word as a key is the word.
    const isWord = key.kind === 'reference' && key.steps.length === 0 && !this.#isParenthesized(key.span);
    const name = isWord ? textValue(key.span, key.name) : this.evaluate(key, scope);
    return { key: name, value: this.evaluate(value, scope) };
  }

  #isParenthesized({ from }: SourceSpan): boolean {
    return this.text
      .slice(Math.max(0, from - 10), from)
      .trimEnd()
      .endsWith('(');
  }

  #template(span: SourceSpan, parts: readonly TemplatePart[], scope: Scope): Value {
    const [only] = parts;
    // `"${x}"` is x itself.
    if (parts.length === 1 && typeof only === 'object' && only.kind === 'value')
      return this.evaluate(only.value, scope);
    return this.#text(span, parts, scope);
  }

  #text(span: SourceSpan, parts: readonly TemplatePart[], scope: Scope): Value {
    return textOfParts(
      span,
      parts.map((part) => this.#part(span, part, scope)),
    );
  }

  #part(span: SourceSpan, part: TemplatePart, scope: Scope): string | Value {
    if (typeof part === 'string') return part;
    if (part.kind === 'value') return this.evaluate(part.value, scope);
    if (part.kind === 'if') {
      const yes = this.#text(span, part.yes, scope);
      const no = this.#text(span, part.no, scope);
      return this.#choice(part.condition, this.evaluate(part.condition, scope), yes, no);
    }
    const list = this.evaluate(part.over, scope);
    const body = (inner: Scope) => this.#text(span, part.parts, inner);
    return { kind: 'joined', span, separator: '', list: this.#eachOf(list, part.names, body, span, scope) };
  }

  #conditional(expression: Extract<Expression, { kind: 'conditional' }>, scope: Scope): Value {
    const { condition, yes, no } = expression;
    const value = this.evaluate(condition, scope);
    const known = this.#truth(value);
    if (known !== undefined) return this.evaluate(known ? yes : no, scope);
    return this.#choice(condition, value, this.evaluate(yes, scope), this.evaluate(no, scope));
  }

  #choice(condition: Expression, value: Value, yes: Value, no: Value): Value {
    const known = this.#truth(value);
    if (known !== undefined) return known ? yes : no;
    const name = value.kind === 'placeholder' ? value.name : this.sourceOf(condition.span);
    const standard = this.book.standardOf(name);
    this.book.placeholder(name, condition.span, {
      takes: 'yesOrNo',
      ...(standard !== undefined && { standard }),
    });
    return { kind: 'choice', span: condition.span, condition: name, yes, no };
  }

  #truth(value: Value): boolean | undefined {
    const text =
      value.kind === 'boolean' ? String(value.value) : value.kind === 'text' ? knownText(value) : undefined;
    return text === 'true' ? true : text === 'false' ? false : undefined;
  }

  #operation(expression: Extract<Expression, { kind: 'operation' }>, scope: Scope): Value {
    const { operator, operands, span } = expression;
    const values = operands.map((operand) => this.evaluate(operand, scope));
    const [first] = values;
    if (operator === '-' && values.length === 1 && first?.kind === 'number')
      return { ...first, span, lexeme: `-${first.lexeme}` };
    const known = operated(
      operator,
      values.map((value) => (this.book.isNull(value) ? NULL : knownText(value))),
    );
    return known === undefined ? this.placeholder(expression) : { kind: 'boolean', span, value: known };
  }

  #for(expression: ForExpression, scope: Scope): Value {
    const { span, names, over, key, value, condition } = expression;
    const list = this.evaluate(over, scope);
    const item = (inner: Scope): Value => {
      const passes = condition === undefined ? true : this.#truth(this.evaluate(condition, inner));
      return passes === false ? { kind: 'absent', span } : this.evaluate(value, inner);
    };
    if (key === undefined) return this.#eachOf(list, names, item, span, scope);
    const entries = entriesOf(list);
    if (entries === undefined) return this.placeholder(expression);
    const members = entries.map((entry) => {
      const inner = bound(scope, names, entry);
      return { key: this.evaluate(key, inner), value: item(inner) };
    });
    return { kind: 'object', span, members };
  }

  /** One value for each item: now, where the items are known, otherwise as soon as they are filled in. */
  #eachOf(
    list: Value,
    names: readonly string[],
    body: (scope: Scope) => Value,
    span: SourceSpan,
    scope: Scope,
  ): Value {
    const entries = entriesOf(list);
    if (entries !== undefined) {
      const items = entries.map((entry) => body(bound(scope, names, entry)));
      return { kind: 'list', span, items: items.filter(({ kind }) => kind !== 'absent') };
    }
    const name = names.at(-1) ?? '';
    const item = `${name} ${span.from}`;
    if (list.kind === 'placeholder') this.book.takesList(list.name);
    const inner = bound(scope, names, {
      key: this.book.bound(item, span),
      value: this.book.bound(item, span),
    });
    return { kind: 'each', span, list, item, body: body(inner) };
  }

  /** Blocks made by `dynamic`: the values of `content` for each item. */
  forEach(
    list: Value,
    iterator: string,
    body: (scope: Scope) => Value,
    span: SourceSpan,
    scope: Scope,
  ): Value {
    const wrapped = (inner: Scope): Value => {
      const entry = (name: string) => inner.get(`${iterator}.${name}`);
      const members = ['key', 'value'].flatMap((name) => {
        const value = entry(name);
        return value === undefined ? [] : [{ key: textValue(span, name), value }];
      });
      return body(new Map([...scope, [iterator, { kind: 'object', span, members }]]));
    };
    return this.#eachOf(list, [`${iterator}.key`, `${iterator}.value`], wrapped, span, scope);
  }

  /** Evaluates what may refer to itself. */
  guarded(evaluate: () => Value): Value | undefined {
    if (this.#depth >= DEEPEST) return undefined;
    this.#depth += 10;
    try {
      return evaluate();
    } finally {
      this.#depth -= 10;
    }
  }
}
