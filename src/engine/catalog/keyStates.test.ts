import { describe, expect, test } from 'vitest';
import { findAction, kmsActionNames, kmsActions } from './actions.ts';
import { apiErrors } from './apiErrors.data.ts';
import { findApiError } from './apiErrors.ts';
import { keyOrigins } from './keySpecs.data.ts';
import type { KeyState, KeyStateSubject } from './keyState.ts';
import { keyStateColumns, keyStateFootnotes, keyStateSource, keyStateTable } from './keyStates.data.ts';
import { keyStateOutcome } from './keyStates.ts';

const ordinary: KeyStateSubject = { origin: 'AWS_KMS' };
const states: readonly KeyState[] = [...keyStateColumns, 'PendingReplicaDeletion'];

/** `ok`, `na`, or the error names, each with its footnote; `~` when inferred. */
function short(operation: string, state: KeyState, subject: KeyStateSubject): string {
  const outcome = keyStateOutcome(operation, state, subject);
  if (outcome === undefined) return 'unknown';
  if (outcome.result === 'notApplicable') return 'na';
  const mark = outcome.inferred ? '~' : '';
  if (outcome.result === 'ok') return `ok${mark}`;
  return `${outcome.errors.map(({ error, footnote }) => `${error} ${footnote ?? '–'}`).join(', ')}${mark}`;
}

describe('the table', () => {
  test('has a row for every permission about a key, and no other', () => {
    const expected = kmsActionNames.filter((name) => {
      const action = findAction(name);
      return action?.authorizedOn !== 'none' && action?.class !== 'internal';
    });
    expect(
      Object.keys(keyStateTable)
        .map((name) => `kms:${name}`)
        .toSorted(),
    ).toEqual(expected);
    expect(keyStateSource).toContain('key-state');
  });

  const cells = Object.entries(keyStateTable).flatMap(([name, row]) =>
    row.split(' ').map((cell) => {
      const [, kind, footnotes] = /^(ok|no|\?|na)(?::([\d,]+))?~?$/.exec(cell) ?? [];
      return { name, cell, kind, footnotes: footnotes?.split(',').map(Number) ?? [] };
    }),
  );

  test('every row has a cell for each column, and every cell can be read', () => {
    const rows = Object.values(keyStateTable).map((row) => row.split(' '));
    expect(rows.filter((row) => row.length !== keyStateColumns.length)).toEqual([]);
    expect(cells.filter(({ kind }) => kind === undefined)).toEqual([]);
  });

  test('every footnote exists and is used', () => {
    const used = new Set(cells.flatMap(({ footnotes }) => footnotes));
    expect([...used].toSorted((left, right) => left - right)).toEqual(
      Object.keys(keyStateFootnotes).map(Number),
    );
  });

  test('a failing call has an error; one that can succeed fails for some keys at most', () => {
    const errorless = cells.filter(
      ({ kind, footnotes }) =>
        kind === 'no' && footnotes.every((number) => keyStateFootnotes[number]?.error === undefined),
    );
    expect(errorless).toEqual([]);
    const hopeless = cells.filter(
      ({ kind, footnotes }) =>
        kind !== 'no' &&
        footnotes.some((number) => {
          const footnote = keyStateFootnotes[number];
          return footnote?.error !== undefined && footnote.when === undefined;
        }),
    );
    expect(hopeless).toEqual([]);
  });

  test('every footnote’s error is in the list of errors', () => {
    const footnotes = Object.values(keyStateFootnotes);
    const unknown = footnotes.filter(({ error }) => error !== undefined && findApiError(error) === undefined);
    expect(unknown).toEqual([]);
    expect(footnotes.filter(({ because }) => !/^[a-z].*[a-z]$/.test(because))).toEqual([]);
  });

  test('every operation, state and origin has an outcome', () => {
    const questions = Object.keys(keyStateTable).flatMap((operation) =>
      states.flatMap((state) => keyOrigins.map((origin) => [operation, state, { origin }] as const)),
    );
    expect(questions.filter((question) => keyStateOutcome(...question) === undefined)).toEqual([]);
  });
});

