import { applying, allPolicies } from '../authorize/trace.ts';
import { blockersOf, type Blocker } from '../explain/blockers.ts';
import { nearGrants } from '../explain/nearMiss.ts';
import { nearOptions } from './conditionOptions.ts';
import { denyOptions } from './denyOptions.ts';
import { grantOptions } from './grantOptions.ts';
import { resourcePolicyOptions } from './resourceSideOptions.ts';
import type { Option, OptionFacts } from './option.ts';
import { identityOptions, limitOptions } from './ownSideOptions.ts';
import { scpOptions } from './scpOptions.ts';
import { pair } from './requestOptions.ts';
import { encryptionContextParameter } from '../request/prepare.ts';

/** Options that belong together: one plan, carried out as a whole. */
export type Plan = readonly Option[];

/**
 * What has to change before a check is allowed: one plan of each list. Empty lists are obstacles that no edit removes.
 */
export function obstacles(facts: OptionFacts): readonly (readonly Plan[])[] {
  const { traced } = facts;
  const blockers = blockersOf(traced);
  const ways = blockers.filter(({ layer }) => isWay(layer));
  const denies = applying(allPolicies(traced), 'Deny');
  return [
    ...(ways.length === 0 ? [] : [waysToAllow(ways, facts)]),
    ...blockers.filter(({ layer }) => !isWay(layer)).map((blocker) => single(limits(blocker, facts))),
    ...denies.map((statement) => single(denyOptions(statement, facts))),
  ];
}

const isWay = (layer: Blocker['layer']): boolean =>
  layer === 'resource' || layer === 'identity' || layer === 'bar' || layer === 'grant';

function single(options: readonly Option[]): readonly Plan[] {
  return options.map((one) => [one]);
}

/** Every way that could be opened: the missing half or halves, a grant, or the request as a condition wants it. */
function waysToAllow(ways: readonly Blocker[], facts: OptionFacts): readonly Plan[] {
  const layers = new Set(ways.map(({ layer }) => layer));
  if (layers.has('bar') || layers.has('grant')) return [];
  const { traced } = facts;
  const onKey = traced.check.target.kind === 'key';
  const resource = [
    ...nearOptions([...traced.keyPolicy, ...traced.resourcePolicy], facts),
    ...resourcePolicyOptions(facts),
  ];
  const identity = [...nearOptions(traced.identity, facts), ...identityOptions(facts)];
  const granted = single([...constraintOptions(facts), ...grantOptions(facts)]);
  if (!layers.has('identity')) return [...single(resource), ...granted];
  // Where the key policy leaves it to IAM policies, naming the caller there is an alternative.
  if (!layers.has('resource')) return [...single(identity), ...(onKey ? single(resource) : []), ...granted];
  const halves = resource
    .slice(0, 4)
    .flatMap((one) => identity.slice(0, 4).map((other): Plan => [one, other]));
  return [...halves, ...granted];
}

/** The request with the pairs that the constraint of a grant wants. */
function constraintOptions(facts: OptionFacts): readonly Option[] {
  const { check } = facts.traced;
  if (check.action === 'kms:CreateGrant') return [];
  const parameter = encryptionContextParameter(check.action);
  return nearGrants(facts.traced)
    .slice(0, 2)
    .flatMap(({ grant }): readonly Option[] => {
      const pairs = [...((grant.equals ?? grant.subset)?.pairs ?? [])];
      const missing = pairs.filter(([name, value]) => check.grantFacts.encryptionContext.get(name) !== value);
      if (missing.length === 0) return [];
      const said = missing.map(([name, value]) => pair(parameter, name, value));
      return [
        {
          kind: 'request',
          edits: said.map(({ edit }) => edit),
          text: said.flatMap(({ text }, index) => (index === 0 ? text : [' and ', ...text])),
          weight: said.length,
        },
      ];
    });
}

function limits(blocker: Blocker, facts: OptionFacts): readonly Option[] {
  const { traced } = facts;
  switch (blocker.layer) {
    case 'boundary':
      return limitOptions(traced.boundary, facts);
    case 'session':
      return limitOptions(traced.session, facts);
    case 'scp':
      return scpOptions(blocker.target, facts);
    case 'endpoint':
      return limitOptions(traced.endpoint, facts);
    default:
      return [];
  }
}
