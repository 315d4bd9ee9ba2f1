import type { Recognized } from '#engine/scenario/recognize.ts';
import type { Scenario } from '#engine/scenario/scenario.ts';
import { KEY_POLICY, withKey } from './keyEdits.ts';

/**
 * The version of a scenario that a text holds: a scenario, or a key policy in the place of the scenario's own. A text that is
 * neither, or cannot be used: why, to end a sentence with.
 */
export function versionIn(recognized: Recognized, scenario: Scenario): Scenario | string {
  switch (recognized.kind) {
    case 'scenario': {
      const [first] = recognized.scenarios;
      return first ?? 'it holds no scenario.';
    }
    case 'keyPolicy': {
      const error = recognized.diagnostics?.find(({ severity }) => severity === 'error');
      if (error !== undefined) return error.message;
      return withKey(scenario, { policy: { id: KEY_POLICY, text: recognized.text } });
    }
    case 'unknown':
      return recognized.because;
    default:
      return 'it is neither a key policy nor a scenario.';
  }
}
