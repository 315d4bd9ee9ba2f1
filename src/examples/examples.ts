import type { Scenario } from '#engine/scenario/scenario.ts';
import { bucketKeys } from './bucketKeys.ts';
import { cloudTrail } from './cloudTrail.ts';
import { defaultKeyPolicy } from './defaultKeyPolicy.ts';
import { guardedPayments } from './guardedPayments.ts';
import { ordersKey } from './ordersKey.ts';

/** A scenario that comes with the app. */
export interface Example {
  /** For links and tests; does not change. */
  readonly id: string;
  /** What happens in it, as a choice to pick. */
  readonly story: string;
  readonly scenario: Scenario;
}

/** All examples; the app opens with the first. */
export const examples: readonly [Example, ...Example[]] = [
  { id: 'orders-key', story: 'A partner reads through S3', scenario: ordersKey },
  { id: 'default-key-policy', story: 'The key policy a key gets by default', scenario: defaultKeyPolicy },
  { id: 'bucket-keys', story: 'One bucket with S3 Bucket Keys', scenario: bucketKeys },
  {
    id: 'guarded-payments',
    story: 'An organization, a boundary and an endpoint say no',
    scenario: guardedPayments,
  },
  { id: 'cloudtrail', story: 'CloudTrail encrypts logs, an auditor reads them', scenario: cloudTrail },
];
