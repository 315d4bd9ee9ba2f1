import { Component, Suspense, lazy } from 'react';
import type { ReactNode } from 'react';
import type { AskAboutProblem } from './documentEditing.ts';
import { PlainEditor } from './PlainEditor.tsx';
import type { PlainEditorProps } from './PlainEditor.tsx';
import { TextPreview } from './TextPreview.tsx';

const MonacoEditor = lazy(() => import('./MonacoEditor.tsx'));

export interface CodeEditorProps extends PlainEditorProps {
  readonly inset: number;
  /** Shows what can be done about a problem. */
  readonly onProblem: AskAboutProblem;
}

/** Monaco once it is here; until then the text itself, in the same letters. If it cannot come, the plain editor stands in. */
export function CodeEditor(props: CodeEditorProps) {
  const preview = <TextPreview text={props.document.text} label={props.label} />;
  return (
    <Fallback otherwise={<PlainEditor {...props} />}>
      <Suspense fallback={preview}>
        <MonacoEditor {...props} placeholder={preview} />
      </Suspense>
    </Fallback>
  );
}

interface FallbackProps {
  readonly children: ReactNode;
  readonly otherwise: ReactNode;
}

/** Shows something else where the editor cannot be loaded or stops: text editing must not depend on it. */
class Fallback extends Component<FallbackProps, { readonly hasFailed: boolean }> {
  override state = { hasFailed: false };

  static getDerivedStateFromError() {
    return { hasFailed: true };
  }

  override render() {
    return this.state.hasFailed ? this.props.otherwise : this.props.children;
  }
}
