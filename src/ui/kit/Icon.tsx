import { iconPaths } from './iconPaths.ts';
import type { IconName } from './iconPaths.ts';
import styles from './Icon.module.css';

export type { IconName } from './iconPaths.ts';

export interface IconProps {
  readonly name: IconName;
  /** Pixels at font scale 1. Default 16. */
  readonly size?: number;
  /** Only when no word stands beside the icon. */
  readonly label?: string;
}

/** A line icon in the colour of the text around it. Decoration unless `label` is given. */
export function Icon({ name, size = 16, label }: IconProps) {
  const edge = `${size / 16}rem`;
  return (
    <svg
      className={styles.icon}
      viewBox="0 0 16 16"
      style={{ width: edge, height: edge }}
      role={label === undefined ? undefined : 'img'}
      aria-label={label}
      aria-hidden={label === undefined}
    >
      <path d={iconPaths[name]} />
    </svg>
  );
}
