import { useStore } from 'zustand';
import type { App } from '#state/app.ts';
import { withOrganizationPolicyChanged } from '#state/organizationEdits.ts';
import type { WritableDocument } from './documents.ts';
import { DocumentView } from './DocumentView.tsx';
import { organizationNameProblem } from './organization.view.ts';
import { TargetsForm } from './TargetsForm.tsx';
import type { RevealRequest } from './useReveal.ts';

export interface OrganizationPolicyViewProps {
  readonly app: App;
  readonly document: WritableDocument;
  readonly reveal: RevealRequest | null;
}

const kinds = {
  SERVICE_CONTROL_POLICY: 'service control policy',
  RESOURCE_CONTROL_POLICY: 'resource control policy',
};

/** One SCP or RCP: where it is attached, and its text. */
export function OrganizationPolicyView({ app, document, reveal }: OrganizationPolicyViewProps) {
  const { id } = document;
  const policies = useStore(app.workspace, ({ scenario }) => scenario.organizationPolicies);
  const policy = policies.find((each) => each.document.id === id);
  if (policy === undefined) return null;
  const others = policies.filter(({ type }) => type === policy.type).map(({ name }) => name);
  return (
    <DocumentView
      app={app}
      document={document}
      tab="organization"
      back="Organization"
      owner={kinds[policy.type]}
      rename={{
        problemOf: (name) => organizationNameProblem(name, others),
        onRename: (name) =>
          app.workspace.getState().edit((scenario) => withOrganizationPolicyChanged(scenario, id, { name })),
      }}
      facts={<TargetsForm app={app} policy={policy} />}
      whenEmpty="Paste the policy, or the output of describe-policy."
      reveal={reveal}
    />
  );
}
