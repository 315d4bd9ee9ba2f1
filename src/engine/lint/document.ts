import type { PolicyPlan } from '../authorize/plan.ts';
import type { Policy } from '../policy/policy.ts';
import type { TextId } from '../source/span.ts';
import type { DocumentEdits } from '../whatIf/documentEdits.ts';
import { LintedStatement } from './statement.ts';

/** What a rule may know about the key that a policy belongs to. */
export interface KeyFacts {
  readonly arn: string;
  readonly partition: string;
  /** Undefined where the scenario does not say: a policy that was given without its key. */
  readonly region: string | undefined;
  readonly account: string | undefined;
  readonly id: string;
  /** Whether the scenario says what type of key it is, rather than leaving it to AWS's default. */
  readonly typeStated: boolean;
  readonly spec: string;
  readonly usage: string;
  readonly awsManaged: boolean;
  readonly multiRegion: boolean;
  readonly organization: string | undefined;
}

/** What the scenario says about a document besides its text. A rule that needs more looks at the whole world. */
export interface DocumentFacts {
  /** The key of a key policy. */
  readonly key: KeyFacts | undefined;
  /** ARN of the identity that the policy is attached to. */
  readonly owner: string | undefined;
}

/** A policy that can be read as it is, ready for the rules. */
export class LintedDocument {
  readonly plan: PolicyPlan;
  readonly facts: DocumentFacts;
  readonly statements: readonly LintedStatement[];
  readonly #edits: () => DocumentEdits;

  /** @param edits makes changes of documents; called where a rule offers one */
  constructor(plan: PolicyPlan, facts: DocumentFacts, edits: () => DocumentEdits) {
    this.plan = plan;
    this.facts = facts;
    this.#edits = edits;
    this.statements = plan.statements.map((statement) => new LintedStatement(statement, this));
  }

  get policy(): Policy {
    return this.plan.policy;
  }

  get text(): TextId {
    return this.plan.policy.text;
  }

  get edits(): DocumentEdits {
    return this.#edits();
  }
}
