import { describe, expect, it } from 'vitest';
import { accessGraph, edgesOf, labelTail } from './graph.view.ts';
import { columnEntries, foldId } from './principals.view.ts';
import {
  anyone,
  app,
  logs,
  plainNames,
  manyRoles,
  ownerAccount,
  partnerAccount,
  smallTable,
  testTable,
} from './testTable.ts';

const graph = accessGraph(smallTable, new Set(), plainNames);
const nameOf = (id: string) => [...graph.principals, ...graph.groups].find((node) => node.id === id)?.name;

describe('edgesOf', () => {
  it('draws a line for every pair about which something is true, and none where nothing allows', () => {
    const edges = edgesOf(columnEntries(smallTable.principals, new Set()));
    expect(edges.map(({ from, group, value }) => [from, group, value])).toEqual([
      [ownerAccount.id, 'Use', 'depends'],
      [ownerAccount.id, 'Read about', 'depends'],
      [ownerAccount.id, 'Destroy', 'depends'],
      [partnerAccount.id, 'Use', 'denied'],
      [app.id, 'Use', 'allowed'],
      [app.id, 'Read about', 'depends'],
      [anyone.id, 'Use', 'denied'],
      [anyone.id, 'Read about', 'denied'],
      [anyone.id, 'Destroy', 'denied'],
    ]);
  });

  it('joins only nodes that are drawn, and names every edge once', () => {
    const nodes = new Set([...graph.principals, ...graph.groups].map((node) => node.id));
    expect(graph.edges.every((edge) => nodes.has(edge.from) && nodes.has(edge.to))).toBe(true);
    expect(new Set(graph.edges.map((edge) => edge.id)).size).toBe(graph.edges.length);
  });

  it('leaves the edges of an open fold to its members', () => {
    const fold = foldId('111122220000');
    const open = accessGraph(testTable(manyRoles(41, 1)), new Set([fold]), plainNames);
    const closed = accessGraph(testTable(manyRoles(41, 1)), new Set(), plainNames);
    expect(open.edges.some((edge) => edge.from === fold)).toBe(false);
    expect(open.edges).toHaveLength(9 * 3);
    expect(closed.edges.map((edge) => edge.from)).toEqual([fold, fold, fold]);
  });
});

describe('names of nodes', () => {
  it('says what is true of a principal and by which statements', () => {
    expect(nameOf(partnerAccount.id)).toBe(
      'Account 444455556666, partner. Denied: Use, by DenyOutsideOrg. Nothing allows: Read about and Destroy.',
    );
    expect(nameOf(app.id)).toBe(
      'role/App, 111122223333. Allowed: Use, by AppUse. Depends: Read about, by EnableIamPolicies. Nothing allows: Destroy.',
    );
  });

  it('says when nothing is', () => {
    expect(nameOf(logs.id)).toBe('logs.us-east-1.amazonaws.com, AWS service. Nothing allows anything.');
  });

  it('says of a group what it holds and for whom', () => {
    expect(nameOf('group Use')).toBe(
      'Use, 3 actions: Decrypt, Encrypt and ReEncryptFrom. Allowed: role/App. Depends: Account 111122223333. ' +
        'Denied: Account 444455556666 and Anyone else.',
    );
    const silent = accessGraph(testTable([logs]), new Set(), plainNames);
    expect(silent.groups[0]?.name).toBe(
      'Use, 3 actions: Decrypt, Encrypt and ReEncryptFrom. Nothing allows it to anyone.',
    );
  });
});

describe('labelTail', () => {
  it.each([
    ['Account 444455556666', 12],
    ['role/OrdersApp', 9],
    ['Use', 3],
    ['role/path/a-very-long-role-name', 12],
  ])('keeps the last word of %s, as far as there is room', (label, tail) => {
    expect(labelTail(label)).toBe(tail);
  });
});
