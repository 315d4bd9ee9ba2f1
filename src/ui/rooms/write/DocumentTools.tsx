import type { App } from '#state/app.ts';
import { Button } from '#kit/Button.tsx';
import { formatDocument } from './documentCommands.ts';
import { formatted } from './formatText.ts';
import { SizeGauge } from './SizeGauge.tsx';
import type { OpenDocument } from './useDocument.ts';

export interface DocumentToolsProps {
  readonly app: App;
  readonly document: OpenDocument;
  /** Back to the cards, where there are any. */
  readonly onDone?: () => void;
}

export function DocumentTools({ app, document, onDone }: DocumentToolsProps) {
  const { id, text, report } = document;
  return (
    <>
      {report?.kind === 'key' && <SizeGauge bytes={report.bytes} />}
      <Button
        variant="quiet"
        size="dense"
        isDisabled={formatted(text) === text}
        onPress={() => formatDocument(app, id)}
      >
        Format
      </Button>
      {onDone !== undefined && (
        <Button size="dense" onPress={onDone}>
          Done
        </Button>
      )}
    </>
  );
}
