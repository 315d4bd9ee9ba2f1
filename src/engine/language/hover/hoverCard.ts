/** A page of AWS's documentation. */
export interface AwsPage {
  readonly title: string;
  /** Always below https://docs.aws.amazon.com/. */
  readonly url: string;
}

/** What is known about a word. */
export interface About {
  /** The word as written, or in AWS's spelling. */
  readonly title: string;
  /** Sentences; names and user text in backticks. */
  readonly lines: readonly string[];
  readonly page?: AwsPage | undefined;
}

/** What is known about the word at a place. */
export interface HoverCard extends About {
  readonly from: number;
  readonly to: number;
}
