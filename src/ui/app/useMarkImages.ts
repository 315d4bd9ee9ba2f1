import { useLayoutEffect } from 'react';
import { markColors, markImages } from '#kit/markImages.ts';
import { pageColors, watchLook } from '#kit/pageColors.ts';

/** Draws the marks of long tables in the colours of the page, before they are seen and whenever those change. */
export function useMarkImages(): void {
  useLayoutEffect(() => {
    const draw = () => {
      for (const [name, image] of Object.entries(markImages(pageColors(markColors))))
        document.body.style.setProperty(name, image);
    };
    draw();
    return watchLook(draw);
  }, []);
}
