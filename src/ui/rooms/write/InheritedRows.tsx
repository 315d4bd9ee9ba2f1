import type { TextId } from '#engine/source/span.ts';
import type { App } from '#state/app.ts';
import { Button } from '#kit/Button.tsx';
import type { InheritedPolicies } from './identities.view.ts';
import { PolicyRowView } from './PolicyRowView.tsx';
import list from './listPane.module.css';

export interface InheritedRowsProps {
  readonly app: App;
  readonly inherited: InheritedPolicies;
  readonly lit: ReadonlySet<TextId>;
}

/** The policies a user has through a group: they open here, and are removed where they belong. */
export function InheritedRows({ app, inherited, lit }: InheritedRowsProps) {
  const { arn, group, policies } = inherited;
  if (policies === null) {
    return (
      <li className={list.line}>
        {group} is not here, so its policies do not count.
        <Button
          variant="quiet"
          size="dense"
          icon="add"
          onPress={() => app.workspace.getState().addIdentity({ arn })}
        >
          Add {group}
        </Button>
      </li>
    );
  }
  if (policies.length === 0) return <li className={list.line}>{group} has no policies.</li>;
  return policies.map((policy) => (
    <PolicyRowView
      key={policy.id}
      policy={policy}
      kind={`from ${group}`}
      isLit={lit.has(policy.id)}
      onOpen={(id) => app.preferences.getState().open('identities', id)}
    />
  ));
}
