import type { TracedCheck } from '../authorize/trace.ts';
import { allPolicies, applying } from '../authorize/trace.ts';
import { nearStatements } from '../explain/nearMiss.ts';
import type { Phrase } from '../explain/phrase.ts';
import { code, inPolicy, list, statementName, strong } from '../explain/words.ts';
import type { ScenarioRequest } from '../scenario/scenario.ts';
import type { Blocker, BlockingLayer } from './blockers.ts';
import { isHidden } from './denialText.ts';
import { SESSION_NAME } from './callerArn.ts';

const layerNames: Readonly<Record<BlockingLayer, string>> = {
  scp: 'the SCPs',
  rcp: 'the RCPs',
  endpoint: 'the endpoint policy',
  resource: 'the key policy',
  identity: "the caller's IAM policies",
  boundary: 'the permissions boundary',
  session: 'the session policy',
};

export interface Denial {
  readonly traced: TracedCheck;
  readonly request: ScenarioRequest;
  readonly blockers: readonly Blocker[];
  /** Further permissions of the same call that are refused. */
  readonly otherActions: readonly string[];
}

/** What the text of a denial does not tell, as sentences (KMS-255). */
export function leftOut(denial: Denial): readonly Phrase[] {
  return [
    ...hiddenReason(denial),
    ...otherLayers(denial),
    ...denyStatements(denial),
    ...nearMisses(denial),
    ...unsupplied(denial),
    ...otherPermissions(denial),
    ...aroundTheCall(denial),
  ];
}

function hiddenReason({ traced, blockers }: Denial): readonly Phrase[] {
  const [first] = blockers;
  if (!isHidden(traced, first)) return [];
  const which =
    first?.explicit === true ? 'a Deny statement of the key policy' : 'a missing Allow in the key policy';
  return [['Which of the three reasons it is. Here it is ', which, '.']];
}

function otherLayers({ blockers, traced }: Denial): readonly Phrase[] {
  const others = blockers.slice(1);
  if (others.length === 0) return [];
  const named = others.map(({ layer, explicit }): string => {
    const name =
      layer === 'resource' && traced.check.target.kind === 'resource'
        ? "the resource's policy"
        : layerNames[layer];
    return `${name} (${explicit ? 'a Deny statement' : 'no Allow'})`;
  });
  return [
    ['Layers that refuse it as well: ', ...list(named, 6), '.'],
    [
      'Which of several layers it names: AWS does not document the choice, so the text may be about another of them.',
    ],
  ];
}

function denyStatements({ traced, blockers }: Denial): readonly Phrase[] {
  if (blockers[0]?.explicit !== true) return [];
  const denies = applying(allPolicies(traced), 'Deny');
  const names = denies.flatMap(({ plan }): Phrase[] => [
    [strong(statementName(plan.statement)), ' ', ...inPolicy(plan.policy.type, plan.policy.name)],
  ]);
  const shown = names.slice(0, 3).flatMap((name, index): Phrase => (index === 0 ? name : [', ', ...name]));
  return [
    ['The statement: ', ...shown, names.length > 3 ? ` and ${String(names.length - 3)} more.` : '.'],
    [
      'AWS is adding the ARN of the policy for IAM and organization policies within an account or organization; the statement stays unnamed.',
    ],
  ];
}

function nearMisses({ traced, blockers }: Denial): readonly Phrase[] {
  if (blockers[0]?.explicit !== false) return [];
  const near = nearStatements(allPolicies(traced)).slice(0, 3);
  if (near.length === 0) return [];
  const names = near.map(({ plan }) => strong(statementName(plan.statement)));
  return [
    [...list(names), near.length === 1 ? ' allows' : ' allow', ' this but for a condition that was not met.'],
  ];
}

function unsupplied({ traced, blockers }: Denial): readonly Phrase[] {
  const { identity } = traced.layers;
  if (identity?.supplied !== false || !blockers.some(({ layer }) => layer === 'identity')) return [];
  return [["Whether AWS would say this at all: the caller's IAM policies are not in this scenario."]];
}

function otherPermissions({ otherActions }: Denial): readonly Phrase[] {
  if (otherActions.length === 0) return [];
  return [
    ['That the call is refused for ', ...list(otherActions.map((action) => code(action))), ' as well.'],
  ];
}

function aroundTheCall({ traced, request }: Denial): readonly Phrase[] {
  const { caller } = traced.check;
  return [
    ...(request.viaService === undefined
      ? []
      : [['The service that made the call may show an error of its own around or instead of this text.']]),
    ...(caller.kind === 'roleSession' && caller.sessionName === undefined
      ? [['AWS puts the name of the session where ', code(SESSION_NAME), ' stands.']]
      : []),
  ];
}
