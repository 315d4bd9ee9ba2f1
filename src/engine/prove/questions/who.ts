import type { Phrase } from '#engine/explain/phrase.ts';
import { code, list } from '#engine/explain/words.ts';
import type { Literal } from '../atom.ts';
import type { Cell } from '../callers/cell.ts';
import { atLeast } from '../compare.ts';
import type { Prover } from '../prover.ts';
import type { SearchResult } from '../search.ts';
import { every } from './review.ts';
import { type CitedStatement, type Finding, openPoint, type OpenPoint } from './answer.ts';
import { granted } from './granted.ts';
import { scopeOf } from './scope.ts';

/** Whether the callers of a row may do something: whatever the rest of the request is, for some of it, or never. */
export type CanDo = 'always' | 'depends' | 'never' | 'undecided';

export interface WhoRow {
  /** A principal, or `undefined` names for those nobody names: see `others`. */
  readonly principal: string | undefined;
  /** For principals that no document names: of this account, or of any account that is not named either. */
  readonly others: { readonly kind: Cell['kind']; readonly account: string | undefined } | undefined;
  readonly can: CanDo;
  /** Whether `always` holds only because IAM policies allow it: the documents' own, or ones that are taken to. */
  readonly needsIam: boolean;
  /** The statements that let them, each with a request. */
  readonly findings: readonly Finding[];
  /** What their access hangs on. */
  readonly conditions: readonly { readonly statement: CitedStatement; readonly text: Phrase }[];
  readonly open: readonly OpenPoint[];
}

export interface WhoAnswer {
  readonly action: string;
  readonly rows: readonly WhoRow[];
  readonly scope: readonly Phrase[];
}

/**
 * Who can do one action: the exact cells of the access table, with what AWS is known to send taken into account. `always` is a
 * proof that no condition stands in the way, `never` that nothing allows it or something always denies it.
 */
export function whoCan(prover: Prover, action: string): WhoAnswer {
  const [model] = prover.models;
  if (model === undefined) throw new Error('A question is about a key.');
  const asked = prover.universe.action((one) => one.toLowerCase() === action.toLowerCase());
  const rows = prover.universe.cells.map((cell) => rowOf(prover, cell, asked));
  return { action, rows, scope: scopeOf(model.key) };
}

function rowOf(prover: Prover, cell: Cell, asked: Literal): WhoRow {
  const callers = prover.universe.callers((other) => other === cell);
  const found = granted(prover, { conditions: [asked, callers], level: 'viaIam' });
  const findings = found.findings.filter(({ facts }) => facts.length === 0);
  const row = { ...whoIs(cell), findings, open: found.open, needsIam: false };
  if (findings.length === 0)
    return { ...row, can: found.open.length > 0 ? 'undecided' : 'never', conditions: [] };
  const seed = [asked, callers];
  const refused = refusal(prover, seed);
  switch (refused.kind) {
    case 'none':
      return {
        ...row,
        can: 'always',
        conditions: [],
        needsIam: refusal(prover, seed, 'direct').kind !== 'none',
      };
    case 'found':
      return { ...row, can: 'depends', conditions: conditionsOf(prover, seed, findings) };
    case 'undecided':
      return {
        ...row,
        can: 'undecided',
        conditions: [],
        open: [openPoint({ why: refused.doubt, ref: undefined, span: undefined })],
      };
    default:
      return refused satisfies never;
  }
}

function whoIs({ kind, name, session, account }: Cell): Pick<WhoRow, 'principal' | 'others'> {
  const principal = session ?? name;
  return { principal, others: principal === undefined ? { kind, account } : undefined };
}

/** A request of a region that does not get through, or not directly. */
export function refusal(
  prover: Prover,
  seed: readonly Literal[],
  level: 'viaIam' | 'direct' = 'viaIam',
): SearchResult {
  const [model] = prover.models;
  if (model === undefined) throw new Error('A question is about a key.');
  const facts = prover.facts;
  const uncovered = prover.search({ seed, layers: [], blockers: [...facts, ...atLeast(model.ways, level)] });
  if (uncovered.kind !== 'none') return uncovered;
  for (const filter of model.filters) {
    const outside = prover.search({ seed, layers: [], blockers: [...facts, ...filter.boxes] });
    if (outside.kind !== 'none') return outside;
  }
  return every(model.denies, (deny) =>
    prover.search({ seed: [...seed, ...deny.literals], layers: [], blockers: facts }),
  );
}

/** The conditions of the statements that let the callers, and the denies that can hit them. */
function conditionsOf(
  prover: Prover,
  seed: readonly Literal[],
  findings: readonly Finding[],
): WhoRow['conditions'] {
  const [model] = prover.models;
  const policy = model?.key.policy?.policy;
  const refs = new Set(findings.flatMap(({ statements }) => statements.map(({ ref }) => ref)));
  for (const deny of model?.denies ?? []) {
    const hit = prover.search({ seed: [...seed, ...deny.literals], layers: [], blockers: prover.facts });
    if (hit.kind !== 'none') refs.add(deny.source.ref);
  }
  return (policy?.statements ?? []).flatMap((statement) => {
    if (!refs.has(statement.ref) || statement.conditions.length === 0) return [];
    const clauses = statement.conditions.map(({ operator, key, values }): Phrase => [
      code(key.value),
      ` ${operator.value} `,
      ...list(
        values.map(({ value }) => code(value)),
        3,
        'or',
      ),
    ]);
    const text: Phrase = clauses.flatMap((clause, at): Phrase => (at === 0 ? clause : ['; ', ...clause]));
    return [{ statement: { ref: statement.ref, span: statement.span }, text }];
  });
}
