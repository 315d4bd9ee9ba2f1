import type { ReactNode } from 'react';
import { Icon } from './Icon.tsx';
import { classNames } from './classNames.ts';
import styles from './Link.module.css';

export interface LinkProps {
  readonly children: ReactNode;
  /** An address: a room (`#/learn/01`) or a page outside. */
  readonly href?: string;
  /** Without an address it is a button that looks like a link: evidence, lines, "edit". */
  readonly onPress?: () => void;
  /** Opens elsewhere and says so. */
  readonly isExternal?: boolean;
  readonly tone?: 'ink' | 'soft';
  readonly 'aria-label'?: string;
}

/** Underlined words that lead somewhere: an address, or a place in another pane. */
export function Link({ children, href, onPress, isExternal = false, tone = 'ink', ...rest }: LinkProps) {
  const className = classNames(styles.link, tone === 'soft' && styles.soft);
  if (href === undefined) {
    return (
      <button type="button" className={className} onClick={() => onPress?.()} {...rest}>
        {children}
      </button>
    );
  }
  return (
    <a
      className={className}
      href={href}
      onClick={() => onPress?.()}
      {...(isExternal ? { target: '_blank', rel: 'noreferrer' } : {})}
      {...rest}
    >
      {children}
      {isExternal && <Icon name="external" size={12} label="opens in a new tab" />}
    </a>
  );
}
