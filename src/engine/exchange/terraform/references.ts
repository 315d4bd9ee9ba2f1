import { present } from '#engine/scenario/present.ts';
import { knownText, type Value } from '../value.ts';
import { attributeOf, stepInto, variableType } from './configuration.ts';
import type { Evaluator, Scope } from './evaluate.ts';
import type { Block, Expression, Step } from './hclTree.ts';
import { policyDocument } from './policyDocument.ts';
import { whatReferenceMeans } from './referenceMeaning.ts';

type Reference = Extract<Expression, { kind: 'reference' }>;

/** What a variable takes by its type. */
const TAKES: Readonly<Partial<Record<string, 'list' | 'yesOrNo'>>> = {
  list: 'list',
  set: 'list',
  bool: 'yesOrNo',
};

/**
 * What a name stands for: what is bound where it stands, a local, a variable, or the policy document of a data source in
 * the same configuration. Anything else is a placeholder with the reference as its name.
 */
export function referenceValue(evaluator: Evaluator, expression: Reference, scope: Scope): Value {
  const { name, steps } = expression;
  const local = scope.get(name);
  if (local !== undefined) return stepped(evaluator, local, steps, expression, scope);
  const [first] = steps;
  if (first?.kind === 'name' && name === 'local') {
    const value = evaluator.configuration.locals.get(first.name);
    if (value !== undefined)
      return stepped(evaluator, evaluator.evaluate(value), steps.slice(1), expression, scope);
  }
  if (first?.kind === 'name' && name === 'var')
    return variable(evaluator, first.name, steps.slice(1), expression, scope);
  return documentOf(evaluator, expression, scope) ?? unknown(evaluator, expression);
}

/** What is reached from a value by steps; a placeholder where that is not known. */
export function stepped(
  evaluator: Evaluator,
  value: Value,
  steps: readonly Step[],
  expression: Expression,
  scope: Scope,
): Value {
  let at: Value | undefined = value;
  for (const step of steps) {
    const name: string | undefined =
      step.kind === 'name'
        ? step.name
        : step.kind === 'index'
          ? knownText(evaluator.evaluate(step.index, scope))
          : undefined;
    at = at && name !== undefined ? stepInto(at, name) : undefined;
  }
  return at ?? unknown(evaluator, expression);
}

function unknown(evaluator: Evaluator, { span }: Expression): Value {
  const source = evaluator.sourceOf(span);
  const meaning = whatReferenceMeans(source, evaluator);
  const takes = source.includes('[*]') || source.includes('.*.') ? 'list' : 'text';
  return evaluator.book.placeholder(source, span, {
    takes,
    ...(meaning !== undefined && { means: meaning }),
  });
}

/** The policy of an `aws_iam_policy_document` in the same configuration. */
function documentOf(evaluator: Evaluator, { name, steps }: Reference, scope: Scope): Value | undefined {
  if (name !== 'data') return undefined;
  const names = steps.map((step) => (step.kind === 'name' ? step.name : ''));
  const [type = '', label = ''] = names;
  const output = names.at(-1);
  if (type !== 'aws_iam_policy_document' || (output !== 'json' && output !== 'minified_json'))
    return undefined;
  const block = evaluator.configuration.things.get(`data.${type}.${label}`);
  return block && evaluator.guarded(() => policyDocument(evaluator, block, scope));
}

function variable(
  evaluator: Evaluator,
  name: string,
  steps: readonly Step[],
  expression: Expression,
  scope: Scope,
): Value {
  const block = evaluator.configuration.variables.get(name);
  const standard = standardOf(evaluator, name, block);
  if (standard?.kind === 'list' || standard?.kind === 'object')
    return stepped(evaluator, standard, steps, expression, scope);
  if (steps.length > 0) return unknown(evaluator, expression);
  return evaluator.book.placeholder(`var.${name}`, expression.span, {
    takes: TAKES[variableType(block) ?? ''] ?? 'text',
    ...present({
      standard: knownText(standard),
      isNull: standard?.kind === 'null' || undefined,
      description: descriptionOf(evaluator, block),
      means: whatReferenceMeans(`var.${name}`, evaluator),
    }),
  });
}

function descriptionOf(evaluator: Evaluator, block: Block | undefined): string | undefined {
  const description = block && attributeOf(block.body, 'description')?.value;
  return knownText(description && evaluator.evaluate(description));
}

/** What is given for a variable beside the configuration, or its `default`. */
function standardOf(evaluator: Evaluator, name: string, block: Block | undefined): Value | undefined {
  const written =
    evaluator.configuration.given.get(name) ?? (block && attributeOf(block.body, 'default')?.value);
  return written && evaluator.evaluate(written);
}
