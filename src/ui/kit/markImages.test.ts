import { describe, expect, it } from 'vitest';
import { markColors, markImages } from './markImages.ts';
import type { MarkColors } from './markImages.ts';

const colors = Object.fromEntries(
  markColors.map((name, at) => [name, `rgb(${at}, 0, 0)`]),
) as unknown as MarkColors;
const images = Object.entries(markImages(colors));

function svgOf(image: string): string {
  const [, content = ''] = /^url\("data:image\/svg\+xml,(.*)"\)$/.exec(image) ?? [];
  return decodeURIComponent(content);
}

describe('marks as images', () => {
  it('are each another drawing, in the colours of the page', () => {
    const drawings = images.map(([, image]) => svgOf(image));
    expect(new Set(drawings).size).toBe(images.length);
    for (const drawing of drawings) expect(drawing).toMatch(/^<svg xmlns=.*rgb\(\d, 0, 0\).*<\/svg>$/);
    expect(svgOf(markImages(colors)['--mark-allowed'])).toContain(`fill="${colors['allow-mark']}"`);
    expect(svgOf(markImages(colors)['--mark-allowed'])).toContain(`stroke="${colors.surface}"`);
  });

  it('are quoted so that nothing in them ends the property', () => {
    for (const [, image] of images) expect(image.slice(5, -2)).not.toMatch(/["<>#\s;\\]/);
  });
});
