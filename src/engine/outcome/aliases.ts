import { findKeySpec } from '../catalog/keySpecs.ts';
import type { ApiErrorAnswer } from '../explain/answer.ts';
import { code } from '../explain/words.ts';
import { keyWithAlias } from '../request/aliasOperation.ts';
import { splitArn } from '../vocabulary/arn.ts';
import type { KeyInWorld } from '../world/world.ts';
import { apiError, namelessError, shown } from './apiError.ts';
import { type KmsCall, namedKey, type Stage } from './call.ts';

const RULE = 'KMS-161';

/** The name an alias operation is about, from the ARN that its permission is asked on. */
function aliasOf({ checks }: KmsCall): string | undefined {
  const check = checks.find(({ target }) => target.kind === 'alias');
  return check === undefined ? undefined : splitArn(check.resource)?.resource;
}

/** How an alias may be called: `alias/` and then letters, digits, `/`, `_` and `-`; names under `alias/aws/` are AWS's. */
export const aliasNames: Stage = (call) => {
  const alias = aliasOf(call);
  if (alias === undefined) return null;
  if (!/^alias\/[A-Za-z0-9/_-]{1,250}$/.test(alias)) {
    return namelessError('InvalidAliasNameException', RULE, [
      shown(alias),
      ' is no alias name: that is ',
      code('alias/'),
      ' and up to 250 letters, digits, slashes, underscores and hyphens.',
    ]);
  }
  if (!alias.startsWith('alias/aws/')) return null;
  return namelessError('InvalidAliasNameException', RULE, [
    'Names under ',
    code('alias/aws/'),
    ' are kept for keys that AWS manages, and the request is about ',
    shown(alias),
    '.',
  ]);
};

/** Whether there is an alias to change, or none yet to create, and whether the keys on both ends are of one kind. */
export const aliasesThere: Stage = (call) => {
  const alias = aliasOf(call);
  const key = namedKey(call);
  if (alias === undefined || key === undefined) return null;
  const current = keyWithAlias(call.world, alias, key);
  if (call.action.name === 'kms:CreateAlias') return current === undefined ? null : taken(alias, current);
  if (current === undefined) return missing(alias, key);
  return call.action.name === 'kms:UpdateAlias' ? otherKind(current, key) : null;
};

function taken(alias: string, key: KeyInWorld): ApiErrorAnswer {
  return apiError('AlreadyExistsException', RULE, [
    'The alias ',
    shown(alias),
    ' belongs to the key ',
    code(key.id),
    ' already.',
  ]);
}

function missing(alias: string, { account, region }: KeyInWorld): ApiErrorAnswer {
  return apiError('NotFoundException', RULE, [
    'No key of account ',
    code(account),
    ' in ',
    code(region),
    ' has the alias ',
    shown(alias),
    '.',
  ]);
}

function otherKind(from: KeyInWorld, to: KeyInWorld): ApiErrorAnswer | null {
  const same = from.usage === to.usage && findKeySpec(from.spec)?.type === findKeySpec(to.spec)?.type;
  if (same) return null;
  return namelessError('ValidationException', RULE, [
    'An alias moves between keys of one type and usage only, and ',
    code(from.id),
    ` is ${from.spec} for ${from.usage}, `,
    code(to.id),
    ` is ${to.spec} for ${to.usage}.`,
  ]);
}
