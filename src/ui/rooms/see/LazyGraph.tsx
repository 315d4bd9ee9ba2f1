import { Component, Suspense, lazy } from 'react';
import type { ReactNode } from 'react';
import { EmptyState } from '#kit/EmptyState.tsx';
import { Waiting } from './Waiting.tsx';

const AccessGraphView = lazy(() => import('./AccessGraphView.tsx'));

/** The graph with the library that draws it, fetched when it is first looked at. */
export function LazyGraph() {
  return (
    <GraphBoundary>
      <Suspense fallback={<Waiting>Fetching the graph</Waiting>}>
        <AccessGraphView />
      </Suspense>
    </GraphBoundary>
  );
}

/** Without the graph the table still says everything. */
class GraphBoundary extends Component<{ readonly children: ReactNode }, { readonly hasFailed: boolean }> {
  override state = { hasFailed: false };

  static getDerivedStateFromError() {
    return { hasFailed: true };
  }

  override render() {
    if (!this.state.hasFailed) return this.props.children;
    return <EmptyState title="The graph could not be drawn.">The table says the same.</EmptyState>;
  }
}
