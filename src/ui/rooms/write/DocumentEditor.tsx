import { useRef, useState } from 'react';
import { useStore } from 'zustand';
import type { TextId } from '#engine/source/span.ts';
import type { App } from '#state/app.ts';
import { isMacPlatform } from '#kit/shortcutKeys.ts';
import { useLayout } from '#kit/useLayout.ts';
import { BrokenTextBanner } from './BrokenTextBanner.tsx';
import { CardsView } from './CardsView.tsx';
import { CodeEditor } from './CodeEditor.tsx';
import { DocumentTools } from './DocumentTools.tsx';
import type { EditorJump, ProblemRequest } from './documentEditing.ts';
import { PlainEditor } from './PlainEditor.tsx';
import { ProblemStrip } from './ProblemStrip.tsx';
import { QuietLine } from './QuietLine.tsx';
import { useDocument } from './useDocument.ts';
import { useInset } from './useInset.ts';
import type { RevealRequest } from './useReveal.ts';
import { editorLabel } from './write.view.ts';
import styles from './DocumentEditor.module.css';

export interface DocumentEditorProps {
  readonly app: App;
  readonly id: TextId;
  /** "Key policy". */
  readonly name: string;
  readonly reveal: RevealRequest | null;
  /** What stands under an empty text. */
  readonly whenEmpty: React.ReactNode;
}

/** One text with everything around it: the line about its being broken, the editor, its problems. */
export function DocumentEditor({ app, id, name, reveal, whenEmpty }: DocumentEditorProps) {
  const document = useDocument(app, id);
  const isPlain = useStore(app.preferences, (state) => state.plainEditor);
  const isNarrow = useLayout() === 'narrow';
  const [isText, setText] = useState(false);
  const [jump, setJump] = useState<EditorJump | null>(null);
  const [asked, setAsked] = useState<ProblemRequest | null>(null);
  const editor = useRef<HTMLDivElement>(null);
  const inset = useInset(editor);

  const goTo = (place: EditorJump) => {
    setText(true);
    setJump(place);
  };
  const label = editorLabel(name, isPlain || isNarrow, isMacPlatform());
  const shared = { app, document, label, reveal, jump };
  const hasCards = isNarrow && document.report?.kind !== 'grants';
  const showsCards = hasCards && !isText && document.text.trim() !== '';
  return (
    <div className={styles.document} data-document>
      <BrokenTextBanner document={document} onJump={goTo} />
      <div className={styles.editor} ref={editor}>
        {showsCards ? (
          <CardsView app={app} document={document} name={name} reveal={reveal} onEdit={() => setText(true)} />
        ) : isPlain || isNarrow ? (
          <PlainEditor {...shared} />
        ) : (
          <CodeEditor {...shared} inset={inset} onProblem={setAsked} />
        )}
      </div>
      <ProblemStrip
        app={app}
        document={document}
        asked={asked}
        onJump={goTo}
        quiet={<QuietLine app={app} document={document} whenEmpty={whenEmpty} />}
        tools={
          <DocumentTools
            app={app}
            document={document}
            {...(hasCards && isText ? { onDone: () => setText(false) } : {})}
          />
        }
      />
    </div>
  );
}
