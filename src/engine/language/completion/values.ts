import type { PlaceContext } from '../languageContext.ts';
import type { Completion } from './completion.ts';
import { textOffer } from './insertion.ts';
import { keyOfDocument } from '../known.ts';

/** The values of elements that have few: `Effect`, `Version`. */
export function completeElementValue({ position }: PlaceContext, element: string): readonly Completion[] {
  if (element === 'Effect') {
    return [
      textOffer(position, 'value', 'Allow', 'The statement allows.'),
      textOffer(position, 'value', 'Deny', 'The statement denies, whatever else allows.'),
    ];
  }
  if (element !== 'Version') return [];
  return [
    textOffer(position, 'value', '2012-10-17', 'The current version, with policy variables.'),
    textOffer(position, 'value', '2008-10-17', 'The earlier version, without policy variables.'),
  ];
}

/** What a statement can be about: this key in a key policy (KMS-020), else the keys and resources the scenario knows. */
export function completeResources({
  position,
  world,
  document,
  around,
}: PlaceContext): readonly Completion[] {
  const offer = (value: string, meaning: string) => textOffer(position, 'value', value, meaning);
  if (document.kind === 'key') return [offer('*', 'This key, the one the policy belongs to.')];
  const key = keyOfDocument(world, document.id);
  const region =
    key === undefined
      ? 'arn:aws:kms:*:111122223333'
      : `arn:${key.partition}:kms:${key.region}:${key.account}`;
  const taken = new Set(around.entries);
  return [
    ...world.keys.map(({ arn, aliases }) =>
      offer(arn, `The key${aliases[0] === undefined ? '' : ` ${aliases[0]}`} of this scenario.`),
    ),
    ...world.keys.flatMap((each) =>
      each.aliases.map((alias) =>
        offer(
          `arn:${each.partition}:kms:${each.region}:${each.account}:${alias}`,
          'An alias: only for actions on aliases, not for use of the key.',
        ),
      ),
    ),
    ...world.resources.map(({ facts }) => offer(facts.arn, 'A resource of this scenario.')),
    offer('*', 'Every resource.'),
    offer(`${region}:key/*`, 'Every key of the account in the Region.'),
  ].filter(({ label }) => !taken.has(label));
}
