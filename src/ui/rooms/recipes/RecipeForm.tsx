import { useEffect, useRef } from 'react';
import { useStore } from 'zustand';
import type { RecipeOffer } from '#engine/recipes/recipeBook.ts';
import type { App } from '#state/app.ts';
import { Link } from '#kit/Link.tsx';
import { marked } from '#kit/marked.ts';
import { RichText } from '#kit/RichText.tsx';
import { ValueRows } from './ValueRows.tsx';
import { RecipeOutcome } from './RecipeOutcome.tsx';
import { problemsOf } from './recipes.view.ts';
import styles from './RecipeForm.module.css';

/** One recipe: what it is for, its parameters, and what it would do with them. */
export function RecipeForm({ app, offer }: { readonly app: App; readonly offer: RecipeOffer }) {
  const { entered, preview, enter } = useStore(app.recipes);
  const form = useRef<HTMLDivElement>(null);
  // The keyboard goes on in the form; where there is nothing to enter, at its beginning.
  const hasFields = offer.parameters.length > 0;
  useEffect(() => {
    if (!hasFields) form.current?.focus();
  }, [hasFields]);
  return (
    <div className={styles.form} ref={form} tabIndex={-1}>
      <section className={styles.about} aria-label="About this recipe">
        <p className={styles.purpose}>
          <RichText phrase={marked(offer.purpose)} />
        </p>
        <p>
          <RichText phrase={marked(offer.use)} />
        </p>
        <p>
          <RichText phrase={marked(offer.avoid)} />
        </p>
        <ul className={styles.pages} aria-label="AWS’s pages">
          {offer.pages.map(({ title, url }) => (
            <li key={url}>
              <Link href={url} isExternal>
                {title}
              </Link>
            </li>
          ))}
        </ul>
        {offer.parameters.map((parameter, index) => (
          <ValueRows
            key={parameter.name}
            parameter={parameter}
            values={entered[parameter.name] ?? []}
            problems={problemsOf(preview, parameter.name)}
            isFirst={index === 0}
            onChange={(values) => enter(parameter.name, values)}
          />
        ))}
      </section>
      <RecipeOutcome app={app} />
    </div>
  );
}
