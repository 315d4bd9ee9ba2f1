import type { Json } from '#engine/scenario/scenario.ts';
import { pairsOfRows, rowsOfPairs } from './pairRows.ts';
import type { Pair } from './pairRows.ts';

export type ConstraintKind = 'none' | 'EncryptionContextSubset' | 'EncryptionContextEquals';

/** The constraints of a grant to be created, as they are edited. */
export interface ConstraintsDraft {
  readonly kind: ConstraintKind;
  readonly rows: readonly Pair[];
  readonly sourceArn: string;
}

export function readConstraints(value: Json | undefined): ConstraintsDraft {
  const members = new Map(typeof value === 'object' && value !== null ? Object.entries(value) : []);
  const sourceArn = members.get('SourceArn');
  const kind = members.has('EncryptionContextEquals')
    ? 'EncryptionContextEquals'
    : members.has('EncryptionContextSubset')
      ? 'EncryptionContextSubset'
      : 'none';
  return {
    kind,
    rows: rowsOfPairs(members.get(kind)),
    sourceArn: typeof sourceArn === 'string' ? sourceArn : '',
  };
}

export function writeConstraints({ kind, rows, sourceArn }: ConstraintsDraft): Json | undefined {
  const members: Record<string, Json> = {};
  if (kind !== 'none') members[kind] = pairsOfRows(rows);
  if (sourceArn !== '') members['SourceArn'] = sourceArn;
  return Object.keys(members).length === 0 ? undefined : members;
}
