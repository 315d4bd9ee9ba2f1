import type { PolicyPlan } from '../authorize/plan.ts';
import type { KeyState } from '../catalog/keyState.ts';
import type { KeyOrigin, KeyUsage } from '../catalog/keySpec.ts';
import type { GrantPlan } from '../grants/plan.ts';
import type { PolicyType } from '../policy/policy.ts';
import type {
  AccountFacts,
  Scenario,
  ScenarioIdentity,
  ScenarioKey,
  ScenarioResource,
  VpcEndpoint,
} from '../scenario/scenario.ts';
import type { Diagnostic } from '../source/diagnostic.ts';
import type { TextId } from '../source/span.ts';
import type { WildcardMatcher } from '../vocabulary/wildcard.ts';

/** Everything of a scenario that requests are decided by, parsed and compiled once. */
export interface World {
  readonly scenario: Scenario;
  readonly keys: readonly KeyInWorld[];
  readonly identities: ReadonlyMap<string, IdentityInWorld>;
  readonly accounts: ReadonlyMap<string, AccountFacts>;
  readonly serviceControlPolicies: readonly OrganizationPolicyInWorld[];
  readonly resourceControlPolicies: readonly OrganizationPolicyInWorld[];
  readonly endpoints: ReadonlyMap<string, EndpointInWorld>;
  readonly resources: readonly ResourceInWorld[];
  readonly documents: readonly DocumentInWorld[];
  /** When requests happen; undefined where nobody said, and then no key tells the time. */
  readonly now: Moment | undefined;
}

/** A moment in the two notations of `aws:CurrentTime` and `aws:EpochTime`; the engine has no clock of its own. */
export interface Moment {
  /** ISO 8601 in UTC, `2026-01-31T12:00:00Z`. */
  readonly iso: string;
  readonly epochSeconds: number;
}

/** One text of the scenario and what became of it. */
export interface DocumentInWorld {
  readonly id: TextId;
  readonly kind: PolicyType | 'grants';
  readonly usedFallback: boolean;
  readonly usable: boolean;
  readonly diagnostics: readonly Diagnostic[];
  readonly bytes: number;
  readonly policy: PolicyPlan | undefined;
  readonly grants: readonly GrantPlan[];
}

/** A KMS key with AWS's defaults filled in (scenario format). */
export interface KeyInWorld {
  readonly facts: ScenarioKey;
  readonly arn: string;
  readonly partition: string;
  readonly region: string;
  readonly account: string;
  /** The part after `key/`. */
  readonly id: string;
  readonly spec: string;
  readonly usage: KeyUsage;
  readonly origin: KeyOrigin;
  readonly state: KeyState;
  readonly awsManaged: boolean;
  readonly multiRegion: boolean;
  /** `PRIMARY` or `REPLICA`; undefined for a single-Region key. */
  readonly multiRegionKeyType: string | undefined;
  readonly aliases: readonly string[];
  readonly tags: ReadonlyMap<string, string>;
  /** Undefined when its text was not usable: then nothing can be allowed by it. */
  readonly policy: PolicyPlan | undefined;
  readonly grants: readonly GrantPlan[];
}

export interface IdentityInWorld {
  readonly facts: ScenarioIdentity;
  readonly policies: readonly PolicyPlan[];
  readonly boundary: PolicyPlan | undefined;
}

export interface OrganizationPolicyInWorld {
  readonly name: string;
  readonly targets: ReadonlySet<string>;
  readonly plan: PolicyPlan;
}

export interface EndpointInWorld {
  readonly facts: VpcEndpoint;
  readonly policy: PolicyPlan | undefined;
}

export interface ResourceInWorld {
  readonly facts: ScenarioResource;
  readonly matcher: WildcardMatcher;
  readonly policy: PolicyPlan | undefined;
}