describe('outcomes', () => {
  const custom: KeyStateSubject = { origin: 'AWS_CLOUDHSM' };
  const imported: KeyStateSubject = { origin: 'EXTERNAL' };

  test.each<[string, KeyState, KeyStateSubject, string]>([
    ['kms:Decrypt', 'Enabled', ordinary, 'ok'],
    ['kms:decrypt', 'Disabled', ordinary, 'DisabledException 1'],
    ['Decrypt', 'PendingDeletion', ordinary, 'KMSInvalidStateException 3, DisabledException 2'],
    ['Decrypt', 'PendingReplicaDeletion', ordinary, 'KMSInvalidStateException 3, DisabledException 2'],
    ['Decrypt', 'PendingImport', imported, 'KMSInvalidStateException 5'],
    ['Decrypt', 'Unavailable', custom, 'KMSInvalidStateException 11'],
    ['Decrypt', 'Creating', ordinary, 'KMSInvalidStateException 14'],
    ['Decrypt', 'Updating', ordinary, 'ok'],
    ['Sign', 'Unavailable', custom, 'na'],
    ['CreateGrant', 'Disabled', ordinary, 'DisabledException 1'],
    ['CreateGrant', 'Unavailable', custom, 'ok'],
    ['GetPublicKey', 'Disabled', ordinary, 'ok'],
    ['PutKeyPolicy', 'PendingDeletion', ordinary, 'ok'],
    ['CancelKeyDeletion', 'Enabled', ordinary, 'KMSInvalidStateException 4'],
    ['CancelKeyDeletion', 'PendingDeletion', ordinary, 'ok'],
    ['CancelKeyDeletion', 'Unavailable', custom, 'KMSInvalidStateException 4'],
    ['EnableKeyRotation', 'Enabled', ordinary, 'ok'],
    ['EnableKeyRotation', 'Enabled', custom, 'UnsupportedOperationException 7'],
    ['EnableKeyRotation', 'Disabled', ordinary, 'DisabledException 1'],
    ['EnableKeyRotation', 'Disabled', custom, 'UnsupportedOperationException 7, DisabledException 1'],
    ['GetKeyRotationStatus', 'PendingImport', imported, 'UnsupportedOperationException 6'],
    ['GenerateDataKeyPair', 'Unavailable', custom, 'UnsupportedOperationException 7'],
    ['DeleteImportedKeyMaterial', 'Enabled', imported, 'ok'],
    ['DeleteImportedKeyMaterial', 'Enabled', ordinary, 'UnsupportedOperationException 9'],
    ['GetParametersForImport', 'PendingDeletion', imported, 'KMSInvalidStateException 8'],
    ['GetParametersForImport', 'PendingDeletion', ordinary, 'UnsupportedOperationException 9'],
    ['ImportKeyMaterial', 'PendingDeletion', imported, 'KMSInvalidStateException –~'],
    ['UpdateAlias', 'PendingDeletion', ordinary, 'ok'],
    ['UpdateAlias', 'PendingDeletion', { ...ordinary, target: true }, 'KMSInvalidStateException 10'],
    ['Encapsulate', 'PendingImport', imported, 'KMSInvalidStateException 5~'],
    ['Encapsulate', 'Updating', ordinary, 'ok~'],
    ['GetKeyLastUsage', 'Disabled', ordinary, 'ok~'],
    ['ListKeys', 'Disabled', ordinary, 'unknown'],
    ['ReEncrypt', 'Disabled', ordinary, 'unknown'],
    ['s3:GetObject', 'Disabled', ordinary, 'unknown'],
  ])('%s on a key that is %s (%j): %s', (operation, state, subject, expected) => {
    expect(short(operation, state, subject)).toBe(expected);
  });

  test('a success with a remark says it', () => {
    expect(keyStateOutcome('DisableKey', 'Unavailable', custom)).toEqual({
      result: 'ok',
      remark: 'keeps its state until it is available again',
      inferred: false,
    });
    expect(keyStateOutcome('DisableKey', 'Enabled', ordinary)).toMatchObject({ remark: undefined });
  });

  test('an enabled ordinary key stops nothing but cancelling a deletion and importing', () => {
    const stopped = kmsActions.filter(
      ({ name }) => keyStateOutcome(name, 'Enabled', ordinary)?.result === 'error',
    );
    expect(stopped.map(({ name }) => name)).toEqual([
      'kms:CancelKeyDeletion',
      'kms:DeleteImportedKeyMaterial',
      'kms:GetParametersForImport',
      'kms:ImportKeyMaterial',
    ]);
  });
});

describe('errors of the API (KMS-250)', () => {
  test.each(apiErrors.map((error) => [error.name, error] as const))('%s is complete', (name, error) => {
    expect(findApiError(name)).toBe(error);
    expect(error.meaning).toMatch(/^[A-Z].*\.$/);
    expect(error.source).toMatch(/^(API|DG26|DG)\b/);
  });

  test('come in the order of their stages (KMS-252), each once', () => {
    const order = [
      'request',
      'resolution',
      'authorization',
      'grantToken',
      'keyUsage',
      'keyState',
      'ciphertext',
      'dryRun',
      'verification',
      'service',
    ];
    const positions = apiErrors.map(({ stage }) => order.indexOf(stage));
    expect(positions).toEqual(positions.toSorted((left, right) => left - right));
    expect(new Set(apiErrors.map(({ name }) => name)).size).toBe(apiErrors.length);
    expect(findApiError('accessdeniedexception')).toBeUndefined();
  });
});
