import { formatted } from '#engine/language/format.ts';
import { pages } from '#engine/lint/pages.ts';
import { Link } from '#kit/Link.tsx';
import { RichText } from '#kit/RichText.tsx';
import { ticked } from './write.view.ts';
import styles from './RulePageText.module.css';

/** The page of a rule, as docs/lint.md has it too. */
export function RulePageText({ rule }: { readonly rule: string }) {
  const page = pages[rule];
  if (page === undefined) return <p>There is no page about this.</p>;
  return (
    <div className={styles.page}>
      <h3 className={styles.title}>{page.title}</h3>
      <p>
        <RichText phrase={ticked(page.why)} />
      </p>
      <div className={styles.pair}>
        <Example title="Avoid" text={page.avoid} />
        <Example title="Prefer" text={page.prefer} />
      </div>
      <p>
        AWS:{' '}
        <Link href={page.aws.url} isExternal>
          {page.aws.title}
        </Link>
      </p>
    </div>
  );
}

function Example({ title, text }: { readonly title: string; readonly text: string }) {
  return (
    <section className={styles.example}>
      <h4 className={styles.heading}>{title}</h4>
      <pre className={styles.code}>
        <code>{formatted(text)}</code>
      </pre>
    </section>
  );
}
