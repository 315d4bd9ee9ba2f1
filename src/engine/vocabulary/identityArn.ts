import { isAccountId, splitArn } from './arn.ts';
import { interned } from './interned.ts';

/** What an IAM or STS ARN names (IAM-018). Paths belong to users and roles, never to sessions (IAM-029). */
export type IdentityArn = Place &
  (
    | { readonly kind: 'root' }
    | { readonly kind: 'user'; readonly path: string; readonly name: string }
    | { readonly kind: 'group'; readonly path: string; readonly name: string }
    | { readonly kind: 'role'; readonly path: string; readonly name: string }
    | { readonly kind: 'session'; readonly role: string; readonly session: string }
    | { readonly kind: 'federatedUser'; readonly name: string }
  );

/** An account of one partition; nobody is in two (IAM-019). */
interface Place {
  readonly partition: string;
  readonly account: string;
}

/**
 * Reads the ARN of an account root, IAM user, group or role, role session or federated user.
 *
 * @returns undefined for every other text, also for an IAM ARN of another kind (policy, instance profile, provider).
 */
export function readIdentityArn(text: string): IdentityArn | undefined {
  const arn = splitArn(text);
  if (arn === undefined || !isAccountId(arn.account)) return undefined;
  const place = { partition: interned(arn.partition), account: interned(arn.account) };
  if (arn.service === 'iam') return readIamResource(place, arn.resource);
  if (arn.service === 'sts') return readStsResource(place, arn.resource);
  return undefined;
}

function readIamResource(place: Place, resource: string): IdentityArn | undefined {
  if (resource === 'root') return { ...place, kind: 'root' };
  const slash = resource.indexOf('/');
  if (slash < 0) return undefined;
  const kind = resource.slice(0, slash);
  if (kind !== 'user' && kind !== 'group' && kind !== 'role') return undefined;
  const last = resource.lastIndexOf('/');
  const name = resource.slice(last + 1);
  return name === ''
    ? undefined
    : { ...place, kind, path: resource.slice(slash, last + 1), name: interned(name) };
}

function readStsResource(place: Place, resource: string): IdentityArn | undefined {
  const [kind, first, ...rest] = resource.split('/');
  if (first === undefined || first === '') return undefined;
  if (kind === 'federated-user') return { ...place, kind: 'federatedUser', name: [first, ...rest].join('/') };
  const session = rest.join('/');
  if (kind !== 'assumed-role' || session === '') return undefined;
  return { ...place, kind: 'session', role: interned(first), session };
}
