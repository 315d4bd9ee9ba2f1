import { REGIONS_IN_TEXT } from '../vocabulary/region.ts';

/** What the text of a key policy tells of where its key is. */
export interface KeyPlace {
  /** The partition of the ARNs in it; undefined where there are none, or of several. */
  readonly partition: string | undefined;
  /** Every Region named in it. */
  readonly regions: readonly string[];
}

const PARTITION = /"arn:(aws(?:-[a-z]+)*):/g;

/** Reads the place of a key out of its policy's text. Linear in the text. */
export function keyPlaceIn(text: string): KeyPlace {
  const partitions = new Set(Array.from(text.matchAll(PARTITION), ([, partition]) => partition));
  const [partition, ...others] = partitions;
  const regions = [...new Set(Array.from(text.matchAll(REGIONS_IN_TEXT), ([region]) => region))];
  return { partition: others.length === 0 ? partition : undefined, regions };
}

/** A Region that is in a partition, for a key of which nothing else is known. */
export function regionOfPartition(partition: string): string {
  return REGIONS.get(partition) ?? 'us-east-1';
}

const REGIONS: ReadonlyMap<string, string> = new Map([
  ['aws-cn', 'cn-north-1'],
  ['aws-us-gov', 'us-gov-west-1'],
  ['aws-iso', 'us-iso-east-1'],
  ['aws-iso-b', 'us-isob-east-1'],
  ['aws-eusc', 'eusc-de-east-1'],
]);
