import { describe, expect, it } from 'vitest';
import { accessGraph, edgeId } from './graph.view.ts';
import { isCellLit, litGraph } from './highlight.view.ts';
import type { Attention } from './highlight.view.ts';
import {
  anyone,
  app,
  appUse,
  denyOutside,
  enable,
  ownerAccount,
  partnerAccount,
  plainNames,
  smallTable,
} from './testTable.ts';

const graph = accessGraph(smallTable, new Set(), plainNames);
const calm: Attention = {
  focus: null,
  pointed: [],
  deciding: [],
  request: { principal: 'arn:aws:iam::444455556666:role/Reader', action: 'kms:Decrypt' },
};
const lit = (attention: Partial<Attention>) => {
  const { edges, nodes } = litGraph(graph, smallTable, { ...calm, ...attention });
  return { edges: [...edges].toSorted(), nodes: [...nodes].toSorted() };
};
const focusOn = (from: 'write' | 'see' | 'ask', ...spans: readonly (typeof enable)[]) => ({
  label: 'A statement',
  spans: spans.map((statement) => statement.span),
  from,
  pinned: true,
});

describe('litGraph', () => {
  it('lights nothing where nothing decided', () => {
    expect(lit({})).toEqual({ edges: [], nodes: [] });
  });

  it('without a focus lights the edge of the request that was decided', () => {
    expect(lit({ deciding: [denyOutside.span] })).toEqual({
      edges: [edgeId(partnerAccount.id, 'Use')],
      nodes: [partnerAccount.id, 'group Use'].toSorted(),
    });
  });

  it('lights all edges of the deciding statement where none is the request’s own', () => {
    const request = { principal: `${app.ask}`, action: 'kms:ScheduleKeyDeletion' };
    expect(lit({ deciding: [appUse.span], request }).edges).toEqual([edgeId(app.id, 'Use')]);
  });

  it('lights every edge of a statement pointed at in the text', () => {
    expect(lit({ focus: focusOn('write', denyOutside) }).edges).toEqual(
      [
        edgeId(partnerAccount.id, 'Use'),
        edgeId(anyone.id, 'Use'),
        edgeId(anyone.id, 'Read about'),
        edgeId(anyone.id, 'Destroy'),
      ].toSorted(),
    );
  });

  it('lights the request’s own edge for a step of the trace', () => {
    expect(lit({ focus: focusOn('ask', denyOutside) }).edges).toEqual([edgeId(partnerAccount.id, 'Use')]);
  });

  it('lights a principal where it is named, though nothing follows from it', () => {
    const [span] = ownerAccount.spans;
    const other = {
      ref: 'x',
      effect: 'Allow' as const,
      span: { text: 'key', from: span?.from ?? 0, to: span?.to ?? 0 },
    };
    expect(lit({ focus: focusOn('write', other) }).nodes).toContain(ownerAccount.id);
  });

  it('lights exactly what was pointed at in this room', () => {
    const pointed = [{ at: { principal: anyone.id, group: 'Destroy' }, label: 'A statement' }];
    expect(lit({ focus: focusOn('see', denyOutside), pointed })).toEqual({
      edges: [edgeId(anyone.id, 'Destroy')],
      nodes: [anyone.id, 'group Destroy'].toSorted(),
    });
    const node = [{ at: { principal: app.id, group: null }, label: 'A statement' }];
    expect(lit({ focus: focusOn('see', appUse), pointed: node })).toEqual({
      edges: [edgeId(app.id, 'Use'), edgeId(app.id, 'Read about')].toSorted(),
      nodes: [app.id],
    });
  });

  it('forgets what was pointed at here once another room points', () => {
    const pointed = [{ at: { principal: anyone.id, group: 'Destroy' }, label: 'A statement' }];
    expect(lit({ focus: focusOn('write', appUse), pointed }).edges).toEqual([edgeId(app.id, 'Use')]);
    expect(lit({ focus: { ...focusOn('see', appUse), label: 'Another' }, pointed }).edges).toEqual([
      edgeId(app.id, 'Use'),
    ]);
  });

  it('lights nothing for a text this room does not speak about', () => {
    const elsewhere = { ...enable, span: { ...enable.span, text: 'grants' } };
    expect(lit({ focus: focusOn('write', elsewhere) })).toEqual({ edges: [], nodes: [] });
  });
});

it('puts a cell under the highlighter with its edge', () => {
  const some = litGraph(graph, smallTable, { ...calm, deciding: [denyOutside.span] });
  expect(isCellLit(some, partnerAccount.id, 'Use')).toBe(true);
  expect(isCellLit(some, partnerAccount.id, 'Destroy')).toBe(false);
});
