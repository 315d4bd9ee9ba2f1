import { decide, ownSide } from '#engine/authorize/decide.ts';
import { MatchClass } from '#engine/authorize/principalMatch.ts';
import { applying } from '#engine/authorize/trace.ts';
import { matchGrant } from '#engine/grants/matchGrant.ts';
import { callerAccount } from '#engine/request/caller.ts';
import type { Phrase } from '../phrase.ts';
import { code, shortCaller, statementName, strong } from '../words.ts';
import type { OpenPoint, PointFacts } from './openPoint.ts';

/** Points about what limits the caller: permissions boundary, session policy, RCPs where there is no resource. */
export function limitPoints(facts: PointFacts): readonly OpenPoint[] {
  return [
    ...limitedGrant(facts),
    ...limitedStar(facts),
    ...withoutSessionPolicy(facts),
    ...resourcelessRcp(facts),
  ];
}

/** Whether boundary and session policy, as far as they are there, do not allow: only then does it matter whom they limit. */
function isLimited({ traced: { check, layers, outcome } }: PointFacts): boolean {
  return ownSide(check, layers, outcome.says).limits === 'false';
}

const settled = ({ traced }: PointFacts): boolean =>
  traced.outcome.deny === 'true' || traced.outcome.bar !== undefined;

/** Grants and limits (U-02): one that names the role is limited, one that names user or session is not. */
function limitedGrant(facts: PointFacts): readonly OpenPoint[] {
  const { check } = facts.traced;
  if (
    check.target.kind !== 'key' ||
    check.action === 'kms:RetireGrant' ||
    settled(facts) ||
    !isLimited(facts)
  )
    return [];
  const fitting = check.target.key.grants.map((grant) => ({ grant, fit: matchGrant(grant, check) }));
  const applied = fitting.find(
    ({ fit }) => fit.applies === 'true' && (fit.grantee & MatchClass.account) === 0,
  );
  if (applied === undefined) return [];
  const byRole = (applied.fit.grantee & (MatchClass.role | MatchClass.userOfFederated)) !== 0;
  const { grant } = applied.grant;
  const text: Phrase = [
    'AWS does not say whether a permissions boundary or a session policy limits a grant; grant ',
    strong(grant.name ?? grant.id),
    byRole
      ? ' names the role and is taken to be limited by them.'
      : ' names the caller itself and is taken not to be limited by them.',
  ];
  return [{ rule: 'U-02', text }];
}

/** An Allow for everyone in the caller's own account is not limited (U-02, IAM-131). */
function limitedStar(facts: PointFacts): readonly OpenPoint[] {
  const { check, keyPolicy, resourcePolicy } = facts.traced;
  if (settled(facts) || !isLimited(facts) || callerAccount(check.caller) !== check.resourceAccount) return [];
  const star = applying([...keyPolicy, ...resourcePolicy], 'Allow').find(
    ({ classes }) => (classes & MatchClass.any) !== 0,
  );
  if (star === undefined) return [];
  const text: Phrase = [
    'AWS does not say whether a permissions boundary or a session policy limits an Allow for everyone; ',
    strong(statementName(star.plan.statement)),
    ' is taken not to be limited by them.',
  ];
  return [{ rule: 'U-02', text }];
}

/** A federated user without a session policy (IAM-129): a point where one that allows would have changed the decision. */
function withoutSessionPolicy(facts: PointFacts): readonly OpenPoint[] {
  const { check, layers, outcome } = facts.traced;
  if (check.caller.kind !== 'federatedUser' || layers.session !== undefined || settled(facts)) return [];
  const asUser = { ...check, caller: { ...check.caller, kind: 'user', id: undefined } } as const;
  if (outcome.decision === 'allowed' || decide(asUser, layers).decision !== 'allowed') return [];
  const text: Phrase = [
    "AWS's pages disagree on what a federated user may do without a session policy; ",
    code(shortCaller(check.caller)),
    ' is taken to have only what a resource policy gives the session by name, or gives everyone.',
  ];
  return [{ rule: 'IAM-129', text }];
}

/** RCPs for actions that have no resource (IAM-125). */
function resourcelessRcp({ world, traced }: PointFacts): readonly OpenPoint[] {
  const { check, outcome } = traced;
  if (check.target.kind !== 'none' || outcome.decision !== 'allowed') return [];
  const account = callerAccount(check.caller);
  if (account === undefined) return [];
  const levels = [...(world.accounts.get(account)?.path ?? []), account];
  const attached = world.resourceControlPolicies.some(({ targets }) =>
    levels.some((level) => targets.has(level)),
  );
  if (!attached) return [];
  const text: Phrase = [
    "AWS's sentence about RCPs and actions without a resource, such as ",
    code(check.action),
    ", seems to lack a word; the RCPs of the caller's account are taken not to count.",
  ];
  return [{ rule: 'IAM-125', text }];
}
