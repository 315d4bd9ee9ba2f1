import type { Caller } from '../request/caller.ts';
import { asText } from '../request/parameters.ts';
import type { ScenarioRequest } from '../scenario/scenario.ts';
import { placeholder } from './placeholders.ts';
import { invokingService } from './userIdentity.ts';

/** Where the call came from: the service that made it, or the address and user agent that the request's context gives. */
export function originOf(
  caller: Caller,
  request: ScenarioRequest,
): { readonly sourceIPAddress: string; readonly userAgent: string } {
  const service = caller.kind === 'service' ? caller.name : invokingService(request);
  if (service !== undefined) return { sourceIPAddress: service, userAgent: service };
  return {
    sourceIPAddress: givenKey(request, 'aws:SourceIp', 'aws:VpcSourceIp') ?? placeholder.sourceIp,
    userAgent: givenKey(request, 'aws:UserAgent') ?? placeholder.userAgent,
  };
}

/** The first of some condition keys that the request gives, as text. */
export function givenKey({ context = {} }: ScenarioRequest, ...keys: readonly string[]): string | undefined {
  for (const key of keys) {
    const found = Object.entries(context).find(([name]) => name.toLowerCase() === key.toLowerCase());
    const text = asText(found?.[1]);
    if (text !== undefined) return text;
  }
  return undefined;
}
