import { classNames } from '#kit/classNames.ts';
import { Icon } from '#kit/Icon.tsx';
import { sizeMeter } from './write.view.ts';
import styles from './SizeGauge.module.css';

/** How full the key policy is; nothing while there is room enough. */
export function SizeGauge({ bytes }: { readonly bytes: number }) {
  const meter = sizeMeter(bytes);
  if (meter === null) return null;
  return (
    <span className={classNames(styles.gauge, meter.isOver && styles.over)}>
      {meter.isOver ? (
        <Icon name="warning" size={14} />
      ) : (
        <meter
          className={styles.meter}
          aria-label="Size of the key policy"
          value={Math.min(1, meter.share)}
        />
      )}
      {meter.words}
    </span>
  );
}
