import { expect, it } from 'vitest';
import { lintPolicy, wordsOf } from './testing/lint.ts';
import { saidRows } from './testing/said.data.ts';

it.each(saidRows)('%s %j', (type, content, says) => {
  const found = lintPolicy(content, { type })
    .map(wordsOf)
    .map((words) => `${words.code}: ${words.says}`);
  expect(found).toContain(says);
});
