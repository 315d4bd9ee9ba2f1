import { iconPaths } from './iconPaths.ts';
import { markShapes } from './markShapes.ts';
import type { MarkPart } from './markShapes.ts';

/** What the images are drawn in: custom properties of `tokens.css`. */
const COLORS = ['surface', 'ink-soft', 'allow-mark', 'deny-mark', 'depends-mark', 'silent-mark'] as const;

export type MarkColor = (typeof COLORS)[number];

export type MarkColors = Readonly<Record<MarkColor, string>>;

export const markColors: readonly MarkColor[] = COLORS;

const chevron = (path: string): readonly MarkPart[] => [{ ink: 'mark', width: 2, path }];

const IMAGES = {
  allowed: [markShapes.allowed, 'allow-mark'],
  explicitDeny: [markShapes.explicitDeny, 'deny-mark'],
  implicitDeny: [markShapes.implicitDeny, 'silent-mark'],
  depends: [markShapes.depends, 'depends-mark'],
  closed: [chevron(iconPaths.chevronRight), 'ink-soft'],
  open: [chevron(iconPaths.chevronDown), 'ink-soft'],
} as const satisfies Record<string, readonly [readonly MarkPart[], MarkColor]>;

export type MarkImageName = keyof typeof IMAGES;

/**
 * The marks of long tables as images in custom properties (`--mark-allowed`, …). A browser keeps a place of its own for each `<svg>` of a
 * page and goes through all of them for every frame, of hundreds for longer than everything else takes; an image costs it nothing.
 *
 * @param colors as browsers compute them
 */
export function markImages(colors: MarkColors): Readonly<Record<`--mark-${MarkImageName}`, string>> {
  const images = Object.entries(IMAGES).map(([name, [parts, mark]]) => [
    `--mark-${name}`,
    imageOf(parts, { mark: colors[mark], ground: colors.surface }),
  ]);
  return Object.fromEntries(images) as Record<`--mark-${MarkImageName}`, string>;
}

function imageOf(parts: readonly MarkPart[], inks: Readonly<Record<MarkPart['ink'], string>>): string {
  const drawn = parts.map((part) => {
    const paint =
      part.width === undefined
        ? `fill="${inks[part.ink]}"`
        : `fill="none" stroke="${inks[part.ink]}" stroke-width="${part.width}" stroke-linejoin="round" ${
            part.dashes === undefined ? 'stroke-linecap="round"' : `stroke-dasharray="${part.dashes}"`
          }`;
    if ('path' in part) return `<path d="${part.path}" ${paint}/>`;
    const [cx, cy, r] = part.circle;
    return `<circle cx="${cx}" cy="${cy}" r="${r}" ${paint}/>`;
  });
  const svg = `<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 16 16">${drawn.join('')}</svg>`;
  return `url("data:image/svg+xml,${encodeURIComponent(svg)}")`;
}
