import type { PolicySays } from '../authorize/statementMatch.ts';
import type { TracedCheck } from '../authorize/trace.ts';
import { blockersOf as missingAllows } from '../explain/blockers.ts';

/** A kind of policy, in the words AWS's messages have for it. The key policy is a resource-based policy. */
export type BlockingLayer = (typeof order)[number];

/** In which order this engine takes AWS to name a layer: what filters before what allows. AWS does not document it (KMS-255). */
const order = ['scp', 'rcp', 'endpoint', 'resource', 'identity', 'boundary', 'session'] as const;

export interface Blocker {
  readonly layer: BlockingLayer;
  /** By a Deny statement; otherwise because an Allow is missing. */
  readonly explicit: boolean;
}

/** Every layer that refuses a check by itself: Deny statements before missing Allows, each in order. */
export function refusingLayers(traced: TracedCheck): readonly Blocker[] {
  const denying = explicitLayers(traced);
  const silent = new Set<string>(missingAllows(traced).map(({ layer }) => layer));
  return [
    ...order.filter((layer) => denying.has(layer)).map((layer) => ({ layer, explicit: true })),
    ...order
      .filter((layer) => silent.has(layer) && !denying.has(layer))
      .map((layer) => ({ layer, explicit: false })),
  ];
}

function explicitLayers({ outcome: { says } }: TracedCheck): ReadonlySet<BlockingLayer> {
  const said: Readonly<Record<BlockingLayer, readonly PolicySays[]>> = {
    scp: says.scp,
    rcp: [says.rcp],
    endpoint: [says.endpoint],
    resource: [says.keyPolicy, says.resourcePolicy],
    identity: [says.identity],
    boundary: [says.boundary],
    session: [says.session],
  };
  return new Set(order.filter((layer) => said[layer].some(({ deny }) => deny === 'true')));
}
