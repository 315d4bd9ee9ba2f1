import { expect, test } from 'vitest';
import { hexColor } from './hexColor.ts';

test.each([
  ['rgb(22, 28, 38)', '#161c26'],
  ['rgb(255 255 255)', '#ffffff'],
  ['rgba(0, 0, 0, 0.5)', '#00000080'],
  ['rgb(0 0 0 / 20%)', '#00000033'],
  ['color(srgb 1 0.5 0)', '#ff8000'],
  ['', '#000000'],
])('%s is %s', (computed, hex) => {
  expect(hexColor(computed)).toBe(hex);
});
