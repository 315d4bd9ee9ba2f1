import type { RecognizedOrganizationPolicy, RecognizedPolicy } from '#engine/scenario/recognize.ts';
import type { OrganizationPolicy, Scenario } from '#engine/scenario/scenario.ts';
import type { TextId } from '#engine/source/span.ts';
import { accountOf } from '#engine/vocabulary/arn.ts';
import type { WorkspaceState } from './app.ts';
import { EXAMPLE_ACCOUNT, shownKeyIndex } from './keyEdits.ts';
import {
  FULL_ACCESS_NAME,
  type OrganizationPolicyType,
  usualTarget,
  withOrganizationPolicy,
} from './organizationEdits.ts';
import {
  already,
  inWords,
  NOTHING_ELSE,
  ONE_CLICK,
  type Origin,
  type Placing,
  policyName,
  readingNotes,
} from './placed.ts';
import { FULL_AWS_ACCESS } from './policyTexts.ts';
import { withText } from './scenarioEdits.ts';
import { replaced } from './workspace.ts';

const SHORT: Readonly<Record<OrganizationPolicyType, string>> = {
  SERVICE_CONTROL_POLICY: 'Service control policy',
  RESOURCE_CONTROL_POLICY: 'Resource control policy',
};

const TURNED_ON = `\`${FULL_ACCESS_NAME}\` was attached at every level, as AWS does when SCPs are turned on.`;

/** A policy document as an SCP or RCP of the account it bears on: the caller's, or the key's. */
export function placeOrganizationPolicy(
  state: WorkspaceState,
  policy: RecognizedPolicy,
  { name }: Origin,
): Placing {
  const type: OrganizationPolicyType =
    policy.kind === 'resourceControlPolicy' ? 'RESOURCE_CONTROL_POLICY' : 'SERVICE_CONTROL_POLICY';
  const { scenario, request } = state;
  const waiting = scenario.organizationPolicies.filter((each) => each.type === type && isWaiting(each));
  const [only] = waiting;
  const placed =
    only !== undefined && waiting.length === 1
      ? {
          scenario: withText(scenario, only.document.id, policy.text),
          id: only.document.id,
          turnedOn: false,
        }
      : withOrganizationPolicy(scenario, {
          type,
          name: policy.name ?? policyName(name),
          targets: [target(state, type)],
          text: policy.text,
        });
  return {
    placed: true,
    step: replaced(state, placed.scenario, request),
    done: `${SHORT[type]} attached to ${inWords(targetsOf(placed.scenario, placed.id))}`,
    more: [...readingNotes(policy), ...(placed.turnedOn ? [TURNED_ON] : [])],
    count: { id: placed.id, noun: 'statement' },
    askAnew: false,
    show: { tab: 'organization', document: placed.id },
    ...(policy.otherwise && { otherwise: policy.otherwise }),
  };
}

/** The output of `describe-policy` and `list-policies-for-target`: policies by their names, with or without their documents. */
export function placeOrganizationPolicies(
  state: WorkspaceState,
  policies: readonly RecognizedOrganizationPolicy[],
): Placing {
  let { scenario } = state;
  let turnedOn = false;
  let replaces = false;
  for (const { type, name, text = known(name) } of policies.filter(isSayable)) {
    const present = scenario.organizationPolicies.find((each) => each.type === type && each.name === name);
    if (present === undefined) {
      const added = withOrganizationPolicy(scenario, { type, name, text, targets: [target(state, type)] });
      scenario = added.scenario;
      turnedOn ||= added.turnedOn && policies.length === 1;
    } else if (text !== '' && present.document.text !== text) {
      replaces ||= !isWaiting(present);
      scenario = withText(scenario, present.document.id, text);
    }
  }
  const place = shown(scenario, policies);
  if (scenario === state.scenario) return already(doneWords(state, scenario, policies), place.show);
  return {
    ...NOTHING_ELSE,
    placed: true,
    step: replaced(state, scenario, state.request),
    done: doneWords(state, scenario, policies),
    more: [
      ...missingWords(scenario, policies),
      ...(turnedOn ? [TURNED_ON] : []),
      ...(replaces ? [ONE_CLICK] : []),
    ],
    ...place,
  };
}

/** RCPFullAWSAccess is always there and nothing to write down. */
function isSayable({ name, type }: RecognizedOrganizationPolicy): boolean {
  return type !== 'RESOURCE_CONTROL_POLICY' || name !== 'RCPFullAWSAccess';
}

function known(name: string): string {
  return name === FULL_ACCESS_NAME ? FULL_AWS_ACCESS : '';
}

function doneWords(
  state: WorkspaceState,
  after: Scenario,
  policies: readonly RecognizedOrganizationPolicy[],
): string {
  const said = policies.filter(isSayable);
  const [first] = said;
  if (first === undefined) return '`RCPFullAWSAccess` always applies: there is nothing to add';
  if (after === state.scenario) return 'These organization policies are here already';
  const places = targetsOf(after, find(after, first)?.document.id);
  const what = said.length === 1 ? SHORT[first.type] : 'Organization policies';
  return `${what} ${inWords(said.map(({ name }) => name))} attached to ${inWords(places)}`;
}

function missingWords(
  scenario: Scenario,
  policies: readonly RecognizedOrganizationPolicy[],
): readonly string[] {
  const missing = policies.filter((policy) => {
    const found = find(scenario, policy);
    return found !== undefined && isWaiting(found);
  });
  if (missing.length === 0) return [];
  const names = inWords(missing.map(({ name }) => name));
  const [it, they] = missing.length === 1 ? ['it', 'it is'] : ['them', 'they are'];
  return [
    `The output only names ${names}: paste the output of \`describe-policy\` for ${it}, until then answers leave ${it} out. Where ${they} attached is not in it either: check the targets.`,
  ];
}

function shown(scenario: Scenario, policies: readonly RecognizedOrganizationPolicy[]) {
  const [only] = policies;
  const id = policies.length === 1 && only !== undefined ? find(scenario, only)?.document.id : undefined;
  const tab = 'organization' as const;
  return id === undefined
    ? { show: { tab } }
    : { show: { tab, document: id }, count: { id, noun: 'statement' } };
}

function find(
  { organizationPolicies }: Scenario,
  { type, name }: RecognizedOrganizationPolicy,
): OrganizationPolicy | undefined {
  return organizationPolicies.find((policy) => policy.type === type && policy.name === name);
}

function isWaiting({ document }: OrganizationPolicy): boolean {
  return document.text.trim() === '';
}

function targetsOf({ organizationPolicies }: Scenario, id: TextId | undefined): readonly string[] {
  return organizationPolicies.find(({ document }) => document.id === id)?.targets ?? [];
}

/** SCPs bear on the caller's account, RCPs on the key's. */
function target(state: WorkspaceState, type: OrganizationPolicyType): string {
  const { scenario, request, shownKey } = state;
  const ofKey = accountOf(scenario.keys[shownKeyIndex(scenario, shownKey)]?.arn ?? '');
  const ofCaller = accountOf(request.principal);
  const account = (type === 'SERVICE_CONTROL_POLICY' ? ofCaller : undefined) ?? ofKey ?? EXAMPLE_ACCOUNT;
  return usualTarget(scenario, account);
}
