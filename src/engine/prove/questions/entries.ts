import type { Phrase } from '#engine/explain/phrase.ts';
import { code } from '#engine/explain/words.ts';
import { parseOperator } from '#engine/conditions/parseOperator.ts';
import type { Statement } from '#engine/policy/policy.ts';
import type { SourceSpan } from '#engine/source/span.ts';
import type { Box } from '../box.ts';
import { namingOf } from '../callers/principal.ts';
import type { Prover } from '../prover.ts';
import type { StatementBoxes } from './statementBoxes.ts';
import { matchedBy, statementBoxes } from './statementBoxes.ts';

/** A part of a statement that could be left out without changing what the statement matches. */
export interface UselessPart {
  readonly kind: 'action' | 'principal' | 'value' | 'condition';
  readonly ref: string;
  readonly span: SourceSpan;
  readonly text: string;
  readonly sentence: Phrase;
}

/**
 * List entries and conditions of the key policy's statements that do nothing: an entry that matches nothing the others do not
 * match, a condition that holds whenever the rest of its statement does. Each one is a proof, for itself: two that make each
 * other superfluous are both listed.
 *
 * @param unmatched refs of statements that match nothing, and are left out
 */
export function uselessParts(prover: Prover, unmatched: ReadonlySet<string>): readonly UselessPart[] {
  return statementBoxes(prover).flatMap((own) => {
    if (own.boxes.length === 0 || unmatched.has(own.statement.ref)) return [];
    return variants(prover, own).flatMap(({ statement, ...part }) =>
      isSame(prover, own, statement) ? [part] : [],
    );
  });
}

type Variant = UselessPart & {
  /** The statement without the part. */
  readonly statement: Statement;
};

function variants(prover: Prover, own: StatementBoxes): readonly Variant[] {
  return [...actionVariants(own), ...principalVariants(prover, own), ...conditionVariants(own)];
}

function actionVariants({ statement }: StatementBoxes): readonly Variant[] {
  const { action } = statement;
  if (action === undefined || action.patterns.length < 2) return [];
  return action.patterns.map((pattern) => ({
    kind: 'action',
    ref: statement.ref,
    span: pattern.span,
    text: pattern.value,
    sentence: [code(pattern.value), ' in ', code(statement.ref), ' adds nothing to the other actions.'],
    statement: {
      ...statement,
      action: { ...action, patterns: action.patterns.filter((other) => other !== pattern) },
    },
  }));
}

function principalVariants(prover: Prover, { statement }: StatementBoxes): readonly Variant[] {
  const { principal } = statement;
  if (principal === undefined || principal.entries.length < 2) return [];
  return principal.entries.flatMap((entry): readonly Variant[] => {
    const others = principal.entries.filter((other) => other !== entry);
    const repeated = others.some((other) => other.kind === entry.kind && other.value === entry.value);
    // An entry for the account itself means IAM policies; that it matches callers named otherwise does not make it useless.
    const named = prover.universe.cells.some((cell) => namingOf(entry, cell, new Map()) !== 'none');
    if (!repeated && named) return [];
    const rest = { ...statement, principal: { ...principal, entries: others } };
    const words = repeated ? ' stands there twice.' : ' names nobody.';
    return [
      {
        kind: 'principal',
        ref: statement.ref,
        span: entry.span,
        text: entry.value,
        sentence: [code(entry.value), ' in ', code(statement.ref), words],
        statement: rest,
      },
    ];
  });
}

function conditionVariants({ statement }: StatementBoxes): readonly Variant[] {
  return statement.conditions.flatMap((clause, at): readonly Variant[] => {
    const replaced = (values: typeof clause.values): Statement => ({
      ...statement,
      conditions: statement.conditions.toSpliced(at, 1, { ...clause, values }),
    });
    const operator = parseOperator(clause.operator.value);
    const isNull = 'problem' in operator || operator.base.family === 'Null';
    const values: readonly Variant[] =
      clause.values.length < 2 || isNull
        ? []
        : clause.values.map((value) => ({
            kind: 'value',
            ref: statement.ref,
            span: value.span,
            text: value.value,
            sentence: [code(value.value), ' in ', code(statement.ref), ' adds nothing to the other values.'],
            statement: replaced(clause.values.filter((other) => other !== value)),
          }));
    const whole: Variant = {
      kind: 'condition',
      ref: statement.ref,
      span: clause.span,
      text: `${clause.operator.value} ${clause.key.value}`,
      sentence: [
        'The condition ',
        code(`${clause.operator.value} ${clause.key.value}`),
        ' in ',
        code(statement.ref),
        ' holds whenever the rest of the statement does.',
      ],
      statement: { ...statement, conditions: statement.conditions.toSpliced(at, 1) },
    };
    return [...values, whole];
  });
}

/** Whether a statement without a part matches exactly what it matched with it. */
function isSame(prover: Prover, own: StatementBoxes, changed: Statement): boolean {
  const box = matchedBy(prover, own, changed);
  if (box === undefined) return false;
  return isCovered(prover, box, own.boxes) && own.boxes.every((old) => isCovered(prover, old, [box]));
}

function isCovered(prover: Prover, box: Box, by: readonly Box[]): boolean {
  return prover.search({ seed: box.literals, layers: [], blockers: by }).kind === 'none';
}
