import type { RecipeOffer } from '#engine/recipes/recipeBook.ts';
import type { SearchGroup } from '#kit/SearchList.tsx';
import type { Command } from './commands/command.ts';

/** What the palette offers: the commands, and the recipes the key can have. A recipe's id has `recipe ` before it. */
export function paletteGroups(
  commands: readonly Command[],
  offers: readonly Pick<RecipeOffer, 'id' | 'title' | 'purpose' | 'unsuited'>[],
): readonly SearchGroup[] {
  const groups: readonly SearchGroup[] = [
    {
      title: 'Commands',
      items: commands
        .filter(({ id }) => id !== 'open-palette')
        .map(({ id, title, keys }) => ({ id, text: title, shortcut: keys })),
    },
    {
      title: 'Recipes',
      items: offers
        .filter(({ unsuited }) => unsuited === null)
        .map(({ id, title, purpose }) => ({ id: `recipe ${id}`, text: title, secondary: purpose })),
    },
  ];
  return groups.filter(({ items }) => items.length > 0);
}
