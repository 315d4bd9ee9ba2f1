import { expect, test } from 'vitest';
import { flowElements } from './flowElements.ts';
import { accessGraph } from './graph.view.ts';
import { app, plainNames, smallTable, testTable } from './testTable.ts';

const space = { width: 800, height: 600, unit: 1 };
const graphOf = (principals: typeof smallTable.principals) =>
  accessGraph(testTable(principals), new Set(), plainNames);
const before = flowElements(graphOf(smallTable.principals), space);

test('what looks the same stays the same object', () => {
  const after = flowElements(graphOf(structuredClone(smallTable.principals)), space, before);
  expect(after.nodes.length).toBeGreaterThan(5);
  expect(after.nodes.every((node, index) => node === before.nodes[index])).toBe(true);
  expect(after.edges.length).toBeGreaterThan(5);
  expect(after.edges.every((edge, index) => edge === before.edges[index])).toBe(true);
});

test('what looks otherwise is drawn anew, and nothing else', () => {
  const renamed = smallTable.principals.map((one) => (one.id === app.id ? { ...one, detail: 'new' } : one));
  const after = flowElements(graphOf(renamed), space, before);
  const fresh = after.nodes.filter((node) => !before.nodes.includes(node)).map(({ id }) => id);
  // Groups do not say the detail of those who may; lines do not either.
  expect(fresh).toEqual([app.id]);
  const changed = after.edges.filter((edge) => !before.edges.includes(edge)).map(({ source }) => source);
  expect(changed).toEqual([]);
  expect(after).toEqual(flowElements(graphOf(renamed), space));
});

test('what moves is drawn anew', () => {
  const after = flowElements(graphOf(smallTable.principals), { ...space, width: 900 }, before);
  expect(after.nodes.every((node) => !before.nodes.includes(node))).toBe(true);
  expect(after.edges.every((edge) => !before.edges.includes(edge))).toBe(true);
});
