import { benchDecisions } from './decisions.ts';
import { benchEdit } from './edit.ts';
import { benchProve } from './prove.ts';

/** Everything that needs no browser. */
export function benchEngine(): void {
  benchDecisions();
  benchEdit();
  benchProve();
}
