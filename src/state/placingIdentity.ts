import type { RecognizedIdentity, RecognizedPolicy } from '#engine/scenario/recognize.ts';
import type { Scenario, ScenarioIdentity } from '#engine/scenario/scenario.ts';
import { accountOf } from '#engine/vocabulary/arn.ts';
import { readIdentityArn } from '#engine/vocabulary/identityArn.ts';
import type { WorkspaceState } from './app.ts';
import { identityBehind } from './firstQuestion.ts';
import {
  withBoundary,
  withIdentity,
  withIdentityChanged,
  withIdentityPolicy,
  withSessionPolicy,
} from './identityEdits.ts';
import { EXAMPLE_ACCOUNT } from './keyEdits.ts';
import { NOTHING_ELSE, ONE_CLICK, type Origin, type Placing, policyName, readingNotes } from './placed.ts';
import { FULL_AWS_ACCESS } from './policyTexts.ts';
import { replaced } from './workspace.ts';

/** An IAM policy is attached to whom it names, or else to the caller of the request. */
export function placeIdentityPolicy(
  state: WorkspaceState,
  policy: RecognizedPolicy,
  { name }: Origin,
): Placing {
  const { scenario: before, request } = state;
  const owner = ownerOf(state, policy);
  if (owner === null) return notAnIdentity(state, 'An IAM policy');
  const { arn, assumed } = owner;
  const isNew = before.identities.every((identity) => identity.arn !== arn);
  const called = policy.name ?? policyName(name);
  const { scenario: after, id } = withIdentityPolicy(before, arn, called, policy.text);
  return {
    placed: true,
    step: replaced(state, after, request),
    done: `IAM policy attached to ${shortName(arn)}${isNew ? ', which is new here' : ''}`,
    more: [...readingNotes(policy), ...assumed],
    count: { id, noun: 'statement' },
    askAnew: false,
    show: { tab: 'identities', document: id },
    ...(policy.otherwise && { otherwise: policy.otherwise }),
  };
}

/** A permissions boundary takes the place of the one the caller's identity has. */
export function placeBoundary(state: WorkspaceState, policy: RecognizedPolicy, { name }: Origin): Placing {
  const owner = ownerOf(state, policy);
  if (owner === null) return notAnIdentity(state, 'A permissions boundary');
  const present = identityOf(state.scenario, owner.arn)?.permissionsBoundary;
  const waits = present !== undefined && present.document.text.trim() === '';
  const called = waits ? present.name : (policy.name ?? policyName(name));
  const { scenario: after, id } = withBoundary(state.scenario, owner.arn, called, policy.text);
  return {
    placed: true,
    step: replaced(state, after, state.request),
    done: `Permissions boundary of ${shortName(owner.arn)} ${present === undefined ? 'set' : 'replaced'}`,
    more: [...readingNotes(policy), ...(present === undefined || waits ? [] : [ONE_CLICK])],
    count: { id, noun: 'statement' },
    askAnew: false,
    show: { tab: 'identities', document: id },
    ...(policy.otherwise && { otherwise: policy.otherwise }),
  };
}

/** Whether the caller's identity names a boundary whose document is still missing. */
export function boundaryWaits({ scenario, request }: WorkspaceState): boolean {
  const arn = identityBehind(request, scenario.identities);
  const boundary = arn === null ? undefined : identityOf(scenario, arn)?.permissionsBoundary;
  return boundary?.document.text.trim() === '';
}

/** A session policy is passed with the request. */
export function placeSessionPolicy(state: WorkspaceState, policy: RecognizedPolicy): Placing {
  const kind = readIdentityArn(state.request.principal)?.kind;
  if (kind !== 'session' && kind !== 'role' && kind !== 'federatedUser') {
    const because = `Session policies come with the session of a role or federated user, and \`${state.request.principal}\` is neither: choose such a caller, then add it.`;
    return { placed: false, because };
  }
  const { request, id } = withSessionPolicy(state.request, policy.text);
  return {
    placed: true,
    step: replaced(state, state.scenario, request),
    done: 'Session policy added to the request',
    more: readingNotes(policy),
    count: { id, noun: 'statement' },
    askAnew: false,
    show: { tab: 'identities', document: id },
    ...(policy.otherwise && { otherwise: policy.otherwise }),
  };
}

