import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { accessGraph, edgeId } from './graph.view.ts';
import {
  anyone,
  app,
  logs,
  plainNames,
  ownerAccount,
  partnerAccount,
  smallTable,
  testTable,
} from './testTable.ts';
import { standingIn, walk } from './walk.view.ts';
import type { Standing } from './walk.view.ts';

const graph = accessGraph(smallTable, new Set(), plainNames);

const at = (node: string): Standing => ({ node, edge: null, cameFrom: null });
const press = (from: Standing, ...keys: readonly string[]) =>
  keys.reduce<Standing>((standing, key) => walk(graph, standing, key) ?? standing, from);

describe('walk', () => {
  it('goes up and down within a column and stops at its ends', () => {
    expect(press(at(ownerAccount.id), 'ArrowDown', 'ArrowDown').node).toBe(app.id);
    expect(press(at(ownerAccount.id), 'ArrowUp').node).toBe(ownerAccount.id);
    expect(press(at(ownerAccount.id), 'End').node).toBe(anyone.id);
    expect(press(at('group Destroy'), 'ArrowDown').node).toBe('group Destroy');
    expect(press(at('group Destroy'), 'Home').node).toBe('group Use');
  });

  it('goes across along an edge and back the way one came', () => {
    const there = press(at(anyone.id), 'ArrowRight');
    expect(there.node).toBe('group Use');
    expect(press(there, 'ArrowLeft').node).toBe(anyone.id);
    expect(press(there, 'ArrowRight').node).toBe('group Use');
  });

  it('goes across even where there is no edge', () => {
    expect(press(at(logs.id), 'ArrowRight').node).toBe('group Use');
  });

  it('walks the edges of a node in turn, both ways', () => {
    const edges = ['Use', 'Read about', 'Destroy'].map((group) => edgeId(ownerAccount.id, group));
    expect(press(at(ownerAccount.id), 'e').edge).toBe(edges[0]);
    expect(press(at(ownerAccount.id), 'e', 'e', 'e').edge).toBe(edges[2]);
    expect(press(at(ownerAccount.id), 'e', 'e', 'e', 'e').edge).toBe(edges[0]);
    expect(press(at(ownerAccount.id), 'E').edge).toBe(edges[2]);
    expect(press(at(logs.id), 'e')).toEqual(at(logs.id));
  });

  it('follows the edge one stands on', () => {
    expect(press(at(ownerAccount.id), 'e', 'e', 'ArrowRight').node).toBe('group Read about');
    expect(press(at('group Use'), 'e', 'e', 'ArrowLeft').node).toBe(partnerAccount.id);
    expect(press(at(anyone.id), 'ArrowRight', 'e', 'e', 'ArrowLeft').node).toBe(partnerAccount.id);
  });

  it('leaves other keys alone', () => {
    expect(walk(graph, at(app.id), 'Tab')).toBeNull();
    expect(walk(graph, at(app.id), 'x')).toBeNull();
  });

  it('always stands on a node of the graph, and on an edge only of that node', () => {
    const keys = fc.array(
      fc.constantFrom('ArrowUp', 'ArrowDown', 'ArrowLeft', 'ArrowRight', 'Home', 'End', 'e', 'E'),
    );
    fc.assert(
      fc.property(keys, (pressed) => {
        const end = press(at(app.id), ...pressed);
        expect([...graph.principals, ...graph.groups].some((node) => node.id === end.node)).toBe(true);
        const edge = graph.edges.find((other) => other.id === end.edge);
        expect(end.edge === null || edge?.from === end.node || edge?.to === end.node).toBe(true);
      }),
    );
  });
});

describe('standingIn', () => {
  it('begins at the first principal', () => {
    expect(standingIn(graph, null)?.node).toBe(ownerAccount.id);
  });

  it('stays where it is while that exists', () => {
    const standing = press(at(app.id), 'e');
    expect(standingIn(graph, standing)).toBe(standing);
    expect(standingIn(graph, { ...standing, edge: 'gone' })).toEqual({ ...standing, edge: null });
    expect(standingIn(graph, at('gone'))?.node).toBe(ownerAccount.id);
  });

  it('stands nowhere where there is nothing', () => {
    const empty = { principals: [], groups: [], edges: [] };
    expect(standingIn(empty, at(testTable([]).summary))).toBeNull();
  });
});
