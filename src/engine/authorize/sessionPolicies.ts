import { parsePolicy } from '../policy/parsePolicy.ts';
import type { ParsedPolicy } from '../policy/policy.ts';
import type { DocumentText, ScenarioRequest } from '../scenario/scenario.ts';
import { compilePolicy, type PolicyPlan } from './plan.ts';

/** The session policies of a request, compiled; undefined where none were passed, which is different from one that allows nothing (IAM-128). */
export function sessionPolicies(request: ScenarioRequest): readonly PolicyPlan[] | undefined {
  const policies = request.session?.policies ?? [];
  if (policies.length === 0) return undefined;
  return policies.flatMap((document) => {
    const { policy } = parse(document);
    return policy === undefined ? [] : [compilePolicy(policy)];
  });
}

/** Why one of a request's session policies cannot be used: the first problem of the first such text; undefined where all can. */
export function sessionPolicyProblem(request: ScenarioRequest): string | undefined {
  for (const document of request.session?.policies ?? []) {
    const { policy, diagnostics } = parse(document);
    if (policy !== undefined) continue;
    const reason = diagnostics.find(({ severity }) => severity === 'error')?.message ?? 'It is no policy.';
    return `A session policy cannot be used: ${reason}`;
  }
  return undefined;
}

/** The text's policy, or while it is broken that of its last usable version. */
function parse({ text, fallback, id }: DocumentText): ParsedPolicy {
  const options = { id, type: 'session', name: 'session' } as const;
  const parsed = parsePolicy(text, options);
  return parsed.policy === undefined && fallback !== undefined ? parsePolicy(fallback, options) : parsed;
}
