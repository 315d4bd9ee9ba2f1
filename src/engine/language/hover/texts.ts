import { findConditionKey } from '#engine/catalog/conditionKeys.ts';
import { readViaService } from '#engine/catalog/services.ts';
import { serviceUses } from '#engine/catalog/services.data.ts';
import { parseOperator } from '#engine/conditions/parseOperator.ts';
import { quoted } from '#engine/source/quote.ts';
import { isAccountId, splitArn } from '#engine/vocabulary/arn.ts';
import { compileWildcard } from '#engine/vocabulary/wildcard.ts';
import type { World } from '#engine/world/world.ts';
import { hasWildcard } from '../expansion.ts';
import { principalsIn } from '../known.ts';
import { aboutPrincipal } from './principals.ts';
import type { About } from './hoverCard.ts';

/** Most names that are listed. */
const MOST_LISTED = 12;

/** What an entry of `Resource` means here: this key, a key or resource of the scenario, or those a wildcard takes in. */
export function aboutResource(text: string, world: World, ownKey: string | undefined): About | undefined {
  if (text === '*') {
    const line =
      ownKey === undefined ? 'Every resource the actions can be done to.' : `This key: ${quoted(ownKey)}.`;
    return { title: text, lines: [line] };
  }
  const named = [...world.keys.map(({ arn }) => arn), ...world.resources.map(({ facts }) => facts.arn)];
  if (hasWildcard(text)) return { title: text, lines: [takenIn(text, named, 'key or resource')] };
  const key = world.keys.find(({ arn }) => arn === text);
  if (key !== undefined) {
    const aliases =
      key.aliases.length === 0 ? '' : `, ${key.aliases.map((alias) => quoted(alias)).join(', ')}`;
    return { title: text, lines: [`A key of this scenario${aliases}: ${key.spec}, ${key.state}.`] };
  }
  const arn = splitArn(text);
  if (arn?.service === 'kms' && arn.resource.startsWith('alias/')) {
    return {
      title: text,
      lines: ['An alias: it is about actions on the alias itself, not about use of its key.'],
    };
  }
  return arn?.service === 'kms' ? { title: text, lines: ['A key that is not in this scenario.'] } : undefined;
}

/** A text that a condition compares with: a wildcard with what it takes in here, an account, a service, an identity. */
export function aboutComparedText(
  text: string,
  operator: string,
  key: string,
  world: World,
): About | undefined {
  const parsed = parseOperator(operator);
  const wildcards = !('problem' in parsed) && parsed.base.wildcards;
  const name = findConditionKey(key)?.name;
  if (wildcards && hasWildcard(text) && !text.includes('${')) {
    const known = principalsIn(world).map(({ value }) => value);
    const line = name === 'aws:PrincipalArn' ? takenIn(text, known, 'principal') : undefined;
    return { title: text, lines: [line ?? '`*` is any run of characters, `?` exactly one.'] };
  }
  if (name === 'kms:ViaService') return aboutVia(text);
  if (isAccountId(text) || text.startsWith('arn:')) return aboutPrincipal(text, world, undefined);
  return undefined;
}

function takenIn(pattern: string, names: readonly string[], what: string): string {
  const matcher = compileWildcard(pattern);
  const taken = names.filter((name) => matcher.test(name));
  if (taken.length === 0) return `Takes in no ${what} of this scenario.`;
  const listed = taken.slice(0, MOST_LISTED).map((name) => quoted(name, 80));
  const more = taken.length > listed.length ? ` and ${taken.length - listed.length} more` : '';
  return `Takes in, of this scenario: ${listed.join(', ')}${more}.`;
}

function aboutVia(text: string): About | undefined {
  const via = readViaService(text);
  if (via === undefined) return undefined;
  const use = serviceUses.find((each) => each.via === via.service);
  return {
    title: text,
    lines: [
      `Requests that ${use?.name ?? quoted(via.service)} makes for the caller in ${quoted(via.region)}.`,
    ],
  };
}
