import type { MarkKind } from '#kit/verdict.ts';
import type { MarkClasses } from './monacoDecorations.ts';
import styles from './marks.module.css';

const kinds: readonly MarkKind[] = [
  'allowed',
  'explicitDeny',
  'implicitDeny',
  'depends',
  'check',
  'cross',
  'info',
  'question',
  'skipped',
];

/** The classes Monaco draws our marks with. */
export const markClasses: MarkClasses = {
  barAllow: name('barAllow'),
  barDeny: name('barDeny'),
  litLines: name('litLines'),
  litMargin: name('litMargin'),
  litText: name('litText'),
  noteMark: name('noteMark'),
  noteWords: name('noteWords'),
  noteDecides: name('noteDecides'),
  noteMarks: Object.fromEntries(kinds.map((kind) => [kind, name(kind)])),
};

function name(key: string): string {
  return styles[key] ?? key;
}
