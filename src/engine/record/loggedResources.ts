import type { TracedCheck } from '../authorize/trace.ts';
import type { ActionInfo } from '../catalog/actions.ts';
import type { Json } from '../scenario/scenario.ts';
import type { KeyInWorld } from '../world/world.ts';
import { withoutResources } from './loggedOperations.data.ts';
import { newKeyArn } from './responseElements.ts';

/** What the record says the call was about. */
export interface Subject {
  readonly action: ActionInfo;
  readonly checks: readonly TracedCheck[];
  readonly account: string;
  readonly region: string;
  readonly succeeded: boolean;
}

/**
 * The keys and aliases of a call: both keys of a ReEncrypt, alias and key of an alias operation, the new key of a CreateKey.
 * CloudTrail calls an alias `AWS::KMS::Key` as well (DG:ct-createalias).
 */
export function loggedResources(subject: Subject): Json | undefined {
  const { action, account, region, succeeded } = subject;
  if (action.name === 'kms:CreateKey')
    return succeeded ? [resource(account, newKeyArn(account, region))] : undefined;
  if (withoutResources.has(action.name)) return undefined;
  if (action.authorizedOn === 'none') return [];
  const all = keysOf(subject);
  // The replica that becomes primary has an event of its own, in its Region.
  const keys = (action.name === 'kms:UpdatePrimaryRegion' ? all.slice(0, 1) : all).map((key) =>
    resource(key.account, key.arn),
  );
  const aliases = subject.checks.flatMap(({ check }) =>
    check.target.kind === 'alias' ? [resource(check.resourceAccount ?? account, check.resource)] : [],
  );
  return action.name === 'kms:CreateAlias' ? [...keys, ...aliases] : [...aliases, ...keys];
}

/** The keys of the checks, each once. */
export function keysOf({ checks }: Pick<Subject, 'checks'>): readonly KeyInWorld[] {
  return [...new Set(checks.flatMap(({ check }) => (check.target.kind === 'key' ? [check.target.key] : [])))];
}

function resource(accountId: string, arn: string): Json {
  return { accountId, type: 'AWS::KMS::Key', ARN: arn };
}
