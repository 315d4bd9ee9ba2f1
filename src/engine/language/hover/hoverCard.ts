/** A page of AWS's documentation. */
export interface AwsPage {
  readonly title: string;
  /** Always below https://docs.aws.amazon.com/. */
  readonly url: string;
}

/** What is known about the word at a place. */
export interface HoverCard {
  /** The word. */
  readonly from: number;
  readonly to: number;
  /** As written, or in AWS's spelling. */
  readonly title: string;
  /** Sentences; names and user text in backticks. */
  readonly lines: readonly string[];
  readonly page?: AwsPage | undefined;
}
