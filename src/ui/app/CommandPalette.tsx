import { useEffect } from 'react';
import { useStore } from 'zustand';
import { Dialog } from '#kit/Dialog.tsx';
import { SearchList } from '#kit/SearchList.tsx';
import type { App } from '#state/app.ts';
import { commands } from './commands/commands.ts';
import { palette } from './palette.ts';
import { paletteGroups } from './palette.view.ts';

/** Everything the app can do, and every recipe, to search and run. */
export function CommandPalette({ app }: { readonly app: App }) {
  const isOpen = useStore(palette, (state) => state.isOpen);
  const offers = useStore(app.recipes, (state) => state.offers);
  useEffect(() => {
    if (isOpen) app.recipes.getState().fetchAhead();
  }, [app, isOpen]);
  const close = () => palette.setState({ isOpen: false });
  const run = (id: string) => {
    close();
    // The dialog first gives the keyboard back to where it was: what a command moves it to comes after that.
    requestAnimationFrame(() => {
      requestAnimationFrame(() => {
        const command = commands.find((one) => one.id === id);
        if (command === undefined) app.recipes.getState().open(id.slice(id.indexOf(' ') + 1));
        else command.run(app);
      });
    });
  };
  return (
    <Dialog title="Commands" isOpen={isOpen} onClose={close}>
      <SearchList
        label="Commands and recipes"
        placeholder="Search commands and recipes"
        groups={paletteGroups(commands, offers ?? [])}
        onChoose={run}
        whenNone="No command or recipe has these words."
      />
    </Dialog>
  );
}
