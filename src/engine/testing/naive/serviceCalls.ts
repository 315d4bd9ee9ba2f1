import { findNaiveAction } from './actions.ts';
import { naiveService } from './caller.ts';
import { type Asked, type NaiveCheck, onKey, through } from './check.ts';
import { arnField } from './glob.ts';
import { resolved } from './namedKeys.ts';
import { type JsonObject, type PlainRequest, type PlainResource, textOf } from './plain.ts';

/** One row of the spec's table of services (KMS-204), as far as tests ask it. */
interface Service {
  /** As in `kms:ViaService`. */
  readonly via: string;
  /** Calls with its own service principal. */
  readonly asItself?: true;
  /** Operations of KMS for an action, by its parameters. */
  readonly asks: (action: string, parameters: JsonObject) => readonly string[];
  /** The encryption context. */
  readonly pairs: (arn: string, resource: PlainResource, parameters: JsonObject) => JsonObject;
}

const byAction =
  (table: Readonly<Record<string, readonly string[]>>): Service['asks'] =>
  (action) =>
    table[action] ?? [];

const services: Readonly<Record<string, Service>> = {
  s3: {
    via: 's3',
    asks: (action, { UploadId }) => {
      if (action === 's3:GetObject') return ['Decrypt'];
      if (action !== 's3:PutObject') return [];
      return UploadId === undefined ? ['GenerateDataKey'] : ['GenerateDataKey', 'Decrypt'];
    },
    // With a Bucket Key the bucket's ARN stands for the object's.
    pairs: (arn, { encryption }, { SSEKMSEncryptionContext }) => ({
      ...ownPairs(textOf(SSEKMSEncryptionContext)),
      'aws:s3:arn': encryption?.bucketKey === true ? arn.slice(0, arn.indexOf('/')) : arn,
    }),
  },
  sqs: {
    via: 'sqs',
    asks: byAction({ 'sqs:SendMessage': ['GenerateDataKey', 'Decrypt'] }),
    pairs: (arn) => ({ 'aws:sqs:arn': arn }),
  },
  // What comes later under the grant is no part of the request (KMS-200).
  ec2: {
    via: 'ec2',
    asks: byAction({ 'ec2:AttachVolume': ['CreateGrant'] }),
    pairs: (arn) => ({ 'aws:ebs:id': arn.slice(arn.indexOf('/') + 1) }),
  },
  logs: {
    via: 'logs',
    asItself: true,
    asks: byAction({ 'logs:PutLogEvents': ['GenerateDataKey'] }),
    pairs: (arn) => ({ 'aws:logs:arn': arn.replace(/:\*$/, '') }),
  },
};

function ownPairs(header: string | undefined): JsonObject {
  return header === undefined ? {} : JSON.parse(Buffer.from(header, 'base64').toString('utf8'));
}

/** What a service asks of KMS for a request that touches an encrypted resource (KMS-204, KMS-205). */
export function callsOfService(
  asked: Asked,
  arn: string,
  resource: PlainResource,
): readonly NaiveCheck[] | 'notFound' {
  const { request, caller } = asked;
  const { action, parameters = {} } = request;
  const service = services[action.slice(0, action.indexOf(':'))];
  const names = service?.asks(action, parameters) ?? [];
  const decrypt = findNaiveAction('kms:Decrypt');
  if (service === undefined || decrypt === undefined || names.length === 0) return [];
  const key = resolved(resource.encryption?.kmsKey ?? '', asked, decrypt, true);
  if (key === undefined) return 'notFound';
  const region = arnField(arn, 3) === '' ? arnField(key.arn, 3) : arnField(arn, 3);
  const asItself = service.asItself === true || caller.kind === 'service';
  const pairs = service.pairs(arn, resource, parameters);
  return names.map((name) => {
    const made: PlainRequest = {
      principal: asItself && caller.kind !== 'service' ? `logs.${region}.amazonaws.com` : request.principal,
      action: `kms:${name}`,
      parameters: name === 'CreateGrant' ? grantOfEc2(arn, parameters, pairs) : { EncryptionContext: pairs },
      context: handedOn(request, asItself),
      ...(asItself ? {} : { viaService: `${service.via}.${region}.amazonaws.com` }),
      ...(asItself || request.session === undefined ? {} : { session: request.session }),
    };
    const maker = asItself ? naiveService(made.principal) : caller;
    return onKey({ ...through(asked, made), caller: maker }, made.action, key, undefined);
  });
}

/** The instance's session is the grantee, for its volume (KMS-204). */
function grantOfEc2(arn: string, { InstanceId }: JsonObject, pairs: JsonObject): JsonObject {
  const instance = textOf(InstanceId) ?? '<InstanceId>';
  const account = arnField(arn, 4);
  return {
    GranteePrincipal: `arn:${arnField(arn, 1)}:sts::${account}:assumed-role/aws:ec2-infrastructure/${instance}`,
    Operations: ['Decrypt'],
    Constraints: { EncryptionContextSubset: pairs },
  };
}

const source = ['aws:sourcearn', 'aws:sourceaccount', 'aws:sourceorgid', 'aws:sourceorgpaths'];
const ofFirstRequest = /^aws:(resource|requesttag\/|tagkeys|requestedregion|calledvia)/;

/**
 * What the request says about its context that also holds for KMS: facts about the caller, and `kms:` keys; nothing about the
 * first resource or the service itself. Of a call that a service makes as itself, the keys that only services send (KMS-186).
 */
function handedOn({ context = {}, action }: PlainRequest, asItself: boolean): JsonObject {
  const service = action.slice(0, action.indexOf(':') + 1);
  const holds = (name: string): boolean => {
    if (name.startsWith('kms:')) return true;
    return asItself ? source.includes(name) : !ofFirstRequest.test(name) && !name.startsWith(service);
  };
  return Object.fromEntries(Object.entries(context).filter(([name]) => holds(name.toLowerCase())));
}
