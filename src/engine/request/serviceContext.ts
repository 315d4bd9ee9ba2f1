import type { PairSource, ServiceUse } from '../catalog/service.ts';
import { splitArn } from '../vocabulary/arn.ts';
import { decodedPairs } from './decodedPairs.ts';
import { pairsOf, type Parameters, textParameter } from './parameters.ts';
import type { EncryptedPlace } from './serviceCalls.ts';

/**
 * The encryption context a service sends for a resource (KMS-204). A pair whose value the request does not tell is left out. A
 * request to S3 can add pairs of its own.
 *
 * @param parameters of the request to the service
 */
export function serviceContext(
  use: ServiceUse,
  parameters: Parameters,
  place: EncryptedPlace,
): Readonly<Record<string, string>> {
  const pairs = new Map(use.via === 's3' ? addedToS3(parameters) : []);
  for (const { key, from } of use.context) {
    const value = from === undefined ? undefined : valueOf(from, parameters, place);
    if (value !== undefined) pairs.set(key, value);
  }
  return Object.fromEntries(pairs);
}

/** The header `x-amz-server-side-encryption-context`: base64 of a JSON object; the object itself is taken too. */
function addedToS3(parameters: Parameters): ReadonlyMap<string, string> {
  const text = textParameter(parameters, 'SSEKMSEncryptionContext');
  return text === undefined ? pairsOf(parameters['SSEKMSEncryptionContext']) : decodedPairs(text);
}

function valueOf(
  source: PairSource,
  parameters: Parameters,
  { arn, account }: EncryptedPlace,
): string | undefined {
  if (typeof source !== 'string') {
    return source.parameters.flatMap((name) => textParameter(parameters, name) ?? [])[0];
  }
  const parts = splitArn(arn);
  if (parts === undefined) return undefined;
  switch (source) {
    case 'resource':
      return known(arn);
    case 'id':
      return known(parts.resource.slice(parts.resource.lastIndexOf('/') + 1));
    case 'bucket':
      return known(`arn:${parts.partition}:s3:::${parts.resource.split('/')[0] ?? ''}`);
    case 'logGroup':
      return known(arnOfLogGroup(arn));
    case 'account':
      return known(parts.account === '' ? (account ?? '') : parts.account);
    default:
      return source satisfies never;
  }
}

/** `arn:…:log-group:name` of a log group's own ARN, which ends in `:*`, or of a stream in it. */
function arnOfLogGroup(arn: string): string {
  return arn.split(':').slice(0, 7).join(':');
}

/** A pattern of ARNs does not tell a value. */
function known(value: string): string | undefined {
  return value === '' || value.includes('*') ? undefined : value;
}

/** Fills `<name>` in; what is not known is left as it stands. */
export function fillIn(template: string, values: Readonly<Record<string, string | undefined>>): string {
  let filled = template;
  for (const [name, value] of Object.entries(values)) {
    if (value !== undefined) filled = filled.replaceAll(`<${name}>`, value);
  }
  return filled;
}
