import { useStore } from 'zustand';
import type { App } from '#state/app.ts';
import { withBoundaryNamed } from '#state/identityEdits.ts';
import { renamePolicy } from './documentCommands.ts';
import type { WritableDocument } from './documents.ts';
import { DocumentView } from './DocumentView.tsx';
import { policyNameProblem, shortName } from './identities.view.ts';
import type { RevealRequest } from './useReveal.ts';

export interface IdentityPolicyViewProps {
  readonly app: App;
  readonly document: WritableDocument;
  readonly reveal: RevealRequest | null;
}

/** One IAM policy, permissions boundary or session policy in the editor. */
export function IdentityPolicyView({ app, document, reveal }: IdentityPolicyViewProps) {
  const { place, title } = document;
  const principal = useStore(app.workspace, (state) => state.request.principal);
  const identities = useStore(app.workspace, (state) => state.scenario.identities);
  const shared = { app, document, reveal, tab: 'identities', back: 'Identities' } as const;
  if (place.kind === 'boundary') {
    return (
      <DocumentView
        {...shared}
        owner={`permissions boundary of ${shortName(place.arn)}`}
        rename={{
          problemOf: (name) => policyNameProblem(name, []),
          onRename: (name) =>
            app.workspace.getState().edit((scenario) => withBoundaryNamed(scenario, place.arn, name)),
        }}
        whenEmpty="Paste a policy: what it does not allow, the identity cannot do."
      />
    );
  }
  if (place.kind !== 'identityPolicy') {
    return (
      <DocumentView
        {...shared}
        owner={`of ${shortName(principal)}`}
        whenEmpty="Paste a policy: what it does not allow, the session cannot do."
      />
    );
  }
  const names = identities.find(({ arn }) => arn === place.arn)?.policies?.map(({ name }) => name) ?? [];
  return (
    <DocumentView
      {...shared}
      owner={`of ${shortName(place.arn)}`}
      rename={{
        problemOf: (name) => policyNameProblem(name, names),
        onRename: (name) => renamePolicy(app, place.arn, title, name),
      }}
      whenEmpty="Paste an IAM policy."
    />
  );
}
