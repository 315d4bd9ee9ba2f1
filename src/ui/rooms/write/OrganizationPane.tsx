import type { PaneProps } from './KeyPolicyPane.tsx';
import { OrganizationList } from './OrganizationList.tsx';
import { OrganizationPolicyView } from './OrganizationPolicyView.tsx';
import { useOpenDocument } from './useOpenDocument.ts';

/** Accounts, SCPs and RCPs: the picture of them, or one policy. */
export function OrganizationPane({ app, reveal }: PaneProps) {
  const open = useOpenDocument(app, 'organization');
  if (open === null) return <OrganizationList app={app} />;
  return <OrganizationPolicyView app={app} document={open} reveal={reveal} />;
}
