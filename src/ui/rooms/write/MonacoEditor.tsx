import { Editor } from '@monaco-editor/react';
import { useEffect, useMemo, useRef, useState } from 'react';
import type { ReactNode } from 'react';
import type { App } from '#state/app.ts';
import { useEditorLook } from './editorLook.ts';
import type { EditorLook } from './editorLook.ts';
import { useGoTo } from './goTo.ts';
import { languageId } from './keypolicyLanguage.ts';
import { monaco } from './monacoSetup.ts';
import { monacoTheme, themeName } from './monacoTheme.ts';
import { DefinitionChoice } from './language/DefinitionChoice.tsx';
import { useDefinitions } from './language/useDefinitions.ts';
import { useLanguage } from './language/useLanguage.ts';
import type { DrawnMarks } from './drawnMarks.ts';
import type { AskAboutProblem, EditorJump } from './documentEditing.ts';
import type { OpenDocument } from './useDocument.ts';
import { useMonacoFocus } from './useMonacoFocus.ts';
import { useMonacoMarks } from './useMonacoMarks.ts';
import { useMonacoText } from './useMonacoText.ts';
import { useMonacoView } from './useMonacoView.ts';
import { useProblemActions } from './useProblemActions.ts';
import type { RevealRequest } from './useReveal.ts';

type CodeEditor = monaco.editor.IStandaloneCodeEditor;

export interface MonacoEditorProps {
  readonly app: App;
  readonly document: OpenDocument;
  readonly label: string;
  /** Shown until Monaco is on the page: the text itself. */
  readonly placeholder: ReactNode;
  readonly reveal: RevealRequest | null;
  readonly jump: EditorJump | null;
  /** Height in pixels of what has pushed the editor down. */
  readonly inset: number;
  /** Shows what can be done about a problem. */
  readonly onProblem: AskAboutProblem;
}

/** The code editor. Lazily loaded: this module brings Monaco with it. */
export default function MonacoEditor(props: MonacoEditorProps) {
  const { app, document } = props;
  const look = useEditorLook();
  const [view, setView] = useState<CodeEditor | null>(null);
  const marks = useRef<DrawnMarks | null>(null);
  const [forgetMarks] = useState(() => () => marks.current?.clear());

  // Monaco takes every option in anew when it is given another object.
  const options = useMemo(() => editorOptions(look, props.label), [look, props.label]);

  useTheme(look);
  useMonacoText(view, app, document.id, forgetMarks);
  useLanguage(view, app.language, document.id, document.kind);
  useProblemActions(view, document, props.onProblem);
  const { choices, choose } = useDefinitions(view, useGoTo());
  useMonacoMarks(view, document, marks);
  useMonacoFocus(view, app, document);
  useMonacoView(view, props);

  return (
    <>
      <Editor
        path={`keyway:/${encodeURIComponent(document.id)}`}
        defaultValue={document.text}
        language={languageId}
        theme={themeName}
        keepCurrentModel
        loading={props.placeholder}
        options={options}
        beforeMount={() => monaco.editor.defineTheme(themeName, monacoTheme(look))}
        onMount={setView}
      />
      <DefinitionChoice choices={choices} onChoose={choose} />
    </>
  );
}

function useTheme(look: EditorLook): void {
  useEffect(() => {
    monaco.editor.defineTheme(themeName, monacoTheme(look));
    monaco.editor.setTheme(themeName);
  }, [look]);
  useEffect(() => {
    // Monaco measures its letters once, maybe before the font is here.
    void document.fonts.ready.then(() => monaco.editor.remeasureFonts());
    // Its icons come with the editor, not when the first one is drawn: once loaded, the page asks for nothing more.
    void document.fonts.load('16px codicon');
  }, [look.fontFamily, look.fontSize]);
}

/** The list grows with what it says about its entries; Monaco's types do not know this option yet. */
const suggestions: monaco.editor.ISuggestOptions & { readonly fitWidthToDetails: boolean } = {
  showWords: false,
  showIcons: false,
  snippetsPreventQuickSuggestions: false,
  fitWidthToDetails: true,
};

function editorOptions(look: EditorLook, label: string): monaco.editor.IStandaloneEditorConstructionOptions {
  return {
    ariaLabel: label,
    fontFamily: look.fontFamily,
    fontSize: look.fontSize,
    lineHeight: look.lineHeight,
    padding: { top: 8, bottom: 8 },
    lineNumbersMinChars: 4,
    lineDecorationsWidth: 8,
    glyphMargin: false,
    folding: true,
    showFoldingControls: 'mouseover',
    selectOnLineNumbers: false,
    fixedOverflowWidgets: true,
    hover: { delay: 500 },
    lightbulb: { enabled: monaco.editor.ShowLightbulbIconMode.OnCode },
    unicodeHighlight: { ambiguousCharacters: true, invisibleCharacters: true, nonBasicASCII: false },
    scrollbar: { verticalScrollbarSize: 10, horizontalScrollbarSize: 10, useShadows: false },
    cursorBlinking: matchMedia('(prefers-reduced-motion: reduce)').matches ? 'solid' : 'blink',
    minimap: { enabled: false },
    guides: { indentation: false },
    stickyScroll: { enabled: false },
    bracketPairColorization: { enabled: false },
    find: { addExtraSpaceOnTop: false },
    overviewRulerLanes: 0,
    overviewRulerBorder: false,
    hideCursorInOverviewRuler: true,
    renderLineHighlight: 'none',
    occurrencesHighlight: 'off',
    selectionHighlight: false,
    quickSuggestions: { strings: true, other: true, comments: false },
    wordBasedSuggestions: 'off',
    suggest: suggestions,
    dragAndDrop: false,
    links: false,
    tabSize: 2,
  };
}
