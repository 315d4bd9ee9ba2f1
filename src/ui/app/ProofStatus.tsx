import { useMemo } from 'react';
import { useStore } from 'zustand';
import { StatusItem } from '#kit/StatusItem.tsx';
import type { App } from '#state/app.ts';
import { proofStatus } from './proofStatus.view.ts';
import { showPane } from './showPane.ts';

/** What is proved about all requests, in a few words that lead to the proof. */
export function ProofStatus({ app }: { readonly app: App }) {
  const proofs = useStore(app.proofs, (state) => state.proofs);
  const revision = useStore(app.proofs, (state) => state.revision);
  const items = useMemo(() => proofStatus({ proofs, revision }), [proofs, revision]);
  return items.map(({ question, words, isGood }) => (
    <StatusItem
      key={question}
      {...(isGood ? { mark: 'check' as const } : { icon: 'warning' as const, isStrong: true })}
      onPress={() => {
        showPane(app, 'prove');
        app.address.getState().goTo({ room: 'prove', question });
      }}
    >
      {words}
    </StatusItem>
  ));
}
