import type { Steps } from '../steps.ts';
import type { World } from '../world/world.ts';
import { kmsActionNames } from '../catalog/actions.ts';
import { accessTableInSteps, type TableScope } from './accessTable.ts';
import { accessRows } from './principals.ts';
import type { AccessPrincipal, AccessTable, CellValue } from './table.ts';

/** Permissions of one principal that change in the same way. */
export interface AccessChange {
  /** As in the table: derived from the principal's ARN or name. */
  readonly id: string;
  readonly principal: string;
  readonly detail: string;
  readonly from: CellValue;
  readonly to: CellValue;
  /** `kms:Decrypt`, in the order of the table. */
  readonly actions: readonly string[];
}

/**
 * What of the access table changes from one world to another: both are asked about everyone whom either names, since a principal
 * that one of them does not name has its access through its account, or none.
 *
 * @param arn of a key in both worlds; without it nothing changes.
 * @returns in the order of the table; empty where every cell stays as it is.
 */
export function accessChanges(before: World, after: World, arn: string): Steps<readonly AccessChange[]> {
  return accessChangesFrom(before, arn)(after);
}

/**
 * The same for several worlds after one: what there was before is worked out once for the same principals and actions.
 *
 * @returns a function that also takes which actions can have changed; all can, if that is left out.
 */
export function accessChangesFrom(
  before: World,
  arn: string,
): (after: World, about?: (action: string) => boolean) => Steps<readonly AccessChange[]> {
  const old = before.keys.find((key) => key.arn === arn);
  const known = old === undefined ? [] : accessRows(before, old);
  const ids = new Set(known.map(({ id }) => id));
  const remembered = new Map<string, Cells>();
  return function* changes(after, about = () => true) {
    const fresh = after.keys.find((key) => key.arn === arn);
    if (old === undefined || fresh === undefined) return [];
    const added = accessRows(after, fresh).filter(({ id }) => !ids.has(id));
    const rows = [...known, ...added];
    const scope: TableScope = { detail: 'values', about };
    const name = JSON.stringify([added.map(({ id }) => id), kmsActionNames.filter(about)]);
    const left = remembered.get(name) ?? cellsOf(yield* accessTableInSteps(before, old, rows, scope));
    remembered.set(name, left);
    const { principals } = yield* accessTableInSteps(after, fresh, rows, scope);
    return principals.flatMap((principal) => changesOf(principal, left));
  };
}

type Cells = ReadonlyMap<string, CellValue>;

const cellId = (principal: string, action: string): string => `${principal} ${action}`;

function cellsOf({ principals }: AccessTable): Cells {
  return new Map(
    principals.flatMap(({ id, cells }) =>
      cells.flatMap(({ actions }) =>
        actions.map(({ action, value }) => [cellId(id, action), value] as const),
      ),
    ),
  );
}

function changesOf({ id, label, detail, cells }: AccessPrincipal, before: Cells): readonly AccessChange[] {
  const groups = new Map<string, AccessChange>();
  for (const { action, value } of cells.flatMap(({ actions }) => actions)) {
    const from = before.get(cellId(id, action)) ?? 'none';
    if (from === value) continue;
    const group = `${from} ${value}`;
    const known = groups.get(group) ?? { id, principal: label, detail, from, to: value, actions: [] };
    groups.set(group, { ...known, actions: [...known.actions, action] });
  }
  return [...groups.values()];
}
