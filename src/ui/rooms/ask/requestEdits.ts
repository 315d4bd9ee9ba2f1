import type { Json, ScenarioRequest } from '#engine/scenario/scenario.ts';
import { readIdentityArn } from '#engine/vocabulary/identityArn.ts';
import { splitArn } from '#engine/vocabulary/arn.ts';

type Session = NonNullable<ScenarioRequest['session']>;
type Ciphertext = NonNullable<ScenarioRequest['ciphertext']>;

/** One change of the request. Changes are pure, so that a row that is typed slowly never overwrites a newer edit elsewhere. */
export type RequestEdit = (request: ScenarioRequest) => ScenarioRequest;

/** A saved request that was changed is another request: neither its name nor what was expected of it speaks about this one. */
export function asNewQuestion(request: ScenarioRequest): ScenarioRequest {
  const { name: _name, expect: _expect, ...rest } = request;
  return rest;
}

export function withPrincipal(principal: string): RequestEdit {
  return (request) => {
    const next = { ...request, principal };
    const issuer = request.session?.issuer;
    // The issuer belongs to the session that was asked about before, unless the new one is of the same role.
    return issuer === undefined || roleName(issuer) === roleName(principal)
      ? next
      : withSession({ issuer: undefined })(next);
  };
}

/** `Decrypt` is read as `kms:Decrypt`: nobody should have to type the prefix. */
export function withAction(action: string): RequestEdit {
  const text = action.trim();
  return (request) => ({ ...request, action: text === '' || text.includes(':') ? text : `kms:${text}` });
}

export function withResource(resource: string): RequestEdit {
  return (request) => withOptional(request, 'resource', resource.trim());
}

export function withViaService(viaService: string): RequestEdit {
  return (request) => withOptional(request, 'viaService', viaService.trim());
}

/** Sets one request parameter; undefined and an empty map mean that it is not sent. */
export function withParameter(name: string, value: Json | undefined): RequestEdit {
  return (request) => {
    const { [name]: _before, ...others } = request.parameters ?? {};
    const parameters =
      value === undefined || isEmptyMap(value) ? others : { ...request.parameters, [name]: value };
    return withMap(request, 'parameters', parameters);
  };
}

export function withContext(context: Readonly<Record<string, Json>>): RequestEdit {
  return (request) => withMap(request, 'context', context);
}

/** Changes members of the session; a member that is undefined is left out, and so is a session with no member. */
export function withSession(change: Partial<Session>): RequestEdit {
  return (request) => withObject(request, 'session', { ...request.session, ...change });
}

export function withCiphertext(change: Partial<Ciphertext>): RequestEdit {
  return (request) => withObject(request, 'ciphertext', { ...request.ciphertext, ...change });
}

/** A role makes requests through sessions. What to ask instead, where the principal is a role's own ARN. */
export function sessionOffer(
  request: ScenarioRequest,
): { readonly principal: string; readonly edit: RequestEdit } | null {
  const role = readIdentityArn(request.principal.trim());
  if (role?.kind !== 'role') return null;
  const partition = splitArn(request.principal.trim())?.partition ?? 'aws';
  const principal = `arn:${partition}:sts::${role.account}:assumed-role/${role.name}/session`;
  // A session ARN does not carry the role's path, so the role itself must say it.
  const issuer = role.path === '/' ? undefined : request.principal.trim();
  return { principal, edit: (before) => withSession({ issuer })({ ...before, principal }) };
}

function roleName(arn: string): string | undefined {
  const identity = readIdentityArn(arn.trim());
  if (identity?.kind === 'role') return `${identity.account}/${identity.name}`;
  return identity?.kind === 'session' ? `${identity.account}/${identity.role}` : undefined;
}

function withOptional(
  request: ScenarioRequest,
  field: 'resource' | 'viaService',
  value: string,
): ScenarioRequest {
  const { [field]: _before, ...others } = request;
  return value === '' ? others : { ...others, [field]: value };
}

function withMap(
  request: ScenarioRequest,
  field: 'parameters' | 'context',
  value: Readonly<Record<string, Json>>,
): ScenarioRequest {
  const { [field]: _before, ...others } = request;
  return isEmptyMap(value) ? others : { ...others, [field]: value };
}

function withObject(
  request: ScenarioRequest,
  field: 'session' | 'ciphertext',
  value: object,
): ScenarioRequest {
  const { [field]: _before, ...others } = request;
  const members = Object.fromEntries(Object.entries(value).filter(([, member]) => member !== undefined));
  return isEmptyMap(members) ? others : { ...others, [field]: members };
}

function isEmptyMap(value: Json): boolean {
  return (
    typeof value === 'object' && value !== null && !Array.isArray(value) && Object.keys(value).length === 0
  );
}
