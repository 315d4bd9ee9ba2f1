import { code } from '../explain/words.ts';
import { textParameter } from '../request/parameters.ts';
import { apiError, namelessError, shown } from './apiError.ts';
import { namedKey, type Stage } from './call.ts';

/** Whether the related keys that ReplicateKey and UpdatePrimaryRegion are about are there, or not there yet (KMS-162, KMS-163). */
export const replicas: Stage = (call) => {
  const key = namedKey(call);
  const { name } = call.action;
  const replicating = name === 'kms:ReplicateKey';
  if (key === undefined || !(replicating || name === 'kms:UpdatePrimaryRegion')) return null;
  const region = textParameter(call.parameters, replicating ? 'ReplicaRegion' : 'PrimaryRegion');
  if (region === undefined) return null;
  const there = call.world.keys.some((other) => other.id === key.id && other.region === region);
  if (replicating && there) {
    return apiError('AlreadyExistsException', 'KMS-162', [
      'The key ',
      code(key.id),
      ' is in ',
      shown(region),
      ' already.',
    ]);
  }
  if (replicating || (there && region !== key.region)) return null;
  const is = there ? ' is the primary Region already.' : ' has no replica of the key.';
  return namelessError('NotFoundException', 'KMS-163', [shown(region), is]);
};
