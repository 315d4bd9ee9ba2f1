import type { Phrase } from '../explain/phrase.ts';
import { code, shortCaller } from '../explain/words.ts';
import type { Caller } from '../request/caller.ts';

/** How a policy names a caller. */
export interface CallerPrincipal {
  readonly kind: 'AWS' | 'Service';
  readonly value: string;
  readonly name: Phrase[number];
  /** Whom the name takes in besides the caller, as a sentence. */
  readonly caution?: Phrase;
}

/**
 * The narrowest principal that policies are written with: a role for its sessions, whose own ARNs change from call to call.
 *
 * @returns undefined for callers that no policy can name.
 */
export function callerPrincipal(caller: Caller): CallerPrincipal | undefined {
  switch (caller.kind) {
    case 'user':
    case 'federatedUser':
      return { kind: 'AWS', value: caller.arn, name: code(shortCaller(caller)) };
    case 'roleSession':
      return { kind: 'AWS', value: caller.roleArn, name: code(shortCaller(caller)) };
    case 'root':
      return {
        kind: 'AWS',
        value: caller.arn,
        name: code(shortCaller(caller)),
        caution: [
          "It also lets the account's IAM policies decide about it: the root user has no principal of its own.",
        ],
      };
    case 'service':
      return { kind: 'Service', value: caller.name, name: code(caller.name) };
    case 'anonymous':
    case 'anyone':
      return undefined;
    default:
      return caller satisfies never;
  }
}
