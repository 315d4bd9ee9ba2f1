import { useMemo, useState } from 'react';
import { useStore } from 'zustand';
import type { App, WriteTab } from '#state/app.ts';
import { openProblems } from '#state/problems.ts';
import { Tabs } from '#kit/Tabs.tsx';
import { GoToContext } from './goTo.ts';
import { GrantsPane } from './GrantsPane.tsx';
import { IdentitiesPane } from './IdentitiesPane.tsx';
import { KeyPane } from './KeyPane.tsx';
import { KeyPolicyPane } from './KeyPolicyPane.tsx';
import { OrganizationPane } from './OrganizationPane.tsx';
import { ResourcesPane } from './ResourcesPane.tsx';
import { useLitTexts } from './useLitTexts.ts';
import { useReveal } from './useReveal.ts';
import { useSame } from './useSame.ts';
import { tabViews } from './write.view.ts';

const panes = {
  keyPolicy: KeyPolicyPane,
  identities: IdentitiesPane,
  grants: GrantsPane,
  organization: OrganizationPane,
  resources: ResourcesPane,
  key: KeyPane,
};

/** The documents a decision rests on, and the facts of the key. */
export function WriteRoom({ app }: { readonly app: App }) {
  const scenario = useStore(app.shown, (state) => state.scenario);
  const request = useStore(app.shown, (state) => state.request);
  const results = useStore(app.results);
  const problems = useMemo(() => openProblems(results), [results]);
  const study = results.reply;
  const tab = useStore(app.preferences, (state) => state.writeTab);
  const { request: reveal, goTo } = useReveal(app);
  const lit = useLitTexts(app);
  const tabs = useSame(
    useMemo(
      () => tabViews({ scenario, request }, study, lit, problems),
      [scenario, request, study, lit, problems],
    ),
  );
  // A tab once looked at stays as it was left; the others cost nothing.
  const [visited, setVisited] = useState<ReadonlySet<WriteTab>>(new Set([tab]));
  if (!visited.has(tab)) setVisited(new Set([...visited, tab]));

  // The tabs are drawn again when they say something else, not with every keystroke in the texts behind them.
  return useMemo(
    () => (
      <GoToContext value={goTo}>
        <Tabs
          title="Write"
          selected={tab}
          keepMounted
          onSelect={(id) => {
            const chosen = tabs.find((each) => each.id === id);
            if (chosen !== undefined) app.preferences.getState().set({ writeTab: chosen.id });
          }}
          items={tabs.map((view) => {
            const Pane = panes[view.id];
            return { ...view, content: visited.has(view.id) ? <Pane app={app} reveal={reveal} /> : null };
          })}
        />
      </GoToContext>
    ),
    [app, tabs, tab, visited, reveal, goTo],
  );
}
