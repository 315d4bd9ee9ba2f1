import { asText, isList, isObject } from '#engine/request/parameters.ts';
import type { Json, KeyMetadata, Scenario, ScenarioKey, ScenarioRequest } from '#engine/scenario/scenario.ts';

export type PublishedEvent = Readonly<Record<string, Json>>;

/** A scenario in which everything is allowed, and the request that would have written the event. */
export function rebuilt(event: PublishedEvent): {
  readonly scenario: Scenario;
  readonly request: ScenarioRequest;
} {
  const request = requestOf(event);
  const keys = keysOf(event);
  const identity = `arn:aws:iam::${accountOf(event)}:user/Alice`;
  return {
    request,
    scenario: {
      accounts: [],
      organizationPolicies: [],
      keys,
      resources: [],
      identities: [identity, ...rolesOf(event)].map((arn) => ({
        arn,
        policies: [{ name: 'own', document: { id: `identity/${arn}/own`, text: everything } }],
      })),
      vpcEndpoints: [],
      requests: [request],
    },
  };
}

const everything = JSON.stringify({ Statement: [{ Effect: 'Allow', Action: '*', Resource: '*' }] });
const everyone = JSON.stringify({
  Statement: [{ Effect: 'Allow', Principal: '*', Action: '*', Resource: '*' }],
});

const text = (value: Json | undefined): string => asText(value) ?? '';
const member = (value: Json | undefined, name: string): Json | undefined =>
  isObject(value) && Object.hasOwn(value, name) ? value[name] : undefined;

function accountOf(event: PublishedEvent): string {
  return text(event['recipientAccountId']) || '111122223333';
}

function principalOf(event: PublishedEvent): string {
  const identity = event['userIdentity'];
  if (member(identity, 'type') === 'AWSService') return text(member(identity, 'invokedBy'));
  const arn = text(member(identity, 'arn'));
  // Some samples stand for a session without naming it.
  const isBare = arn.includes(':assumed-role/') && arn.split('/').length < 3;
  return isBare ? `${arn}/session` : arn || `arn:aws:sts::${accountOf(event)}:assumed-role/TestRole/session`;
}

function rolesOf(event: PublishedEvent): readonly string[] {
  const issuer = member(member(event['userIdentity'], 'sessionContext'), 'sessionIssuer');
  const arn = text(member(issuer, 'arn'));
  const [, account, role] = /^arn:aws:sts::(\d+):assumed-role\/([^/]+)/.exec(principalOf(event)) ?? [];
  const own = role === undefined ? [] : [`arn:aws:iam::${account ?? ''}:role/${role}`];
  return [...new Set([...(arn === '' ? [] : [arn]), ...own])];
}

function requestOf(event: PublishedEvent): ScenarioRequest {
  const identity = event['userIdentity'];
  const invokedBy = text(member(identity, 'invokedBy'));
  const mfa = member(member(member(identity, 'sessionContext'), 'attributes'), 'mfaAuthenticated');
  const parameters = parametersOf(event);
  const endpoint = text(event['vpcEndpointId']);
  return {
    principal: principalOf(event),
    action: `kms:${text(event['eventName'])}`,
    ...(Object.keys(parameters).length === 0 ? {} : { parameters }),
    context: {
      'aws:SourceIp': text(event['sourceIPAddress']),
      'aws:UserAgent': text(event['userAgent']),
      ...(endpoint === '' ? {} : { 'aws:SourceVpce': endpoint }),
    },
    ...(event['errorCode'] === 'IncorrectKeyException' ? { ciphertext: { key: anotherKey(event) } } : {}),
    ...(mfa === undefined ? {} : { session: { mfaAuthenticated: mfa === 'true' } }),
    ...(invokedBy === '' || member(identity, 'type') === 'AWSService' ? {} : { viaService: invokedBy }),
  };
}

/** The key of a ciphertext that does not fit the request. */
function anotherKey(event: PublishedEvent): string {
  return `arn:aws:kms:${text(event['awsRegion'])}:${accountOf(event)}:key/0987dcba-09fe-87dc-65ba-ab0987654321`;
}

function parametersOf(event: PublishedEvent): Readonly<Record<string, Json>> {
  const sent = event['requestParameters'];
  const grantId = member(event['additionalEventData'], 'grantId');
  const recipient = member(event['additionalEventData'], 'recipient');
  return {
    ...(isObject(sent) ? capitals(sent) : {}),
    // Samples that leave the ARN out leave it out everywhere.
    ...(member(sent, 'keyId') === '' ? { KeyId: keysOf(event)[0]?.arn ?? '' } : {}),
    ...(event['eventName'] === 'RetireGrant' && grantId !== undefined ? { GrantId: grantId } : {}),
    ...(event['eventName'] === 'CreateGrant' ? partiesOf(event) : {}),
    ...(recipient === undefined ? {} : { Recipient: { KeyEncryptionAlgorithm: 'RSAES_OAEP_SHA_256' } }),
  };
}

/** Samples stand for a grantee with words that KMS would not take. */
function partiesOf(event: PublishedEvent): Readonly<Record<string, Json>> {
  const sent = event['requestParameters'];
  const grantee = principalOf(event);
  return {
    GranteePrincipal: grantee,
    Operations: member(sent, 'operations') ?? ['Encrypt'],
    ...(member(sent, 'retiringPrincipal') === undefined ? {} : { RetiringPrincipal: grantee }),
  };
}

