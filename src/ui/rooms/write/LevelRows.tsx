import { useState } from 'react';
import type { TextId } from '#engine/source/span.ts';
import type { App } from '#state/app.ts';
import { Button } from '#kit/Button.tsx';
import { classNames } from '#kit/classNames.ts';
import { IconButton } from '#kit/IconButton.tsx';
import { AccountForm } from './AccountForm.tsx';
import { AttachMenu } from './AttachMenu.tsx';
import { DEEPEST, shortType } from './organization.view.ts';
import type { Level, OrganizationPicture } from './organization.view.ts';
import { attachFullAccess } from './organizationCommands.ts';
import styles from './LevelRows.module.css';

export interface LevelRowsProps {
  readonly app: App;
  readonly picture: OrganizationPicture;
  readonly lit: ReadonlySet<TextId>;
}

/** One organization as a tree: root, OUs, accounts, and what is attached to each. */
export function LevelRows({ app, picture, lit }: LevelRowsProps) {
  const title = picture.id === null ? 'In no organization' : picture.id;
  return (
    <section className={styles.picture}>
      <h3 className={classNames(styles.title, picture.id !== null && styles.code)}>{title}</h3>
      <ul aria-label={`Levels of ${title}`}>
        {picture.levels.map((level) => (
          <LevelRow key={level.key} app={app} level={level} lit={lit} />
        ))}
      </ul>
      {picture.more > 0 && <p className={styles.kind}>{picture.more} further levels are not drawn.</p>}
    </section>
  );
}

interface LevelRowProps {
  readonly app: App;
  readonly level: Level;
  readonly lit: ReadonlySet<TextId>;
}

function LevelRow({ app, level, lit }: LevelRowProps) {
  const [isOpen, setOpen] = useState(false);
  const { id, depth, lines, account, policies, isGap } = level;
  return (
    <li className={styles.level} style={column(Math.min(depth, DEEPEST))}>
      {lines.map((goesOn, at) => (
        <Line key={at} at={at} goesOn={goesOn} isOwn={at === lines.length - 1} />
      ))}
      <div className={styles.row}>
        <div className={styles.names}>
          <span className={styles.id}>{id}</span>
          <span className={styles.kind}>{kindWords(level)}</span>
        </div>
        {account !== null && (
          <IconButton
            icon="write"
            size="dense"
            label={`Edit account ${id}`}
            isPressed={isOpen}
            onPress={() => setOpen(!isOpen)}
          />
        )}
        <AttachMenu app={app} target={id} />
      </div>
      {policies.length > 0 && (
        <div className={styles.chips}>
          {policies.map((policy) => (
            <button
              key={policy.id}
              type="button"
              className={classNames(styles.chip, lit.has(policy.id) && styles.lit)}
              onClick={() => app.preferences.getState().open('organization', policy.id)}
            >
              <span className={styles.type}>{shortType[policy.type]}</span> {policy.name}
            </button>
          ))}
        </div>
      )}
      {isGap && (
        <p className={styles.gap}>
          No SCP is attached here, so nothing is allowed at this level.
          <Button size="dense" variant="quiet" onPress={() => attachFullAccess(app, id)}>
            Attach FullAWSAccess
          </Button>
        </p>
      )}
      {isOpen && account !== null && <AccountForm app={app} account={account} />}
    </li>
  );
}

interface LineProps {
  readonly at: number;
  readonly goesOn: boolean;
  readonly isOwn: boolean;
}

/** One column of the tree's lines beside a level. */
function Line({ at, goesOn, isOwn }: LineProps) {
  return (
    <>
      {goesOn && <span className={styles.line} style={column(at)} />}
      {isOwn && <span className={styles.elbow} style={column(at)} />}
    </>
  );
}

function column(at: number): React.CSSProperties {
  return { '--column': at } as React.CSSProperties;
}

function kindWords({ kind, account }: Level): string {
  if (account === null) return kind;
  const name = account.name === undefined ? kind : `${kind} ${account.name}`;
  return account.managementAccount === true ? `${name}, management account: nothing here binds it` : name;
}
