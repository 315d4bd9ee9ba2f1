import { useEffect, useRef } from 'react';
import {
  Autocomplete,
  Collection,
  Header,
  Input,
  ListBox,
  ListBoxItem,
  ListBoxSection,
  SearchField,
} from 'react-aria-components';
import { Icon } from './Icon.tsx';
import { Kbd } from './Kbd.tsx';
import { OptionContent } from './OptionContent.tsx';
import { classNames } from './classNames.ts';
import field from './field.module.css';
import list from './listBox.module.css';
import styles from './SearchList.module.css';

export interface SearchItem {
  readonly id: string;
  readonly text: string;
  readonly secondary?: string;
  readonly shortcut?: string;
  readonly isDisabled?: boolean;
}

export interface SearchGroup {
  readonly title: string;
  readonly items: readonly SearchItem[];
}

export interface SearchListProps {
  /** Names the field and the list. */
  readonly label: string;
  readonly placeholder: string;
  readonly groups: readonly SearchGroup[];
  readonly onChoose: (id: string) => void;
  /** What stands in an empty list. */
  readonly whenNone: string;
}

/** A list to search and choose from. The keyboard stays in the field: arrows walk the list, Enter chooses. */
export function SearchList({ label, placeholder, groups, onChoose, whenNone }: SearchListProps) {
  const input = useRef<HTMLInputElement>(null);
  // Who opened it wants to type.
  useEffect(() => input.current?.focus(), []);
  return (
    <div className={styles.search}>
      <Autocomplete filter={hasWords}>
        <SearchField className={classNames(styles.field)} aria-label={label}>
          <Icon name="search" />
          <Input
            ref={input}
            className={classNames(field.control, styles.input)}
            placeholder={placeholder}
            spellCheck={false}
            autoComplete="off"
          />
        </SearchField>
        <ListBox
          className={classNames(styles.list)}
          aria-label={label}
          selectionMode="none"
          items={groups}
          onAction={(key) => onChoose(String(key))}
          renderEmptyState={() => <p className={list.empty}>{whenNone}</p>}
        >
          {(group) => (
            <ListBoxSection id={group.title} className={classNames(styles.group)}>
              <Header className={classNames(styles.title)}>{group.title}</Header>
              <Collection items={group.items}>
                {(item) => (
                  <ListBoxItem
                    id={item.id}
                    className={classNames(list.option)}
                    textValue={`${item.text} ${item.secondary ?? ''} ${group.title}`}
                    isDisabled={item.isDisabled ?? false}
                  >
                    <OptionContent option={item} />
                    {item.shortcut !== undefined && (
                      <span className={list.shortcut}>
                        <Kbd keys={item.shortcut} />
                      </span>
                    )}
                  </ListBoxItem>
                )}
              </Collection>
            </ListBoxSection>
          )}
        </ListBox>
      </Autocomplete>
    </div>
  );
}

/** Whether a text has every word that was typed, in whatever order. */
function hasWords(text: string, typed: string): boolean {
  const lower = text.toLowerCase();
  return typed
    .toLowerCase()
    .split(/\s+/)
    .every((word) => lower.includes(word));
}
