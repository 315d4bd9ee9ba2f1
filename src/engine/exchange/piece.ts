import type { PolicyKind, Recognized } from '../scenario/recognize.ts';
import type { ScenarioIdentity, ScenarioRequest } from '../scenario/scenario.ts';
import type { Placeholder } from './placeholder.ts';
import type { ObjectMember, Value } from './value.ts';

/** The forms that are read, besides the JSON that `recognize` knows. */
export type Format =
  | 'json'
  | 'terraform'
  | 'terraformPlan'
  | 'cloudFormation'
  | 'cdk'
  | 'awsCli'
  | 'authorizationDetails'
  | 'cloudTrail'
  | 'accessDenied';

/** What was read from one text: its pieces, what they leave open, and what could not be read. */
export interface Import {
  readonly format: Format;
  readonly pieces: readonly Piece[];
  readonly placeholders: readonly Placeholder[];
  /** What was understood and has no place in a scenario. */
  readonly skipped: readonly Skipped[];
  /** What could not be read. */
  readonly problems: readonly Problem[];
}

/** A place as people count. */
export interface Position {
  readonly line: number;
  readonly column: number;
}

export interface Skipped extends Position {
  /** What it is called where it stands: `module.kms`. */
  readonly what: string;
  /** Why, one sentence. */
  readonly because: string;
}

export interface Problem extends Position {
  readonly message: string;
  readonly severity: 'error' | 'warning';
}

/** One thing that goes to one place of the scenario. */
export type Piece = Position & {
  /** Unique within the import. */
  readonly id: string;
  /** What it is called where it stands: `aws_kms_key.orders`. */
  readonly title: string;
  /** Why it stays out unless somebody wants it, one sentence. */
  readonly aside?: string;
  readonly content: Content;
};

export type Content =
  | KeyContent
  | PolicyContent
  | { readonly kind: 'recognized'; readonly recognized: Exclude<Recognized, { kind: 'unknown' }> }
  | { readonly kind: 'identity'; readonly identity: ScenarioIdentity }
  | { readonly kind: 'request'; readonly request: ScenarioRequest };

/** A key with what is said about it. */
export interface KeyContent {
  readonly kind: 'key';
  readonly arn?: string;
  readonly policy?: Value;
  /** Fields of `KeyMetadata`. */
  readonly metadata: readonly ObjectMember[];
  readonly aliases: readonly Value[];
  readonly tags?: Value;
  readonly grants: readonly Value[];
  /** It is made, or its policy set, with `BypassPolicyLockoutSafetyCheck`. */
  readonly bypassesLockoutCheck?: true;
}

/** A policy that is not a key's. */
export interface PolicyContent {
  readonly kind: 'policy';
  /** What it is; where it is absent, its shape tells. */
  readonly as?: PolicyKind;
  readonly name?: Value;
  readonly owner?: { readonly kind: 'user' | 'role' | 'group'; readonly name: Value };
  readonly document: Value;
}
