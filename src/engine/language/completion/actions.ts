import { findAction, type ActionInfo } from '#engine/catalog/actions.ts';
import { isBoundByRcps } from '#engine/catalog/rcpServices.ts';
import { serviceUses } from '#engine/catalog/services.data.ts';
import type { DocumentKind } from '../documentKind.ts';
import { expandedActions } from '../expansion.ts';
import type { PlaceContext } from '../languageContext.ts';
import { actionUse } from '../usage.generated.data.ts';
import type { Completion } from './completion.ts';
import { quotedText, valueText } from './insertion.ts';

interface Offer {
  readonly name: string;
  readonly meaning: string;
}

const uses = new Map(actionUse.map(([name, count]) => [name, count]));

/** A pattern that only few write is no help to others. */
const USUAL_PATTERN = 10;

/**
 * Actions, most used first: those of KMS that say something in this kind of document, the patterns published policies use, and for the
 * policies of identities and organizations the actions of services that work with KMS keys (KMS-204).
 */
export function completeActions({ document, position, around }: PlaceContext): readonly Completion[] {
  const taken = new Set(around.entries.map((entry) => entry.toLowerCase()));
  return offersFor(document.kind)
    .filter(({ name }) => !taken.has(name.toLowerCase()))
    .map(({ name, meaning }) => ({
      kind: 'action',
      label: name,
      meaning,
      insert: valueText(position, quotedText(name)),
    }));
}

function offersFor(kind: DocumentKind): readonly Offer[] {
  if (kind === 'resource') return serviceActions;
  const ofKms = byUse.filter(({ name }) => speaksOf(name, kind));
  if (kind === 'key' || kind === 'endpoint') return ofKms;
  return [...ofKms, ...serviceActions.filter(({ name }) => kind !== 'rcp' || isBoundByRcps(name))];
}

/** A key policy decides nothing about operations that are about no key, nor about those that a grant decides (KMS-021, KMS-073). */
function speaksOf(name: string, kind: DocumentKind): boolean {
  const info = findAction(name);
  if (info === undefined || kind !== 'key') return true;
  return info.keyPolicy === 'yes' || info.keyPolicy === 'keyPartOnly';
}

const patterns: readonly Offer[] = actionUse.flatMap(([name, count]) => {
  if (count < USUAL_PATTERN || !name.includes('*')) return [];
  const taken = expandedActions(name);
  return taken.length < 2 ? [] : [{ name, meaning: patternMeaning(name, taken) }];
});

function patternMeaning(name: string, taken: readonly ActionInfo[]): string {
  if (name === 'kms:*') return 'Every action of KMS.';
  const named = taken.slice(0, 3).map((action) => action.name.slice('kms:'.length));
  const more = taken.length - named.length;
  return `${named.join(', ')}${more > 0 ? ` and ${more} more` : ''}.`;
}

const literals: readonly Offer[] = expandedActions('kms:*').filter((action) => action.class !== 'internal');

const byUse: readonly Offer[] = [...literals, ...patterns].toSorted(
  (left, right) =>
    (uses.get(right.name) ?? 0) - (uses.get(left.name) ?? 0) || (left.name < right.name ? -1 : 1),
);

const serviceActions: readonly Offer[] = serviceActionsOf();

function serviceActionsOf(): readonly Offer[] {
  const found = new Map<string, Offer>();
  for (const { service, call } of serviceUses.flatMap((use) =>
    use.calls.map((each) => ({ service: use.name, call: each })),
  )) {
    const meaning = `${service}: to ${call.task}; asks KMS for ${call.kms.join(', ')}.`;
    for (const name of call.actions ?? []) if (!found.has(name)) found.set(name, { name, meaning });
  }
  return [...found.values()].toSorted((left, right) => (left.name < right.name ? -1 : 1));
}
