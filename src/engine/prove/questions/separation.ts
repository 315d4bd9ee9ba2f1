import type { Phrase } from '#engine/explain/phrase.ts';
import { code } from '#engine/explain/words.ts';
import type { Cell } from '../callers/cell.ts';
import { type Compiled, shapeLiteral } from '../clause.ts';
import type { Prover } from '../prover.ts';
import { literalGlob } from '../text/glob.ts';
import { textTest } from '../text/textTest.ts';
import {
  answerFrom,
  type CitedStatement,
  type Finding,
  openPoint,
  type OpenPoint,
  type ProofAnswer,
} from './answer.ts';
import { granted, restingOn } from './granted.ts';
import { scopeOf } from './scope.ts';
import { forbiddenActions } from './forbidden.ts';

/** Two lists of actions that no one should have both of, as a policy writes them. */
export interface Separation {
  readonly one: readonly string[];
  readonly other: readonly string[];
  readonly level?: 'viaIam' | 'direct';
}

/**
 * Separation of duties: is there a principal who can do something of either list? The two requests have the same caller; all
 * else about them, tags of the session among it, may differ.
 */
export function separationOfDuties(prover: Prover, separation: Separation): ProofAnswer {
  const [model] = prover.models;
  if (model === undefined) throw new Error('A question is about a key.');
  const findings: Finding[] = [];
  const open: OpenPoint[] = [];
  const rests: CitedStatement[] = [];
  for (const cell of prover.universe.cells) {
    const found = inCell(prover, separation, cell, rests);
    if (found === undefined) continue;
    if ('why' in found) open.push(found);
    else findings.push(found);
  }
  return answerFrom(
    findings,
    open,
    { yes: ['Somebody can do both.'], no: ['Nobody can do both.'] },
    [
      ...scopeOf(model.key),
      ['The two requests have the same caller; their sessions may have different tags.'],
    ],
    restingOn(prover, rests),
  );
}

function inCell(
  prover: Prover,
  { one, other, level = 'viaIam' }: Separation,
  cell: Cell,
  rests: CitedStatement[],
): Finding | OpenPoint | undefined {
  const callers = prover.universe.callers((candidate) => candidate === cell);
  const can = (actions: readonly string[], ...who: readonly Compiled[]) => {
    const conditions = [callers, forbiddenActions(prover, actions), ...who];
    const found = granted(prover, { conditions, level, one: true });
    rests.push(...found.rests);
    return found;
  };
  const first = can(one);
  const second = can(other);
  const [left, right] = [lasting(first.findings), lasting(second.findings)];
  const [stuck] = [...first.open, ...second.open];
  if (left === undefined || right === undefined) return stuck;
  if (cell.open === undefined) return bothOf(left, right);
  // Others of a kind: it has to be the same one, so try whoever can do the one, and whoever can do the other.
  const again = lasting(can(other, ...itself(prover, left)).findings);
  if (again !== undefined) return bothOf(left, again);
  const back = lasting(can(one, ...itself(prover, right)).findings);
  if (back !== undefined) return bothOf(back, right);
  const [statement] = left.statements;
  return openPoint({ why: 'values', ref: statement?.ref, span: statement?.span });
}

function lasting(findings: readonly Finding[]): Finding | undefined {
  return findings.find(({ facts }) => facts.length === 0);
}

/** The caller of a finding's request and nobody else. */
function itself(prover: Prover, { witness }: Finding): readonly Compiled[] {
  const principal = witness?.request.principal ?? '';
  const key = principal.startsWith('arn:') ? 'aws:PrincipalArn' : 'aws:PrincipalServiceName';
  const test = textTest([literalGlob(principal)]);
  return [
    shapeLiteral(prover.universe, key, { absent: false, single: { test, negated: false }, list: 'never' }),
  ];
}

function bothOf(left: Finding, right: Finding): Finding {
  const principal = left.witness?.request.principal ?? '';
  const [one, other] = [left.witness?.request.action ?? '', right.witness?.request.action ?? ''];
  const sentence: Phrase = [code(principal), ' can do both ', code(one), ' and ', code(other), '.'];
  return { ...left, sentence, statements: [...left.statements, ...right.statements] };
}
