import { describe, expect, it } from 'vitest';
import { allow, said } from '#engine/lint/testing/lint.ts';
import { pairedConditionKeys as rule } from './rule.ts';

const address = { 'aws:VpcSourceIp': '10.0.0.0/16' };

describe('private addresses', () => {
  it.each([
    ['an Allow from some', allow({ Condition: { IpAddress: address } })],
    ['a Deny from others', allow({ Effect: 'Deny', Condition: { NotIpAddressIfExists: address } })],
  ])('are reported without their network: %s', (_, content) => {
    expect(said(rule, content)).toEqual(['MISSING_PAIRED_CONDITION_KEYS "aws:VpcSourceIp"']);
  });

  it.each([
    [
      'with the VPC',
      allow({ Condition: { IpAddress: address, StringEquals: { 'aws:SourceVpc': 'vpc-0a1b2c3d' } } }),
    ],
    [
      'with the endpoint',
      allow({ Condition: { IpAddress: address, StringEquals: { 'aws:SourceVpce': 'vpce-0a1b2c3d' } } }),
    ],
    ['denied one by one', allow({ Effect: 'Deny', Condition: { IpAddress: address } })],
    ['kept out of an Allow', allow({ Condition: { NotIpAddress: address } })],
    ['asked for only', allow({ Condition: { Null: { 'aws:VpcSourceIp': 'false' } } })],
    ['of public networks', allow({ Condition: { IpAddress: { 'aws:SourceIp': '203.0.113.0/24' } } })],
  ])('are left alone %s', (_, content) => {
    expect(said(rule, content)).toEqual([]);
  });
});
