import { Component, type ReactNode, Suspense, lazy, useEffect } from 'react';
import { EmptyState } from '#kit/EmptyState.tsx';
import { Panel } from '#kit/Panel.tsx';
import type { App } from '#state/app.ts';
import { onceResults } from './onceResults.ts';

const load = () => import('#rooms/prove/ProveRoom.tsx');
const ProveRoom = lazy(async () => ({ default: (await load()).ProveRoom }));

/** Prove with all its questions: the first answer does not wait for it. */
export function LazyProve({ app }: { readonly app: App }) {
  return (
    <RoomBoundary>
      <Suspense fallback={<Panel title="Prove">{null}</Panel>}>
        <ProveRoom app={app} />
      </Suspense>
    </RoomBoundary>
  );
}

/** Fetches the room once the first answer is there: who goes to it later asks the network for nothing. */
export function useProveAhead(app: App): void {
  useEffect(
    () =>
      onceResults(
        app,
        ({ status }) => status === 'ready',
        // A room that cannot be fetched says so when somebody goes there.
        () => load().catch(() => {}),
      ),
    [app],
  );
}

/** Everything else works without the room. */
class RoomBoundary extends Component<{ readonly children: ReactNode }, { readonly hasFailed: boolean }> {
  override state = { hasFailed: false };

  static getDerivedStateFromError(): { readonly hasFailed: boolean } {
    return { hasFailed: true };
  }

  override render(): ReactNode {
    if (!this.state.hasFailed) return this.props.children;
    return (
      <Panel title="Prove">
        <EmptyState title="Prove could not be fetched.">
          Reload the page to try again. Your text is safe.
        </EmptyState>
      </Panel>
    );
  }
}
