import { describe, expect, it } from 'vitest';
import { allow, said } from '#engine/lint/testing/lint.ts';
import { ipRanges as rule } from './rule.ts';

describe('addresses', () => {
  it.each([
    [
      'private ones',
      allow({ Condition: { IpAddress: { 'aws:SourceIp': '10.0.0.0/8' } } }),
      ['PRIVATE_IP_ADDRESS "10.0.0.0/8"'],
    ],
    [
      'not private ones',
      allow({ Condition: { NotIpAddress: { 'aws:SourceIp': '192.168.1.0/24' } } }),
      ['PRIVATE_NOT_IP_ADDRESS "192.168.1.0/24"'],
    ],
    [
      'some private ones',
      allow({ Condition: { IpAddress: { 'aws:SourceIp': ['203.0.113.0/24', '172.16.0.0/12'] } } }),
      ['PRIVATE_IP_ADDRESS_SUBSET "172.16.0.0/12"'],
    ],
    [
      'one private address',
      allow({ Condition: { IpAddress: { 'aws:SourceIp': '192.168.1.7' } } }),
      ['PRIVATE_IP_ADDRESS "192.168.1.7"'],
    ],
    [
      'loose bits of half of all addresses',
      allow({ Condition: { IpAddress: { 'aws:SourceIp': '1.0.0.0/1' } } }),
      ['IMPROVE_IP_RANGE "1.0.0.0/1"'],
    ],
    [
      'loose bits',
      allow({ Condition: { IpAddress: { 'aws:SourceIp': '203.0.113.7/24' } } }),
      ['IMPROVE_IP_RANGE "203.0.113.7/24"'],
    ],
  ])('reports %s', (_, content, expected) => {
    expect(said(rule, content)).toEqual(expected);
  });

  it.each([
    [
      'public ones',
      allow({
        Condition: { IpAddress: { 'aws:SourceIp': ['203.0.113.0/24', '198.51.100.7', '2001:db8::/32'] } },
      }),
    ],
    ['every address', allow({ Condition: { IpAddress: { 'aws:SourceIp': '0.0.0.0/0' } } })],
    ['private ones of a VPC', allow({ Condition: { IpAddress: { 'aws:VpcSourceIp': '10.0.0.0/8' } } })],
    ['texts', allow({ Condition: { StringEquals: { 'aws:SourceIp': '10.0.0.0/8' } } })],
    ['a range around private ones', allow({ Condition: { IpAddress: { 'aws:SourceIp': '10.0.0.0/7' } } })],
    [
      'one address',
      allow({ Condition: { IpAddress: { 'aws:SourceIp': ['203.0.113.7/32', '203.0.113.7'] } } }),
    ],
    ['a range without its number', allow({ Condition: { IpAddress: { 'aws:SourceIp': '203.0.113.7/' } } })],
    ['a range of another kind', allow({ Condition: { IpAddress: { 'aws:SourceIp': '2001:db8::1/32' } } })],
    ['what is no address', allow({ Condition: { IpAddress: { 'aws:SourceIp': 'anywhere' } } })],
  ])('is silent about %s', (_, content) => {
    expect(said(rule, content)).toEqual([]);
  });
});
