import { findAction } from './actions.ts';
import { inCustomKeyStore } from './keySpecs.ts';
import type {
  KeyState,
  KeyStateError,
  KeyStateFootnote,
  KeyStateOutcome,
  KeyStateSubject,
} from './keyState.ts';
import { keyStateColumns, keyStateFootnotes, keyStateTable } from './keyStates.data.ts';

interface Cell {
  readonly kind: string;
  readonly footnotes: readonly number[];
  readonly inferred: boolean;
}

function cell(text: string): Cell {
  const inferred = text.endsWith('~');
  const [kind = '', footnotes = ''] = text.replace('~', '').split(':');
  return { kind, footnotes: footnotes === '' ? [] : footnotes.split(',').map(Number), inferred };
}

function applies(footnote: KeyStateFootnote, subject: KeyStateSubject): boolean {
  if (footnote.when === undefined) return true;
  switch (footnote.when) {
    case 'customKeyStore':
      return inCustomKeyStore(subject.origin);
    case 'importedMaterial':
      return subject.origin === 'EXTERNAL';
    case 'noImportedMaterial':
      return subject.origin !== 'EXTERNAL';
    case 'target':
      return subject.target === true;
  }
}

/** Errors of a cell that this key meets; those that say something about this kind of key come first. */
function errorsOf({ footnotes }: Cell, subject: KeyStateSubject): readonly KeyStateError[] {
  const particular: KeyStateError[] = [];
  const general: KeyStateError[] = [];
  for (const number of footnotes) {
    const footnote = keyStateFootnotes[number];
    if (footnote?.error === undefined || !applies(footnote, subject)) continue;
    const found = { error: footnote.error, because: footnote.because, footnote: number };
    (footnote.when === undefined ? general : particular).push(found);
  }
  return [...particular, ...general];
}

/** The table marks the call as failing, but its footnote is about other keys: the state is what is wrong. */
const wrongState: KeyStateError = {
  error: 'KMSInvalidStateException',
  because: 'is in a state this operation does not accept',
  footnote: undefined,
};

/**
 * What the key's state does to an authorized call (KMS-252 puts this check after authorization, key usage and spec).
 *
 * @param operation a permission on a key, with or without `kms:`, any case; `kms:ReEncrypt` has two keys, so ask about
 *   `kms:ReEncryptFrom` and `kms:ReEncryptTo`
 * @param state of the key the permission is needed on
 * @param subject what else it depends on
 * @returns undefined for operations whose outcome depends on no key's state
 */
export function keyStateOutcome(
  operation: string,
  state: KeyState,
  subject: KeyStateSubject,
): KeyStateOutcome | undefined {
  const name = findAction(operation)?.name.slice('kms:'.length);
  const row = name === undefined ? undefined : keyStateTable[name];
  const column = keyStateColumns.indexOf(state === 'PendingReplicaDeletion' ? 'PendingDeletion' : state);
  const text = row?.split(' ')[column];
  if (text === undefined) return undefined;
  const found = cell(text);
  if (found.kind === 'na') return { result: 'notApplicable' };
  const [first, ...others] = errorsOf(found, subject);
  if (first !== undefined) return { result: 'error', errors: [first, ...others], inferred: found.inferred };
  if (found.kind === 'no') return { result: 'error', errors: [wrongState], inferred: true };
  const remarks = found.footnotes.map((number) => keyStateFootnotes[number]);
  const remark = remarks.find((footnote) => footnote !== undefined && footnote.error === undefined);
  return { result: 'ok', remark: remark?.because, inferred: found.inferred };
}
