import { expect, it } from 'vitest';
import { lintPolicy } from './testing/lint.ts';
import { saidRows } from './testing/said.data.ts';

it.each(saidRows)('%s %j', (type, content, says) => {
  const found = lintPolicy(content, { type }).map(({ code, message, help, fixes }) =>
    [
      `${code}: ${message}`,
      ...(help === undefined ? [] : [help]),
      ...fixes.map(({ title }) => `Fix: ${title}.`),
    ].join(' '),
  );
  expect(found).toContain(says);
});
