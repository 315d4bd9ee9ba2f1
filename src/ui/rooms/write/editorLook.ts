import { useEffect, useState } from 'react';
import { pageColors, watchLook } from '#kit/pageColors.ts';
import { hexColor } from './hexColor.ts';

/** The custom properties an editor's colours come from. */
const colorNames = [
  'surface',
  'sunken',
  'line',
  'control',
  'ink',
  'ink-soft',
  'allow',
  'deny',
  'marker',
  'marker-edge',
  'syn-key',
  'syn-string',
  'syn-number',
  'syn-punct',
] as const;

export type LookColor = (typeof colorNames)[number];

/** The page's type and colours as the editor needs them: in pixels and hexadecimal. */
export interface EditorLook {
  readonly isDark: boolean;
  readonly fontFamily: string;
  readonly fontSize: number;
  readonly lineHeight: number;
  readonly colors: Readonly<Record<LookColor, string>>;
}

/** Sizes of `--type-code`. */
const codeRem = 13 / 16;
const lineRem = 20 / 16;

/** Reads the look from the page as it is now. */
export function readLook(): EditorLook {
  const computed = pageColors(colorNames);
  const colors = Object.fromEntries(colorNames.map((name) => [name, hexColor(computed[name])])) as Record<
    LookColor,
    string
  >;
  const root = getComputedStyle(document.documentElement);
  const rem = Number.parseFloat(root.fontSize);
  return {
    isDark: lightness(colors.surface) < lightness(colors.ink),
    fontFamily: root.getPropertyValue('--font-code').trim(),
    fontSize: codeRem * rem,
    lineHeight: Math.round(lineRem * rem),
    colors,
  };
}

function lightness(hex: string): number {
  return [1, 3, 5].reduce((sum, at) => sum + Number.parseInt(hex.slice(at, at + 2), 16), 0);
}

/** The look, read again whenever the theme, the system's colours or the font scale change. */
export function useEditorLook(): EditorLook {
  const [look, setLook] = useState(readLook);
  useEffect(() => watchLook(() => setLook(readLook())), []);
  return look;
}
