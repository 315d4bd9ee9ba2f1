import type { Phrase } from '#engine/explain/phrase.ts';
import { code, list } from '#engine/explain/words.ts';
import { parseWildcard } from '#engine/vocabulary/wildcard.ts';
import { namingOf } from '../callers/principal.ts';
import { clauseLiteral, type Compiled } from '../clause.ts';
import type { Prover } from '../prover.ts';
import { globOf } from '../text/glob.ts';
import { passes, textTest } from '../text/textTest.ts';
import { answerFrom, type ProofAnswer } from './answer.ts';
import { granted, restingOn } from './granted.ts';
import { scopeOf } from './scope.ts';

/** What must not be granted: everything that is all of these at once. What is not given restricts nothing. */
export interface Forbidden {
  /** Actions as a policy writes them. */
  readonly actions?: readonly string[];
  /** ARNs, account ids, service principals or `*`, as a policy writes them. */
  readonly principals?: readonly string[];
  /** A Condition block. */
  readonly conditions?: Readonly<Record<string, Readonly<Record<string, string | readonly string[]>>>>;
  /** `direct`: only what needs no IAM policy. Default: also what IAM policies may allow. */
  readonly level?: 'viaIam' | 'direct';
}

/** CheckAccessNotGranted (IAM-151), for any actions, principals and conditions. */
export function forbiddenAccess(prover: Prover, forbidden: Forbidden): ProofAnswer {
  const [model] = prover.models;
  if (model === undefined) throw new Error('A question is about a key.');
  const conditions = restrictionOf(prover, forbidden);
  const found = granted(prover, { conditions, level: forbidden.level ?? 'viaIam' });
  const what = wordsOf(forbidden);
  return answerFrom(
    found.findings,
    found.open,
    { yes: [...what, ' is granted.'], no: [...what, ' is not granted.'] },
    scopeOf(model.key),
    restingOn(prover, found.rests),
  );
}

function wordsOf({ actions, principals }: Forbidden): Phrase {
  const what: Phrase = actions === undefined ? ['Access'] : list(actions.map(code));
  return principals === undefined ? what : [...what, ' to ', ...list(principals.map(code))];
}

export function restrictionOf(prover: Prover, forbidden: Forbidden): readonly Compiled[] {
  const { universe } = prover;
  const compiled: Compiled[] = [];
  const { actions, principals } = forbidden;
  if (actions !== undefined) compiled.push(forbiddenActions(prover, actions));
  if (principals !== undefined) {
    const entries = principals.map((value) => ({ kind: kindOf(value), value }));
    compiled.push(
      universe.callers((cell) => entries.some((entry) => namingOf(entry, cell, new Map()) !== 'none')),
    );
  }
  const policy = { type: 'identity', variables: true } as const;
  const span = { text: 'question', from: 0, to: 0 };
  for (const [operator, keys] of Object.entries(forbidden.conditions ?? {})) {
    for (const [key, value] of Object.entries(keys)) {
      const values = typeof value === 'string' ? [value] : value;
      const clause = {
        operator: { value: operator, span },
        key: { value: key, span },
        values: values.map((text) => ({ value: text, span, writtenAs: 'string' as const })),
        span,
      };
      compiled.push(clauseLiteral(universe, clause, policy));
    }
  }
  return compiled;
}

/** Actions as a policy writes them. */
export function forbiddenActions(prover: Prover, actions: readonly string[]): Compiled {
  const test = textTest(actions.map((action) => globOf(parseWildcard(action), true)));
  return prover.universe.action((action) => passes(test, action));
}

function kindOf(value: string): 'AWS' | 'Service' | '*' {
  if (value === '*') return '*';
  return /^[a-z0-9.-]+\.amazonaws\.com/.test(value) ? 'Service' : 'AWS';
}
