import { Icon } from '#kit/Icon.tsx';
import { VerdictMark } from '#kit/VerdictMark.tsx';
import type { Sign } from './summary.ts';

/** Whether an answer is as one would want it. No colour: nothing here is a decision. */
export function SignMark({ sign }: { readonly sign: Sign }) {
  switch (sign) {
    case 'fine':
      return <VerdictMark kind="check" label="As it should be" />;
    case 'attention':
      return <Icon name="warning" label="Worth a look" />;
    case 'note':
      return <VerdictMark kind="info" label="Note" />;
    case 'unknown':
      return <VerdictMark kind="question" label="Not decided" />;
  }
}
