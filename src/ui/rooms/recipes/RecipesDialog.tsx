import { useStore } from 'zustand';
import type { App } from '#state/app.ts';
import { Dialog } from '#kit/Dialog.tsx';
import { EmptyState } from '#kit/EmptyState.tsx';
import { SearchList } from '#kit/SearchList.tsx';
import { Working } from '#kit/Working.tsx';
import { RecipeForm } from './RecipeForm.tsx';
import { RecipeFooter } from './RecipeFooter.tsx';
import { recipeGroups } from './recipes.view.ts';

/** Adding from a recipe: the list, then the form of one. */
export function RecipesDialog({ app }: { readonly app: App }) {
  const { isOpen, chosen, close } = useStore(app.recipes);
  return (
    <Dialog
      title={chosen?.title ?? 'Add from a recipe'}
      size={chosen === null ? 'medium' : 'wide'}
      isOpen={isOpen}
      onClose={close}
      {...(chosen === null ? {} : { footer: <RecipeFooter app={app} /> })}
    >
      {chosen === null ? <RecipeList app={app} /> : <RecipeForm key={chosen.id} app={app} offer={chosen} />}
    </Dialog>
  );
}

function RecipeList({ app }: { readonly app: App }) {
  const offers = useStore(app.recipes, (state) => state.offers);
  const choose = useStore(app.recipes, (state) => state.choose);
  if (offers === null) return <Working>Working</Working>;
  if (offers.length === 0) {
    return (
      <EmptyState title="There is no key to add to.">
        Enter the key’s ARN in Write, Key: its account and Region go into the statements.
      </EmptyState>
    );
  }
  return (
    <SearchList
      label="Recipes"
      placeholder="What is the key for? S3, CloudTrail, another account …"
      groups={recipeGroups(offers)}
      onChoose={(id) => choose(offers.find((offer) => offer.id === id) ?? null)}
      whenNone="No recipe has these words."
    />
  );
}
