import { isAccountId, splitArn } from '../vocabulary/arn.ts';
import { readIdentityArn } from '../vocabulary/identityArn.ts';

/** What a parameter of a recipe can be. */
export type ParameterType =
  | 'account'
  | 'organization'
  | 'region'
  | 'principal'
  | 'role'
  | 'bucket'
  | 'logGroup'
  | 'digest'
  | 'trail'
  | 'alarm'
  | 'rule'
  | 'topic'
  | 'queue'
  | 'secret'
  | 'parameter'
  | 'context';

interface ParameterTypeInfo {
  /** What a value is, as a message says it after "is no …:". */
  readonly what: string;
  /** How it looks, after "it should be". */
  readonly looks: string;
  readonly fits: (text: string) => boolean;
}

/** No value of these types is longer: the longest ARN that IAM takes. */
export const LONGEST_VALUE = 2048;

/** The types with what fits them. Every expression is one of a fixed length or without overlapping repetition: linear. */
export const parameterTypes: Readonly<Record<ParameterType, ParameterTypeInfo>> = {
  account: { what: 'account id', looks: '12 digits', fits: isAccountId },
  organization: {
    what: 'organization id',
    looks: '`o-` and 10 to 32 lower-case letters and digits',
    fits: (text) => /^o-[a-z0-9]{10,32}$/.test(text),
  },
  region: {
    what: 'Region',
    looks: 'like `eu-central-1`',
    fits: (text) => /^[a-z]{2}(-[a-z]+){1,3}-\d{1,2}$/.test(text),
  },
  principal: {
    what: 'ARN of an IAM user or role',
    looks: 'like `arn:aws:iam::111122223333:role/App`',
    fits: (text) => isIdentity(text, ['user', 'role']),
  },
  role: {
    what: 'ARN of an IAM role',
    looks: 'like `arn:aws:iam::111122223333:role/App`',
    fits: (text) => isIdentity(text, ['role']),
  },
  bucket: {
    what: 'name of an S3 bucket',
    looks: '3 to 63 lower-case letters, digits, dots and hyphens',
    fits: (text) => /^[a-z0-9][a-z0-9.-]{1,61}[a-z0-9]$/.test(text),
  },
  logGroup: {
    what: 'name of a log group',
    looks: 'like `/aws/lambda/orders`, with `*` for several',
    fits: (text) => /^[A-Za-z0-9_/.#*-]{1,512}$/.test(text),
  },
  digest: {
    what: 'measurement of an enclave image',
    looks: '96 hexadecimal digits',
    fits: (text) => /^[0-9a-fA-F]{96}$/.test(text),
  },
  trail: arn('ARN of a trail', 'cloudtrail', /^trail\/[A-Za-z0-9._-]{3,128}$/, 'trail/events'),
  alarm: arn('ARN of an alarm, or of several with `*`', 'cloudwatch', /^alarm:[^"\\\s]{1,255}$/, 'alarm:*'),
  rule: arn('ARN of an EventBridge rule', 'events', /^rule\/[A-Za-z0-9_./*-]{1,320}$/, 'rule/nightly'),
  topic: arn('ARN of a topic', 'sns', /^[A-Za-z0-9_-]{1,256}(\.fifo)?$/, 'alerts'),
  queue: arn('ARN of a queue', 'sqs', /^[A-Za-z0-9_-]{1,80}(\.fifo)?$/, 'orders'),
  secret: arn(
    'ARN of a secret, or of several with `*`',
    'secretsmanager',
    /^secret:[A-Za-z0-9/_+=.@*?-]{1,512}$/,
    'secret:orders-*',
  ),
  parameter: arn(
    'ARN of a parameter, or of several with `*`',
    'ssm',
    /^parameter\/[A-Za-z0-9_./*-]{1,1011}$/,
    'parameter/orders/*',
  ),
  context: {
    what: 'text of an encryption context',
    looks: 'letters, digits and the characters _ . / : @ = + -, at most 256',
    fits: (text) => /^[\w./:@=+ -]{1,256}$/.test(text),
  },
};

function isIdentity(text: string, kinds: readonly string[]): boolean {
  const identity = readIdentityArn(text);
  return identity !== undefined && kinds.includes(identity.kind) && /^[\w+=,.@/:-]+$/.test(text);
}

function arn(what: string, service: string, resource: RegExp, sample: string): ParameterTypeInfo {
  const fits = (text: string): boolean => {
    const parts = splitArn(text);
    return (
      parts !== undefined &&
      /^aws(-[a-z]+){0,3}$/.test(parts.partition) &&
      parts.service === service &&
      /^[a-z]{2}(-[a-z]+){1,3}-\d{1,2}$/.test(parts.region) &&
      isAccountId(parts.account) &&
      resource.test(parts.resource)
    );
  };
  return { what, looks: `like \`arn:aws:${service}:us-east-1:111122223333:${sample}\``, fits };
}
