const macSymbols: Readonly<Record<string, string>> = {
  Mod: '⌘',
  Shift: '⇧',
  Alt: '⌥',
  Ctrl: '⌃',
  Enter: '↩',
};

/**
 * The key caps of a shortcut written with spaces, e.g. `Mod K` or `g then w`: `Mod` is ⌘ on a Mac, Ctrl elsewhere.
 * `then` stays a word between caps.
 */
export function shortcutKeys(keys: string, isMac: boolean): readonly string[] {
  return keys
    .split(' ')
    .filter((key) => key !== '')
    .map((key) => (isMac ? (macSymbols[key] ?? key) : key === 'Mod' ? 'Ctrl' : key));
}

export function isMacPlatform(): boolean {
  return typeof navigator !== 'undefined' && /Mac|iPhone|iPad/.test(navigator.platform);
}
