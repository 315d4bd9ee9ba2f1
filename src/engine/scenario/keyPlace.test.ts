import { describe, expect, test } from 'vitest';
import { keyPlaceIn, regionOfPartition } from './keyPlace.ts';

describe('where a key is, from its policy', () => {
  test.each<[string, string, string | undefined, readonly string[]]>([
    ['nothing', '{"AWS": "111122223333"}', undefined, []],
    ['a principal', '{"AWS": "arn:aws:iam::111122223333:root"}', 'aws', []],
    ['a principal in China', '{"AWS": "arn:aws-cn:iam::111122223333:root"}', 'aws-cn', []],
    ['two partitions', '["arn:aws:iam::1:root", "arn:aws-us-gov:iam::1:root"]', undefined, []],
    ['a service in between', '"s3.eu-west-1.amazonaws.com"', undefined, ['eu-west-1']],
    [
      'two Regions, one twice',
      '"s3.us-gov-west-1.amazonaws.com", "us-east-1", "arn:aws:sns:us-east-1:1:a"',
      'aws',
      ['us-gov-west-1', 'us-east-1'],
    ],
    ['a pattern for Regions', '"s3.*.amazonaws.com", "eu-*"', undefined, []],
  ])('%s', (_, text, partition, regions) => {
    expect(keyPlaceIn(text)).toEqual({ partition, regions });
  });

  test('a partition has a Region of its own', () => {
    expect(['aws', 'aws-cn', 'aws-us-gov'].map(regionOfPartition)).toEqual([
      'us-east-1',
      'cn-north-1',
      'us-gov-west-1',
    ]);
  });
});
