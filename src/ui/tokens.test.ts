import { readFileSync } from 'node:fs';
import { describe, expect, test } from 'vitest';

const css = readFileSync(new URL('./tokens.css', import.meta.url), 'utf8');
const themes = readThemes(css);
const names = ['light', 'dark'] as const;
const decisions = ['allow', 'deny', 'depends', 'silent'] as const;
const grounds = ['canvas', 'surface', 'sunken', 'marker'] as const;
const visions: readonly Vision[] = ['normal', 'deutan', 'protan', 'tritan'];

function colour(theme: (typeof names)[number], token: string): string {
  const value = themes[theme].get(token);
  if (value === undefined) throw new Error(`no --${token} in the ${theme} theme`);
  return value;
}

test('the dark values for a dark system are the dark values asked for by the page', () => {
  expect([...themes.systemDark]).toEqual([...themes.dark]);
});

test('both themes define the same tokens', () => {
  expect([...themes.dark.keys()].toSorted()).toEqual([...themes.light.keys()].toSorted());
});

test('forced colours replace every colour token', () => {
  expect([...themes.light.keys()].filter((token) => !themes.forced.has(token))).toEqual([]);
});

test('a gold would be taken for a Deny by people without green cones, which is why depends is violet', () => {
  const gold = machado('#9c7000', 'deutan');
  expect(distance(gold, machado(colour('light', 'deny-mark'), 'deutan'))).toBeLessThan(2);
});

describe.each(names)('%s', (theme) => {
  /** The grounds on which a token falls short of a ratio: best empty. */
  const tooFaint = (text: string, on: readonly string[], least: number) =>
    on.filter((ground) => contrast(colour(theme, text), colour(theme, ground)) < least);
  const tints = decisions.map((decision) => `${decision}-tint`);

  test.each(['ink', 'ink-soft'])('%s is readable on every ground and tint', (text) => {
    expect(tooFaint(text, [...grounds, ...tints], 4.5)).toEqual([]);
  });

  test.each(decisions)('%s is readable on every ground and on its tint', (decision) => {
    expect(tooFaint(decision, [...grounds, `${decision}-tint`], 4.5)).toEqual([]);
  });

  test.each(decisions)('the mark of %s stands out on every ground and on its tint', (decision) => {
    expect(tooFaint(`${decision}-mark`, [...grounds, `${decision}-tint`], 3)).toEqual([]);
  });

  test('what is cut out of a filled mark stands out', () => {
    expect(tooFaint('surface', ['allow-mark', 'deny-mark', 'depends-mark', 'silent'], 3)).toEqual([]);
  });

  test('text on primary buttons and tooltips', () => {
    expect(tooFaint('on-ink', ['ink'], 7)).toEqual([]);
  });

  test('borders of controls stand out, except on the marker, where borders are ink', () => {
    expect(tooFaint('control', ['canvas', 'surface', 'sunken'], 3)).toEqual([]);
  });

  test.each(['syn-key', 'syn-string', 'syn-number', 'syn-punct'])(
    '%s is readable, highlighted too',
    (token) => {
      expect(tooFaint(token, ['surface'], theme === 'light' ? 6 : 5.7)).toEqual([]);
      expect(tooFaint(token, ['marker'], 4.5)).toEqual([]);
    },
  );

  describe.each(visions)('seen with %s vision', (vision) => {
    const apart = (one: string, other: string) =>
      distance(
        machado(colour(theme, `${one}-mark`), vision),
        machado(colour(theme, `${other}-mark`), vision),
      );

    test('allowed and denied are far apart', () => {
      expect(apart('allow', 'deny')).toBeGreaterThanOrEqual(18);
    });

    test('denied and depends are far apart', () => {
      expect(apart('deny', 'depends')).toBeGreaterThanOrEqual(24);
    });

    test('allowed and depends are apart', () => {
      expect(apart('allow', 'depends')).toBeGreaterThanOrEqual(9.5);
    });

    test('no decision is taken for silence, which is also dashed and hollow', () => {
      expect(apart('allow', 'silent')).toBeGreaterThanOrEqual(4.2);
      expect(apart('deny', 'silent')).toBeGreaterThanOrEqual(11);
      expect(apart('depends', 'silent')).toBeGreaterThanOrEqual(15);
    });
  });
});

/** How a person sees colour: all three cones, or one kind missing. */
type Vision = 'normal' | 'deutan' | 'protan' | 'tritan';

type Triple = readonly [number, number, number];

