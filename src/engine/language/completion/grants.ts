import { findAction, kmsActions } from '#engine/catalog/actions.ts';
import { grantConstraints, grantFields, type ElementRow } from '#engine/catalog/elements.data.ts';
import { grantOperationsFor } from '#engine/catalog/keySpecs.ts';
import { encryptionContextIn, mentionsOf } from '#engine/suggest/mentions.ts';
import { keyOfDocument, principalsIn } from '../known.ts';
import type { PlaceContext } from '../languageContext.ts';
import { actionUse } from '../usage.generated.data.ts';
import type { Completion } from './completion.ts';
import { memberOffer, textOffer } from './insertion.ts';
import { servicePrincipals } from './principals.ts';

const beginnings: Readonly<Record<string, string>> = {
  Operations: '["$1"]',
  Constraints: '{\n  "$1"\n}',
  EncryptionContextSubset: '{ "$1" }',
  EncryptionContextEquals: '{ "$1" }',
};

/** The fields a grant can have and does not have yet. */
export function completeGrantFields(context: PlaceContext): readonly Completion[] {
  return members(context, grantFields);
}

/** The constraints a grant can have. */
export function completeConstraints(context: PlaceContext): readonly Completion[] {
  return members(context, grantConstraints);
}

function members({ position, around }: PlaceContext, rows: readonly ElementRow[]): readonly Completion[] {
  const taken = new Set(around.siblings);
  return rows
    .filter(({ name }) => !taken.has(name))
    .map(({ name, meaning }) =>
      memberOffer(position, 'element', { name, meaning, value: beginnings[name] ?? '"$1"' }),
    );
}

const uses = new Map(actionUse.map(([name, count]) => [name, count]));

/** The operations a grant on this key can list (KMS-051, KMS-052). */
export function completeGrantOperations({
  position,
  world,
  document,
  around,
}: PlaceContext): readonly Completion[] {
  const key = keyOfDocument(world, document.id);
  const ofKey = key && grantOperationsFor(key.spec, key.usage, key.origin);
  const names = ofKey ?? kmsActions.filter((each) => each.grantOperation).map((each) => each.name.slice(4));
  const taken = new Set(around.entries);
  return names
    .filter((name) => !taken.has(name))
    .toSorted((left, right) => (uses.get(`kms:${right}`) ?? 0) - (uses.get(`kms:${left}`) ?? 0))
    .map((name) => textOffer(position, 'action', name, findAction(name)?.meaning ?? ''));
}

/** Values of a grant's fields: principals, services, the key. */
export function completeGrantValue(
  { position, world, document }: PlaceContext,
  field: string,
): readonly Completion[] {
  const key = keyOfDocument(world, document.id);
  switch (field) {
    case 'KeyId':
      return world.keys.map(({ arn }) => textOffer(position, 'value', arn, 'A key of this scenario.'));
    case 'GranteePrincipal':
    case 'RetiringPrincipal':
    case 'IssuingAccount':
      return principalsIn(world, key?.partition)
        .filter(({ value }) => field !== 'IssuingAccount' || value.endsWith(':root'))
        .map(({ value, meaning }) => textOffer(position, 'principal', value, meaning));
    case 'GranteeServicePrincipal':
    case 'RetiringServicePrincipal':
      return servicePrincipals(world).map(({ value, meaning }) =>
        textOffer(position, 'principal', value, meaning),
      );
    default:
      return [];
  }
}

/** The resource a service acts for, in `SourceArn`. */
export function completeConstraintValue(
  { position, world }: PlaceContext,
  constraint: string,
): readonly Completion[] {
  if (constraint !== 'SourceArn') return [];
  return world.resources.map(({ facts }) =>
    textOffer(position, 'value', facts.arn, 'A resource of this scenario.'),
  );
}

/** Names of the encryption context that the scenario's documents speak of. */
export function completeContextNames({ position, world, around }: PlaceContext): readonly Completion[] {
  const taken = new Set(around.siblings);
  return encryptionContextIn(world, mentionsOf(world))
    .filter(({ key }) => !taken.has(key))
    .map(({ key }) =>
      memberOffer(position, 'element', {
        name: key,
        meaning: 'A name of the encryption context in this scenario.',
        value: '"$1"',
      }),
    );
}

/** Values seen with a name of the encryption context. */
export function completeContextValues(
  { position, world }: PlaceContext,
  name: string,
): readonly Completion[] {
  return encryptionContextIn(world, mentionsOf(world))
    .filter(({ key }) => key === name)
    .flatMap(({ values }) =>
      values.map((value) =>
        textOffer(position, 'value', value, 'A value of the encryption context in this scenario.'),
      ),
    );
}
