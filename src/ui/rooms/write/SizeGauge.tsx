import { memo } from 'react';
import type { DocumentKind } from '#engine/language/documentKind.ts';
import { classNames } from '#kit/classNames.ts';
import { Icon } from '#kit/Icon.tsx';
import { sizeMeter } from './sizeMeter.ts';
import styles from './SizeGauge.module.css';

export interface SizeGaugeProps {
  readonly text: string;
  readonly kind: DocumentKind;
}

/** How full a policy is: a thin bar, with words once it is nearly full. Counting takes reading all of the text. */
export const SizeGauge = memo(function SizeGauge({ text, kind }: SizeGaugeProps) {
  const meter = sizeMeter(text, kind);
  if (meter === null) return null;
  const { share, level, words, title } = meter;
  const warns = level === 'near' || level === 'over';
  return (
    <span className={classNames(styles.gauge, warns && styles.full)} title={title}>
      {warns ? (
        <Icon name="warning" size={14} label="Size of the policy" />
      ) : (
        <meter
          className={styles.meter}
          aria-label="Size of the policy"
          aria-valuetext={title}
          value={Math.min(1, share)}
        />
      )}
      {words}
    </span>
  );
});
