import { createElement } from 'react';
import { renderToStaticMarkup } from 'react-dom/server';
import { describe, expect, test } from 'vitest';
import { Icon } from './Icon.tsx';
import { iconPaths } from './iconPaths.ts';
import type { IconName } from './iconPaths.ts';
import { RichText } from './RichText.tsx';
import { Tree } from './Tree.tsx';
import { VerdictMark } from './VerdictMark.tsx';
import { markWords } from './verdict.ts';
import type { MarkKind } from './verdict.ts';

const marks = Object.keys(markWords) as MarkKind[];
const icons = Object.keys(iconPaths) as IconName[];
const shapeOf = (markup: string) => markup.replace(/<svg[^>]*>/, '');

describe('marks and icons', () => {
  test('no two marks have the same shape, because colour may be missing', () => {
    const shapes = marks.map((kind) => shapeOf(renderToStaticMarkup(createElement(VerdictMark, { kind }))));
    expect(new Set(shapes).size).toBe(marks.length);
  });

  test('no two icons have the same shape', () => {
    expect(new Set(icons.map((name) => iconPaths[name])).size).toBe(icons.length);
  });

  test('they are silent beside a word and named when alone', () => {
    expect(renderToStaticMarkup(createElement(VerdictMark, { kind: 'allowed' }))).toContain(
      'aria-hidden="true"',
    );
    const named = renderToStaticMarkup(createElement(VerdictMark, { kind: 'allowed', label: 'Allowed' }));
    expect(named).toContain('role="img" aria-label="Allowed" aria-hidden="false"');
    expect(renderToStaticMarkup(createElement(Icon, { name: 'copy' }))).toContain('aria-hidden="true"');
  });
});

test('what a user typed stays text', () => {
  const markup = renderToStaticMarkup(
    createElement(RichText, { phrase: [{ code: '<img src=x>' }, { strong: '<b>' }] }),
  );
  expect(markup).not.toContain('<img');
  expect(markup).not.toContain('<b>');
  expect(markup).toContain('&lt;img src=x&gt;');
});

test('a tree opens along the path it is given and has one tab stop', () => {
  const markup = renderToStaticMarkup(
    createElement(Tree, {
      label: 'Why',
      openIds: ['deny'],
      highlighted: new Set(['org']),
      nodes: [
        {
          id: 'deny',
          mark: 'explicitDeny',
          phrase: ['Deny statements'],
          children: [
            { id: 'org', mark: 'explicitDeny', phrase: [{ strong: 'DenyOutsideOrg' }], lines: '31–40' },
          ],
        },
        {
          id: 'own',
          mark: 'skipped',
          phrase: ['Not reached'],
          children: [{ id: 'z', mark: 'check', phrase: ['z'] }],
        },
      ],
    }),
  );
  const items = [...markup.matchAll(/<div role="treeitem"[^>]*>/g)].map((found) => found[0]);
  expect(items).toHaveLength(3);
  expect(items.filter((item) => item.includes('tabindex="0"'))).toHaveLength(1);
  expect(items[0]).toContain('aria-expanded="true"');
  expect(items[1]).toContain('aria-level="2"');
  expect(items[1]).toContain('aria-label="Denied by a Deny statement: DenyOutsideOrg, lines 31–40"');
  expect(items[1]).not.toContain('aria-expanded');
  expect(items[2]).toContain('aria-expanded="false"');
});
