import type { WritableDocument } from './documents.ts';
import { DocumentView } from './DocumentView.tsx';
import type { PaneProps } from './KeyPolicyPane.tsx';
import { ResourceList } from './ResourceList.tsx';
import { useOpenDocument } from './useOpenDocument.ts';

/** VPC endpoints and resources of other services: the list, or one policy of it. */
export function ResourcesPane({ app, reveal }: PaneProps) {
  const open = useOpenDocument(app, 'resources');
  if (open === null) return <ResourceList app={app} />;
  return (
    <DocumentView
      app={app}
      document={open}
      tab="resources"
      back="Resources"
      owner={ownerWords(open)}
      whenEmpty="Paste a policy that names principals."
      reveal={reveal}
    />
  );
}

function ownerWords({ place }: WritableDocument): string {
  return place.kind === 'endpoint' ? 'policy of the VPC endpoint' : 'policy of the resource';
}
