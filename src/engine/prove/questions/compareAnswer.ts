import type { Phrase } from '#engine/explain/phrase.ts';
import { code } from '#engine/explain/words.ts';
import { gained, type Difference, type Reason } from '../compare.ts';
import { asUndecided, placeholdersIn } from '../placeholders.ts';
import type { Prover, Undecided } from '../prover.ts';
import { openPoint, type OpenPoint } from './answer.ts';
import { scopeOf } from './scope.ts';

export type Relation = 'equivalent' | 'moreAccess' | 'lessAccess' | 'incomparable' | 'undecided';

export interface ComparedDifference extends Difference {
  readonly sentence: Phrase;
}

/** Two versions compared over all requests, at the levels none, through IAM, direct. */
export interface CompareAnswer {
  /** Of the later version to the earlier one. */
  readonly relation: Relation;
  /** The relation with what is known about what AWS sends; null where it is the same. */
  readonly withFacts: Relation | null;
  readonly sentence: Phrase;
  readonly widened: readonly ComparedDifference[];
  readonly narrowed: readonly ComparedDifference[];
  readonly open: readonly OpenPoint[];
  readonly scope: readonly Phrase[];
}

/** @param prover of the two worlds, the earlier one first. */
export function compareVersions(prover: Prover): CompareAnswer {
  const [before, after] = prover.models;
  if (before === undefined || after === undefined) throw new Error('Two versions are compared.');
  const more = gained(prover, 0, 1);
  const less = gained(prover, 1, 0);
  const searched = [...more.undecided, ...less.undecided];
  const differs = more.differences.length + less.differences.length + searched.length > 0;
  const placeholders = [before, after].flatMap(({ world }) => placeholdersIn(world).map(asUndecided));
  // Whatever a placeholder stands for, it stands for it in both versions: only where they differ does it matter.
  const undecided: readonly Undecided[] = [
    ...searched,
    ...(differs ? placeholders : []),
    ...grantDoubts(prover),
  ];
  const relation = relationOf(more.differences, less.differences, undecided.length > 0);
  const lasting = (all: readonly Difference[]) => all.filter(({ facts }) => facts.length === 0);
  const strict = relationOf(lasting(more.differences), lasting(less.differences), undecided.length > 0);
  return {
    relation,
    withFacts: strict === relation ? null : strict,
    sentence: SENTENCES[relation],
    widened: more.differences.map((difference) => ({
      ...difference,
      sentence: told(difference, 'newly allowed'),
    })),
    narrowed: less.differences.map((difference) => {
      // Found as what the earlier version allows more: told in the order of the versions.
      const { before: later, after: earlier } = difference;
      const lost = { ...difference, before: earlier, after: later };
      return { ...lost, sentence: told(lost, 'no longer allowed') };
    }),
    open: undecided.map(openPoint),
    scope: scopeOf(after.key),
  };
}

/** Grants under a grant are left out of the comparison, which matters where the two versions have other such grants. */
function grantDoubts(prover: Prover): readonly Undecided[] {
  const [before, after] = prover.models.map(({ doubts }) => doubts);
  const old = new Set(before?.map(({ name }) => name));
  const now = new Set(after?.map(({ name }) => name));
  const changed = [...(before ?? []), ...(after ?? [])].filter(({ name }) => old.has(name) !== now.has(name));
  return changed.map(({ source }) => ({ why: 'grants', ref: source.ref, span: source.span }));
}

function relationOf(more: readonly unknown[], less: readonly unknown[], open: boolean): Relation {
  if (more.length > 0 && less.length > 0) return 'incomparable';
  if (open) return 'undecided';
  if (more.length > 0) return 'moreAccess';
  return less.length > 0 ? 'lessAccess' : 'equivalent';
}

const SENTENCES: Readonly<Record<Relation, Phrase>> = {
  equivalent: ['Both versions decide every request alike.'],
  moreAccess: ['The new version allows more, and nothing less.'],
  lessAccess: ['The new version allows less, and nothing more.'],
  incomparable: ['The new version allows some requests more and others less.'],
  undecided: ['How the versions differ is not decided.'],
};

function told({ ref, reason, before, after, witness }: Difference, change: string): Phrase {
  const { request } = witness;
  return [
    code(request.action),
    ' by ',
    code(request.principal),
    ` is ${change} by `,
    code(ref),
    ` (${LEVEL_WORDS[before]} → ${LEVEL_WORDS[after]}): `,
    ...because(reason),
    '.',
  ];
}

const LEVEL_WORDS = { none: 'none', viaIam: 'through IAM', direct: 'direct' } as const;

function because(reason: Reason): Phrase {
  switch (reason.kind) {
    case 'noAllow':
      return ['nothing in the other version allows it'];
    case 'denied':
      return [code(reason.ref), ' denies it in the other version'];
    case 'filtered':
      return ['a layer that must allow besides (', code(reason.layer), ') does not in the other version'];
    default:
      return reason satisfies never;
  }
}
