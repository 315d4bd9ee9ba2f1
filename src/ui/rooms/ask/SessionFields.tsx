import type { ScenarioRequest } from '#engine/scenario/scenario.ts';
import type { DocumentReport, Suggestions } from '#engine/study.ts';
import { ComboBox } from '#kit/ComboBox.tsx';
import { Select } from '#kit/Select.tsx';
import { PairsField } from './PairsField.tsx';
import { rowsOfPairs } from './pairRows.ts';
import { withSession } from './requestEdits.ts';
import type { RequestEdit } from './requestEdits.ts';
import { sessionFieldsOf } from './requestSlots.ts';
import { SessionPolicies } from './SessionPolicies.tsx';
import { principalOptions } from './slotOptions.ts';
import styles from './RequestDetails.module.css';

export interface SessionFieldsProps {
  readonly request: ScenarioRequest;
  readonly suggestions: Suggestions | null;
  /** What the engine made of the documents, session policies among them. */
  readonly reports: readonly DocumentReport[];
  readonly onEdit: (edit: RequestEdit) => void;
}

const mfaStates = [
  { id: 'unsaid', text: 'Not said' },
  { id: 'yes', text: 'Signed in with MFA' },
  { id: 'no', text: 'Signed in without MFA' },
] as const;

/** What a session carries besides its ARN. Roles and users have none of it, so the fields that can't apply are left out. */
export function SessionFields({ request, suggestions, reports, onEdit }: SessionFieldsProps) {
  const { session } = request;
  const shown = sessionFieldsOf(request);
  return (
    <div className={styles.group}>
      <div data-place="mfa">
        <Select
          label="Multi-factor authentication"
          options={mfaStates}
          value={mfaState(session?.mfaAuthenticated)}
          onChange={(id) =>
            onEdit(withSession({ mfaAuthenticated: id === 'unsaid' ? undefined : id === 'yes' }))
          }
        />
      </div>
      {shown.issuer !== null && (
        <ComboBox
          label={shown.issuer}
          value={session?.issuer ?? ''}
          options={principalOptions(suggestions).filter(
            ({ text }) => text.includes(':role/') || text.includes(':user/'),
          )}
          placeholder="arn:aws:iam::111122223333:role/path/Name"
          onChange={(text) => onEdit(withSession({ issuer: text.trim() === '' ? undefined : text.trim() }))}
        />
      )}
      {shown.hasTags && (
        <PairsField
          label="Session tags"
          value={session?.tags}
          onChange={(tags) => onEdit(withSession({ tags: tagsOf(tags) }))}
        />
      )}
      {shown.hasPolicies && (
        <SessionPolicies
          policies={session?.policies ?? []}
          reports={reports}
          onChange={(policies) =>
            onEdit(withSession({ policies: policies.length === 0 ? undefined : policies }))
          }
        />
      )}
    </div>
  );
}

function mfaState(mfa: boolean | undefined): (typeof mfaStates)[number]['id'] {
  if (mfa === undefined) return 'unsaid';
  return mfa ? 'yes' : 'no';
}

function tagsOf(value: Parameters<typeof rowsOfPairs>[0]): Readonly<Record<string, string>> | undefined {
  return value === undefined
    ? undefined
    : Object.fromEntries(rowsOfPairs(value).map(({ key, value: tag }) => [key, tag]));
}
