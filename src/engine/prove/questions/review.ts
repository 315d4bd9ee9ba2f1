import type { Phrase } from '#engine/explain/phrase.ts';
import { code, list } from '#engine/explain/words.ts';
import type { ConditionClause } from '#engine/policy/policy.ts';
import type { Literal } from '../atom.ts';
import type { Box } from '../box.ts';
import { factsOf } from '../facts.ts';
import { clauseLiteral } from '../clause.ts';
import { literalsOf } from '../model/identities.ts';
import { sourceOf } from '../model/statementBox.ts';
import type { AccessModel } from '../model/accessModel.ts';
import type { Prover } from '../prover.ts';
import type { SearchResult } from '../search.ts';
import { type CitedStatement, type Finding, openPoint, type OpenPoint } from './answer.ts';
import { matchedBy, statementBoxes, type StatementBoxes } from './statementBoxes.ts';

/** What is wrong with a statement of the key policy. */
export type Remark =
  /** Its conditions contradict each other, or the way callers and keys are. */
  | 'neverMatches'
  /** AWS never sends a request that it matches. */
  | 'neverSent'
  /** An Allow all of which is denied. */
  | 'alwaysDenied'
  /** An Allow that others give as well, or a Deny that others make as well. */
  | 'redundant'
  /** A Deny of what nothing allows. */
  | 'deniesNothing';

export interface StatementRemark extends Finding {
  readonly remark: Remark;
  readonly statement: CitedStatement;
  /** The conditions that contradict each other. */
  readonly clauses: readonly ConditionClause[];
}

export interface Review {
  readonly remarks: readonly StatementRemark[];
  readonly open: readonly OpenPoint[];
}

/** Which statements of the key policy could as well not be there, and why: each remark is a proof. */
export function reviewStatements(prover: Prover): Review {
  const boxes = statementBoxes(prover);
  const remarks: StatementRemark[] = [];
  const open: OpenPoint[] = [];
  for (const own of boxes) {
    const result = remarkOn(prover, own, boxes);
    if (result === undefined) continue;
    if ('why' in result) open.push(result);
    else remarks.push(result);
  }
  return { remarks, open };
}

function remarkOn(
  prover: Prover,
  own: StatementBoxes,
  all: readonly StatementBoxes[],
): StatementRemark | OpenPoint | undefined {
  const possible = every(own.boxes, (box) => prover.search({ seed: box.literals, layers: [], blockers: [] }));
  if (possible.kind === 'none') return neverMatches(prover, own);
  if (possible.kind === 'undecided') return openPoint({ why: possible.doubt, ...sourceOf(own.statement) });
  const sent = every(own.boxes, (box) =>
    prover.search({ seed: box.literals, layers: [], blockers: prover.facts }),
  );
  if (sent.kind === 'none') return neverSent(own, sent);
  return own.statement.effect === 'Deny' ? aboutDeny(prover, own, all) : aboutAllow(prover, own, all);
}

/** The first result that is no proof, or all proofs together. */
export function every<Some extends Box>(
  boxes: readonly Some[],
  look: (box: Some) => SearchResult,
): SearchResult {
  const used = new Set<Box>();
  let undecided: SearchResult | undefined;
  for (const box of boxes) {
    const result = look(box);
    if (result.kind === 'found') return result;
    if (result.kind === 'undecided') undecided ??= result;
    else for (const one of result.used) used.add(one);
  }
  return undecided ?? { kind: 'none', used };
}

function neverMatches(prover: Prover, own: StatementBoxes): StatementRemark {
  const { clauses, byThemselves } = clash(prover, own);
  const words = list(clauses.map(clauseWords), 4);
  const whose = byThemselves ? 'no request satisfies' : 'no request of its principals and actions satisfies';
  const what: Phrase =
    clauses.length === 0
      ? [' never matches any request.']
      : clauses.length === 1 || !byThemselves
        ? [` never matches: ${whose} `, ...words, '.']
        : [' never matches: ', ...words, ' exclude each other.'];
  return remark('neverMatches', own, [code(own.statement.ref), ...what], [], clauses);
}

function clauseWords({ operator, key }: ConditionClause): ReturnType<typeof code> {
  return code(`${operator.value} ${key.value}`);
}

/** Conditions that no request satisfies together. */
interface Clash {
  readonly clauses: readonly ConditionClause[];
  /** Whoever calls, whatever for: without a look at the rest of the statement. */
  readonly byThemselves: boolean;
}

/**
 * As few of a statement's conditions as exclude each other, else as few as exclude what the rest of it is about: those that the clash
 * does not need are dropped one by one. None where the rest matches nothing already.
 */
function clash(prover: Prover, { policy, key, statement }: StatementBoxes): Clash {
  const hasNone = (seed: readonly Literal[] | undefined) =>
    seed === undefined || prover.search({ seed, layers: [], blockers: [] }).kind === 'none';
  const alone = (clauses: readonly ConditionClause[]) =>
    hasNone(literalsOf(clauses.map((clause) => clauseLiteral(prover.universe, clause, policy))));
  const within = (clauses: readonly ConditionClause[]) =>
    hasNone(matchedBy(prover, { policy, key }, { ...statement, conditions: clauses })?.literals);
  const { conditions } = statement;
  const byThemselves = alone(conditions);
  return { clauses: fewest(conditions, byThemselves ? alone : within), byThemselves };
}

