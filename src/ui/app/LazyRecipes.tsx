import { lazy, useEffect } from 'react';
import { useStore } from 'zustand';
import type { App } from '#state/app.ts';
import { DialogBoundary } from './DialogBoundary.tsx';
import { onceResults } from './onceResults.ts';

const load = () => import('#rooms/recipes/RecipesDialog.tsx');
const RecipesDialog = lazy(async () => ({ default: (await load()).RecipesDialog }));

/** Adding from a recipe, fetched when it is first opened or before. */
export function LazyRecipes({ app }: { readonly app: App }) {
  const isOpen = useStore(app.recipes, (state) => state.isOpen);
  if (!isOpen) return null;
  return (
    <DialogBoundary title="Recipes" onClose={() => app.recipes.getState().close()}>
      <RecipesDialog app={app} />
    </DialogBoundary>
  );
}

/** Fetches the dialog and the engine's book of recipes once a first study is there: who opens it asks the network for nothing. */
export function useRecipesAhead(app: App): void {
  useEffect(
    () =>
      onceResults(
        app,
        ({ study }) => study !== null,
        () => {
          load().catch(() => {});
          app.recipes.getState().fetchAhead();
        },
      ),
    [app],
  );
}
