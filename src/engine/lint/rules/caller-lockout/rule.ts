import { answerRequest } from '#engine/explain/answerRequest.ts';
import { shortPrincipal } from '#engine/explain/words.ts';
import { quoted } from '#engine/source/quote.ts';
import { findAction } from '#engine/catalog/actions.ts';
import type { ScenarioRequest } from '#engine/scenario/scenario.ts';
import type { World } from '#engine/world/world.ts';
import type { Rule } from '#engine/lint/rule.ts';

/**
 * Whoever the scenario says applies the policy (a saved PutKeyPolicy that is expected to be allowed) could not do so again under
 * it: KMS refuses the policy from that caller (KMS-016).
 */
export const callerLockout: Rule = {
  name: 'caller-lockout',
  codes: { POLICY_LOCKOUT_OF_CALLER: 'error' },
  types: [],
  world({ world, documents }, report) {
    const [key] = world.keys;
    const document = documents.find(({ text }) => text === key?.facts.policy.id);
    if (key === undefined || document === undefined) return;
    const told = new Set<string>();
    for (const request of world.scenario.requests.slice(0, MOST_REQUESTS)) {
      const { principal } = request;
      if (told.has(principal) || !puts(request, key.arn) || !isRefused(world, request)) continue;
      told.add(principal);
      const span = { ...document.policy.span, to: document.policy.span.from + 1 };
      const message = `KMS refuses this policy from ${quoted(shortPrincipal(principal))}, who could not call \`kms:PutKeyPolicy\` under it.`;
      const help =
        'Allow it in the key policy, or in its IAM policies where the key policy names the account.';
      report('POLICY_LOCKOUT_OF_CALLER', span, message, { help });
    }
  },
};

/** Whether a request says who applies the policy of the key. One with a policy of its own is not about the text that is edited. */
function puts({ action, expect, resource, parameters }: ScenarioRequest, key: string): boolean {
  if (expect?.decision !== 'allowed' || parameters?.['Policy'] !== undefined) return false;
  return (
    findAction(action)?.name === 'kms:PutKeyPolicy' && (resource ?? parameters?.['KeyId'] ?? key) === key
  );
}

function isRefused(world: World, request: ScenarioRequest): boolean {
  const answered = answerRequest(world, request);
  return !('problems' in answered) && answered.answer.decision !== 'allowed';
}

const MOST_REQUESTS = 50;
