/** Ids of long-term and of temporary access keys. The id is half of a credential, and the other half tends to be near. */
export function isAccessKeyId(word: string): boolean {
  return /(?:^|[^0-9A-Za-z])(?:AKIA|ASIA)[0-9A-Z]{16}(?![0-9A-Za-z])/.test(word);
}

export function hasPrivateKey(text: string): boolean {
  const begin = text.indexOf('-----BEGIN ');
  return begin >= 0 && text.includes('PRIVATE KEY-----', begin);
}

/** Header and claims are JSON objects, so both begin with the base64url form of `{"`. The signature may be empty. */
export function isJwt(word: string): boolean {
  const parts = word.split('.');
  const [header = '', claims = '', signature = ''] = parts;
  return (
    parts.length === 3 &&
    [header, claims].every((part) => part.startsWith('eyJ') && part.length >= 12) &&
    parts.every((part) => /^[0-9A-Za-z_-]*$/.test(part)) &&
    signature !== '='
  );
}

/** How tokens of well-known services begin, and how long what follows is at least. */
const tokenPrefixes: readonly (readonly [prefix: string, least: number])[] = [
  ['ghp_', 30],
  ['gho_', 30],
  ['ghu_', 30],
  ['ghs_', 30],
  ['ghr_', 30],
  ['github_pat_', 30],
  ['glpat-', 16],
  ['npm_', 30],
  ['xoxb-', 16],
  ['xoxp-', 16],
  ['xoxa-', 16],
  ['sk_live_', 16],
  ['rk_live_', 16],
  ['sk-ant-', 16],
  ['sk-proj-', 16],
  ['AIza', 30],
  ['hvs.', 20],
  ['dop_v1_', 30],
  ['shpat_', 20],
  ['SG.', 30],
];

export function isKnownToken(word: string): boolean {
  const value = word.slice(word.lastIndexOf('=') + 1);
  return tokenPrefixes.some(
    ([prefix, least]) => value.startsWith(prefix) && value.length >= prefix.length + least,
  );
}

/** `postgres://user:password@host`. */
export function isUrlWithPassword(word: string): boolean {
  const scheme = word.indexOf('://');
  if (scheme <= 0) return false;
  const rest = word.slice(scheme + 3);
  const end = rest.search(/[/?#]/);
  const authority = end < 0 ? rest : rest.slice(0, end);
  const at = authority.lastIndexOf('@');
  const colon = authority.indexOf(':');
  return at > 0 && colon >= 0 && colon < at - 1;
}
