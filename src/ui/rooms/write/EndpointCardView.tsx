import type { TextId } from '#engine/source/span.ts';
import type { App } from '#state/app.ts';
import { FULL_ENDPOINT_ACCESS } from '#state/policyTexts.ts';
import {
  withEndpointChanged,
  withEndpointFollowed,
  withEndpointPolicy,
  withoutEndpoint,
} from '#state/resourceEdits.ts';
import { Button } from '#kit/Button.tsx';
import { Details } from './Details.tsx';
import { DraftField } from './DraftField.tsx';
import { OwnerCard } from './OwnerCard.tsx';
import { PolicyRowView } from './PolicyRowView.tsx';
import { endpointIdProblem, throughEndpoint, vpcIdProblem } from './resources.view.ts';
import type { EndpointCard } from './resources.view.ts';
import list from './listPane.module.css';

export interface EndpointCardViewProps {
  readonly app: App;
  readonly card: EndpointCard;
  readonly others: readonly string[];
  readonly lit: ReadonlySet<TextId>;
}

export function EndpointCardView({ app, card, others, lit }: EndpointCardViewProps) {
  const { id, vpc, kind, policy, isAsked } = card;
  const { edit } = app.workspace.getState();
  const open = (text: TextId) => app.preferences.getState().open('resources', text);
  const write = () => {
    edit((scenario) => withEndpointPolicy(scenario, id, FULL_ENDPOINT_ACCESS));
    const { vpcEndpoints } = app.workspace.getState().scenario;
    const added = vpcEndpoints.find((endpoint) => endpoint.id === id)?.policy;
    if (added !== undefined) open(added.id);
  };
  const askThrough = (endpoint: string | null) => {
    const { request, setRequest } = app.workspace.getState();
    setRequest(throughEndpoint(request, endpoint));
  };
  const rename = (next: string) => {
    const { request, setRequest } = app.workspace.getState();
    edit((scenario) => withEndpointChanged(scenario, id, { id: next }));
    setRequest(withEndpointFollowed(request, id, next));
  };
  return (
    <OwnerCard
      name={id}
      kind={kind}
      loses={policy?.hasText === true ? 'and its policy' : null}
      onRemove={() => edit((scenario) => withoutEndpoint(scenario, id))}
    >
      <ul className={list.rows} aria-label={`Policy of ${id}`}>
        {policy === null ? (
          <li className={list.line}>
            AWS’s default policy: everything is allowed.
            <Button variant="quiet" size="dense" icon="write" onPress={write}>
              Write a policy
            </Button>
          </li>
        ) : (
          <PolicyRowView
            policy={policy}
            isLit={lit.has(policy.id)}
            onOpen={open}
            onRemove={() => edit((scenario) => withEndpointPolicy(scenario, id, null))}
          />
        )}
        <li className={list.line}>
          {isAsked ? 'The request comes through this endpoint.' : 'The request does not come through it.'}
          <Button variant="quiet" size="dense" onPress={() => askThrough(isAsked ? null : id)}>
            {isAsked ? 'Ask without it' : 'Ask through it'}
          </Button>
        </li>
      </ul>
      <Details summary={vpc === '' ? 'no VPC id' : `in ${vpc}`}>
        {() => (
          <>
            <DraftField
              label="Endpoint id"
              value={id}
              problemOf={(text) => endpointIdProblem(text, others)}
              onChange={rename}
            />
            <DraftField
              label="VPC"
              value={vpc}
              problemOf={vpcIdProblem}
              onChange={(text) =>
                edit((scenario) => withEndpointChanged(scenario, id, { vpc: text === '' ? undefined : text }))
              }
              placeholder="vpc-11223344"
              description="For aws:SourceVpc."
            />
          </>
        )}
      </Details>
    </OwnerCard>
  );
}
