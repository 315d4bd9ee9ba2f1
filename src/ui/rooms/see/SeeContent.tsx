import { Banner } from '#kit/Banner.tsx';
import { EmptyState } from '#kit/EmptyState.tsx';
import type { App } from '#state/app.ts';
import { AccessTableView } from './AccessTableView.tsx';
import { BenchContext } from './bench.ts';
import { LazyGraph } from './LazyGraph.tsx';
import { lockedOut } from './see.view.ts';
import type { SeeScreen, SeeView } from './see.view.ts';
import { useSeeBench } from './useSeeBench.ts';
import styles from './SeeContent.module.css';

export interface SeeContentProps {
  readonly app: App;
  readonly screen: Extract<SeeScreen, { kind: 'ready' }>;
  readonly view: SeeView;
  /** Why this is the table although the graph is preferred. */
  readonly notice: string | null;
}

/** The answer in one of its two forms, with what stands above it and the details of what was pressed. */
export function SeeContent({ app, screen, view, notice }: SeeContentProps) {
  const bench = useSeeBench(app, screen.study, screen.table, view);
  const hasGraph = view === 'graph' && !screen.isLockedOut;
  return (
    <BenchContext value={bench}>
      <div className={styles.content}>
        {screen.stale !== null && <Banner icon="info">{screen.stale}</Banner>}
        {notice !== null && view === 'table' && <Banner icon="graph">{notice}</Banner>}
        <div className={styles.body} data-stale={screen.stale !== null}>
          {screen.isLockedOut && <EmptyState title={lockedOut} />}
          {hasGraph && <LazyGraph />}
          {view === 'table' && screen.table.principals.length > 0 && <AccessTableView />}
        </div>
      </div>
    </BenchContext>
  );
}
