import { type Caller, callerName } from '../request/caller.ts';
import type { GrantPlan } from '../grants/plan.ts';
import type { PolicyType, Statement } from '../policy/policy.ts';
import { readIdentityArn } from '../vocabulary/identityArn.ts';
import type { Phrase, PhrasePart } from './phrase.ts';

export const code = (text: string): PhrasePart => ({ code: text });
export const strong = (text: string): PhrasePart => ({ strong: text });

/** `a`, `b` and `c`; after `most` items the rest is counted. */
export function list(items: readonly PhrasePart[], most = 3, last = 'and'): Phrase {
  const rest = items.length - most;
  const shown = rest > 0 ? [...items.slice(0, most), `${rest} more`] : items;
  const phrase: PhrasePart[] = [];
  for (const part of shown) {
    if (phrase.length > 0) phrase.push(', ');
    phrase.push(part);
  }
  // The last of several is told apart.
  if (phrase.length > 1) phrase[phrase.length - 2] = ` ${last} `;
  return phrase;
}

/** A statement by its Sid, or by its number counted from 1 where it has none. */
export function statementName(statement: {
  readonly sid: string | undefined;
  readonly index: number;
}): string {
  return statement.sid !== undefined && statement.sid !== ''
    ? statement.sid
    : `Statement ${statement.index + 1}`;
}

/** A principal in short: `role/App`, `user/Alice`, the service's name, "the root user of 111122223333". */
export function shortCaller(caller: Caller): string {
  switch (caller.kind) {
    case 'root':
      return `the root user of ${caller.account}`;
    case 'user':
      return `user/${caller.name}`;
    case 'roleSession':
      return `role/${caller.roleName}`;
    case 'federatedUser':
      return `federated-user/${caller.name}`;
    default:
      return callerName(caller);
  }
}

/** An ARN in short, the text itself where it is none. */
export function shortPrincipal(text: string): string {
  const identity = readIdentityArn(text);
  if (identity === undefined) return text;
  switch (identity.kind) {
    case 'root':
      return `account ${identity.account}`;
    case 'session':
      return `session ${identity.role}/${identity.session}`;
    case 'federatedUser':
      return `federated-user/${identity.name}`;
    default:
      return `${identity.kind}${identity.path}${identity.name}`;
  }
}

/** Where a statement stands, to follow its name: "in the key policy". */
export function inPolicy(type: PolicyType, name: string): Phrase {
  const own = name.slice(name.indexOf(':') + 1);
  switch (type) {
    case 'key':
      return name === 'key' ? ['in the key policy'] : ['in the key policy of ', code(own)];
    case 'identity':
      return ['in the IAM policy ', code(own)];
    case 'boundary':
      return ['in the permissions boundary'];
    case 'session':
      return ['in the session policy'];
    case 'scp':
      return ['in the SCP ', code(own)];
    case 'rcp':
      return ['in the RCP ', code(own)];
    case 'endpoint':
      return ['in the endpoint policy of ', code(own)];
    case 'resource':
      return ["in the resource's policy"];
    case 'trust':
      return ['in the trust policy'];
    default:
      return type satisfies never;
  }
}

/** A statement with the place it stands in: "`OrdersAppUse` in the key policy". */
export function named({
  plan,
}: {
  readonly plan: {
    readonly statement: Statement;
    readonly policy: { readonly type: PolicyType; readonly name: string };
  };
}): Phrase {
  return [strong(statementName(plan.statement)), ' ', ...inPolicy(plan.policy.type, plan.policy.name)];
}

export function grantName({ grant }: GrantPlan): PhrasePart {
  return strong(grant.name ?? grant.id);
}

/** The phrase as the beginning of a sentence. */
export function capitalized(phrase: Phrase): Phrase {
  const [first, ...rest] = phrase;
  return typeof first === 'string' ? [first.charAt(0).toUpperCase() + first.slice(1), ...rest] : phrase;
}
