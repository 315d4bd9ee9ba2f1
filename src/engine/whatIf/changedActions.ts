import { statementsFor } from '../authorize/plan.ts';
import { documentsOf } from '../scenario/mapDocuments.ts';
import { textIds } from '../scenario/textIds.ts';
import type { SourceSpan, TextId } from '../source/span.ts';
import type { World } from '../world/world.ts';
import type { Edit } from './edit.ts';

/**
 * Which actions the statements that some edits change, add or take away speak about: access to all others stays as it is.
 *
 * @param after the world with the edits made
 * @returns undefined where the edits change more than statements
 */
export function changedActions(
  edits: readonly Edit[],
  before: World,
  after: World,
): ((action: string) => boolean) | undefined {
  const changed = new Set<TextId>();
  for (const edit of edits) {
    if (edit.kind === 'text') changed.add(edit.document);
    else if (edit.kind === 'identityPolicy') changed.add(textIds.identityPolicy(edit.arn, edit.name));
    // The access table is about all requests, whatever the one that is asked.
    else if (edit.kind !== 'request') return undefined;
  }
  const [old, fresh] = [readings(before, changed), readings(after, changed)];
  if ([...old.values(), ...fresh.values()].some(({ isPolicy }) => !isPolicy)) return undefined;
  return (action) => [...changed].some((id) => said(old.get(id), action) !== said(fresh.get(id), action));
}

interface Reading {
  readonly isPolicy: boolean;
  /** What the statements about an action say, in one text. */
  readonly about: (action: string) => string;
}

const said = (reading: Reading | undefined, action: string): string => reading?.about(action) ?? '';

function readings(world: World, ids: ReadonlySet<TextId>): ReadonlyMap<TextId, Reading> {
  const texts = new Map(documentsOf(world.scenario).map(({ id, text }) => [id, text]));
  const found = world.documents.flatMap(({ id, policy }): readonly (readonly [TextId, Reading])[] => {
    if (!ids.has(id)) return [];
    const textOf = ({ from, to }: SourceSpan): string => (texts.get(id) ?? '').slice(from, to);
    const about = (action: string): string =>
      policy === undefined
        ? ''
        : statementsFor(policy, action)
            .all.map(({ statement }) => textOf(statement.span))
            .join('\n');
    return [[id, { isPolicy: policy !== undefined, about }]];
  });
  return new Map(found);
}
