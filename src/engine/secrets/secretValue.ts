import { hasPrivateKey, isAccessKeyId, isJwt, isKnownToken, isUrlWithPassword } from './credentialForms.ts';
import { identifies } from './identifiers.ts';
import { isCardNumber, isEmailAddress, isSocialSecurityNumber } from './personalForms.ts';
import { isRandomText } from './randomText.ts';

/** What a value looks like. The words go into a sentence: "looks like …". */
export type SecretKind =
  | 'an AWS access key'
  | 'a private key'
  | 'a JSON web token'
  | 'an access token'
  | 'a password'
  | 'an e-mail address'
  | 'a payment card number'
  | 'a US social security number'
  | 'a random secret';

type Recognizer = readonly [kind: SecretKind, recognizes: (text: string) => boolean];

/** For the whole value. */
const wholes: readonly Recognizer[] = [['a private key', hasPrivateKey]];

/** For each word of the value, the first that fits. */
const words: readonly Recognizer[] = [
  ['an AWS access key', isAccessKeyId],
  ['a JSON web token', isJwt],
  ['an access token', isKnownToken],
  ['a password', isUrlWithPassword],
  ['an e-mail address', isEmailAddress],
  ['a payment card number', isCardNumber],
  ['a US social security number', isSocialSecurityNumber],
  ['a random secret', isRandomText],
];

/** Longer than any encryption context KMS takes; what comes after is not looked at, so that the work stays bounded. */
const LONGEST = 16_384;

/**
 * Whether a value that will be logged looks like a secret or personal data (KMS-258). Time is linear in the length of the
 * value.
 *
 * @param name of the value: `password` makes a password of anything that identifies nothing
 * @returns the first kind that fits; undefined for values that look harmless and for identifiers of AWS
 */
export function secretKind(name: string, value: string): SecretKind | undefined {
  const text = value.slice(0, LONGEST);
  const whole = wholes.find(([, recognizes]) => recognizes(text));
  if (whole !== undefined) return whole[0];
  if (identifies(text)) return undefined;
  for (const word of text.split(/[\s,;"'<>()[\]{}|]+/)) {
    if (word === '' || identifies(word)) continue;
    const found = words.find(([, recognizes]) => recognizes(word));
    if (found !== undefined) return found[0];
  }
  return isGroupedCardNumber(text) ? 'a payment card number' : byName(name, text);
}

/** Card numbers are often written in groups, which splitting at blanks took apart. */
function isGroupedCardNumber(text: string): boolean {
  return /^[\d -]{13,23}$/.test(text) && isCardNumber(text.replaceAll(/[ -]/g, ''));
}

/** Names of secrets; a name that goes on as `…Id` or `…Arn` is about a secret and is none. */
const secretNames = /(?:password|passwd|passphrase|pwd|secret|token|api_?key|private_?key|credentials?)$/;

function byName(name: string, text: string): SecretKind | undefined {
  const plain = name.toLowerCase().replaceAll(/[\s.:/-]/g, '_');
  const says = text.trim();
  if (!secretNames.test(plain) || says === '' || /^(?:true|false|none|null|yes|no|\d{1,4})$/i.test(says))
    return undefined;
  return 'a password';
}
