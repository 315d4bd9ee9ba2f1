import { useStore } from 'zustand';
import type { QuestionId } from '#state/questions.ts';
import { CompareFields } from './CompareFields.tsx';
import { ActionsField, ActionField, OrganizationField } from './fields.tsx';
import { useRoomContext } from './room.ts';
import styles from './QuestionFields.module.css';

/** What one may choose about a question. */
export function QuestionFields({ id }: { readonly id: QuestionId }) {
  const { app } = useRoomContext();
  const { forbidden, separation } = useStore(app.proofs, (state) => state.choices);
  const { choose } = app.proofs.getState();
  switch (id) {
    case 'outside-organization':
      return <OrganizationField />;
    case 'who-can':
      return <ActionField />;
    case 'separation':
      return (
        <div className={styles.fields}>
          <ActionsField
            label="Administer"
            values={separation.one}
            onChange={(one) => choose({ separation: { ...separation, one } })}
          />
          <ActionsField
            label="Use"
            values={separation.other}
            onChange={(other) => choose({ separation: { ...separation, other } })}
          />
        </div>
      );
    case 'not-granted':
      return (
        <div className={styles.fields}>
          <ActionsField
            label="Actions"
            values={forbidden.actions}
            onChange={(actions) => choose({ forbidden: { ...forbidden, actions } })}
          />
          <ActionsField
            label="To"
            hint="ARNs, account ids, service principals or *, separated by commas."
            values={forbidden.principals}
            onChange={(principals) => choose({ forbidden: { ...forbidden, principals } })}
          />
        </div>
      );
    case 'compare':
      return <CompareFields />;
    default:
      return null;
  }
}