/** What `get-role` and its like say about an identity. Names are unique in an account, so another path is the same one moved. */
export function placeIdentity(state: WorkspaceState, found: RecognizedIdentity): Placing {
  const { arn, id, tags, boundary } = found;
  const { scenario: before } = state;
  const same = before.identities.find((identity) => nameOf(identity.arn) === nameOf(arn));
  const present = same === undefined ? withIdentity(before, arn) : before;
  const facts = { arn, ...(id !== undefined && { id }), ...(tags !== undefined && { tags }) };
  const known = withIdentityChanged(present, same?.arn ?? arn, facts);
  const bounded = boundary === undefined ? known : withNamedBoundary(known, arn, boundary);
  const waits = identityOf(bounded, arn)?.permissionsBoundary?.document.text.trim() === '';
  return {
    ...NOTHING_ELSE,
    placed: true,
    step: replaced(state, bounded, state.request),
    done: `${shortName(arn)} ${same === undefined ? 'added' : 'brought up to date'}`,
    more: waits
      ? [
          `Its permissions boundary \`${boundary ?? ''}\` is only named here: paste the output of \`get-policy-version\` for it, until then answers leave it out.`,
        ]
      : [],
    show: { tab: 'identities' },
  };
}

/** The boundary by its ARN: AWS's own AdministratorAccess is known, other documents have to be added. */
function withNamedBoundary(scenario: Scenario, arn: string, boundary: string): Scenario {
  const name = boundary.slice(boundary.lastIndexOf('/') + 1);
  if (identityOf(scenario, arn)?.permissionsBoundary?.name === name) return scenario;
  const isFull = boundary.endsWith('::aws:policy/AdministratorAccess');
  return withBoundary(scenario, arn, name, isFull ? FULL_AWS_ACCESS : '').scenario;
}

interface Owner {
  readonly arn: string;
  /** What was taken for granted, in sentences. */
  readonly assumed: readonly string[];
}

function ownerOf({ scenario, request }: WorkspaceState, { owner }: RecognizedPolicy): Owner | null {
  const caller = identityBehind(request, scenario.identities);
  if (owner === undefined) return caller === null ? null : { arn: caller, assumed: [] };
  const isMeant = (arn: string) => {
    const identity = readIdentityArn(arn);
    return identity?.kind === owner.kind && identity.name === owner.name;
  };
  const known = [...(caller === null ? [] : [caller]), ...scenario.identities.map(({ arn }) => arn)];
  const found = known.find(isMeant);
  if (found !== undefined) return { arn: found, assumed: [] };
  const account = accountOf(caller ?? '') ?? accountOf(scenario.keys[0]?.arn ?? '') ?? EXAMPLE_ACCOUNT;
  return {
    arn: `arn:aws:iam::${account}:${owner.kind}/${owner.name}`,
    assumed: [`The output does not say its account, so it is taken to be ${account}.`],
  };
}

function notAnIdentity({ request }: WorkspaceState, thing: string): Placing {
  const because = `${thing} belongs to a user or role, and \`${request.principal}\` is neither: choose a user or role as the caller, then add it.`;
  return { placed: false, because };
}

function identityOf({ identities }: Scenario, arn: string): ScenarioIdentity | undefined {
  return identities.find((identity) => identity.arn === arn);
}

function nameOf(arn: string): string {
  const identity = readIdentityArn(arn);
  return identity !== undefined && 'path' in identity
    ? `${identity.account}:${identity.kind}/${identity.name}`
    : arn;
}

/** `role/Reader` of the ARN of a user or role. */
function shortName(arn: string): string {
  const identity = readIdentityArn(arn);
  return identity !== undefined && 'path' in identity ? `${identity.kind}/${identity.name}` : arn;
}
