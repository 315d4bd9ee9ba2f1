import { type EntryPlan, planEntry } from '../authorize/principalMatch.ts';
import { findAction } from '../catalog/actions.ts';
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
    // KMS gives no grant for other operations, so a list that names one cannot come from it (KMS-051).
    actions: new Set(grant.operations.map(({ value }) => `kms:${value}`).filter(isGrantOperation)),
  };
}

function isGrantOperation(action: string): boolean {
  const info = findAction(action);
  return info?.name === action && info.grantOperation;
}

/** ListGrants shows a service in `GranteePrincipal` for grants that services made (KMS-053). */
function principalPlan(text: SourcedText): EntryPlan {
  const kind = isServicePrincipal(text.value) ? 'Service' : 'AWS';
  return planEntry({ kind, value: text.value, span: text.span });
}

function servicePlan(text: SourcedText | undefined): EntryPlan | undefined {
  return text && planEntry({ kind: 'Service', value: text.value, span: text.span });
}
