import type { Diagnostic, Severity } from './diagnostic.ts';
import type { SourceSpan } from './span.ts';

const MOST = 20;

/** Collects the diagnostics of one text. */
export interface Problems {
  /** True once so many problems were found that more would only bury the first. */
  readonly full: boolean;
  add(code: string, severity: Severity, span: SourceSpan, message: string, help?: string): void;
  /** All of them in the order of their places. */
  sorted(): readonly Diagnostic[];
  readonly hasErrors: boolean;
}

/** @param most how many diagnostics are kept; 20 if omitted */
export function collectProblems(most = MOST): Problems {
  const found: Diagnostic[] = [];
  let errors = 0;
  return {
    get full() {
      return found.length >= most;
    },
    get hasErrors() {
      return errors > 0;
    },
    add(code, severity, span, message, help) {
      if (severity === 'error') errors += 1;
      if (found.length >= most) return;
      found.push({ code, severity, message, span, ...(help === undefined ? {} : { help }) });
    },
    sorted: () => found.toSorted((left, right) => left.span.from - right.span.from),
  };
}
