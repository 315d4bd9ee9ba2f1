import { useStore } from 'zustand';
import { findWritable } from './documents.ts';
import { IdentityList } from './IdentityList.tsx';
import { IdentityPolicyView } from './IdentityPolicyView.tsx';
import type { PaneProps } from './KeyPolicyPane.tsx';

/** The IAM identities and their policies: the list, or one policy of it. */
export function IdentitiesPane({ app, reveal }: PaneProps) {
  const open = useStore(app.preferences, (state) => state.openIdentityPolicy);
  const scenario = useStore(app.workspace, (state) => state.scenario);
  const policy = findWritable(scenario, open);
  if (policy === undefined || policy.owner === null) return <IdentityList app={app} />;
  return <IdentityPolicyView app={app} policy={policy} owner={policy.owner} reveal={reveal} />;
}
