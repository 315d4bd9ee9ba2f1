import type { Scenario, ScenarioIdentity, ScenarioRequest } from '#engine/scenario/scenario.ts';
import { textIds } from '#engine/scenario/textIds.ts';
import type { TextId } from '#engine/source/span.ts';
import { EMPTY_POLICY } from './policyTexts.ts';
import { mapIdentity } from '#engine/scenario/mapDocuments.ts';
import { freeName, textIdIn } from './textIdIn.ts';
import { withFields, withItem } from './withFields.ts';

/** Adds an identity without policies, unless it is there. */
export function withIdentity(scenario: Scenario, arn: string): Scenario {
  if (scenario.identities.some((identity) => identity.arn === arn)) return scenario;
  return { ...scenario, identities: [...scenario.identities, { arn }] };
}

/** Changes an identity; with a new ARN its texts get the ids that belong to it. An ARN that another identity has is not taken. */
export function withIdentityChanged(
  scenario: Scenario,
  arn: string,
  change: Partial<ScenarioIdentity>,
): Scenario {
  const taken = change.arn !== arn && scenario.identities.some((identity) => identity.arn === change.arn);
  const { arn: wanted, ...facts } = change;
  const next = wanted === undefined || taken ? arn : wanted;
  return mapIdentityOf(scenario, arn, (identity) => ({
    ...mapIdentity(identity, (document) => ({ ...document, id: document.id.replace(arn, () => next) })),
    ...facts,
    arn: next,
  }));
}

export function withoutIdentity(scenario: Scenario, arn: string): Scenario {
  const identities = scenario.identities.filter((identity) => identity.arn !== arn);
  return identities.length === scenario.identities.length ? scenario : { ...scenario, identities };
}

/** Attaches an IAM policy, to a new identity if need be; a name that is taken gets a number. */
export function withIdentityPolicy(
  scenario: Scenario,
  arn: string,
  name: string,
  text = EMPTY_POLICY,
): { readonly scenario: Scenario; readonly id: TextId } {
  const complete = withIdentity(scenario, arn);
  const identity = complete.identities.find((each) => each.arn === arn);
  const free = freeName(name, new Set(identity?.policies?.map((policy) => policy.name)));
  const id = textIds.identityPolicy(arn, free);
  return {
    id,
    scenario: mapIdentityOf(complete, arn, (each) => ({
      ...each,
      policies: [...(each.policies ?? []), { name: free, document: { id, text } }],
    })),
  };
}

export function withoutIdentityPolicy(scenario: Scenario, arn: string, name: string): Scenario {
  return mapIdentityOf(scenario, arn, (identity) => {
    const policies = identity.policies?.filter((policy) => policy.name !== name);
    return policies?.length === identity.policies?.length ? identity : { ...identity, policies };
  });
}

/** Sets the permissions boundary of an identity, which is added if need be. An identity has at most one. */
export function withBoundary(
  scenario: Scenario,
  arn: string,
  name: string,
  text: string,
): { readonly scenario: Scenario; readonly id: TextId } {
  const complete = withIdentity(scenario, arn);
  const present = complete.identities.find((each) => each.arn === arn)?.permissionsBoundary;
  const id = present?.document.id ?? textIdIn(complete, textIds.boundary(arn));
  return {
    id,
    scenario: mapIdentityOf(complete, arn, (each) => ({
      ...each,
      permissionsBoundary: { name, document: { id, text } },
    })),
  };
}

/** Gives the boundary another name; its text stays. */
export function withBoundaryNamed(scenario: Scenario, arn: string, name: string): Scenario {
  return mapIdentityOf(scenario, arn, (each) =>
    each.permissionsBoundary === undefined
      ? each
      : { ...each, permissionsBoundary: { ...each.permissionsBoundary, name } },
  );
}

export function withoutBoundary(scenario: Scenario, arn: string): Scenario {
  return mapIdentityOf(scenario, arn, (each) => withFields(each, { permissionsBoundary: undefined }));
}

function mapIdentityOf(
  scenario: Scenario,
  arn: string,
  change: (identity: ScenarioIdentity) => ScenarioIdentity,
): Scenario {
  const identities = withItem(scenario.identities, (identity) => identity.arn === arn, change);
  return identities.some((identity, index) => identity !== scenario.identities[index])
    ? { ...scenario, identities }
    : scenario;
}

/** Passes one more session policy with the request. */
export function withSessionPolicy(
  request: ScenarioRequest,
  text = EMPTY_POLICY,
): { readonly request: ScenarioRequest; readonly id: TextId } {
  const policies = request.session?.policies ?? [];
  const id = freeName('session/asked', new Set(policies.map((document) => document.id)), '/');
  const session = { ...request.session, policies: [...policies, { id, text }] };
  return { id, request: { ...request, session } };
}

/** Passes one session policy less; without any the request says nothing of them. */
export function withoutSessionPolicy(request: ScenarioRequest, id: TextId): ScenarioRequest {
  const policies = request.session?.policies?.filter((document) => document.id !== id);
  const session = withFields(
    { ...request.session },
    { policies: policies?.length === 0 ? undefined : policies },
  );
  return withFields(request, { session: Object.keys(session).length === 0 ? undefined : session });
}
