import type { ExplainedCheck } from '../explain/answerRequest.ts';
import { code, named } from '../explain/words.ts';
import { callerPrincipal } from './callerPrincipal.ts';
import type { Plan } from './obstacles.ts';
import { shortAction } from './resourceSideOptions.ts';
import { type OptionFacts, option } from './option.ts';

/** What would deny an allowed request: the removal of one statement that allows it, or a Deny for this caller and action. */
export function undoings(checks: readonly ExplainedCheck[], facts: readonly OptionFacts[]): readonly Plan[] {
  const removals = checks.flatMap(({ deciders }, index) => {
    const documents = facts[index]?.documents;
    return [...deciders.resourceAllows, ...deciders.identityAllows].map((statement) =>
      option({
        kind: 'removal',
        edits: documents?.removeStatement(statement.plan) ?? [],
        text: ['remove ', ...named(statement)],
        weight: 2,
      }),
    );
  });
  return [...removals, ...facts.map(denying)].filter((plan) => plan.length > 0);
}

function denying({ documents, traced }: OptionFacts): Plan {
  const { check, keyPolicy } = traced;
  const caller = callerPrincipal(check.caller);
  const plan = keyPolicy[0]?.plan;
  // A Deny for the root user's principal would hit the whole account.
  if (caller === undefined || check.caller.kind === 'root' || plan === undefined) return [];
  return option({
    kind: 'deny',
    edits: documents.addStatement(plan, {
      Sid: `Deny${shortAction(check.action)}`,
      Effect: 'Deny',
      Principal: { [caller.kind]: caller.value },
      Action: check.action,
      Resource: '*',
    }),
    text: ['add a Deny to the key policy for ', code(check.action), ' by ', caller.name],
    weight: 4,
  });
}
