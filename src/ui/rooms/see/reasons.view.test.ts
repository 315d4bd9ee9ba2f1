import { describe, expect, it } from 'vitest';
import type { ActionCell } from '#engine/access/table.ts';
import { reasons } from './reasons.view.ts';
import { appUse, denyOutside, enable } from './testTable.ts';

const cell = (
  action: string,
  value: ActionCell['value'],
  because: string,
  evidence: ActionCell['evidence'] = [],
) => ({
  action,
  value,
  because: [because],
  evidence,
});

describe('reasons', () => {
  it('gathers actions under one reason and puts what is granted first', () => {
    const found = reasons([
      cell('kms:Sign', 'none', 'Nothing allows it.'),
      cell('kms:Decrypt', 'depends', 'Depends on `kms:ViaService`.', [enable]),
      cell('kms:Verify', 'none', 'Nothing allows it.'),
      cell('kms:Encrypt', 'allowed', 'AppUse allows it.', [appUse, appUse]),
    ]);
    expect(found.map(({ value, actions, evidence }) => [value, actions, evidence.length])).toEqual([
      ['allowed', ['kms:Encrypt'], 1],
      ['depends', ['kms:Decrypt'], 1],
      ['none', ['kms:Sign', 'kms:Verify'], 0],
    ]);
  });

  it('keeps apart what rests on different statements or has another value', () => {
    expect(
      reasons([
        cell('kms:A', 'denied', 'Denied.', [denyOutside]),
        cell('kms:B', 'denied', 'Denied.', [enable]),
        cell('kms:C', 'none', 'Denied.', [enable]),
      ]),
    ).toHaveLength(3);
  });
});
