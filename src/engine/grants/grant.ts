import type { SourcedText } from '../source/read.ts';
import type { SourceSpan } from '../source/span.ts';

/**
 * One grant as `ListGrants` prints it (KMS-050), with the places of its parts. Fields AWS does not use for a decision are
 * left in the text.
 */
export interface Grant {
  readonly id: string;
  /** `grant:<id>`, as statements are named in the scenario format. */
  readonly ref: string;
  readonly name: string | undefined;
  /** ARN of the key the grant is on; undefined where the entry does not say, and then it is the key it is listed under. */
  readonly keyId: string | undefined;
  readonly grantee: SourcedText | undefined;
  readonly granteeService: SourcedText | undefined;
  readonly retiring: SourcedText | undefined;
  readonly retiringService: SourcedText | undefined;
  /** Account or ARN under which the grant was created (KMS-075). */
  readonly issuingAccount: string | undefined;
  readonly operations: readonly SourcedText[];
  readonly operationsSpan: SourceSpan;
  readonly equals: PairsConstraint | undefined;
  readonly subset: PairsConstraint | undefined;
  readonly sourceArn: SourcedText | undefined;
  readonly span: SourceSpan;
}

/** An encryption-context constraint: its pairs, in order (KMS-060). */
export interface PairsConstraint {
  readonly pairs: ReadonlyMap<string, string>;
  readonly span: SourceSpan;
}
