import type { IMarkdownString } from 'monaco-editor/editor/editor.api';
import type { AwsPage } from '#engine/language/hover/hoverCard.ts';

/** Sentences with names in backticks, each a paragraph. No HTML, and nothing in them is formatted but the names. */
export function markdownOf(lines: readonly string[], page?: AwsPage): IMarkdownString {
  const paragraphs = lines.map(paragraph);
  if (page?.url.startsWith('https://docs.aws.amazon.com/') === true) {
    paragraphs.push(`[${escapeMarkdown(page.title)}](${page.url})`);
  }
  return { value: paragraphs.join('\n\n'), isTrusted: false, supportHtml: false };
}

/** What is between two backticks is code; a last one without a partner is an ordinary character. */
function paragraph(line: string): string {
  const pieces = line.split('`');
  return pieces
    .map((piece, index) => {
      const isCode = index % 2 === 1 && index < pieces.length - 1;
      if (isCode && piece !== '') return `\`${piece.replace(/[\r\n]+/g, ' ')}\``;
      return escapeMarkdown(piece);
    })
    .join('');
}

/** User text in a hover is only ever text: no links, no formatting. */
export function escapeMarkdown(text: string): string {
  return text.replace(/[\r\n]+/g, ' ').replace(/[!-/:-@[-`{-~]/g, '\\$&');
}
