import { expect, test } from 'vitest';
import type { Json } from '#engine/scenario/scenario.ts';
import { readConstraints, writeConstraints } from './grantConstraints.ts';

test.each<Json | undefined>([
  undefined,
  { EncryptionContextSubset: { tenant: 'a1' } },
  { EncryptionContextEquals: {} },
  { EncryptionContextEquals: { tenant: 'a1' }, SourceArn: 'arn:aws:s3:::b' },
  { SourceArn: 'arn:aws:s3:::b' },
])('%j is read and written back', (value) => {
  expect(writeConstraints(readConstraints(value))).toEqual(value);
});

test('another kind keeps the pairs', () => {
  const draft = readConstraints({ EncryptionContextSubset: { tenant: 'a1' } });
  expect(writeConstraints({ ...draft, kind: 'EncryptionContextEquals' })).toEqual({
    EncryptionContextEquals: { tenant: 'a1' },
  });
});

test('what is no object says nothing', () => {
  expect(writeConstraints(readConstraints('x'))).toBeUndefined();
});
