import type { NamedPolicy, ScenarioIdentity } from '../scenario/scenario.ts';
import type { SourceSpan, TextId } from '../source/span.ts';
import { splitArn } from '../vocabulary/arn.ts';
import { readIdentityArn } from '../vocabulary/identityArn.ts';
import type { World } from '../world/world.ts';
import type { PlaceContext } from './languageContext.ts';

/** What a word names, and where it is. */
export interface Definition {
  /** "IAM policy UseKey of role/App". */
  readonly label: string;
  /** The text it is in, and its place there; without a place the whole text. */
  readonly text: TextId;
  readonly span: SourceSpan | undefined;
}

/**
 * Where what stands at a place comes from: for the ARN of a user, role or session its IAM policies, permissions boundary and grants; for
 * a key's its key policy; for a resource's or endpoint's its policy.
 */
export function definitions({ position, world, document }: PlaceContext): readonly Definition[] {
  const name = position.word?.value ?? '';
  if (name === '') return [];
  const found = [
    ...ofIdentity(name, world),
    ...ofGrantee(name, world),
    ...ofKey(name, world),
    ...ofOthers(name, world),
  ];
  return found.filter(({ text }) => text !== document.id);
}

function ofIdentity(name: string, world: World): readonly Definition[] {
  const identity = world.scenario.identities.find(({ arn }) => arn === name || isSessionOf(name, arn));
  return identity === undefined ? [] : policiesOf(identity);
}

function isSessionOf(name: string, roleArn: string): boolean {
  const session = readIdentityArn(name);
  const role = readIdentityArn(roleArn);
  if (session?.kind !== 'session' || role?.kind !== 'role') return false;
  return session.account === role.account && session.role === role.name;
}

function policiesOf({ arn, policies = [], permissionsBoundary }: ScenarioIdentity): readonly Definition[] {
  const whose = splitArn(arn)?.resource ?? arn;
  const of = (kind: string, { name, document }: NamedPolicy): Definition => ({
    label: `${kind} ${name} of ${whose}`,
    text: document.id,
    span: undefined,
  });
  return [
    ...policies.map((policy) => of('IAM policy', policy)),
    ...(permissionsBoundary === undefined ? [] : [of('Permissions boundary', permissionsBoundary)]),
  ];
}

function ofGrantee(name: string, world: World): readonly Definition[] {
  return world.keys.flatMap(({ grants }) =>
    grants
      .filter(({ grant }) => grant.grantee?.value === name || grant.retiring?.value === name)
      .map(({ grant }) => ({
        label: `Grant ${grant.name ?? grant.id}`,
        text: grant.span.text,
        span: grant.span,
      })),
  );
}

function ofKey(name: string, world: World): readonly Definition[] {
  return world.keys
    .filter(
      ({ arn, aliases }) =>
        arn === name || aliases.some((alias) => name === alias || name.endsWith(`:${alias}`)),
    )
    .map(({ id, facts }) => ({ label: `Key policy of ${id}`, text: facts.policy.id, span: undefined }));
}

function ofOthers(name: string, world: World): readonly Definition[] {
  const endpoint = world.endpoints.get(name)?.facts;
  const resources = world.resources.filter(({ facts }) => facts.arn === name || facts.arn === `${name}/*`);
  return [
    ...(endpoint?.policy === undefined
      ? []
      : [{ label: `Policy of ${endpoint.id}`, text: endpoint.policy.id, span: undefined }]),
    ...resources.flatMap(({ facts }) =>
      facts.policy === undefined
        ? []
        : [{ label: `Policy of ${facts.arn}`, text: facts.policy.id, span: undefined }],
    ),
  ];
}