function fewest(
  all: readonly ConditionClause[],
  excludes: (clauses: readonly ConditionClause[]) => boolean,
): readonly ConditionClause[] {
  let clauses = all;
  for (const clause of all) {
    const fewer = clauses.filter((other) => other !== clause);
    if (excludes(fewer)) clauses = fewer;
  }
  return clauses;
}

function neverSent(own: StatementBoxes, { used }: Extract<SearchResult, { kind: 'none' }>): StatementRemark {
  const facts = factsOf(used);
  const reasons = facts.map(({ text }) => text.replace(/\.$/, ''));
  const sentence: Phrase = [
    code(own.statement.ref),
    ` matches no request that AWS sends: ${reasons.join('; ')}.`,
  ];
  return { ...remark('neverSent', own, sentence, [], []), facts };
}

function aboutAllow(
  prover: Prover,
  own: StatementBoxes,
  all: readonly StatementBoxes[],
): StatementRemark | OpenPoint | undefined {
  const [model] = prover.models;
  if (model === undefined) return undefined;
  const denies = deniesLeft(model, all);
  const denied = every(own.boxes, (box) =>
    prover.search({ seed: box.literals, layers: [], blockers: denies }),
  );
  if (denied.kind === 'none') {
    const by = citedIn(denied.used, own);
    return remark(
      'alwaysDenied',
      own,
      by.length === 0
        ? [code(own.statement.ref), ' allows nothing: KMS lets nobody do that from another account.']
        : [code(own.statement.ref), ' allows nothing: ', ...names(by), ' always denies it.'],
      by,
      [],
    );
  }
  if (denied.kind === 'undecided') return openPoint({ why: denied.doubt, ...sourceOf(own.statement) });
  // A grant can be retired at any time: what it allows today does not make a statement superfluous.
  const others = all.filter((one) => one !== own).flatMap(({ ways }) => ways);
  const covered = every(own.ways, (way) => {
    const same = others.filter((other) => way.level === 'viaIam' || other.level === 'direct');
    return prover.search({ seed: way.literals, layers: [], blockers: [...denies, ...same] });
  });
  return redundant(covered, own, ' allows is allowed');
}

/** The denies of the key policy's statements that are left, and of all other layers. */
function deniesLeft(model: AccessModel, all: readonly StatementBoxes[]): readonly Box[] {
  const own = new Set(model.key.policy?.policy.statements.map(({ ref }) => ref));
  const left = new Set(all.map(({ statement }) => statement.ref));
  return model.denies.filter(({ source: { ref } }) => !own.has(ref) || left.has(ref));
}

function redundant(
  covered: SearchResult,
  own: StatementBoxes,
  what: string,
): StatementRemark | OpenPoint | undefined {
  if (covered.kind === 'found') return undefined;
  if (covered.kind === 'undecided') return openPoint({ why: covered.doubt, ...sourceOf(own.statement) });
  const by = citedIn(covered.used, own);
  const sentence: Phrase =
    by.length === 0
      ? ['What ', code(own.statement.ref), ' says changes nothing.']
      : ['Everything ', code(own.statement.ref), `${what} by `, ...names(by), ' as well.'];
  return remark('redundant', own, sentence, by, []);
}

function aboutDeny(
  prover: Prover,
  own: StatementBoxes,
  all: readonly StatementBoxes[],
): StatementRemark | OpenPoint | undefined {
  const [model] = prover.models;
  if (model === undefined) return undefined;
  const others = deniesLeft(model, all).filter(({ source }) => source.ref !== own.statement.ref);
  const left = new Set(all.map(({ statement }) => statement.ref));
  const ways = model.ways.filter(({ source }) => left.has(source.ref) || source.ref.startsWith('grant:'));
  const again = every(own.boxes, (box) =>
    prover.search({ seed: box.literals, layers: [], blockers: others }),
  );
  if (again.kind !== 'found') return redundant(again, own, ' denies is denied');
  const reached = every(own.boxes, (box) =>
    prover.search({ seed: box.literals, layers: [ways], blockers: others }),
  );
  if (reached.kind === 'found' || all.length === 0) return undefined;
  if (reached.kind === 'undecided') return openPoint({ why: reached.doubt, ...sourceOf(own.statement) });
  return remark('deniesNothing', own, [code(own.statement.ref), ' denies only what nothing allows.'], [], []);
}

function remark(
  kind: Remark,
  { statement }: StatementBoxes,
  sentence: Phrase,
  by: readonly CitedStatement[],
  clauses: readonly ConditionClause[],
): StatementRemark {
  const cited = { ref: statement.ref, span: statement.span };
  return {
    remark: kind,
    statement: cited,
    clauses,
    sentence,
    statements: [cited, ...by],
    level: undefined,
    witness: undefined,
    facts: [],
  };
}

function names(cited: readonly CitedStatement[]): Phrase {
  return list(cited.map(({ ref }) => code(ref)));
}

/** The statements a proof rests on, each once, without the one it is about. */
export function citedIn(used: ReadonlySet<Box>, own: StatementBoxes): readonly CitedStatement[] {
  const cited = new Map<string, CitedStatement>();
  for (const { source } of used) {
    if (source.rule !== undefined || source.ref === own.statement.ref) continue;
    cited.set(source.ref, { ref: source.ref, span: source.span });
  }
  return [...cited.values()];
}
