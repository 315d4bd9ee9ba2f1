import { findConditionKey, variablePart } from '#engine/catalog/conditionKeys.ts';
import { serviceUses } from '#engine/catalog/services.data.ts';
import { viaServices } from '#engine/catalog/services.ts';
import { parseOperator } from '#engine/conditions/parseOperator.ts';
import { encryptionContextIn, mentionsOf } from '#engine/suggest/mentions.ts';
import type { World } from '#engine/world/world.ts';
import { accountsIn, identityTags, keyOfDocument, keyTags, principalsIn, regionsIn } from '../known.ts';
import type { KnownName, Tags } from '../known.ts';
import type { PlaceContext } from '../languageContext.ts';
import type { Completion } from './completion.ts';
import { textOffer } from './insertion.ts';
import { policyVariablesFor } from './policyVariables.ts';
import { servicePrincipals } from './principals.ts';

/** Values of a condition key: all there are where they can be listed, else those the scenario knows. */
export function completeConditionValues(
  context: PlaceContext,
  operator: string,
  key: string,
): readonly Completion[] {
  const taken = new Set(context.around.entries);
  const found = new Map<string, KnownName>();
  for (const name of valuesOf(context, operator, key))
    if (!found.has(name.value)) found.set(name.value, name);
  return [...found.values()]
    .filter(({ value }) => !taken.has(value))
    .map(({ value, meaning }) => textOffer(context.position, 'value', value, meaning));
}

function valuesOf(context: PlaceContext, operator: string, key: string): readonly KnownName[] {
  const parsed = parseOperator(operator);
  const family = 'problem' in parsed ? undefined : parsed.base.family;
  if (family === 'Null') {
    return [
      { value: 'true', meaning: 'The key must be absent.' },
      { value: 'false', meaning: 'The key must be there.' },
    ];
  }
  const info = findConditionKey(key);
  if (family === 'Bool' || info?.type === 'bool') return booleans;
  if (info?.values !== undefined)
    return info.values.map((value) => ({ value, meaning: `A value of ${info.name}.` }));
  return [
    ...ofName(context, info?.name ?? key, key),
    ...seen(context.world, key),
    ...('problem' in parsed ? [] : policyVariablesFor(context, parsed, key)),
  ];
}

const booleans: readonly KnownName[] = [
  { value: 'true', meaning: 'The key is true.' },
  { value: 'false', meaning: 'The key is false.' },
];

/** What other policies of the scenario compare the key with. */
function seen(world: World, key: string): readonly KnownName[] {
  const values = mentionsOf(world).get(key.toLowerCase())?.values ?? [];
  return [...values].map((value) => ({ value, meaning: 'Compared with in this scenario.' }));
}

type Source = (world: World, context: PlaceContext, key: string) => readonly KnownName[];

const accounts: Source = (world) => accountsIn(world);
const principals: Source = (world, { document }) =>
  principalsIn(world, keyOfDocument(world, document.id)?.partition);
const services: Source = (world) => servicePrincipals(world);
const organizations: Source = (world) =>
  named(
    [...world.accounts.values()].map(({ organization }) => organization),
    'An organization of this scenario.',
  );
const paths: Source = (world) =>
  named(
    [...world.accounts.values()].map(({ organization, path }) =>
      organization === undefined || path === undefined ? undefined : `${organization}/${path.join('/')}/`,
    ),
    'Where an account of this scenario is in its organization.',
  );
const aliases: Source = (world) =>
  named(
    world.keys.flatMap((key) => key.aliases),
    'An alias of a key of this scenario.',
  );
const regions: Source = (world) => named(regionsIn(world), 'The Region of a key of this scenario.');
const keyArns: Source = (world) =>
  named(
    world.keys.map(({ arn }) => arn),
    'A key of this scenario.',
  );
const resources: Source = (world) =>
  named(
    world.resources.map(({ facts }) => facts.arn),
    'A resource of this scenario.',
  );
