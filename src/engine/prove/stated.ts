import { parsePolicy } from '#engine/policy/parsePolicy.ts';
import type { Policy, Statement } from '#engine/policy/policy.ts';
import type { DocumentText } from '#engine/scenario/scenario.ts';
import type { Diagnostic } from '#engine/source/diagnostic.ts';
import type { KeyInWorld, World } from '#engine/world/world.ts';
import { boxOf } from './box.ts';
import { textsOfStatements } from './callers/named.ts';
import { principalOf, restOf } from './model/statementBox.ts';
import { Prover, type StatedFacts } from './prover.ts';

/** Facts that were read, or what is wrong with them. */
type ReadFacts = { readonly stated: StatedFacts } | { readonly diagnostics: readonly Diagnostic[] };

/**
 * Reads facts that somebody states besides what is known about AWS: a policy document whose `Deny` statements are requests that
 * never occur. Each is named by its `Sid` in an answer that needs it (IAM-150).
 *
 * @returns diagnostics where it is no such document: then no question is answered with it.
 */
export function readFacts(document: DocumentText): ReadFacts {
  const { policy, diagnostics } = parsePolicy(document.text, {
    id: document.id,
    type: 'resource',
    name: 'facts',
  });
  const errors = diagnostics.filter(({ severity }) => severity === 'error');
  const wrong = [...errors, ...(policy === undefined ? [] : policy.statements.flatMap(problemsIn))];
  if (policy === undefined || wrong.length > 0) {
    return { diagnostics: wrong.toSorted((left, right) => left.span.from - right.span.from) };
  }
  return { stated: factsIn(policy) };
}

function problemsIn({ effect, effectSpan, sid, span, inert }: Statement): readonly Diagnostic[] {
  const at = (message: string, place = { ...span, to: span.from + 1 }): Diagnostic => ({
    code: 'UNUSABLE_FACT',
    severity: 'error',
    span: place,
    message,
  });
  if (inert !== undefined) return [at(`This fact says nothing: ${inert.because}.`, inert.span)];
  if (effect !== 'Deny')
    return [at('A fact is a `Deny`: it says which requests never occur.', effectSpan ?? span)];
  return sid === undefined ? [at('A fact needs a `Sid`: answers that rest on it name it.')] : [];
}

function factsIn(policy: Policy): StatedFacts {
  const { statements } = policy;
  return {
    names: textsOfStatements(statements),
    boxesIn: (universe, key) =>
      statements.flatMap((statement) => {
        const fact = `A stated fact rules this out: \`${statement.sid ?? ''}\`.`;
        const source = { ref: statement.ref, span: statement.span, fact, rule: 'stated' };
        const about = principalOf(universe, statement.principal, new Map(), () => false);
        return boxOf(source, [about, ...restOf(universe, policy, statement, key.arn)]) ?? [];
      }),
  };
}

/** Whether facts rule out every request, so that every answer would be proved and say nothing. */
export function leaveNothing(stated: StatedFacts, world: World, key: KeyInWorld): boolean {
  const prover = new Prover([[world, key]], { stated });
  const blockers = stated.boxesIn(prover.universe, key);
  return prover.search({ seed: [], layers: [], blockers }).kind === 'none';
}
