import { type EntryPlan, planEntry } from '../authorize/principalMatch.ts';
import { isServicePrincipal } from '../request/readCaller.ts';
import type { SourcedText } from '../source/read.ts';
import type { Grant } from './grant.ts';

/** A grant worked out once. */
export interface GrantPlan {
  readonly grant: Grant;
  readonly grantee: EntryPlan | undefined;
  readonly retiring: EntryPlan | undefined;
  /** Operations as actions, `kms:Decrypt`. */
  readonly actions: ReadonlySet<string>;
}

export function compileGrant(grant: Grant): GrantPlan {
  return {
    grant,
    grantee: grant.grantee ? principalPlan(grant.grantee) : servicePlan(grant.granteeService),
    retiring: grant.retiring ? principalPlan(grant.retiring) : servicePlan(grant.retiringService),
    actions: new Set(grant.operations.map((operation) => `kms:${operation.value}`)),
  };
}

/** ListGrants shows a service in `GranteePrincipal` for grants that services made (KMS-053). */
function principalPlan(text: SourcedText): EntryPlan {
  const kind = isServicePrincipal(text.value) ? 'Service' : 'AWS';
  return planEntry({ kind, value: text.value, span: text.span });
}

function servicePlan(text: SourcedText | undefined): EntryPlan | undefined {
  return text && planEntry({ kind: 'Service', value: text.value, span: text.span });
}
