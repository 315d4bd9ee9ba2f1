import type { ParameterType } from './parameterTypes.ts';

/**
 * A value of a recipe's documents and requests. In its strings `<name>` stands for a parameter and `<key.arn>`, `<key.account>`,
 * `<key.region>` and `<key.partition>` for facts of the key, `<other.account>` and `<third.account>` for accounts that the key is not in, and
 * `<trail.account>` for a part of a parameter (`fill.ts`).
 */
export type Template =
  | string
  | number
  | boolean
  | null
  | readonly Template[]
  | { readonly [name: string]: Template };

/** A statement of a policy; its Sid is made unique where it is placed. */
export interface StatementTemplate {
  readonly Sid: string;
  readonly Effect: 'Allow' | 'Deny';
  readonly Principal?: Template;
  readonly Action: Template;
  readonly Resource: Template;
  readonly Condition?: Template;
}

/** What sets keys apart whose policies are written in different ways. */
export type KeyTrait =
  | 'symmetricEncryption'
  | 'asymmetricEncryption'
  | 'signing'
  | 'mac'
  | 'keyAgreement'
  | 'encapsulation'
  | 'multiRegion'
  | 'singleRegion';

export interface RecipePage {
  readonly title: string;
  readonly url: string;
}

export interface Parameter {
  readonly name: string;
  /** "Trail". */
  readonly label: string;
  readonly type: ParameterType;
  /** Takes a list. */
  readonly many?: true;
  /** What stands in the field where the scenario has nothing that fits: a template, so that it fits the key. */
  readonly example: string;
  /** In whose account it has to be; either without. */
  readonly account?: 'own' | 'other';
  /** What to know about it, one sentence. */
  readonly help?: string;
}

/** A request that shows what the recipe is for, or where it ends. */
export interface RecipeRequest {
  /** "CloudTrail encrypts a log file of the trail". */
  readonly name: string;
  /** Only for keys with one of these traits. */
  readonly keys?: readonly KeyTrait[];
  readonly principal: string;
  readonly action: string;
  readonly parameters?: Readonly<Record<string, Template>>;
  readonly context?: Readonly<Record<string, Template>>;
  readonly viaService?: string;
  /** `unchanged`: decided as it was without the recipe. */
  readonly expect: 'allowed' | 'denied' | 'unchanged';
}

/** An IAM policy that each of the principals a parameter names needs besides the key policy. */
export interface CallerPolicy {
  readonly parameter: string;
  /** Name of the policy. */
  readonly name: string;
  readonly statements: readonly StatementTemplate[];
}

/** The chapters of the list, in their order. */
export const chapters = [
  'The key itself',
  'People and applications',
  'Other accounts',
  'Logs',
  'Alarms and events',
  'Storage and databases',
  'Secrets',
  'Limits',
] as const;

/** Statements for what people need of a key, with the requests that prove it. Data only: nothing in it is code. */
export interface Recipe {
  /** As the command line names it: `cloudtrail`. */
  readonly id: string;
  readonly chapter: (typeof chapters)[number];
  readonly title: string;
  /** What for, one sentence. */
  readonly purpose: string;
  /** When to use it, and when not: a sentence each. */
  readonly use: string;
  readonly avoid: string;
  /** AWS's pages it rests on. */
  readonly pages: readonly [RecipePage, ...RecipePage[]];
  /** The key needs one of these traits; any key will do without. */
  readonly keys?: readonly KeyTrait[];
  readonly parameters: readonly Parameter[];
  readonly keyPolicy: readonly StatementTemplate[];
  readonly callers?: CallerPolicy;
  readonly requests: readonly RecipeRequest[];
}
