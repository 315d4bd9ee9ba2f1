/** The four decisions, in IAM's own words where IAM has one. `depends` is only for cells and edges. */
export type Verdict = 'allowed' | 'explicitDeny' | 'implicitDeny' | 'depends';

/** The small marks of trace steps and notes. They carry no colour of their own. */
export type StepMark = 'check' | 'cross' | 'info' | 'question' | 'skipped';

export type MarkKind = Verdict | StepMark;

/** What each mark says when it is the only thing that says it. */
export const markWords: Readonly<Record<MarkKind, string>> = {
  allowed: 'Allowed',
  explicitDeny: 'Denied by a Deny statement',
  implicitDeny: 'Denied — nothing allows it',
  depends: 'Depends',
  check: 'Yes',
  cross: 'No',
  info: 'Note',
  question: 'Not known',
  skipped: 'Not reached',
};

/** One character for copies and print. */
export const verdictLetters: Readonly<Record<Verdict, string>> = {
  allowed: 'A',
  explicitDeny: 'D',
  implicitDeny: '–',
  depends: '?',
};
