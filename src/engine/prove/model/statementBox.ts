import type { PatternElement, Policy, PrincipalElement, Statement } from '#engine/policy/policy.ts';
import { compileTemplate } from '#engine/conditions/template.ts';
import { parseWildcard } from '#engine/vocabulary/wildcard.ts';
import { type Literal, negate } from '../atom.ts';
import type { BoxSource } from '../box.ts';
import { clauseLiteral, type Compiled } from '../clause.ts';
import type { Cell } from '../callers/cell.ts';
import { namingsOf, type UniqueIds } from '../callers/principal.ts';
import { globOf } from '../text/glob.ts';
import { passes, textTest } from '../text/textTest.ts';
import type { Universe } from '../universe.ts';

/** The statements that can apply: the others decide nothing (KMS-019). */
export function effective(policy: Policy, effect: 'Allow' | 'Deny'): readonly Statement[] {
  return policy.statements.filter(
    (statement) => statement.inert === undefined && statement.effect === effect,
  );
}

export function sourceOf(statement: Statement): BoxSource {
  return { ref: statement.ref, span: statement.span };
}

/** Everything a statement asks for but its principal: action, resource, conditions. */
export function restOf(
  universe: Universe,
  policy: Policy,
  statement: Statement,
  keyArn: string,
): readonly Compiled[] {
  return [
    actionOf(universe, statement),
    resourceOf(universe, policy, statement, keyArn),
    ...statement.conditions.map((clause) => clauseLiteral(universe, clause, policy)),
  ];
}

/** The actions of a statement, without regard to case (IAM-050 to IAM-053). */
export function actionOf(universe: Universe, { action }: Statement): Compiled {
  if (action === undefined) return 'never';
  const texts = action.patterns.map(({ value }) => value);
  const read = `${action.negated ? 'not ' : ''}${JSON.stringify(texts)}`;
  const known = universe.clauses.get(read);
  if (known !== undefined) return known;
  const literal = readActions(universe, action);
  universe.clauses.set(read, literal);
  return literal;
}

function readActions(universe: Universe, action: PatternElement): Literal {
  const tests = action.patterns.flatMap(({ value }) => {
    if (value === '*') return [() => true];
    const colon = value.indexOf(':');
    if (colon <= 0) return [];
    const service = textTest([globOf(parseWildcard(value.slice(0, colon)), true)]);
    const name = textTest([globOf(parseWildcard(value.slice(colon + 1)), true)]);
    return [(asked: string) => passes(service, 'kms') && passes(name, asked.slice('kms:'.length))];
  });
  return universe.action((asked) => tests.some((test) => test(asked)) !== action.negated);
}

/** Whether the key is among a statement's resources (IAM-055, IAM-060 to IAM-067). */
export function resourceOf(
  universe: Universe,
  policy: Policy,
  { resource }: Statement,
  keyArn: string,
): Compiled {
  if (resource === undefined) return 'never';
  const literals: Compiled[] = resource.patterns.map(({ value }) => {
    const text = policy.type === 'identity' || policy.type === 'boundary' ? completed(value) : value;
    const resourcePart = text.split(':', 5).join(':').length + 1;
    if (policy.variables && text.includes('${', resourcePart) && text.split(':').length > 5) {
      return resourceRelation(universe, policy, text, resourcePart, keyArn);
    }
    return passes(textTest([globOf(parseWildcard(text))]), keyArn) ? 'always' : 'never';
  });
  return anyOf(literals, resource.negated);
}

/** At most one literal of a list is open in practice; several become undecided in the model and are left to the caller. */
function anyOf(literals: readonly Compiled[], negated: boolean): Compiled {
  if (literals.includes('always')) return negated ? 'never' : 'always';
  const open = literals.filter((literal): literal is Literal => typeof literal === 'number');
  const [only] = open;
  if (only === undefined) return negated ? 'always' : 'never';
  if (open.length > 1) throw new UnsupportedStatement('several Resource patterns with policy variables');
  return negated ? negate(only) : only;
}

/** A statement that this model cannot express; the question is then undecided. */
export class UnsupportedStatement extends Error {}

function resourceRelation(
  universe: Universe,
  policy: Policy,
  text: string,
  from: number,
  keyArn: string,
): Literal {
  const template = compileTemplate(text, true, from);
  return universe.relation(JSON.stringify(['resource', policy.type === 'key', text]), {
    key: undefined,
    keptFromKeyPolicy: policy.type === 'key',
    templates: [template],
    testOf: (values) => textTest(values.map(({ segments }) => globOf(segments))),
    shape: (test) => ({ single: { test, negated: false }, list: 'never' }),
    family: `resource ${text}`,
    mismatch: false,
    fixedText: keyArn,
  });
}

/** `arn:aws:kms` stands for `arn:aws:kms:*:*:*` in an identity-based policy (IAM-062). */
function completed(text: string): string {
  if (!text.startsWith('arn:')) return text;
  return text + ':*'.repeat(Math.max(0, 6 - text.split(':').length));
}

/** Who a Principal or NotPrincipal of a denying or filtering statement is about (IAM-040 to IAM-042). */
export function principalOf(
  universe: Universe,
  element: PrincipalElement | undefined,
  ids: UniqueIds,
  hasBoundary: (cell: Cell) => boolean,
): Compiled {
  if (element === undefined) return 'never';
  return universe.callers((cell) => {
    const named = namingsOf(element.entries, cell, ids).size > 0;
    return element.negated ? !named || hasBoundary(cell) : named;
  });
}
