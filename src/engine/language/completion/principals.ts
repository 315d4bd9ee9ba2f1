import { serviceUses } from '#engine/catalog/services.data.ts';
import type { World } from '#engine/world/world.ts';
import { keyOfDocument, principalsIn, regionsIn, type KnownName } from '../known.ts';
import type { PlaceContext } from '../languageContext.ts';
import { servicePrincipalUse } from '../usage.generated.data.ts';
import type { Completion } from './completion.ts';
import { plain, textOffer, valueText } from './insertion.ts';

/** The value of `Principal` as a whole: everyone, or a kind of principal to name. */
export function completePrincipal({ position, document }: PlaceContext): readonly Completion[] {
  const everyone = textOffer(
    position,
    'principal',
    '*',
    'Everyone, in every account; narrow it with a condition.',
  );
  if (document.kind === 'rcp') return [everyone];
  const named = (label: string, meaning: string): Completion => ({
    kind: 'principal',
    label,
    meaning,
    insert: valueText(position, `{ ${plain(JSON.stringify(label))}: "$1" }`),
    continues: true,
  });
  return [
    named('AWS', 'Accounts, users, roles and sessions by ARN.'),
    named('Service', 'AWS services that call as themselves.'),
    everyone,
  ];
}

/** Whom an entry of `Principal` can name: those the scenario knows. */
export function completePrincipalValues(context: PlaceContext, kind: string): readonly Completion[] {
  const { position, world, around } = context;
  const taken = new Set(around.entries);
  const offers = namesOf(context, kind, world).filter(({ value }) => !taken.has(value));
  return offers.map(({ value, meaning }) => textOffer(position, 'principal', value, meaning));
}

function namesOf(context: PlaceContext, kind: string, world: World): readonly KnownName[] {
  if (kind === 'Service') return servicePrincipals(world);
  if (kind !== 'AWS') return [];
  const partition = keyOfDocument(world, context.document.id)?.partition;
  const everyone = { value: '*', meaning: 'Everyone, in every account; narrow it with a condition.' };
  return [...principalsIn(world, partition), everyone];
}

/** Service principals, those first that published key policies name most; in the Regions of the scenario. */
export function servicePrincipals(world: World): readonly KnownName[] {
  const names = new Set([
    ...servicePrincipalUse.map(([name]) => name),
    ...serviceUses.flatMap(({ principal }) => principal ?? []),
  ]);
  return [...names].flatMap((name) => {
    const meaning = meaningOf(name);
    if (!name.includes('<region>')) return { value: name, meaning };
    return regionsIn(world).map((region) => ({ value: name.replace('<region>', region), meaning }));
  });
}

function meaningOf(name: string): string {
  const use = serviceUses.find(({ principal }) => principal === name);
  if (use !== undefined) return `${use.name} as itself.`;
  return `The AWS service ${name.replace('.<region>', '').replace('.amazonaws.com', '')} as itself.`;
}
