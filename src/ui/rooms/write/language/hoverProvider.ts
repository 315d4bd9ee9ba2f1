import type { languages } from 'monaco-editor/editor/editor.api';
import { markdownOf } from './markdown.ts';
import { modelRange } from './modelRange.ts';
import { askAbout } from './openModels.ts';

/** What the word under the pointer means here. */
export const hoverProvider: languages.HoverProvider = {
  async provideHover(model, position) {
    const offset = model.getOffsetAt(position);
    const card = await askAbout(model, (language, document) => language.hover(document, offset));
    if (card === null) return null;
    const { from, to, title, lines, page } = card;
    const name = { value: `**\`${title.replaceAll('`', "'")}\`**` };
    return { range: modelRange(model, from, to), contents: [name, markdownOf(lines, page)] };
  },
};
