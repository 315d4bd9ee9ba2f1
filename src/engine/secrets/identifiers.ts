/**
 * Whether a text is an identifier as AWS and its users write them, which may be logged: an ARN, a UUID, a KMS key id, an
 * alias, an account or organization id, a unique id, a path. None of these is a secret, however random it looks.
 */
export function identifies(text: string): boolean {
  return text.startsWith('arn:') || forms.some((form) => form.test(text));
}

const forms: readonly RegExp[] = [
  // UUIDs and AWS's example UUIDs, key ids and multi-Region key ids.
  /^[0-9A-Za-z]{7,8}-[0-9A-Za-z]{4}-[0-9A-Za-z]{4}-[0-9A-Za-z]{4}-[0-9A-Za-z]{12}$/,
  /^mrk-[0-9a-f]{32}$/,
  // Hashes and grant ids: hexadecimal of a usual length says nothing by itself.
  /^(?:[0-9a-f]{32}|[0-9a-f]{40}|[0-9a-f]{56}|[0-9a-f]{64}|[0-9a-f]{96}|[0-9a-f]{128})$/i,
  /^alias\//,
  // Accounts, organizations, OUs, roots, policies, and resources such as vol-…, vpce-… and i-….
  /^\d{12}$/,
  /^(?:o|ou|r|p)-[0-9a-z-]+$/,
  /^[a-z]{1,12}-[0-9a-f]{8,40}$/,
  // Unique ids of IAM except access keys.
  /^(?:AIDA|AROA|AGPA|AIPA|ANPA|ANVA|ABIA|ACCA|ASCA)[0-9A-Z]+$/,
];
