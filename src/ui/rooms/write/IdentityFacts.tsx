import type { App } from '#state/app.ts';
import { KeyValueRows } from '#kit/KeyValueRows.tsx';
import { TextField } from '#kit/TextField.tsx';
import { Details } from './Details.tsx';
import { groupArnProblem } from './identities.view.ts';
import type { IdentityCard } from './identities.view.ts';
import { TextRows } from './TextRows.tsx';
import { tagsOf, useRows } from './useRows.ts';

/** What conditions can ask about an identity: its unique id, tags and groups. */
export function IdentityFacts({ app, card }: { readonly app: App; readonly card: IdentityCard }) {
  const nothing = card.groups === null ? 'no id or tags' : 'no id, tags or groups';
  return <Details summary={card.details ?? nothing}>{() => <Fields app={app} card={card} />}</Details>;
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
    <>
      <TextField
        label="Unique id"
        value={id}
        onChange={(value) => update(arn, { id: value.trim() })}
        placeholder={uniqueIdExample(arn)}
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
    </>
  );
}

function uniqueIdExample(arn: string): string {
  if (arn.includes(':user/')) return 'AIDA…';
  return arn.includes(':group/') ? 'AGPA…' : 'AROA…';
}
