import { code } from '../explain/words.ts';
import { textParameter } from '../request/parameters.ts';
import { apiError } from './apiError.ts';
import type { Stage } from './call.ts';

/** A dry run answers with an error also where the call would have worked (KMS table 6.1). */
export const dryRun: Stage = ({ action, parameters }) =>
  action.dryRun && textParameter(parameters, 'DryRun') === 'true'
    ? apiError('DryRunOperationException', 'KMS-250', [
        'The request would have succeeded, and ',
        code('DryRun'),
        ' asked for no more than that.',
      ])
    : null;
