import { Banner } from '#kit/Banner.tsx';
import { Link } from '#kit/Link.tsx';
import type { EditorJump } from './documentEditing.ts';
import type { OpenDocument } from './useDocument.ts';
import { useSettled } from './useSettled.ts';
import { brokenBanner } from './write.view.ts';

/** While typing a text is broken half of the time: said only once it has lasted. */
const lasting = 700;

export interface BrokenTextBannerProps {
  readonly document: OpenDocument;
  readonly onJump: (jump: EditorJump) => void;
}

/** Says calmly that the answers belong to the last text that could be read. */
export function BrokenTextBanner({ document, onJump }: BrokenTextBannerProps) {
  const banner = brokenBanner(document.report, document.text);
  const isShown = useSettled(banner !== null, lasting);
  if (banner === null || !isShown) return null;
  const { words, line } = banner;
  return (
    <Banner
      icon="info"
      actions={line !== null && <Link onPress={() => onJump({ line, column: 1 })}>Go to line {line}</Link>}
    >
      {words}
    </Banner>
  );
}
