/** The six fields of an ARN (IAM-018). The sixth holds everything after the fifth colon. */
export interface Arn {
  readonly partition: string;
  readonly service: string;
  readonly region: string;
  readonly account: string;
  readonly resource: string;
}

/**
 * Splits a text at its first five colons.
 *
 * @returns undefined where the text does not begin with `arn:` or has fewer than six fields. Nothing else is checked:
 *   patterns with wildcards and made-up services split like any other ARN.
 */
export function splitArn(text: string): Arn | undefined {
  if (!text.startsWith('arn:')) return undefined;
  const fields: string[] = [];
  let from = 4;
  while (fields.length < 4) {
    const colon = text.indexOf(':', from);
    if (colon < 0) return undefined;
    fields.push(text.slice(from, colon));
    from = colon + 1;
  }
  const [partition = '', service = '', region = '', account = ''] = fields;
  return { partition, service, region, account, resource: text.slice(from) };
}

/** Whether a text is a 12-digit AWS account id. */
export function isAccountId(text: string): boolean {
  return /^\d{12}$/.test(text);
}

/** The account a principal ARN or bare account id belongs to; undefined for anything else. */
export function accountOf(text: string): string | undefined {
  if (isAccountId(text)) return text;
  const account = splitArn(text)?.account;
  return account !== undefined && account !== '' ? account : undefined;
}

/** ARN of an account's root, `arn:aws:iam::111122223333:root`. */
export function rootArn(account: string, partition = 'aws'): string {
  return `arn:${partition}:iam::${account}:root`;
}
