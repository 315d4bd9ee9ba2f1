import type { NaiveCaller } from './caller.ts';
import type { NaiveContext } from './context.ts';
import { endpointOf, naiveContext, type NaiveFacts } from './derivation.ts';
import { arnField as field, arnFields } from './glob.ts';
import type { PlainKey, PlainRequest, PlainScenario } from './plain.ts';

/** One permission that a request needs. */
export interface NaiveCheck {
  readonly action: string;
  /** ARN, or `*` without a resource. */
  readonly resource: string;
  readonly target: 'key' | 'alias' | 'nothing' | 'other';
  readonly key: PlainKey | undefined;
  /** Account that owns the resource. */
  readonly account: string | undefined;
  /** Where an action without a resource takes place. */
  readonly place: string | undefined;
  readonly context: NaiveContext;
  /** The VPC endpoint the call came through (KMS-230). */
  readonly endpoint: string | undefined;
  /** The call that needs the permission, and who makes it: of the request, or of a service that works for it. */
  readonly request: PlainRequest;
  readonly caller: NaiveCaller;
}

export interface Asked {
  readonly scenario: PlainScenario;
  readonly request: PlainRequest;
  readonly caller: NaiveCaller;
  /** Services before the one in `viaService`, in order. */
  readonly earlier?: readonly string[];
}

/** The Region of a request that names no key. */
export const firstRegion = (scenario: PlainScenario): string => field(scenario.keys[0]?.arn ?? '', 3);

export const partitionOf = ({ caller, scenario }: Asked): string =>
  caller.partition ?? field(scenario.keys[0]?.arn ?? '', 1);

/** A call that a service makes for a request: one further link of the chain (IAM-136). */
export function through(asked: Asked, request: PlainRequest): Asked {
  const { viaService } = asked.request;
  return { ...asked, request, earlier: viaService === undefined ? [] : [viaService] };
}

function aliasNameIn(identifier: string | undefined): string | undefined {
  if (identifier === undefined) return undefined;
  if (identifier.startsWith('alias/')) return identifier;
  const resource = arnFields(identifier)?.[5];
  return resource?.startsWith('alias/') === true ? resource : undefined;
}

export function onKey(
  asked: Asked,
  action: string,
  key: PlainKey,
  identifier: string | undefined,
  sameKey?: boolean,
): NaiveCheck {
  const account = field(key.arn, 4);
  const scene = sceneFor(asked, action, {
    key,
    resourceAccount: account,
    region: field(key.arn, 3),
    alias: aliasNameIn(identifier),
    sameKey,
  });
  return { action, resource: key.arn, target: 'key', key, account, place: undefined, ...scene };
}

/** No KMS condition key works on the alias itself (KMS-024). */
export function onAlias(asked: Asked, action: string, name: string, key: PlainKey): NaiveCheck {
  const [, partition = '', , region = '', account = ''] = arnFields(key.arn) ?? [];
  const scene = sceneFor(asked, action, { resourceAccount: account, region });
  const { context } = scene;
  for (const name of context.keys())
    if (name.startsWith('kms:') || name.startsWith('aws:resourcetag/')) context.delete(name);
  const resource = `arn:${partition}:kms:${region}:${account}:${name}`;
  return { action, resource, target: 'alias', key: undefined, account, place: undefined, ...scene };
}

export function onNothing(asked: Asked, action: string, region: string, replicaOf?: PlainKey): NaiveCheck {
  const { account } = asked.caller;
  const scene = sceneFor(asked, action, { resourceAccount: account, region, replicaOf });
  const place = account === undefined ? undefined : `arn:${partitionOf(asked)}:kms:${region}:${account}:`;
  return { action, resource: '*', target: 'nothing', key: undefined, account, place, ...scene };
}

export function other(
  asked: Asked,
  action: string,
  arn: string,
  account: string | undefined,
  place?: string,
): NaiveCheck {
  const region = place ?? (field(arn, 3) === '' ? firstRegion(asked.scenario) : field(arn, 3));
  const scene = sceneFor(asked, action, { resourceAccount: account, region });
  return { action, resource: arn, target: 'other', key: undefined, account, place: undefined, ...scene };
}

type Scene = Pick<NaiveCheck, 'context' | 'endpoint' | 'request' | 'caller'>;

function sceneFor(asked: Asked, action: string, facts: Partial<NaiveFacts>): Scene {
  const context = naiveContext({
    ...asked,
    earlier: asked.earlier ?? [],
    action,
    key: undefined,
    resourceAccount: undefined,
    region: firstRegion(asked.scenario),
    alias: undefined,
    sameKey: undefined,
    replicaOf: undefined,
    ...facts,
  });
  const { request, caller } = asked;
  return { context, endpoint: endpointOf(request, caller), request, caller };
}