/** Colour tokens by name, for each block of tokens.css that sets them. */
interface Themes {
  readonly light: ReadonlyMap<string, string>;
  readonly dark: ReadonlyMap<string, string>;
  readonly systemDark: ReadonlyMap<string, string>;
  readonly forced: ReadonlyMap<string, string>;
}

/** Reads the colour blocks of tokens.css by the selector that opens them. */
function readThemes(css: string): Themes {
  const block = (opening: string, isColour: (value: string) => boolean) => {
    const start = css.indexOf(opening);
    if (start < 0) throw new Error(`tokens.css has no block ${opening}`);
    const body = css.slice(start + opening.length, css.indexOf('}', start));
    const declarations = [...body.matchAll(/--([a-z-]+):\s*([^;]+);/g)];
    return new Map(
      declarations
        .map((found) => [found[1] ?? '', found[2] ?? ''] as const)
        .filter(([, value]) => isColour(value)),
    );
  };
  const isHex = (value: string) => value.startsWith('#');
  return {
    light: block(":root,\n:root[data-theme='light'] {", isHex),
    dark: block(":root[data-theme='dark'] {", isHex),
    systemDark: block(":root:not([data-theme='light']) {", isHex),
    forced: block(':root:root {', () => true),
  };
}

function channels(hex: string): Triple {
  const at = (index: number) => Number.parseInt(hex.slice(index, index + 2), 16) / 255;
  return [at(1), at(3), at(5)];
}

/** sRGB to linear light, each channel 0 to 1. */
function linear(hex: string): Triple {
  const [r, g, b] = channels(hex);
  const straighten = (value: number) => (value <= 0.04045 ? value / 12.92 : ((value + 0.055) / 1.055) ** 2.4);
  return [straighten(r), straighten(g), straighten(b)];
}

/** The WCAG 2 contrast ratio of two `#rrggbb` colours, 1 to 21. */
function contrast(one: string, other: string): number {
  const luminance = (hex: string) => {
    const [r, g, b] = linear(hex);
    return 0.2126 * r + 0.7152 * g + 0.0722 * b;
  };
  const [low, high] = [luminance(one), luminance(other)].toSorted((a, b) => a - b);
  return ((high ?? 0) + 0.05) / ((low ?? 0) + 0.05);
}

/** Machado, Oliveira and Fernandes 2009, severity 1, for linear light. */
const machadoMatrices: Readonly<Record<Vision, readonly [Triple, Triple, Triple]>> = {
  normal: [
    [1, 0, 0],
    [0, 1, 0],
    [0, 0, 1],
  ],
  protan: [
    [0.152286, 1.052583, -0.204868],
    [0.114503, 0.786281, 0.099216],
    [-0.003882, -0.048116, 1.051998],
  ],
  deutan: [
    [0.367322, 0.860646, -0.227968],
    [0.280085, 0.672501, 0.047413],
    [-0.01182, 0.04294, 0.968881],
  ],
  tritan: [
    [1.255528, -0.076749, -0.178779],
    [-0.078411, 0.930809, 0.147602],
    [0.004733, 0.691367, 0.3039],
  ],
};

/** A colour as it is seen, in linear light. */
function machado(hex: string, vision: Vision): Triple {
  const clip = (value: number) => Math.min(1, Math.max(0, value));
  const seen = times(machadoMatrices[vision], linear(hex));
  return [clip(seen[0]), clip(seen[1]), clip(seen[2])];
}

/** The OKLab distance of two colours in linear light, times 100. */
function distance(one: Triple, other: Triple): number {
  const [a, b] = [oklab(one), oklab(other)];
  return 100 * Math.hypot(a[0] - b[0], a[1] - b[1], a[2] - b[2]);
}

function oklab(rgb: Triple): Triple {
  const cones = times(
    [
      [0.4122214708, 0.5363325363, 0.0514459929],
      [0.2119034982, 0.6806995451, 0.1073969566],
      [0.0883024619, 0.2817188376, 0.6299787005],
    ],
    rgb,
  );
  return times(
    [
      [0.2104542553, 0.793617785, -0.0040720468],
      [1.9779984951, -2.428592205, 0.4505937099],
      [0.0259040371, 0.7827717662, -0.808675766],
    ],
    [Math.cbrt(cones[0]), Math.cbrt(cones[1]), Math.cbrt(cones[2])],
  );
}

function times(matrix: readonly [Triple, Triple, Triple], vector: Triple): Triple {
  const row = (weights: Triple) => weights[0] * vector[0] + weights[1] * vector[1] + weights[2] * vector[2];
  return [row(matrix[0]), row(matrix[1]), row(matrix[2])];
}
