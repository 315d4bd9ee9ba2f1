import type { Phrase } from '#engine/explain/phrase.ts';
import { code, list } from '#engine/explain/words.ts';
import { kmsActions } from '#engine/catalog/actions.ts';
import type { Cell } from '../callers/cell.ts';
import { shapeLiteral } from '../clause.ts';
import type { Prover } from '../prover.ts';
import { literalGlob } from '../text/glob.ts';
import { textTest } from '../text/textTest.ts';
import { answerFrom, type CitedStatement, type Finding, type OpenPoint, type ProofAnswer } from './answer.ts';
import { granted, restingOn } from './granted.ts';
import { scopeOf } from './scope.ts';

/** Somebody who can give themselves, or others, more than they have. */
export interface Escalation {
  readonly principal: string;
  readonly by: 'kms:PutKeyPolicy' | 'kms:CreateGrant';
  /** The operations that they cannot do now and can after that; everything with PutKeyPolicy. */
  readonly gains: readonly string[];
  readonly finding: Finding;
}

export interface EscalationAnswer extends ProofAnswer {
  readonly escalations: readonly Escalation[];
}

/** Who can escalate, and to what: PutKeyPolicy gives everything, CreateGrant the operations that the grant may have (KMS-015, KMS-064). */
export function escalationQuestion(prover: Prover): EscalationAnswer {
  const [model] = prover.models;
  if (model === undefined) throw new Error('A question is about a key.');
  const escalations: Escalation[] = [];
  const open: OpenPoint[] = [];
  const rests: CitedStatement[] = [];
  for (const cell of prover.universe.cells) {
    for (const escalation of [byPolicy(prover, cell, open, rests), byGrant(prover, cell, open, rests)]) {
      if (escalation !== undefined) escalations.push(escalation);
    }
  }
  const answer = answerFrom(
    escalations.map(({ finding }) => finding),
    open,
    {
      yes: ['Somebody can give themselves more access than they have.'],
      no: ['Nobody can give themselves more access than they have.'],
    },
    scopeOf(model.key),
    restingOn(prover, rests),
  );
  return { ...answer, escalations };
}

const grantable: readonly string[] = kmsActions.flatMap(({ name, kind, grantOperation }) =>
  grantOperation && kind !== 'operation' && name !== 'kms:RetireGrant' ? [name] : [],
);

function byPolicy(
  prover: Prover,
  cell: Cell,
  open: OpenPoint[],
  rests: CitedStatement[],
): Escalation | undefined {
  const callers = prover.universe.callers((other) => other === cell);
  const asked = prover.universe.action((action) => action === 'kms:PutKeyPolicy');
  const found = granted(prover, { conditions: [callers, asked], level: 'viaIam', one: true });
  open.push(...found.open);
  rests.push(...found.rests);
  const [finding] = found.findings;
  const principal = finding?.witness?.request.principal;
  if (finding === undefined || principal === undefined) return undefined;
  const missing = outOfReach(prover, cell, prover.universe.actions);
  if (missing.length === 0) return undefined;
  const sentence: Phrase = [
    code(principal),
    ' can write a key policy that allows everything, by ',
    ...cited(finding),
    '.',
  ];
  return { principal, by: 'kms:PutKeyPolicy', gains: missing, finding: { ...finding, sentence } };
}

function byGrant(
  prover: Prover,
  cell: Cell,
  open: OpenPoint[],
  rests: CitedStatement[],
): Escalation | undefined {
  const callers = prover.universe.callers((other) => other === cell);
  const create = prover.universe.action((action) => action === 'kms:CreateGrant');
  const any = granted(prover, { conditions: [callers, create], level: 'viaIam', one: true });
  rests.push(...any.rests);
  if (any.findings.length === 0) {
    open.push(...any.open);
    return undefined;
  }
  const gains: string[] = [];
  let shown: Finding | undefined;
  for (const operation of outOfReach(prover, cell, grantable)) {
    const found = granted(prover, {
      conditions: [callers, create, grants(prover, operation.slice('kms:'.length))],
      level: 'viaIam',
      one: true,
    });
    open.push(...found.open);
    rests.push(...found.rests);
    const [finding] = found.findings;
    if (finding === undefined || finding.facts.length > 0) continue;
    gains.push(operation);
    shown ??= finding;
  }
  const principal = shown?.witness?.request.principal;
  if (shown === undefined || principal === undefined) return undefined;
  const sentence: Phrase = [
    code(principal),
    ' can make a grant for ',
    ...list(gains.map(code)),
    ', by ',
    ...cited(shown),
    '.',
  ];
  return { principal, by: 'kms:CreateGrant', gains, finding: { ...shown, sentence } };
}

function cited({ statements }: Finding): Phrase {
  return list(statements.map(({ ref }) => code(ref)));
}

/** The operations that the callers of a cell can never do themselves. */
function outOfReach(prover: Prover, cell: Cell, among: readonly string[]): readonly string[] {
  const callers = prover.universe.callers((other) => other === cell);
  return among.filter((operation) => {
    const asked = prover.universe.action((action) => action === operation);
    const found = granted(prover, { conditions: [callers, asked], level: 'viaIam', one: true });
    return found.findings.length === 0 && found.open.length === 0;
  });
}

function grants(prover: Prover, operation: string): ReturnType<typeof shapeLiteral> {
  const test = textTest([literalGlob(operation)]);
  return shapeLiteral(prover.universe, 'kms:GrantOperations', {
    absent: false,
    single: { test, negated: false },
    list: { of: 'some', test, negated: false },
  });
}
