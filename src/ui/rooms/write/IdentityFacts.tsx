import { useId, useState } from 'react';
import type { App } from '#state/app.ts';
import { Icon } from '#kit/Icon.tsx';
import { KeyValueRows } from '#kit/KeyValueRows.tsx';
import { TextField } from '#kit/TextField.tsx';
import { groupArnProblem } from './identities.view.ts';
import type { IdentityCard } from './identities.view.ts';
import { TextRows } from './TextRows.tsx';
import { tagsOf, useRows } from './useRows.ts';
import styles from './IdentityFacts.module.css';

/** What conditions can ask about an identity: its unique id, tags and groups. */
export function IdentityFacts({ app, card }: { readonly app: App; readonly card: IdentityCard }) {
  const [isOpen, setOpen] = useState(false);
  const body = useId();
  return (
    <div className={styles.facts}>
      <button
        type="button"
        className={styles.toggle}
        aria-expanded={isOpen}
        aria-controls={body}
        onClick={() => setOpen(!isOpen)}
      >
        <Icon name={isOpen ? 'chevronDown' : 'chevronRight'} size={14} />
        Details
        {!isOpen && <span className={styles.soft}>{card.details ?? 'no id, tags or groups'}</span>}
      </button>
      <div id={body} hidden={!isOpen}>
        {isOpen && <Fields app={app} card={card} />}
      </div>
    </div>
  );
}

function Fields({ app, card }: { readonly app: App; readonly card: IdentityCard }) {
  const { arn, id, tags, groups } = card;
  const update = app.workspace.getState().updateIdentity;
  const [tagRows, setTagRows] = useRows(
    tags,
    (value) => Object.entries(value).map(([key, text]) => ({ key, value: text })),
    tagsOf,
    (value) => update(arn, { tags: value }),
  );
  const [groupRows, setGroupRows] = useRows(
    groups ?? [],
    (value) => value,
    (rows) => rows.filter((row) => row !== '' && groupArnProblem(row) === null),
    (value) => update(arn, { groups: value }),
  );
  return (
    <div className={styles.fields}>
      <TextField
        label="Unique id"
        value={id}
        onChange={(value) => update(arn, { id: value.trim() })}
        placeholder={arn.includes(':user/') ? 'AIDA…' : 'AROA…'}
        isMono
        description="For aws:userid and for principals that were deleted and made again."
      />
      {groups !== null && (
        <TextRows
          label="Groups"
          rowLabel="Group ARN"
          addLabel="Add group"
          rows={groupRows}
          onChange={setGroupRows}
          problemOf={groupArnProblem}
          placeholder="arn:aws:iam::111122223333:group/Developers"
        />
      )}
      <KeyValueRows label="Tags" rows={tagRows} onChange={setTagRows} addLabel="Add tag" />
    </div>
  );
}
