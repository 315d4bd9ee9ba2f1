import type { Scenario, ScenarioRequest, ScenarioResource, VpcEndpoint } from '#engine/scenario/scenario.ts';
import type { Reply } from '#engine/study.ts';
import { isAccountId, splitArn } from '#engine/vocabulary/arn.ts';
import { keyName } from './keys.view.ts';
import type { Choice } from './keyFacts.ts';
import { policyRow } from './policyRow.ts';
import type { PolicyRow } from './policyRow.ts';

/** A VPC endpoint as its card shows it. */
export interface EndpointCard {
  readonly id: string;
  readonly vpc: string;
  /** "VPC endpoint in vpc-11223344". */
  readonly kind: string;
  /** Null where AWS's default counts, which allows everything. */
  readonly policy: PolicyRow | null;
  /** Whether the request being asked comes through it. */
  readonly isAsked: boolean;
}

const SOURCE_ENDPOINT = 'aws:SourceVpce';

export function endpointCards(
  { vpcEndpoints }: Scenario,
  request: ScenarioRequest,
  study: Reply | null,
): readonly EndpointCard[] {
  return vpcEndpoints.map(({ id, vpc = '', policy }: VpcEndpoint) => ({
    id,
    vpc,
    kind: vpc === '' ? 'VPC endpoint' : `VPC endpoint in ${vpc}`,
    policy: policy === undefined ? null : policyRow('Endpoint policy', policy, study),
    isAsked: request.context?.[SOURCE_ENDPOINT] === id,
  }));
}

/** The request, coming through an endpoint; null: through none. */
export function throughEndpoint(request: ScenarioRequest, id: string | null): ScenarioRequest {
  const { name: _name, expect: _expect, context = {}, ...rest } = request;
  const { [SOURCE_ENDPOINT]: _before, ...others } = context;
  const next = id === null ? others : { ...others, [SOURCE_ENDPOINT]: id };
  return Object.keys(next).length === 0 ? rest : { ...rest, context: next };
}

/** A resource of another service as its card shows it. */
export interface ResourceCard {
  readonly arn: string;
  /** "Amazon S3 resource": the service in the ARN. */
  readonly kind: string;
  readonly account: string;
  readonly policy: PolicyRow | null;
  readonly kmsKey: string;
  readonly bucketKey: boolean;
  readonly isS3: boolean;
  /** "encrypted under alias/orders, with a Bucket Key": what the closed details hold. */
  readonly details: string;
}

export function resourceCards(scenario: Scenario, study: Reply | null): readonly ResourceCard[] {
  return scenario.resources.map((resource) => resourceCard(resource, scenario, study));
}

function resourceCard(resource: ScenarioResource, scenario: Scenario, study: Reply | null): ResourceCard {
  const { arn, account = '', policy, encryption } = resource;
  const service = splitArn(arn)?.service ?? '';
  const isS3 = service === 's3';
  const title = isS3 ? 'Bucket policy' : 'Resource policy';
  const encrypted = encryptionWords(resource, scenario);
  return {
    arn,
    kind: isS3 ? 'Amazon S3' : service,
    account,
    policy: policy === undefined ? null : policyRow(title, policy, study),
    kmsKey: encryption?.kmsKey ?? '',
    bucketKey: encryption?.bucketKey === true,
    isS3,
    details: account === '' ? encrypted : `in ${account}, ${encrypted}`,
  };
}

function encryptionWords({ encryption }: ScenarioResource, scenario: Scenario): string {
  if (encryption === undefined) return 'not encrypted under a KMS key';
  const key = scenario.keys.find((each) => each.arn === encryption.kmsKey);
  const under = key === undefined ? encryption.kmsKey : keyName(scenario, key.policy.id);
  return `encrypted under ${under}${encryption.bucketKey === true ? ', with a Bucket Key' : ''}`;
}

/** The id of the choice that means no KMS key. */
export const NO_KEY = 'none';

/** The keys a resource can be encrypted under: those of the scenario, and the one it has. */
export function encryptionChoices(scenario: Scenario, present: string): readonly Choice[] {
  const known = scenario.keys.map((key) => ({
    id: key.arn,
    text: keyName(scenario, key.policy.id),
    secondary: key.arn,
  }));
  const isOther = present !== '' && known.every(({ id }) => id !== present);
  return [
    { id: NO_KEY, text: 'No KMS key' },
    ...known,
    ...(isOther ? [{ id: present, text: present, secondary: 'no key of this scenario' }] : []),
  ];
}

/** What is wrong with the id of an endpoint among others, or null. */
export function endpointIdProblem(id: string, others: readonly string[]): string | null {
  if (others.includes(id)) return `${id} is here already.`;
  if (/^vpce-([0-9a-f]{8}|[0-9a-f]{17})$/.test(id)) return null;
  return 'A VPC endpoint id is vpce- and 8 or 17 hexadecimal digits, such as vpce-1a2b3c4d.';
}

/** What is wrong with the id of a VPC, or null. */
export function vpcIdProblem(id: string): string | null {
  if (id === '' || /^vpc-([0-9a-f]{8}|[0-9a-f]{17})$/.test(id)) return null;
  return 'A VPC id is vpc- and 8 or 17 hexadecimal digits, such as vpc-11223344.';
}

/** What is wrong with the ARN of a resource among others, or null. */
export function resourceArnProblem(text: string, others: readonly string[]): string | null {
  if (others.includes(text)) return 'This resource is here already.';
  const arn = splitArn(text);
  if (arn?.service === 'kms') return 'KMS keys have tabs of their own here: Key policy, Grants and Key.';
  const isArn = arn !== undefined && arn.partition !== '' && arn.service !== '' && arn.resource !== '';
  return isArn
    ? null
    : 'A resource has an ARN, such as arn:aws:s3:::example-bucket/* for the objects of a bucket.';
}

/** What is wrong with the account a resource is said to be in, or null. */
export function ownerProblem(text: string): string | null {
  return text === '' || isAccountId(text) ? null : 'An account id has 12 digits, such as 111122223333.';
}