/** Names as the API writes them; those inside an encryption context are the user's. */
function capitals(value: { readonly [name: string]: Json }): { readonly [name: string]: Json } {
  return Object.fromEntries(
    Object.entries(value)
      .filter(([name]) => name !== 'overridePendingWindowCheck')
      .map(([name, inner]) => {
        const own = name === 'clusterId' ? 'CloudHsmClusterId' : name.charAt(0).toUpperCase() + name.slice(1);
        return [own, /EncryptionContext/.test(own) ? inner : capitalsOf(inner)] as const;
      }),
  );
}

function capitalsOf(value: Json): Json {
  if (isList(value)) return value.map((item) => capitalsOf(item));
  return isObject(value) ? capitals(value) : value;
}

function keysOf(event: PublishedEvent): readonly ScenarioKey[] {
  const resources = isList(event['resources']) ? event['resources'] : [];
  const arns = resources.map((one) => text(member(one, 'ARN')) || text(member(one, 'arn')));
  const named = arns.filter((arn) => arn.includes(':key/'));
  const fallback = `arn:aws:kms:${text(event['awsRegion'])}:${accountOf(event)}:key/${identifierOf(event)}`;
  if (event['errorCode'] === 'NotFoundException') return [];
  const keys = named.length === 0 ? [fallback] : named;
  if (event['errorCode'] === 'IncorrectKeyException') keys.push(anotherKey(event));
  const primaryRegion = text(member(event['requestParameters'], 'primaryRegion'));
  if (primaryRegion !== '') keys.push(inRegion(keys[0], primaryRegion));
  if (member(event['responseElements'], 'keyState') === 'PendingReplicaDeletion')
    keys.push(inRegion(keys[0], 'eu-west-1'));
  return keys.map((arn, index) => ({
    arn,
    metadata: metadataOf(event),
    aliases: index === 0 ? aliasesOf(event, arns) : [],
    policy: { id: index === 0 ? 'key' : `key:${arn}`, text: everyone },
    ...(index === 0 ? { grants: { id: 'grants', text: grantsOf(event) } } : {}),
  }));
}

/** The related key of another Region. */
function inRegion(arn: string | undefined, region: string): string {
  return arn?.replace(/^(arn:aws:kms:)[^:]+/, `$1${region}`) ?? '';
}

function identifierOf(event: PublishedEvent): string {
  const given = text(member(event['requestParameters'], 'keyId'));
  return given.slice(given.lastIndexOf('/') + 1) || '1234abcd-12ab-34cd-56ef-1234567890ab';
}

function aliasesOf(event: PublishedEvent, arns: readonly string[]): readonly string[] {
  const sent = event['requestParameters'];
  const named = [text(member(sent, 'keyId')), text(member(sent, 'aliasName'))];
  const fromArns = arns
    .filter((arn) => arn.includes(':alias/'))
    .map((arn) => arn.slice(arn.indexOf('alias/')));
  return event['eventName'] === 'CreateAlias'
    ? []
    : [...new Set([...named.filter((name) => name.startsWith('alias/')), ...fromArns])];
}

/** The grant that RetireGrant and RevokeGrant name, in the hands of whoever asks. */
function grantsOf(event: PublishedEvent): string {
  const id = member(event['additionalEventData'], 'grantId') ?? member(event['requestParameters'], 'grantId');
  if (id === undefined) return '[]';
  const who = principalOf(event);
  return JSON.stringify([
    { GrantId: id, GranteePrincipal: who, RetiringPrincipal: who, Operations: ['Decrypt'] },
  ]);
}

const usages: Readonly<Record<string, KeyMetadata>> = {
  Sign: { KeySpec: 'RSA_2048', KeyUsage: 'SIGN_VERIFY' },
  Verify: { KeySpec: 'RSA_2048', KeyUsage: 'SIGN_VERIFY' },
  GenerateMac: { KeySpec: 'HMAC_512', KeyUsage: 'GENERATE_VERIFY_MAC' },
  VerifyMac: { KeySpec: 'HMAC_384', KeyUsage: 'GENERATE_VERIFY_MAC' },
  GetParametersForImport: { Origin: 'EXTERNAL', KeyState: 'PendingImport' },
  ImportKeyMaterial: { Origin: 'EXTERNAL', KeyState: 'PendingImport' },
  CancelKeyDeletion: { KeyState: 'PendingDeletion' },
  EnableKey: { KeyState: 'Disabled' },
};

function metadataOf(event: PublishedEvent): KeyMetadata {
  const extra = event['additionalEventData'];
  const name = text(event['eventName']);
  const store = member(extra, 'customKeyStoreId');
  const multiRegion =
    name === 'ReplicateKey' || name === 'UpdatePrimaryRegion' || identifierOf(event).startsWith('mrk-');
  return {
    ...(Object.hasOwn(usages, name) ? usages[name] : {}),
    ...(event['errorCode'] === 'InvalidKeyUsageException' ? usages['Sign'] : {}),
    ...(event['errorCode'] === 'KMSInvalidStateException' ? { KeyState: 'Unavailable' } : {}),
    ...(store === undefined
      ? {}
      : {
          CustomKeyStoreId: text(store),
          Origin: member(extra, 'xksKeyId') === undefined ? 'AWS_CLOUDHSM' : 'EXTERNAL_KEY_STORE',
        }),
    ...(multiRegion
      ? { MultiRegion: true, MultiRegionConfiguration: { MultiRegionKeyType: 'PRIMARY' } }
      : {}),
  };
}
