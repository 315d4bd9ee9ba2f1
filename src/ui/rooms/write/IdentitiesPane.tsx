import { IdentityList } from './IdentityList.tsx';
import { IdentityPolicyView } from './IdentityPolicyView.tsx';
import type { PaneProps } from './KeyPolicyPane.tsx';
import { useOpenDocument } from './useOpenDocument.ts';

/** The IAM identities and their policies: the list, or one policy of it. */
export function IdentitiesPane({ app, reveal }: PaneProps) {
  const open = useOpenDocument(app, 'identities');
  if (open === null) return <IdentityList app={app} />;
  return <IdentityPolicyView app={app} document={open} reveal={reveal} />;
}
