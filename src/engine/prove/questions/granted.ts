import type { Phrase } from '#engine/explain/phrase.ts';
import { code } from '#engine/explain/words.ts';
import type { Literal } from '../atom.ts';
import { literalsOf } from '../model/identities.ts';
import type { Box } from '../box.ts';
import type { Compiled } from '../clause.ts';
import { atLeast } from '../compare.ts';
import type { Way } from '../model/accessModel.ts';
import type { Looked, Prover } from '../prover.ts';
import { rank } from '../prover.ts';
import { type CitedStatement, type Finding, openPoint, type OpenPoint } from './answer.ts';

/** Who gets through in some part of all requests, by the statements that let them. */
export interface Granted {
  readonly findings: readonly Finding[];
  readonly open: readonly OpenPoint[];
  /** What keeps requests out that a statement comes near to letting in: that statement, and what denies them. */
  readonly rests: readonly CitedStatement[];
}

export interface Restriction {
  /** What the requests must be like. */
  readonly conditions: readonly Compiled[];
  readonly level: 'viaIam' | 'direct';
  /** Stop at the first finding. */
  readonly one?: boolean;
  /** What a request that shows something is like if there is one such. */
  readonly rather?: readonly Compiled[];
}

/** Every statement and grant that lets some request of a restriction through, with a request that shows it (IAM-151). */
export function granted(prover: Prover, restriction: Restriction): Granted {
  const findings: Finding[] = [];
  const open: OpenPoint[] = [];
  const rests: CitedStatement[] = [];
  const seed = literalsOf(restriction.conditions);
  const [model] = prover.models;
  if (seed === undefined || model === undefined) return { findings, open, rests };
  const seen = new Set<string>();
  const asked = { literals: seed };
  for (const way of atLeast(model.ways, restriction.level)) {
    if (seen.has(`${way.source.ref} ${way.level}`) || (restriction.one === true && findings.length > 0))
      continue;
    if (!prover.mayMeet(asked, way)) continue;
    const looked = lookRather(prover, way, seed, restriction.rather);
    if (looked.kind === 'none') rests.push(...keptOutBy(way, looked.used));
    if (looked.kind === 'againstFacts') rests.push(...keptOutBy(way, new Set()));
    if (looked.kind === 'undecided') open.push(openPoint({ ...looked.undecided, ...way.source }));
    const finding = findingOf(prover, way, looked);
    if (finding === undefined) continue;
    seen.add(`${way.source.ref} ${way.level}`);
    findings.push(finding);
  }
  open.push(...grantDoubts(prover, seed));
  return { findings, open, rests };
}

/** A request of the kind that shows more where there is one, else any. */
function lookRather(
  prover: Prover,
  way: Way,
  seed: readonly Literal[],
  rather: readonly Compiled[] | undefined,
): Looked {
  const more = rather && literalsOf(rather);
  const better = more && lookIn(prover, way, [...seed, ...more]);
  return better?.kind === 'witness' ? better : lookIn(prover, way, seed);
}

function keptOutBy(way: Way, used: ReadonlySet<Box>): readonly CitedStatement[] {
  return [way, ...used].flatMap(({ source: { ref, span, fact, rule } }) =>
    fact === undefined && rule === undefined ? [{ ref, span }] : [],
  );
}

/** What a proof that nothing is granted rests on; where nothing comes near, that is every statement that allows something. */
export function restingOn(prover: Prover, rests: readonly CitedStatement[]): readonly CitedStatement[] {
  if (rests.length > 0) return rests;
  return prover.models.flatMap(({ ways }) => ways.map(({ source: { ref, span } }) => ({ ref, span })));
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
