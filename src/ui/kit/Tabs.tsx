import { useEffect, useRef } from 'react';
import type { ReactNode } from 'react';
import { Tab, TabList, TabPanel, Tabs as AriaTabs } from 'react-aria-components';
import { classNames } from './classNames.ts';
import { Icon } from './Icon.tsx';
import { VerdictMark } from './VerdictMark.tsx';
import type { MarkKind } from './VerdictMark.tsx';
import { markWords } from './verdict.ts';
import styles from './Tabs.module.css';

export interface TabItem {
  readonly id: string;
  readonly label: string;
  /** A quiet number after the label: "Checks 6". */
  readonly count?: number | string;
  /** A status mark after the label, e.g. the verdict. */
  readonly mark?: MarkKind;
  /** A warning triangle: something in this tab has a problem. Its text is spoken. */
  readonly problem?: string;
  /** The highlighter lies on something in this tab; shown while another tab is chosen. */
  readonly isLit?: boolean;
  readonly content: ReactNode;
}

export interface TabsProps {
  /** Names the tab list; with `title` it may be left out. */
  readonly label?: string;
  /** The pane's title, before the chips. */
  readonly title?: string;
  readonly items: readonly TabItem[];
  readonly selected: string;
  readonly onSelect: (id: string) => void;
  /** At the right end of the row. */
  readonly aside?: ReactNode;
  /** Keeps every panel mounted (hidden), so that editors and scroll positions survive. */
  readonly keepMounted?: boolean;
}

/** A pane with its title, tab chips and the chosen panel below. Arrow keys move between chips. */
export function Tabs({ label, title, items, selected, onSelect, aside, keepMounted = false }: TabsProps) {
  const list = useRef<HTMLDivElement>(null);
  // Where the chips do not all fit, the chosen one comes into view, also when it was chosen from elsewhere.
  useEffect(() => {
    list.current
      ?.querySelector('[aria-selected="true"]')
      ?.scrollIntoView({ block: 'nearest', inline: 'nearest' });
  }, [selected]);
  return (
    <AriaTabs
      className={classNames(styles.tabs)}
      selectedKey={selected}
      onSelectionChange={(key) => onSelect(String(key))}
    >
      <div className={styles.header} data-pane-header>
        {title !== undefined && (
          <h2 className={styles.title} data-pane-title>
            {title}
          </h2>
        )}
        <TabList ref={list} className={classNames(styles.list)} aria-label={label ?? title ?? 'Tabs'}>
          {items.map((item) => (
            <Tab key={item.id} id={item.id} className={classNames(styles.tab)}>
              <TabLabel
                text={item.count === undefined ? item.label : `${item.label} ${item.count}`}
                isLit={item.isLit === true && item.id !== selected}
              />
              {item.mark !== undefined && (
                <VerdictMark kind={item.mark} size={14} label={markWords[item.mark]} />
              )}
              {item.problem !== undefined && <Icon name="warning" size={14} label={item.problem} />}
            </Tab>
          ))}
        </TabList>
        {aside !== undefined && <div className={styles.aside}>{aside}</div>}
      </div>
      {items.map((item) => (
        <TabPanel
          key={item.id}
          id={item.id}
          className={classNames(styles.panel, keepMounted && item.id !== selected && styles.away)}
          shouldForceMount={keepMounted}
        >
          {item.content}
        </TabPanel>
      ))}
    </AriaTabs>
  );
}

/** Holds the room of the bold label, so that choosing a tab moves nothing. */
function TabLabel({ text, isLit }: { readonly text: string; readonly isLit: boolean }) {
  return (
    <span className={classNames(styles.label, isLit && styles.lit)} data-text={text}>
      {text}
    </span>
  );
}
