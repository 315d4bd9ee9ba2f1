import type { Phrase } from '#engine/explain/phrase.ts';
import { code } from '#engine/explain/words.ts';
import type { Literal } from '../atom.ts';
import { literalsOf } from '../model/identities.ts';
import type { Compiled } from '../clause.ts';
import { atLeast } from '../compare.ts';
import type { Way } from '../model/accessModel.ts';
import type { Looked, Prover } from '../prover.ts';
import { rank } from '../prover.ts';
import { type Finding, openPoint, type OpenPoint } from './answer.ts';

/** Who gets through in some part of all requests, by the statements that let them. */
export interface Granted {
  readonly findings: readonly Finding[];
  readonly open: readonly OpenPoint[];
}

export interface Restriction {
  /** What the requests must be like. */
  readonly conditions: readonly Compiled[];
  readonly level: 'viaIam' | 'direct';
  /** Stop at the first finding. */
  readonly one?: boolean;
}

/** Every statement and grant that lets some request of a restriction through, with a request that shows it (IAM-151). */
export function granted(prover: Prover, restriction: Restriction): Granted {
  const findings: Finding[] = [];
  const open: OpenPoint[] = [];
  const seed = literalsOf(restriction.conditions);
  const [model] = prover.models;
  if (seed === undefined || model === undefined) return { findings, open };
  const seen = new Set<string>();
  const asked = { literals: seed };
  for (const way of atLeast(model.ways, restriction.level)) {
    if (seen.has(`${way.source.ref} ${way.level}`) || (restriction.one === true && findings.length > 0))
      continue;
    if (!prover.mayMeet(asked, way)) continue;
    const looked = lookIn(prover, way, seed);
    if (looked.kind === 'undecided') open.push(openPoint({ ...looked.undecided, ...way.source }));
    const finding = findingOf(prover, way, looked);
    if (finding === undefined) continue;
    seen.add(`${way.source.ref} ${way.level}`);
    findings.push(finding);
  }
  open.push(...grantDoubts(prover, seed));
  return { findings, open };
}

/** A request that a way lets through and nothing denies. */
export function lookIn(prover: Prover, way: Way, seed: readonly Literal[]): Looked {
  const [model] = prover.models;
  if (model === undefined) throw new Error('A way is of a model.');
  const layers = model.filters.map(({ boxes }) => boxes);
  return prover.look({ seed: [...seed, ...way.literals], layers, blockers: model.denies }, ([level]) =>
    level === undefined ? false : rank(level) >= rank(way.level),
  );
}

function findingOf(prover: Prover, way: Way, looked: Looked): Finding | undefined {
  if (looked.kind !== 'witness' && looked.kind !== 'againstFacts') return undefined;
  const { request, levels } = looked.witness;
  const [level = 'none'] = levels;
  const sentence: Phrase = [
    code(way.source.ref),
    ' allows ',
    code(request.action),
    ' to ',
    code(request.principal),
    level === 'viaIam' ? ' through IAM policies.' : '.',
  ];
  return {
    sentence,
    statements: [{ ref: way.source.ref, span: way.source.span }],
    level,
    witness: looked.witness,
    facts: looked.kind === 'againstFacts' ? looked.facts : [],
  };
}

/** CreateGrant under a constrained grant is the one thing that no condition key tells. */
function grantDoubts(prover: Prover, seed: readonly Literal[]): readonly OpenPoint[] {
  const [model] = prover.models;
  if (model === undefined) return [];
  const layers = model.filters.map(({ boxes }) => boxes);
  return model.doubts.flatMap((doubt) => {
    const result = prover.search({ seed: [...seed, ...doubt.literals], layers, blockers: model.denies });
    if (result.kind === 'none') return [];
    return [openPoint({ why: 'grants', ref: doubt.source.ref, span: doubt.source.span })];
  });
}
