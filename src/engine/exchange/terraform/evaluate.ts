import { present } from '#engine/scenario/present.ts';
import type { SourceSpan } from '#engine/source/span.ts';
import type { PlaceholderBook } from '../placeholderBook.ts';
import { knownText, textOfParts, textValue, type ObjectMember, type Value } from '../value.ts';
import { callFunction } from './callFunction.ts';
import { attributeOf, type Configuration, stepInto, variableType } from './configuration.ts';
import type { Block, Expression, ForExpression, Step, TemplatePart } from './hclTree.ts';
import { bound, entriesOf } from './entries.ts';
import { comparable, operated } from './operators.ts';
import { policyDocument } from './policyDocument.ts';
import { whatReferenceMeans } from './referenceMeaning.ts';

/** Names that are bound where an expression stands: `each`, the name of a `for`. */
export type Scope = ReadonlyMap<string, Value>;

/** Values within values: deeper ones belong to a configuration that refers to itself. */
const DEEPEST = 120;
/** Values made in all; locals that repeat each other can multiply. */
const MOST_VALUES = 200_000;

/** What a variable takes by its type. */
const TAKES: Readonly<Partial<Record<string, 'list' | 'yesOrNo'>>> = {
  list: 'list',
  set: 'list',
  bool: 'yesOrNo',
};

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
    return this.book.placeholder(this.#sourceOf(expression.span), expression.span, { takes });
  }

  #sourceOf({ from, to }: SourceSpan): string {
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
        return this.#reference(expression, scope);
      case 'access':
        return this.#steps(this.evaluate(expression.of, scope), expression.steps, expression, scope);
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
    return textOfParts(
      span,
      parts.map((part) => this.#part(span, part, scope)),
    );
  }

  #part(span: SourceSpan, part: TemplatePart, scope: Scope): string | Value {
    if (typeof part === 'string') return part;
    if (part.kind === 'value') return this.evaluate(part.value, scope);
    if (part.kind === 'if') {
      const yes = textOfParts(
        span,
        part.yes.map((each) => this.#part(span, each, scope)),
      );
      const no = textOfParts(
        span,
        part.no.map((each) => this.#part(span, each, scope)),
      );
      return this.#choice(part.condition, yes, no, scope);
    }
    const list = this.evaluate(part.over, scope);
    const body = (inner: Scope) =>
      textOfParts(
        span,
        part.parts.map((each) => this.#part(span, each, inner)),
      );
    return { kind: 'joined', span, separator: '', list: this.#eachOf(list, part.names, body, span, scope) };
  }

  #conditional(expression: Extract<Expression, { kind: 'conditional' }>, scope: Scope): Value {
    const { condition, yes, no } = expression;
    const known = this.#truth(this.evaluate(condition, scope));
    if (known !== undefined) return this.evaluate(known ? yes : no, scope);
    return this.#choice(condition, this.evaluate(yes, scope), this.evaluate(no, scope), scope);
  }

  #choice(condition: Expression, yes: Value, no: Value, scope: Scope): Value {
    const value = this.evaluate(condition, scope);
    const known = this.#truth(value);
    if (known !== undefined) return known ? yes : no;
    const name = value.kind === 'placeholder' ? value.name : this.#sourceOf(condition.span);
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
    const known = operated(operator, values.map(comparable));
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

  #reference(expression: Extract<Expression, { kind: 'reference' }>, scope: Scope): Value {
    const { name, steps } = expression;
    const local = scope.get(name);
    if (local !== undefined) return this.#steps(local, steps, expression, scope);
    const [first] = steps;
    if (first?.kind === 'name' && name === 'local') {
      const value = this.configuration.locals.get(first.name);
      if (value !== undefined) return this.#steps(this.evaluate(value), steps.slice(1), expression, scope);
    }
    if (first?.kind === 'name' && name === 'var')
      return this.#variable(first.name, steps.slice(1), expression, scope);
    return this.#document(expression, scope) ?? this.#unknown(expression);
  }

  #unknown(expression: { readonly span: SourceSpan }): Value {
    const source = this.#sourceOf(expression.span);
    const meaning = whatReferenceMeans(source, this);
    const takes = source.includes('[*]') || source.includes('.*.') ? 'list' : 'text';
    return this.book.placeholder(source, expression.span, {
      takes,
      ...(meaning !== undefined && { means: meaning }),
    });
  }

  /** The policy of an `aws_iam_policy_document` in the same configuration. */
  #document({ name, steps }: Extract<Expression, { kind: 'reference' }>, scope: Scope): Value | undefined {
    if (name !== 'data') return undefined;
    const names = steps.map((step) => (step.kind === 'name' ? step.name : ''));
    const [type = '', label = ''] = names;
    const output = names.at(-1);
    if (type !== 'aws_iam_policy_document' || (output !== 'json' && output !== 'minified_json'))
      return undefined;
    const block = this.configuration.things.get(`data.${type}.${label}`);
    return block && this.guarded(() => policyDocument(this, block, scope));
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

  #variable(name: string, steps: readonly Step[], expression: Expression, scope: Scope): Value {
    const variable = this.configuration.variables.get(name);
    const value = this.#standard(name, variable);
    const isStructure = value?.kind === 'list' || value?.kind === 'object';
    if (isStructure) return this.#steps(value, steps, expression, scope);
    if (steps.length > 0) return this.#unknown(expression);
    return this.book.placeholder(`var.${name}`, expression.span, {
      takes: TAKES[variableType(variable) ?? ''] ?? 'text',
      ...present({
        standard: knownText(value),
        description: knownText(this.#describedBy(variable)),
        means: whatReferenceMeans(`var.${name}`, this),
      }),
    });
  }

  #standard(name: string, variable: Block | undefined): Value | undefined {
    const written =
      this.configuration.given.get(name) ?? (variable && attributeOf(variable.body, 'default')?.value);
    return written === undefined || written.kind === 'null' ? undefined : this.evaluate(written);
  }

  #describedBy(
    variable: { readonly body: Parameters<typeof attributeOf>[0] } | undefined,
  ): Value | undefined {
    const description = variable && attributeOf(variable.body, 'description')?.value;
    return description && this.evaluate(description);
  }

  #steps(value: Value, steps: readonly Step[], expression: Expression, scope: Scope): Value {
    let at: Value | undefined = value;
    for (const step of steps) {
      const name: string | undefined =
        step.kind === 'name'
          ? step.name
          : step.kind === 'index'
            ? knownText(this.evaluate(step.index, scope))
            : undefined;
      at = at && name !== undefined ? stepInto(at, name) : undefined;
    }
    return at ?? this.#unknown(expression);
  }
}
