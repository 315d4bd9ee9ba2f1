import { Fragment } from 'react';
import { breakable } from '#kit/phrase.ts';

/** A name that may break after `:` and `/`. */
export function Breakable({ text }: { readonly text: string }) {
  return breakable(text).map((piece, index) => (
    <Fragment key={index}>
      {index > 0 && <wbr />}
      {piece}
    </Fragment>
  ));
}
