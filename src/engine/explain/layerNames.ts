import type { TracedCheck } from '../authorize/trace.ts';
import type { Blocker } from './blockers.ts';
import type { Phrase } from './phrase.ts';
import { code, shortCaller } from './words.ts';

/** The layers of some blockers in words: "the permissions boundary of `role/App` and the SCPs of `ou-1`". */
export function layerNames(blockers: readonly Blocker[], { check, layers }: TracedCheck): Phrase {
  const caller = code(shortCaller(check.caller));
  const names = blockers.map(({ layer, ...more }): Phrase => {
    switch (layer) {
      case 'boundary':
        return ['the permissions boundary of ', caller];
      case 'session':
        return layers.session === undefined ? ['the missing session policy'] : ['the session policy'];
      case 'scp':
        return ['target' in more ? ['the SCPs of ', code(more.target)] : ['the SCPs']].flat();
      case 'endpoint':
        return ['the VPC endpoint policy'];
      case 'identity':
        return ['the IAM policies of ', caller];
      case 'resource':
        return [check.target.kind === 'key' ? 'the key policy' : "the resource's policy"];
      case 'grant':
        return ['the grant'];
      case 'bar':
        return ['KMS'];
      default:
        return layer satisfies never;
    }
  });
  return names.flatMap((name, index): Phrase => {
    if (index === 0) return name;
    return [index === names.length - 1 ? ' and ' : ', ', ...name];
  });
}
