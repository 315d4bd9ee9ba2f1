import { decide } from '../authorize/decide.ts';
import type { TracedCheck } from '../authorize/trace.ts';
import { allPolicies } from '../authorize/trace.ts';
import type { StatementTrace } from '../authorize/statementTrace.ts';
import { canBePresent } from '../request/deriveContext.ts';
import { withUnknownKey } from '../request/openContext.ts';
import type { WouldChange } from './answer.ts';
import { code, named, shortCaller } from './words.ts';

/**
 * What was not said and could change the decision: condition keys the policies look at that the request does not carry,
 * and IAM policies that were not supplied. Each is tried: the check is decided again with that one thing left open, and is
 * listed only if the decision then is no longer settled.
 */
export function wouldChange(traced: TracedCheck): readonly WouldChange[] {
  return [...absentKeys(traced), ...missingLayers(traced)];
}

function absentKeys(traced: TracedCheck): readonly WouldChange[] {
  const { check, layers } = traced;
  const askers = new Map<string, { readonly key: string; readonly statement: StatementTrace }>();
  for (const statement of allPolicies(traced).flatMap((policy) => policy.statements)) {
    if (statement.principal?.matched === false || !statement.action.matched) continue;
    for (const { entry, key } of statement.conditions) {
      const name = key.toLowerCase();
      if (entry.state === 'absent' && !askers.has(name) && canBePresent(key, check.action))
        askers.set(name, { key, statement });
    }
  }
  return [...askers.entries()].flatMap(([name, { key, statement }]): readonly WouldChange[] => {
    if (decide(withUnknownKey(check, name), layers).decision !== 'depends') return [];
    const text = [
      ...named(statement),
      ' looks at ',
      code(key),
      ', which the request does not carry; a value for it could change the decision',
    ];
    return [
      {
        kind: 'contextKey',
        text,
        key,
        spans: statement.conditions.flatMap((facts) => (facts.key === key ? [facts.clause.key.span] : [])),
      },
    ];
  });
}

function missingLayers({ check, layers, outcome }: TracedCheck): readonly WouldChange[] {
  if (layers.identity === undefined || layers.identity.supplied) return [];
  const open = decide({ ...check, open: true }, layers).decision;
  if (open !== 'depends' || outcome.decision !== 'implicitDeny') return [];
  const text = [
    'No IAM policies of ',
    code(shortCaller(check.caller)),
    ' are supplied: with one that allows ',
    code(check.action),
    ', this permission would be allowed',
  ];
  return [{ kind: 'layer', text, spans: [] }];
}
