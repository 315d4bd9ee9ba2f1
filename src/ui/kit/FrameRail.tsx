import { Icon } from './Icon.tsx';
import type { IconName } from './Icon.tsx';
import styles from './FrameRail.module.css';

export interface NavItem {
  readonly id: string;
  readonly label: string;
  readonly icon: IconName;
  /** `#/analyze` */
  readonly href: string;
  readonly isCurrent?: boolean;
}

export function FrameRail({ items }: { readonly items: readonly NavItem[] }) {
  return (
    <nav className={styles.rail} aria-label="Rooms">
      <ul className={styles.list}>
        {items.map((item) => (
          <li key={item.id}>
            <a
              className={styles.item}
              href={item.href}
              aria-current={item.isCurrent === true ? 'page' : undefined}
            >
              <Icon name={item.icon} size={18} />
              {item.label}
            </a>
          </li>
        ))}
      </ul>
    </nav>
  );
}
