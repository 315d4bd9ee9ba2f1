import { memo } from 'react';
import { formatted } from '#engine/language/format.ts';
import type { TextId } from '#engine/source/span.ts';
import type { App } from '#state/app.ts';
import { Button } from '#kit/Button.tsx';
import { formatDocument } from './documentCommands.ts';
import { SizeGauge } from './SizeGauge.tsx';
import type { OpenDocument } from './useDocument.ts';
import { useStill } from './useStill.ts';

/** How long a text stands still before it is looked at. */
const pause = 300;

export interface DocumentToolsProps {
  readonly app: App;
  readonly document: OpenDocument;
  /** Back to the cards, where there are any. */
  readonly onDone?: () => void;
}

/** Whether a text is formatted takes formatting it: looked at once nothing is typed, not between two keystrokes. */
const Format = memo(function Format({ app, id, text }: FormatProps) {
  return (
    <Button
      variant="quiet"
      size="dense"
      isDisabled={formatted(text) === text}
      onPress={() => formatDocument(app, id)}
    >
      Format
    </Button>
  );
});

interface FormatProps {
  readonly app: App;
  readonly id: TextId;
  readonly text: string;
}

export function DocumentTools({ app, document, onDone }: DocumentToolsProps) {
  const { id, kind } = document;
  const text = useStill(document.text, pause);
  return (
    <>
      {kind !== null && <SizeGauge text={text} kind={kind} />}
      {kind === 'key' && (
        <Button variant="quiet" size="dense" icon="add" onPress={() => app.recipes.getState().open()}>
          Recipe
        </Button>
      )}
      <Format text={text} app={app} id={id} />
      {onDone !== undefined && (
        <Button size="dense" onPress={onDone}>
          Done
        </Button>
      )}
    </>
  );
}
