import { useStore } from 'zustand';
import { AppFrame } from '#kit/AppFrame.tsx';
import { AskRoom } from '#rooms/ask/AskRoom.tsx';
import { SeeRoom } from '#rooms/see/SeeRoom.tsx';
import { WriteRoom } from '#rooms/write/WriteRoom.tsx';
import type { App as AppStores } from '#state/app.ts';
import { HeaderActions } from './HeaderActions.tsx';
import { PlacementBanner } from './PlacementBanner.tsx';
import { ScenarioTitle } from './ScenarioTitle.tsx';
import { Status } from './Status.tsx';
import { useArrivals } from './useArrivals.ts';
import { useDocumentTitle } from './useDocumentTitle.ts';
import { useShortcuts } from './useShortcuts.ts';
import { useTheme } from './useTheme.ts';

/** The whole page: three panes over one scenario. */
export function App({ app }: { readonly app: AppStores }) {
  const pane = useStore(app.preferences, (state) => state.pane);
  const decision = useStore(app.results, (state) => state.reply?.answer?.decision);
  useArrivals(app);
  useDocumentTitle(app);
  useTheme(app);
  useShortcuts(app);
  return (
    <AppFrame
      scenarioTitle={<ScenarioTitle app={app} />}
      actions={<HeaderActions app={app} />}
      nav={[]}
      panes={{
        write: { label: 'Write', shortLabel: 'Policy', icon: 'write', content: <WriteRoom app={app} /> },
        see: { label: 'See', shortLabel: 'Access', icon: 'graph', content: <SeeRoom app={app} /> },
        ask: {
          label: 'Ask',
          icon: 'ask',
          content: <AskRoom app={app} />,
          ...(decision === undefined ? {} : { mark: decision }),
        },
      }}
      activePane={pane}
      onActivePane={(next) => {
        if (next !== 'guide') app.preferences.getState().set({ pane: next });
      }}
      status={<Status app={app} />}
      banner={<PlacementBanner app={app} />}
    />
  );
}
