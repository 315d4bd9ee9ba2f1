import { useMemo } from 'react';
import { useStore } from 'zustand';
import type { App } from '#state/app.ts';
import { withEndpoint, withResource } from '#state/resourceEdits.ts';
import { AddByName } from './AddByName.tsx';
import { EndpointCardView } from './EndpointCardView.tsx';
import { ResourceCardView } from './ResourceCardView.tsx';
import { endpointCards, endpointIdProblem, resourceArnProblem, resourceCards } from './resources.view.ts';
import { useLitTexts } from './useLitTexts.ts';
import list from './listPane.module.css';

/** What a request passes through or is about besides the key, and the policies there. */
export function ResourceList({ app }: { readonly app: App }) {
  const scenario = useStore(app.workspace, (state) => state.scenario);
  const request = useStore(app.workspace, (state) => state.request);
  const study = useStore(app.results, (state) => state.reply);
  const lit = useLitTexts(app);
  const endpoints = useMemo(() => endpointCards(scenario, request, study), [scenario, request, study]);
  const resources = useMemo(() => resourceCards(scenario, study), [scenario, study]);
  const { edit } = app.workspace.getState();
  const ids = endpoints.map(({ id }) => id);
  const arns = resources.map(({ arn }) => arn);
  return (
    <div className={list.pane}>
      <section aria-labelledby="vpc-endpoints">
        <h3 id="vpc-endpoints" className={list.section}>
          VPC endpoints
        </h3>
        {endpoints.length === 0 && (
          <p className={list.help}>
            A request through a VPC endpoint also needs an Allow of the endpoint’s policy. AWS’s default
            policy allows everything.
          </p>
        )}
        {endpoints.length > 0 && (
          <ul className={list.cards} aria-label="VPC endpoints">
            {endpoints.map((card) => (
              <li key={card.id}>
                <EndpointCardView
                  app={app}
                  card={card}
                  others={ids.filter((id) => id !== card.id)}
                  lit={lit}
                />
              </li>
            ))}
          </ul>
        )}
        <AddByName
          label="Id of a VPC endpoint"
          action="Add endpoint"
          placeholder="vpce-1a2b3c4d"
          problemOf={(id) => endpointIdProblem(id, ids)}
          onAdd={(id) => edit((before) => withEndpoint(before, { id }))}
        />
      </section>
      <section aria-labelledby="other-resources">
        <h3 id="other-resources" className={list.section}>
          Resources of other services
        </h3>
        {resources.length === 0 && (
          <p className={list.help}>
            Reading an object that S3 encrypts under the key takes two permissions: one for the object, by IAM
            and the bucket policy, and one for the key.
          </p>
        )}
        {resources.length > 0 && (
          <ul className={list.cards} aria-label="Resources of other services">
            {resources.map((card) => (
              <li key={card.arn}>
                <ResourceCardView
                  app={app}
                  card={card}
                  others={arns.filter((arn) => arn !== card.arn)}
                  lit={lit}
                />
              </li>
            ))}
          </ul>
        )}
        <AddByName
          label="ARN of a resource"
          action="Add resource"
          placeholder="arn:aws:s3:::example-bucket/*"
          problemOf={(arn) => resourceArnProblem(arn, arns)}
          onAdd={(arn) => edit((before) => withResource(before, { arn }))}
        />
      </section>
    </div>
  );
}
