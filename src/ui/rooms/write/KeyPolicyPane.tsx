import type { App } from '#state/app.ts';
import { Link } from '#kit/Link.tsx';
import { useStore } from 'zustand';
import { DocumentEditor } from './DocumentEditor.tsx';
import { keyPolicyOf } from './documents.ts';
import type { RevealRequest } from './useReveal.ts';

export interface PaneProps {
  readonly app: App;
  readonly reveal: RevealRequest | null;
}

export function KeyPolicyPane({ app, reveal }: PaneProps) {
  const id = useStore(app.workspace, ({ scenario }) => keyPolicyOf(scenario).id);
  return (
    <DocumentEditor
      app={app}
      id={id}
      name="Key policy"
      reveal={reveal}
      whenEmpty={
        <>
          Paste a key policy, or{' '}
          <Link onPress={() => app.workspace.getState().openExample()}>start from the example</Link>.
        </>
      }
    />
  );
}
