import type { Answer } from '#engine/explain/answer.ts';
import { answerRequest } from '#engine/explain/answerRequest.ts';
import { plain } from '#engine/explain/phrase.ts';
import { messageText } from '#engine/message/awsMessage.ts';
import { readScenario } from '#engine/scenario/readScenario.ts';
import type { Json } from '#engine/scenario/scenario.ts';
import { buildWorld } from '#engine/world/buildWorld.ts';

type Fields = Readonly<Record<string, Json>>;

export const OWNER = '111122223333';
export const OTHER = '444455556666';
export const KEY = `arn:aws:kms:us-west-2:${OWNER}:key/1234abcd-12ab-34cd-56ef-1234567890ab`;
export const ENDPOINT = 'vpce-1234abcdf5678c90a';

/** The caller: the same role, in the key's account or in another one. */
export const appOf = (account: string): string => `arn:aws:sts::${account}:assumed-role/App/i-0abc`;

export type LayerName = 'key' | 'identity' | 'boundary' | 'session' | 'scp' | 'rcp' | 'endpoint';

/** What a layer says about the request: an Allow, a Deny, or nothing at all. */
export type Said = 'allow' | 'deny' | 'nothing';

function policy(said: Said, isResourcePolicy: boolean): Json {
  const principal = isResourcePolicy ? { Principal: '*' } : {};
  const statement = (Effect: string, Sid: string): Fields => ({
    Sid,
    Effect,
    ...principal,
    Action: '*',
    Resource: '*',
  });
  if (said === 'nothing')
    return {
      Version: '2012-10-17',
      Statement: [{ ...statement('Allow', 'Elsewhere'), Action: 's3:ListBucket' }],
    };
  const allow = [statement('Allow', 'AllowAll')];
  return {
    Version: '2012-10-17',
    Statement: said === 'deny' ? [...allow, statement('Deny', 'DenyAll')] : allow,
  };
}

/** The key policy in the key's account delegates, so that each layer can refuse alone. */
function keyPolicy(said: Said, account: string): Json {
  const principal = { AWS: `arn:aws:iam::${account}:root` };
  const statement = (Effect: string, Sid: string): Fields => ({
    Sid,
    Effect,
    Principal: principal,
    Action: '*',
    Resource: '*',
  });
  if (said === 'nothing')
    return {
      Version: '2012-10-17',
      Statement: [
        { ...statement('Allow', 'Other'), Principal: { AWS: `arn:aws:iam::${OWNER}:user/Nobody` } },
      ],
    };
  const allow = [statement('Allow', 'Delegate')];
  return {
    Version: '2012-10-17',
    Statement: said === 'deny' ? [...allow, statement('Deny', 'DenyAll')] : allow,
  };
}

export interface Asked {
  readonly account: string;
  readonly layers?: Partial<Record<LayerName, Said>>;
  readonly request?: Fields;
  /** The request leaves the key out. */
  readonly isKeyUnnamed?: boolean;
  /** KeyMetadata of the key. */
  readonly metadata?: Fields;
}

export function answerOf(asked: Asked): Answer {
  const { account, metadata = {} } = asked;
  const accounts = [...new Set([account, OWNER])];
  const scenario: Fields = {
    keyway: 1,
    accounts: accounts.map((id) => ({ id, organization: 'o-abcde12345', path: ['r-ab12'] })),
    organizationPolicies: [...serviceControlPolicies(asked), ...resourceControlPolicies(asked)],
    keys: [{ arn: KEY, policy: keyPolicy(said(asked, 'key'), account), aliases: ['alias/orders'], metadata }],
    identities: [caller(asked)],
    vpcEndpoints: names(asked, 'endpoint')
      ? [{ id: ENDPOINT, policy: policy(said(asked, 'endpoint'), true) }]
      : [],
    requests: [requestOf(asked)],
  };
  const { scenarios, diagnostics } = readScenario(JSON.stringify(scenario));
  const [read] = scenarios;
  const [first] = read?.requests ?? [];
  if (read === undefined || first === undefined) throw new Error(JSON.stringify(diagnostics));
  const answered = answerRequest(buildWorld(read), first);
  if ('problems' in answered) throw new Error(JSON.stringify(answered.problems));
  return answered.answer;
}

function requestOf(asked: Asked): Fields {
  const { account, request = {}, isKeyUnnamed = false } = asked;
  return {
    principal: appOf(account),
    action: 'kms:Decrypt',
    ...(isKeyUnnamed ? {} : { resource: KEY }),
    ...(names(asked, 'session') ? { session: { policies: [policy(said(asked, 'session'), false)] } } : {}),
    ...(names(asked, 'endpoint') ? { context: { 'aws:SourceVpce': ENDPOINT } } : {}),
    ...request,
  };
}

function said({ layers = {} }: Asked, name: LayerName): Said {
  return layers[name] ?? 'allow';
}

function names({ layers = {} }: Asked, name: LayerName): boolean {
  return name in layers;
}

function caller(asked: Asked): Fields {
  const limit = { name: 'limit', document: policy(said(asked, 'boundary'), false) };
  return {
    arn: `arn:aws:iam::${asked.account}:role/App`,
    policies: [{ name: 'own', document: policy(said(asked, 'identity'), false) }],
    ...(names(asked, 'boundary') ? { permissionsBoundary: limit } : {}),
  };
}

/** One at the root that says what is asked for, one at the account that allows. */
function serviceControlPolicies(asked: Asked): readonly Fields[] {
  if (!names(asked, 'scp')) return [];
  const type = 'SERVICE_CONTROL_POLICY';
  return [
    { type, name: 'guard', targets: ['r-ab12'], document: policy(said(asked, 'scp'), false) },
    { type, name: 'full', targets: [asked.account], document: policy('allow', false) },
  ];
}

function resourceControlPolicies(asked: Asked): readonly Fields[] {
  if (!names(asked, 'rcp')) return [];
  const document = {
    Version: '2012-10-17',
    Statement: [{ Sid: 'DenyAll', Effect: 'Deny', Principal: '*', Action: 'kms:*', Resource: '*' }],
  };
  return [{ type: 'RESOURCE_CONTROL_POLICY', name: 'guard', targets: [OWNER], document }];
}

/** The text that would be shown, `undefined` where it is not known, `null` where the call works. */
export function told(asked: Asked): string | undefined | null {
  const { awsMessage } = answerOf(asked);
  return awsMessage && messageText(awsMessage);
}

/** What the text leaves out, as plain sentences. */
export function hidden(asked: Asked): readonly string[] {
  return (answerOf(asked).awsMessage?.leavesOut ?? []).map((phrase) => plain(phrase));
}
