import { describe, expect, it } from 'vitest';
import { accessGraph } from './graph.view.ts';
import { pointedAt, pointedStatement } from './pointing.view.ts';
import {
  anyone,
  app,
  denyOutside,
  ownerAccount,
  partnerAccount,
  partnerRead,
  plainNames,
  smallTable,
} from './testTable.ts';

const graph = accessGraph(smallTable, new Set(), plainNames);
const at = (principal: string | null, group: string | null) => pointedAt(graph, { principal, group });

describe('pointedAt', () => {
  it('points from a pair at all statements that make or break it', () => {
    expect(at(partnerAccount.id, 'Use')).toEqual({
      at: { principal: partnerAccount.id, group: 'Use' },
      label: 'Account 444455556666, Use',
      spans: [partnerRead.span, denyOutside.span],
    });
  });

  it('points from a principal at where it is named, else at what speaks about it', () => {
    expect(at(ownerAccount.id, null)).toMatchObject({ label: ownerAccount.label, spans: ownerAccount.spans });
    expect(at(anyone.id, null)?.spans).toEqual([denyOutside.span]);
  });

  it('points from a group at every statement about it, each once', () => {
    expect(at(null, 'Destroy')?.spans.map((span) => span.from)).toEqual([100, 400]);
  });

  it('points at nothing that is not there', () => {
    expect(at('gone', 'Use')).toBeNull();
    expect(at(app.id, 'No such group')).toBeNull();
    expect(at(null, null)).toBeNull();
  });
});

it('points at a single statement', () => {
  expect(pointedStatement(plainNames.name(denyOutside))).toEqual({
    at: null,
    label: 'DenyOutsideOrg',
    spans: [denyOutside.span],
  });
});
