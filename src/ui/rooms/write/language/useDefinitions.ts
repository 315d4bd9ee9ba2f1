import { KeyCode } from 'monaco-editor/editor/editor.api';
import type { editor, IPosition } from 'monaco-editor/editor/editor.api';
import { useCallback, useEffect, useState } from 'react';
import type { Definition } from '#engine/language/definition.ts';
import type { SourceSpan } from '#engine/source/span.ts';
import { askAbout } from './openModels.ts';

// Monaco's value for the text itself.
const contentText: editor.MouseTargetType.CONTENT_TEXT = 6;

export interface Definitions {
  /** Several things a word names, to choose from. */
  readonly choices: readonly Definition[];
  /** Goes to one of them; null: to none. */
  readonly choose: (chosen: Definition | null) => void;
}

/** F12 and Ctrl+click go to the policies or the grant of the identity, or to the key, that a word names. */
export function useDefinitions(
  view: editor.IStandaloneCodeEditor | null,
  goTo: (span: SourceSpan) => void,
): Definitions {
  const [choices, setChoices] = useState<readonly Definition[]>([]);
  const choose = useCallback(
    (chosen: Definition | null) => {
      setChoices([]);
      if (chosen === null) view?.focus();
      else goTo(chosen.span ?? { text: chosen.text, from: 0, to: 0 });
    },
    [view, goTo],
  );

  useEffect(() => {
    if (view === null) return undefined;
    const goFrom = async (position: IPosition | null) => {
      const model = view.getModel();
      if (model === null || position === null) return;
      const offset = model.getOffsetAt(position);
      const found = await askAbout(model, (language, document) => language.definitions(document, offset));
      const [first, ...others] = found ?? [];
      if (first === undefined) return;
      if (others.length === 0) choose(first);
      else setChoices([first, ...others]);
    };
    const action = view.addAction({
      id: 'keyway.goToDefinition',
      label: 'Go to what this names',
      keybindings: [KeyCode.F12],
      contextMenuGroupId: 'navigation',
      run: () => goFrom(view.getPosition()),
    });
    const clicks = view.onMouseDown(({ target, event }) => {
      if (!event.leftButton || !(event.ctrlKey || event.metaKey) || target.type !== contentText) return;
      void goFrom(target.position);
    });
    return () => {
      action.dispose();
      clicks.dispose();
    };
  }, [view, choose]);
  return { choices, choose };
}
