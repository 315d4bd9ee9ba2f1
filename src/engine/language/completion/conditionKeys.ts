import type { ConditionKeyInfo } from '#engine/catalog/conditionKey.ts';
import { conditionKeys } from '#engine/catalog/conditionKeys.ts';
import { parseOperator } from '#engine/conditions/parseOperator.ts';
import { quotedList } from '#engine/source/quote.ts';
import { encryptionContextIn, mentionsOf, type Mentions } from '#engine/suggest/mentions.ts';
import type { DocumentKind } from '../documentKind.ts';
import { identityTags, keyTags } from '../known.ts';
import type { PlaceContext } from '../languageContext.ts';
import { actionsOf, type StatementActions } from '../statementActions.ts';
import { conditionKeyUse } from '../usage.generated.data.ts';
import type { Completion } from './completion.ts';
import { fitOf } from './fit.ts';
import { memberText, plain, quotedText } from './insertion.ts';

const uses = new Map(conditionKeyUse.map(([name, count]) => [name, count]));

/**
 * Condition keys that mean something here: in this kind of document (KMS-134), in requests for the statement's actions, and of a type the
 * operator compares. Those the scenario's documents use come first, then those that published policies use.
 */
export function completeConditionKeys(context: PlaceContext, operator: string): readonly Completion[] {
  const { around, world, document } = context;
  const mentions = mentionsOf(world);
  const actions = actionsOf(around.statement);
  const taken = new Set(around.siblings.map((key) => key.toLowerCase()));
  return conditionKeys
    .filter((key) => isOfUse(key, document.kind, actions) && fitsOperator(operator, key) !== 'no')
    .flatMap((key) => namesOf(key, context, mentions).map((name) => ({ key, name })))
    .filter(({ name }) => !taken.has(name.toLowerCase()))
    .toSorted(
      (left, right) =>
        rank(right, operator, mentions) - rank(left, operator, mentions) || (left.name < right.name ? -1 : 1),
    )
    .map(({ key, name }) => offer(context, key, name, operator, actions));
}

/** Whether a request that reaches this statement can carry the key. */
function isOfUse(key: ConditionKeyInfo, kind: DocumentKind, actions: StatementActions | undefined): boolean {
  if (key.replacedBy !== undefined) return false;
  if (kind === 'key' && !key.inKeyPolicy) return false;
  if (kind === 'resource' || kind === 'trust') return key.scope !== 'kms';
  if (actions === undefined || key.operations === 'any') return true;
  if (actions.others && key.scope !== 'kms') return true;
  return actions.kms.some(({ name }) => key.operations !== 'any' && key.operations.includes(name));
}

function fitsOperator(operator: string, key: ConditionKeyInfo): 'well' | 'usable' | 'no' {
  const parsed = parseOperator(operator);
  return 'problem' in parsed ? 'well' : fitOf(parsed, key);
}

interface Named {
  readonly key: ConditionKeyInfo;
  readonly name: string;
}

function rank({ key, name }: Named, operator: string, mentions: Mentions): number {
  const mentioned = mentions.get(name.toLowerCase())?.count ?? 0;
  const published = uses.get((key.prefix ?? key.name).toLowerCase()) ?? 0;
  const isFamily = key.prefix === name;
  const fit = fitsOperator(operator, key) === 'well' ? 1_000_000 : 0;
  return fit + Math.min(mentioned, 90) * 1_000 + (isFamily ? 0 : 0.5) + published;
}

/** A family stands for the names in use; by itself it ends where its variable part begins. */
function namesOf(key: ConditionKeyInfo, { world }: PlaceContext, mentions: Mentions): readonly string[] {
  const { prefix } = key;
  if (prefix === undefined) return [key.name];
  if (key.count !== undefined) return [`${prefix}0`];
  return [...new Set([...variableParts(prefix, world, mentions)].map((part) => prefix + part)), prefix];
}

function variableParts(prefix: string, world: PlaceContext['world'], mentions: Mentions): Iterable<string> {
  const seen = [...mentions.values()].flatMap(({ key }) =>
    key.toLowerCase().startsWith(prefix.toLowerCase()) ? [key.slice(prefix.length)] : [],
  );
  switch (prefix) {
    case 'kms:EncryptionContext:':
      return [...seen, ...encryptionContextIn(world, mentions).map(({ key }) => key)];
    case 'aws:PrincipalTag/':
      return [...seen, ...identityTags(world).keys()];
    case 'aws:ResourceTag/':
    case 'aws:RequestTag/':
      return [...seen, ...keyTags(world).keys()];
    default:
      return seen;
  }
}

function offer(
  { position }: PlaceContext,
  key: ConditionKeyInfo,
  name: string,
  operator: string,
  actions: StatementActions | undefined,
): Completion {
  const isFamily = key.prefix === name;
  const quotedName = isFamily ? `"${plain(name)}\${1:${isTag(name) ? 'tag' : 'name'}}"` : quotedText(name);
  const place = isFamily ? '"$2"' : '"$1"';
  const value = /^For(All|Any)/.test(operator) ? `[${place}]` : place;
  return {
    kind: 'conditionKey',
    label: name,
    meaning: key.meaning,
    more: onlySome(key, actions),
    insert: memberText(position, quotedName, value),
    continues: !isFamily && !position.hasColon,
  };
}

function isTag(name: string): boolean {
  return name.endsWith('/');
}

/** The statement's actions of which only some carry the key. */
function onlySome(key: ConditionKeyInfo, actions: StatementActions | undefined): string | undefined {
  const { operations } = key;
  if (operations === 'any' || actions === undefined) return undefined;
  const carrying = actions.kms.filter(({ name }) => operations.includes(name));
  if (carrying.length === actions.kms.length && !actions.others) return undefined;
  const named = carrying.slice(0, 8).map(({ name }) => name);
  return `Only requests for ${quotedList(named, 'and')}${carrying.length > 8 ? ' and others' : ''} carry it.`;
}
