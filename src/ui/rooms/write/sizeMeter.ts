import type { DocumentKind } from '#engine/language/documentKind.ts';
import { policySize, type PolicySize } from '#engine/policy/size.ts';

/** How full a policy is. */
export interface SizeMeter {
  /** Share of what it may have, from 0 to 1 and beyond. */
  readonly share: number;
  readonly level: 'roomy' | 'filling' | 'near' | 'over';
  /** Beside the gauge; empty while there is room enough. */
  readonly words: string;
  /** All about it, for who asks. */
  readonly title: string;
}

/** From here on the meter says how full it is. */
const FILLING = 0.7;
/** From here on it warns: there is room for a statement or two. */
const NEAR = 0.9;

/** Null for an empty text, and for kinds of document whose quota is not known (IAM-017, KMS-018). */
export function sizeMeter(text: string, kind: DocumentKind): SizeMeter | null {
  const size = kind === 'grants' || text.trim() === '' ? undefined : policySize(text, kind);
  if (size === undefined) return null;
  const share = size.used / size.limit;
  const level = levelOf(share);
  return { share, level, words: words(size, level), title: title(size, kind) };
}

function levelOf(share: number): SizeMeter['level'] {
  if (share > 1) return 'over';
  if (share >= NEAR) return 'near';
  return share >= FILLING ? 'filling' : 'roomy';
}

function words(size: PolicySize, level: SizeMeter['level']): string {
  const { used, limit, unit } = size;
  if (level === 'roomy') return '';
  if (level !== 'over') return `${grouped(used)} of ${grouped(limit)} ${unit}`;
  const over = used - limit;
  return `${grouped(over)} ${over === 1 ? unit.slice(0, -1) : unit} over the limit of ${grouped(limit)}`;
}

function title({ used, limit, unit, whiteSpaceCounts }: PolicySize, kind: DocumentKind): string {
  const counted = whiteSpaceCounts ? unit : `${unit} without white space`;
  const quota = kind === 'identity' ? ', the quota of a managed policy' : '';
  return `${grouped(used)} of ${grouped(limit)} ${counted}${quota}`;
}

function grouped(count: number): string {
  return count.toLocaleString('en-US');
}
