import { expect, it } from 'vitest';
import { DELEGATION, said } from '#engine/lint/testing/lint.ts';
import { outsideOrganization as rule } from './rule.ts';

it('leaves it to a proof', () => {
  expect(said(rule, [DELEGATION, DELEGATION])).toEqual([]);
});
