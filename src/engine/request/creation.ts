import type { Check } from '../authorize/check.ts';
import { readIdentityArn } from '../vocabulary/identityArn.ts';
import type { KeyInWorld } from '../world/world.ts';
import { callerAccount } from './caller.ts';
import { own, textParameter } from './parameters.ts';
import { newThingCheck, partitionOf, regionOf, type RequestFacts, resourcelessCheck } from './prepare.ts';

/**
 * CreateKey, TagResource where the request carries tags, and for a multi-Region primary key the role by which KMS keeps its
 * replicas in step: from IAM policies alone, since no key exists yet (KMS-025, KMS-164).
 */
export function creationChecks(facts: RequestFacts): readonly Check[] {
  const region = regionOf(facts.world);
  const checks = creation(facts, region, undefined);
  const multiRegion = textParameter(facts.request.parameters ?? {}, 'MultiRegion') === 'true';
  return multiRegion ? [...checks, ...roleChecks(facts, region)] : checks;
}

/** What ReplicateKey needs in the replica's Region, where KMS creates a key with the primary's properties (KMS-162). */
export function replicationChecks(facts: RequestFacts, primary: KeyInWorld): readonly Check[] {
  const region = textParameter(facts.request.parameters ?? {}, 'ReplicaRegion') ?? regionOf(facts.world);
  return creation(facts, region, primary);
}

function creation(facts: RequestFacts, region: string, replicaOf: KeyInWorld | undefined): readonly Check[] {
  const create = resourcelessCheck(facts, 'kms:CreateKey', region, replicaOf);
  const tags = own(facts.request.parameters ?? {}, 'Tags');
  if (!Array.isArray(tags) || tags.length === 0) return [create];
  const account = callerAccount(facts.caller) ?? '';
  const id = replicaOf?.id ?? 'new-key';
  const arn = `arn:${partitionOf(facts)}:kms:${region}:${account}:key/${id}`;
  return [create, newThingCheck(facts, 'kms:TagResource', arn, account, region)];
}

const ROLE = 'AWSServiceRoleForKeyManagementServiceMultiRegionKeys';
const SERVICE = 'mrk.kms.amazonaws.com';

/** Where IAM answers, in each partition. */
const iamRegions: Readonly<Record<string, string>> = {
  'aws-cn': 'cn-north-1',
  'aws-us-gov': 'us-gov-west-1',
};

/** KMS creates the role with the caller's identity; a role that the scenario lists is there already. */
function roleChecks(facts: RequestFacts, region: string): readonly Check[] {
  const account = callerAccount(facts.caller) ?? '';
  const partition = partitionOf(facts);
  const exists = facts.world.scenario.identities.some(({ arn }) => {
    const role = readIdentityArn(arn);
    return (
      role?.kind === 'role' && role.partition === partition && role.account === account && role.name === ROLE
    );
  });
  if (exists) return [];
  const arn = `arn:${partition}:iam::${account}:role/aws-service-role/${SERVICE}/${ROLE}`;
  const request = {
    ...facts.request,
    viaService: `kms.${region}.amazonaws.com`,
    context: { ...facts.request.context, 'iam:AWSServiceName': SERVICE },
  };
  const iamRegion = iamRegions[partition] ?? 'us-east-1';
  const via = facts.request.viaService;
  const asKms = { ...facts, request, earlierServices: via === undefined ? [] : [via] };
  return [newThingCheck(asKms, 'iam:CreateServiceLinkedRole', arn, account, iamRegion)];
}
