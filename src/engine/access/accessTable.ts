import { decide } from '../authorize/decide.ts';
import type { Check } from '../authorize/check.ts';
import { layersOf, type Layers } from '../authorize/layers.ts';
import { actionGroups, findAction } from '../catalog/actions.ts';
import { aliasCheck, keyCheck, type RequestFacts } from '../request/prepare.ts';
import { openCheck } from '../request/openContext.ts';
import { finish, type Steps } from '../steps.ts';
import { mentionedKeys } from '../world/mentionedKeys.ts';
import type { KeyInWorld, World } from '../world/world.ts';
import { actionClasses } from './actionClasses.ts';
import { applicable, because, evidenceOf, valueOf } from './evidence.ts';
import { findKeySpec } from '../catalog/keySpecs.ts';
import { type AccessRow, accessRows } from './principals.ts';
import { summaryOf } from './summary.ts';
import type {
  AccessPrincipal,
  AccessTable,
  ActionCell,
  CellEvidence,
  CellValue,
  GroupCell,
} from './table.ts';

/**
 * Who can do what with a key: every principal the documents name, and anyone else, against every permission on a key
 * that works on its kind of key. Each cell stands for all requests of that principal for that permission, whatever their
 * context, so it can depend.
 *
 * @param rows whom to ask about; everyone the documents name if omitted
 */
export function accessTable(
  world: World,
  key: KeyInWorld,
  rows: readonly AccessRow[] = accessRows(world, key),
): AccessTable {
  return finish(accessTableInSteps(world, key, rows));
}

/** What a table leaves out for who only compares it with another. */
export interface TableScope {
  /** `values`: cells say nothing of what they rest on. */
  readonly detail: 'values' | 'evidence';
  /** Which actions are asked about. */
  readonly about: (action: string) => boolean;
}

const everything: TableScope = { detail: 'evidence', about: () => true };

/** The same, a step for each row. */
export function* accessTableInSteps(
  world: World,
  key: KeyInWorld,
  rows: readonly AccessRow[] = accessRows(world, key),
  { detail, about }: TableScope = everything,
): Steps<AccessTable> {
  const mentioned = mentionedKeys(world);
  const groups = actionGroups.map(({ name, actions }) => ({
    name,
    actions: actions.filter((action) => suits(action, key) && about(action)),
  }));
  const offered = groups.flatMap(({ actions }) => actions);
  const classes = actionClasses(offered, world, key, mentioned);
  const principals: AccessPrincipal[] = [];
  for (const row of rows) {
    yield;
    principals.push(principalOf(row, { world, key, mentioned, classes, groups, detail }));
  }
  return { groups, principals, summary: summaryOf(principals) };
}

interface TableFacts {
  readonly world: World;
  readonly key: KeyInWorld;
  readonly mentioned: ReadonlySet<string>;
  readonly classes: ReadonlyMap<string, string>;
  readonly groups: AccessTable['groups'];
  readonly detail: 'values' | 'evidence';
}

/** Whether an action can work on this kind of key at all: nobody can sign with a key that encrypts. */
function suits(action: string, key: KeyInWorld): boolean {
  const { usage, types } = findAction(action)?.keyRequirement ?? {};
  const type = findKeySpec(key.spec)?.type;
  return (
    (usage === undefined || usage === key.usage) &&
    (types === undefined || type === undefined || types.includes(type))
  );
}

function principalOf(row: AccessRow, table: TableFacts): AccessPrincipal {
  const { world, classes, groups } = table;
  const { caller, ...shown } = row;
  const facts: RequestFacts = { world, caller, request: { principal: row.ask ?? '', action: '' } };
  const known = new Map<string, ActionCell>();
  const cellFor = (action: string): ActionCell => {
    const representative = classes.get(action) ?? action;
    const cell = known.get(representative) ?? actionCell(facts, representative, table);
    known.set(representative, cell);
    return action === representative ? cell : { ...cell, action };
  };
  const cells = groups.map(({ name, actions }) => groupCell(name, actions.map(cellFor)));
  return { ...shown, cells };
}

function actionCell(facts: RequestFacts, action: string, { key, mentioned, detail }: TableFacts): ActionCell {
  const cells = checksFor(facts, action, key).map((check) => {
    const open = openCheck(check, mentioned);
    const layers = layersOf(facts.world, open, undefined);
    return detail === 'values' ? valueCell(open, layers) : cellOf(open, layers);
  });
  const decisive = action === 'kms:RetireGrant' ? best(cells) : worst(cells);
  return decisive ?? { action, value: 'none', because: ['The key has no grants.'], evidence: [] };
}

/** The permissions behind one action: alias operations also need the alias, RetireGrant is asked for each grant. */
function checksFor(facts: RequestFacts, action: string, key: KeyInWorld): readonly Check[] {
  const check = keyCheck(facts, action, key, undefined);
  if (action === 'kms:RetireGrant') {
    return key.grants.map(({ grant }) => ({
      ...check,
      grantFacts: { ...check.grantFacts, grantId: grant.id },
    }));
  }
  if (findAction(action)?.authorizedOn !== 'alias+key') return [check];
  return [check, aliasCheck(facts, action, key.aliases[0] ?? 'alias/any', key)];
}

function cellOf(check: Check, layers: Layers): ActionCell {
  const value = valueOf(decide(check, layers).decision);
  const found = applicable(check, layers);
  return {
    action: check.action,
    value,
    because: because(value, found, check, layers),
    evidence: evidenceOf(value, found),
  };
}

function valueCell(check: Check, layers: Layers): ActionCell {
  return { action: check.action, value: valueOf(decide(check, layers).decision), because: [], evidence: [] };
}

const strength: readonly CellValue[] = ['none', 'denied', 'depends', 'allowed'];

function best(cells: readonly ActionCell[]): ActionCell | undefined {
  if (cells.length === 1) return cells[0];
  return cells.toSorted((left, right) => strength.indexOf(right.value) - strength.indexOf(left.value))[0];
}

/** All permissions are needed, so the weakest decides; a Deny is weaker than a missing Allow. */
function worst(cells: readonly ActionCell[]): ActionCell | undefined {
  if (cells.length === 1) return cells[0];
  const order: readonly CellValue[] = ['denied', 'none', 'depends', 'allowed'];
  return cells.toSorted((left, right) => order.indexOf(left.value) - order.indexOf(right.value))[0];
}

function groupCell(group: string, actions: readonly ActionCell[]): GroupCell {
  const count = (value: CellValue): number => actions.filter((cell) => cell.value === value).length;
  const counts = {
    allowed: count('allowed'),
    depends: count('depends'),
    denied: count('denied'),
    none: count('none'),
  };
  const value = strength.findLast((candidate) => counts[candidate] > 0) ?? 'none';
  return { group, value, counts, evidence: distinct(actions, value), actions };
}

/** The evidence of the actions that give a group its value, each statement once. */
function distinct(actions: readonly ActionCell[], value: CellValue): readonly CellEvidence[] {
  const evidence = new Map<string, CellEvidence>();
  for (const cell of actions) {
    if (cell.value !== value) continue;
    for (const item of cell.evidence) evidence.set(`${item.span.text}:${item.span.from}`, item);
  }
  return [...evidence.values()];
}
