import type { Answers } from '#engine/exchange/fillIn.ts';
import type { Import, Piece } from '#engine/exchange/piece.ts';
import type { Surroundings } from '#engine/exchange/placeholder.ts';
import { settle, type Settled } from '#engine/exchange/settle.ts';
import { accountOf, splitArn } from '#engine/vocabulary/arn.ts';
import type { WorkspaceState } from './app.ts';
import { EXAMPLE_ACCOUNT, shownKeyIndex } from './keyEdits.ts';
import { ONE_CLICK, type Origin, type Placed, type Placing } from './placed.ts';
import { placing } from './placing.ts';
import { placeImportedIdentity, placeImportedKey, placeImportedRequest } from './placingImport.ts';
import { replaced } from './workspace.ts';

/** What importing one piece would do. */
export interface PlannedPiece {
  readonly piece: Piece;
  readonly settled: Settled;
  /** `excluded`: the user took it out. */
  readonly outcome: 'new' | 'replaces' | 'same' | 'skipped' | 'excluded';
  /** What becomes of it, or why nothing does: one sentence. */
  readonly sentence: string;
}

export interface ImportPlan {
  readonly rows: readonly PlannedPiece[];
  /** The change that all of them are together; null where nothing would change. */
  readonly step: Partial<WorkspaceState> | null;
  /** The placing of the first that changes something: what to show afterwards. */
  readonly first: Placed | null;
}

export interface Choices {
  readonly answers: Answers;
  /** Pieces that stay out. */
  readonly excluded: ReadonlySet<string>;
  /** For a key: the ARN of the key it becomes, or `new`. */
  readonly targets: ReadonlyMap<string, string>;
}

/** Tries the import out on the workspace: one piece after the other, as one change with one way back. */
export function planImport(
  before: WorkspaceState,
  imported: Import,
  { answers, excluded, targets }: Choices,
  origin: Origin,
): ImportPlan {
  let state = before;
  let first: Placed | null = null;
  const taken = new Set<string>();
  const rows = imported.pieces.map((piece): PlannedPiece => {
    const settled = settle(piece, answers);
    if (excluded.has(piece.id)) return { piece, settled, outcome: 'excluded', sentence: 'Stays out.' };
    const placed = placingOf(state, settled, { origin, target: wanted(targets.get(piece.id)), taken });
    if (!placed.placed) return { piece, settled, outcome: 'skipped', sentence: placed.because };
    const outcome = outcomeOf(placed);
    if (outcome !== 'same') first ??= placed;
    state = { ...state, ...placed.step };
    return { piece, settled, outcome, sentence: `${placed.done}.` };
  });
  if (first === null) return { rows, step: null, first };
  const step = replaced(before, state.scenario, state.request);
  return { rows, step: { ...step, shownKey: state.shownKey ?? null }, first };
}

/** `auto` leaves it to the import. */
function wanted(target: string | undefined): string | undefined {
  return target === 'auto' ? undefined : target;
}

interface Target {
  readonly origin: Origin;
  readonly target: string | undefined;
  /** ARNs of keys that earlier pieces became. */
  readonly taken: Set<string>;
}

function placingOf(state: WorkspaceState, settled: Settled, { origin, target, taken }: Target): Placing {
  switch (settled.kind) {
    case 'key':
      return placeImportedKey(state, settled, { origin, target, taken });
    case 'identity':
      return placeImportedIdentity(state, settled.identity);
    case 'request':
      return placeImportedRequest(state, settled.request);
    case 'recognized':
      return placing(state, settled.recognized, origin);
  }
}

function outcomeOf(placed: Placed): 'new' | 'replaces' | 'same' {
  if (Object.keys(placed.step).length === 0) return 'same';
  return placed.more.includes(ONE_CLICK) || placed.more.includes('Previous work is one click away.')
    ? 'replaces'
    : 'new';
}

/** What is known for filling placeholders: the key that is shown, and the organization of its account. */
export function surroundings({ scenario, shownKey }: WorkspaceState): Surroundings {
  const keyArn = scenario.keys[shownKeyIndex(scenario, shownKey)]?.arn ?? '';
  const { partition, region } = splitArn(keyArn) ?? { partition: 'aws', region: 'us-east-1' };
  const account = accountOf(keyArn) ?? EXAMPLE_ACCOUNT;
  const organization = scenario.accounts.find(({ id }) => id === account)?.organization;
  return { account, region, partition, keyArn, ...(organization !== undefined && { organization }) };
}
