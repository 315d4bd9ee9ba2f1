import { parsePolicy } from '../policy/parsePolicy.ts';
import type { ScenarioRequest } from '../scenario/scenario.ts';
import { compilePolicy, type PolicyPlan } from './plan.ts';

/** The session policies of a request, compiled; undefined where none were passed, which is different from an empty one (IAM-128). */
export function sessionPolicies(request: ScenarioRequest): readonly PolicyPlan[] | undefined {
  const policies = request.session?.policies ?? [];
  if (policies.length === 0) return undefined;
  return policies.flatMap((document) => {
    const { policy } = parsePolicy(document.text, { id: document.id, type: 'session', name: 'session' });
    return policy === undefined ? [] : [compilePolicy(policy)];
  });
}
