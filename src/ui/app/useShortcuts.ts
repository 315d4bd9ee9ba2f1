import { useEffect } from 'react';
import type { App } from '#state/app.ts';
import type { Command } from './commands/command.ts';
import { commands } from './commands/commands.ts';
import { isEditable } from './useArrivals.ts';

/** How long the second key of `g then w` may take. */
const SEQUENCE_MS = 1500;

/** Runs commands by their keys. Keys another widget has used already are left alone. */
export function useShortcuts(app: App): void {
  useEffect(() => {
    let first: { readonly key: string; readonly until: number } | null = null;
    const onKeyDown = (event: KeyboardEvent) => {
      if (event.defaultPrevented || event.isComposing) return;
      // A search list hands the keys of its field on to the item they are about.
      const typing = isEditable(event.target) || isEditable(document.activeElement);
      const begun = first !== null && event.timeStamp < first.until ? first.key : null;
      const command = commands.find(
        (candidate) => (candidate.whileTyping || !typing) && fits(candidate, event, begun),
      );
      first =
        command === undefined && !typing ? { key: event.key, until: event.timeStamp + SEQUENCE_MS } : null;
      if (command === undefined) return;
      // Escape also closes what is open above the page; that must go on.
      if (event.key !== 'Escape') event.preventDefault();
      command.run(app);
    };
    const onKeyDownEarly = (event: KeyboardEvent) => {
      const command = commands.find((candidate) => candidate.beforeEditors && fits(candidate, event, null));
      if (command === undefined || event.isComposing) return;
      event.preventDefault();
      event.stopPropagation();
      command.run(app);
    };
    window.addEventListener('keydown', onKeyDown);
    window.addEventListener('keydown', onKeyDownEarly, true);
    return () => {
      window.removeEventListener('keydown', onKeyDown);
      window.removeEventListener('keydown', onKeyDownEarly, true);
    };
  }, [app]);
}

function fits({ keys }: Command, event: KeyboardEvent, begun: string | null): boolean {
  const [before, after] = keys.split(' then ');
  if (after !== undefined) return begun === before && !hasModifier(event) && event.key === after;
  const words = keys.split(' ');
  const key = words.at(-1) ?? '';
  const mod = event.ctrlKey || event.metaKey;
  const sameKey = event.key.toLowerCase() === key.toLowerCase();
  return (
    sameKey && words.includes('Mod') === mod && words.includes('Shift') === event.shiftKey && !event.altKey
  );
}

function hasModifier(event: KeyboardEvent): boolean {
  return event.ctrlKey || event.metaKey || event.altKey;
}