/** Services whose use of keys is known come first. */
const viaNames = new Map([
  ...serviceUses.flatMap(({ via: service, name }): (readonly [string, string])[] =>
    service === undefined ? [] : [[service, name]],
  ),
  ...viaServices.map((service): readonly [string, string] => [
    service,
    serviceUses.find((use) => use.via === service)?.name ?? service,
  ]),
]);

const via: Source = (world) =>
  regionsIn(world).flatMap((region) =>
    [...viaNames].map(([service, name]) => ({
      value: `${service}.${region}.amazonaws.com`,
      meaning: `Requests that ${name} makes for the caller.`,
    })),
  );
const contextNames: Source = (world) =>
  named(
    encryptionContextIn(world, mentionsOf(world)).map(({ key }) => key),
    'A name of the encryption context in this scenario.',
  );
const contextValues: Source = (world, _, key) => {
  const name = variablePart(key)?.toLowerCase();
  const pairs = encryptionContextIn(world, mentionsOf(world)).filter(
    (pair) => pair.key.toLowerCase() === name,
  );
  return named(
    pairs.flatMap(({ values }) => values),
    'A value of the encryption context in this scenario.',
  );
};
const tagValues =
  (tags: (world: World) => Tags, meaning: string): Source =>
  (world, _, key) =>
    named([...(tags(world).get(variablePart(key) ?? '') ?? [])], meaning);

const sources: ReadonlyMap<string, Source> = new Map([
  ['kms:ViaService', via],
  ['kms:CallerAccount', accounts],
  ['aws:PrincipalAccount', accounts],
  ['aws:ResourceAccount', accounts],
  ['aws:SourceAccount', accounts],
  ['aws:PrincipalArn', principals],
  ['kms:GranteePrincipal', principals],
  ['kms:RetiringPrincipal', principals],
  ['kms:GranteeServicePrincipal', services],
  ['kms:RetiringServicePrincipal', services],
  ['aws:PrincipalServiceName', services],
  ['aws:PrincipalServiceNamesList', services],
  ['aws:PrincipalOrgID', organizations],
  ['aws:ResourceOrgID', organizations],
  ['aws:SourceOrgID', organizations],
  ['aws:PrincipalOrgPaths', paths],
  ['aws:ResourceOrgPaths', paths],
  ['aws:SourceOrgPaths', paths],
  ['kms:RequestAlias', aliases],
  ['kms:ResourceAliases', aliases],
  ['kms:ReplicaRegion', regions],
  ['kms:PrimaryRegion', regions],
  ['aws:RequestedRegion', regions],
  ['kms:EncryptionContextKeys', contextNames],
  ['kms:EncryptionContext:${EncryptionContextKey}', contextValues],
  ['aws:PrincipalTag/${TagKey}', tagValues(identityTags, 'A tag of an identity of this scenario.')],
  ['aws:ResourceTag/${TagKey}', tagValues(keyTags, 'A tag of a key of this scenario.')],
  ['aws:RequestTag/${TagKey}', tagValues(keyTags, 'A tag of a key of this scenario.')],
  ['aws:TagKeys', (world) => named([...keyTags(world).keys()], 'A tag of a key of this scenario.')],
  ['aws:SourceArn', resources],
  ['kms:GrantConstraintSourceArn', resources],
  ['aws:SourceVpce', (world) => named([...world.endpoints.keys()], 'A VPC endpoint of this scenario.')],
  [
    'aws:SourceVpc',
    (world) =>
      named(
        [...world.endpoints.values()].map(({ facts }) => facts.vpc),
        'A VPC of this scenario.',
      ),
  ],
  ['s3:x-amz-server-side-encryption-aws-kms-key-id', keyArns],
]);

function ofName(context: PlaceContext, name: string, key: string): readonly KnownName[] {
  return sources.get(name)?.(context.world, context, key) ?? [];
}

function named(values: readonly (string | undefined)[], meaning: string): readonly KnownName[] {
  return [...new Set(values)].flatMap((value) => (value === undefined ? [] : { value, meaning }));
}
