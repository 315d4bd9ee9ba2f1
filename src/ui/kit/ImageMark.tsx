import type { MarkImageName } from './markImages.ts';
import styles from './ImageMark.module.css';

export interface ImageMarkProps {
  readonly name: MarkImageName;
  /** Pixels at font scale 1. */
  readonly size: number;
}

/** The mark of a decision or a chevron where there are hundreds: looks like `VerdictMark`, and words stand beside it. */
export function ImageMark({ name, size }: ImageMarkProps) {
  const edge = `${size / 16}rem`;
  return (
    <span
      className={styles.mark}
      style={{ width: edge, height: edge, backgroundImage: `var(--mark-${name})` }}
      data-mark={name}
      aria-hidden
    />
  );
}
