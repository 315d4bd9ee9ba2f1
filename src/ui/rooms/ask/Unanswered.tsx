import { Callout } from '#kit/Callout.tsx';

/** In the verdict's place while the request is none that could be answered; the reason stands at the sentence above. */
export function Unanswered({ where }: { readonly where: readonly string[] }) {
  return (
    <Callout title="This request can't be answered yet">
      {where.length === 0
        ? 'There is nothing to decide it by.'
        : `The note above says what is wrong with its ${where.join(' and ')}.`}
    </Callout>
  );
}
