import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { ordersKey } from '../examples/ordersKey.ts';
import { createFocus, keepFocusInPlace } from './focus.ts';
import { editBetween, followEdit } from './followEdit.ts';
import { findDocument } from '#engine/scenario/mapDocuments.ts';
import { createWorkspace } from './workspace.ts';

function set(label: string, from = 0, to = 1) {
  return { label, spans: [{ text: 'key', from, to }], from: 'write' as const };
}

describe('the focus', () => {
  it('comes back to what is pinned when the pointer leaves', () => {
    const focus = createFocus();
    focus.getState().pin(set('pinned'));
    focus.getState().hover(set('hovered'));
    expect(focus.getState().focus).toEqual({ ...set('hovered'), pinned: false });
    focus.getState().hover(null);
    expect(focus.getState().focus).toEqual({ ...set('pinned'), pinned: true });
    focus.getState().clear();
    focus.getState().hover(null);
    expect(focus.getState().focus).toBeNull();
  });

  it('moves along with the text, ends hovers, and goes with the statement it stood on', () => {
    const workspace = createWorkspace(ordersKey);
    const focus = createFocus();
    keepFocusInPlace(focus, workspace);
    const text = findDocument(ordersKey, 'key')?.text ?? '';
    const from = text.indexOf('"DenyOutsideOrg"');
    focus.getState().pin(set('DenyOutsideOrg', from, from + 16));
    focus.getState().hover(set('hovered'));
    workspace.getState().setText('key', text.replace('"kms:*"', '"kms:Get*"'));
    expect(focus.getState().focus).toEqual({ ...set('DenyOutsideOrg', from + 3, from + 19), pinned: true });
    workspace.getState().setText('key', '{}');
    expect(focus.getState().focus).toBeNull();
  });

  it('stays when another text or the request changes, and ends with other work', () => {
    const workspace = createWorkspace(ordersKey);
    const focus = createFocus();
    keepFocusInPlace(focus, workspace);
    focus.getState().pin(set('here', 5, 9));
    workspace.getState().setText('grants', '[]');
    workspace.getState().setRequest({ principal: 'anonymous', action: 'kms:Sign' });
    expect(focus.getState().focus).toEqual({ ...set('here', 5, 9), pinned: true });
    workspace.getState().openExample();
    expect(focus.getState().focus).toBeNull();
  });

  it('keeps a pinned thing that stands nowhere in the texts', () => {
    const workspace = createWorkspace(ordersKey);
    const focus = createFocus();
    keepFocusInPlace(focus, workspace);
    focus.getState().pin({ label: 'Anyone else', spans: [], from: 'see' });
    workspace.getState().setText('key', '{}');
    expect(focus.getState().focus?.label).toBe('Anyone else');
  });
});

describe('a place after an edit', () => {
  it('still covers the same characters when something else was edited', () => {
    const chunk = fc.string({ unit: fc.constantFrom('a', 'b', '\n'), maxLength: 8 });
    fc.assert(
      fc.property(chunk, chunk, chunk, chunk, fc.boolean(), (before, marked, between, typed, ahead) => {
        const inner = `<${marked}>`;
        const was = ahead ? `${before}${inner}${between}` : `${between}${inner}${before}`;
        const is = ahead ? `${typed}${inner}${between}` : `${between}${inner}${typed}`;
        const at = was.indexOf(inner, ahead ? before.length : between.length);
        const span = { text: 'key', from: at, to: at + inner.length };
        const next = followEdit(span, editBetween(was, is));
        expect(next && is.slice(next.from, next.to)).toBe(inner);
      }),
    );
  });

  it('stays inside the new text whatever happened', () => {
    fc.assert(
      fc.property(fc.string(), fc.string(), fc.nat(), fc.nat(), (was, is, a, b) => {
        const [from, to] = [a % (was.length + 1), b % (was.length + 1)].toSorted((x, y) => x - y);
        const next = followEdit({ text: 'key', from: from ?? 0, to: to ?? 0 }, editBetween(was, is));
        if (next === null) return;
        expect(next.from).toBeGreaterThanOrEqual(0);
        expect(next.to).toBeGreaterThanOrEqual(next.from);
        expect(next.to).toBeLessThanOrEqual(is.length);
      }),
    );
  });

  it.each([
    ['typing before it moves it', [4, 6], 'abXcdefgh', [5, 7]],
    ['typing after it leaves it', [2, 4], 'abcdefXgh', [2, 4]],
    ['typing inside it grows it', [2, 6], 'abcdXefgh', [2, 7]],
    ['deleting its end shortens it', [2, 6], 'abcdh', [2, 4]],
    ['deleting its beginning shortens it', [2, 6], 'aefgh', [1, 3]],
    ['replacing all of it ends it', [2, 4], 'aXfgh', null],
  ])('%s', (_what, [from = 0, to = 0], after, expected) => {
    const next = followEdit({ text: 'key', from, to }, editBetween('abcdefgh', after));
    expect(next && [next.from, next.to]).toEqual(expected);
  });
});
