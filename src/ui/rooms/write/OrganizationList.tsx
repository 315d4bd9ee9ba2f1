import { useMemo } from 'react';
import { useStore } from 'zustand';
import type { App } from '#state/app.ts';
import { withAccount, withoutOrganizationPolicy } from '#state/organizationEdits.ts';
import { Button } from '#kit/Button.tsx';
import { EmptyState } from '#kit/EmptyState.tsx';
import { AddByName } from './AddByName.tsx';
import { AttachMenu } from './AttachMenu.tsx';
import { LevelRows } from './LevelRows.tsx';
import {
  accountIdProblem,
  attachedElsewhere,
  organizationPictures,
  shortType,
  targetWords,
  unknownAccounts,
} from './organization.view.ts';
import { OrganizationHelp } from './OrganizationHelp.tsx';
import { policyRow } from './policyRow.ts';
import { PolicyRowView } from './PolicyRowView.tsx';
import { useLitTexts } from './useLitTexts.ts';
import list from './listPane.module.css';
import styles from './OrganizationList.module.css';

/** The organization as a tree with what is attached where, its policies, and its accounts. */
export function OrganizationList({ app }: { readonly app: App }) {
  const scenario = useStore(app.workspace, (state) => state.scenario);
  const principal = useStore(app.workspace, (state) => state.request.principal);
  const study = useStore(app.results, (state) => state.reply);
  const lit = useLitTexts(app);
  const pictures = useMemo(() => organizationPictures(scenario), [scenario]);
  const elsewhere = useMemo(() => attachedElsewhere(scenario), [scenario]);
  const { accounts, organizationPolicies } = scenario;
  const edit = app.workspace.getState().edit;
  const add = (id: string) => edit((before) => withAccount(before, { id }));
  const missing = unknownAccounts(scenario, principal);
  const isEmpty = accounts.length === 0 && organizationPolicies.length === 0;
  return (
    <div className={list.pane}>
      {isEmpty ? (
        <EmptyState title="No organization yet." actions={<AttachMenu app={app} target={null} />}>
          Without SCPs and RCPs nothing above the accounts limits a request. Add one from a template, paste
          the output of <code>describe-policy</code>, or add an account with its path first.
        </EmptyState>
      ) : (
        <div className={styles.tools}>
          <AttachMenu app={app} target={null} />
        </div>
      )}
      {pictures.map((picture) => (
        <LevelRows key={picture.id ?? ''} app={app} picture={picture} lit={lit} />
      ))}
      {elsewhere.length > 0 && (
        <section className={styles.elsewhere}>
          <h3 className={styles.heading}>Attached where no account here is</h3>
          {elsewhere.map(({ target, policies }) => (
            <p key={target} className={styles.words}>
              <code>{target}</code>: {policies.map(({ name }) => name).join(', ')}
            </p>
          ))}
        </section>
      )}
      {organizationPolicies.length > 0 && (
        <section className={styles.policies}>
          <h3 className={styles.heading}>Policies</h3>
          <ul className={list.rows} aria-label="Organization policies">
            {organizationPolicies.map(({ name, type, targets, document }) => (
              <PolicyRowView
                key={document.id}
                policy={policyRow(name, document, study)}
                kind={`${shortType[type]}, ${targetWords(targets)}`}
                isLit={lit.has(document.id)}
                onOpen={(id) => app.preferences.getState().open('organization', id)}
                onRemove={() => edit((before) => withoutOrganizationPolicy(before, document.id))}
              />
            ))}
          </ul>
        </section>
      )}
      <div>
        <AddByName
          label="Account id"
          action="Add account"
          placeholder="111122223333"
          problemOf={(id) =>
            accountIdProblem(
              id,
              accounts.map((account) => account.id),
            )
          }
          onAdd={add}
        />
        {missing.length > 0 && (
          <p className={styles.missing}>
            Named on this page:
            {missing.slice(0, 4).map((id) => (
              <Button key={id} size="dense" variant="quiet" icon="add" onPress={() => add(id)}>
                {id}
              </Button>
            ))}
          </p>
        )}
      </div>
      <OrganizationHelp />
    </div>
  );
}
