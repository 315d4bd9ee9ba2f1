import { useStore } from 'zustand';
import { AppFrame } from '#kit/AppFrame.tsx';
import type { FramePanes, NavItem } from '#kit/AppFrame.tsx';
import { useLayout } from '#kit/useLayout.ts';
import { AskRoom } from '#rooms/ask/AskRoom.tsx';
import { SeeRoom } from '#rooms/see/SeeRoom.tsx';
import { WriteRoom } from '#rooms/write/WriteRoom.tsx';
import { type Address, printAddress } from '#state/address.ts';
import type { App as AppStores } from '#state/app.ts';
import { AppliedBanner } from './AppliedBanner.tsx';
import { CommandPalette } from './CommandPalette.tsx';
import { HeaderActions } from './HeaderActions.tsx';
import { LazyImport } from './LazyImport.tsx';
import { HeaderSearch } from './HeaderSearch.tsx';
import { LazyProve, useProveAhead } from './LazyProve.tsx';
import { LazyRecipes, useRecipesAhead } from './LazyRecipes.tsx';
import { PlacementBanner } from './PlacementBanner.tsx';
import { ScenarioTitle } from './ScenarioTitle.tsx';
import { showPane } from './showPane.ts';
import { Status } from './Status.tsx';
import { useAddress } from './useAddress.ts';
import { useArrivals } from './useArrivals.ts';
import { useDocumentTitle } from './useDocumentTitle.ts';
import { useShortcuts } from './useShortcuts.ts';
import { useMarkImages } from './useMarkImages.ts';
import { useTheme } from './useTheme.ts';

/** The whole page: panes over one scenario. */
export function App({ app }: { readonly app: AppStores }) {
  const pane = useStore(app.preferences, (state) => state.pane);
  const room = useStore(app.address, (state) => state.room);
  const decision = useStore(app.results, (state) => state.reply?.answer?.decision);
  const isNarrow = useLayout() === 'narrow';
  useAddress(app);
  useProveAhead(app);
  useRecipesAhead(app);
  useArrivals(app);
  useDocumentTitle(app);
  useTheme(app);
  useMarkImages();
  useShortcuts(app);
  const design: FramePanes = {
    see: { label: 'See', shortLabel: 'Access', icon: 'graph', content: <SeeRoom app={app} /> },
    ask: {
      label: 'Ask',
      icon: 'ask',
      content: <AskRoom app={app} />,
      ...(decision === undefined ? {} : { mark: decision }),
    },
  };
  const prove: FramePanes = {
    prove: { label: 'Prove', icon: 'analyze', content: <LazyProve app={app} /> },
  };
  return (
    <>
      <AppFrame
        scenarioTitle={<ScenarioTitle app={app} />}
        search={isNarrow ? undefined : <HeaderSearch />}
        moreEnd={(close) => <HeaderSearch onOpen={close} />}
        actions={<HeaderActions app={app} />}
        nav={rooms.map((item) => ({ ...item, isCurrent: item.id === room }))}
        panes={{
          write: { label: 'Write', shortLabel: 'Policy', icon: 'write', content: <WriteRoom app={app} /> },
          // Where one pane fits, the bar at the foot leads to all of them.
          ...(isNarrow || room === 'design' ? design : {}),
          ...(isNarrow || room === 'prove' ? prove : {}),
        }}
        activePane={room === 'prove' && pane !== 'write' ? 'prove' : pane}
        onActivePane={(next) => showPane(app, next)}
        sizesKey={room}
        status={<Status app={app} />}
        banner={
          <>
            <PlacementBanner app={app} />
            <AppliedBanner app={app} />
          </>
        }
      />
      <LazyImport app={app} />
      <CommandPalette app={app} />
      <LazyRecipes app={app} />
    </>
  );
}

const rooms: readonly NavItem[] = [
  { id: 'design', label: 'Design', icon: 'write', href: hrefTo('design') },
  { id: 'prove', label: 'Prove', icon: 'analyze', href: hrefTo('prove') },
];

function hrefTo(room: Address['room']): string {
  return printAddress({ room, question: null, subject: null });
}
