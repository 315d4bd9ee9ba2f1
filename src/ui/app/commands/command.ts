import type { App } from '#state/app.ts';

/** Something the user can do from anywhere. Menu, shortcuts and their help are made from the list of these. */
export interface Command {
  readonly id: string;
  readonly title: string;
  /** As the kit's Kbd writes it: `Mod S`, `g then w`, `F6`. */
  readonly keys: string;
  /** Works while typing, too; single letters must not. */
  readonly whileTyping: boolean;
  /** Takes its keys before the editor does, for which they may begin something of its own. */
  readonly beforeEditors?: true;
  readonly run: (app: App) => void;
}
