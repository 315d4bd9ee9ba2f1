import { Working } from '#kit/Working.tsx';
import { useWaited } from '#kit/useWaited.ts';
import styles from './SeeContent.module.css';

/** Nothing for a moment, then a still sign that work goes on. */
export function Waiting({ children }: { readonly children: string }) {
  const hasWaited = useWaited(true, 300);
  return <div className={styles.waiting}>{hasWaited && <Working>{children}</Working>}</div>;
}
