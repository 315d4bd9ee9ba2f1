import type { PlainValue } from '../source/plainValue.ts';
import { splitArn } from '../vocabulary/arn.ts';
import type { Template } from './recipe.ts';

/** The values of parameters and of the key, by name; one text is a list of one. */
export type Values = ReadonlyMap<string, readonly string[]>;

/** A place in a template: `<trail>`, `<trail.account>`, `<key.arn>`. Names are code, and hold nothing a value could. */
const PLACE = /<([a-zA-Z.]+)>/g;

/**
 * A template with its places filled in. A text with a list in it becomes a list of texts, or one text where the list has one value. What is
 * filled in is never looked at again: a value that looks like a place stays as it is.
 */
export function fill(template: Template, values: Values): PlainValue {
  if (typeof template !== 'object' && typeof template !== 'string') return template;
  if (template === null) return null;
  if (typeof template === 'string') {
    const texts = fillText(template, values);
    return texts.length === 1 ? (texts[0] ?? '') : texts;
  }
  if (isList(template)) {
    return template.flatMap((item) => {
      const filled = fill(item, values);
      return Array.isArray(filled) ? (filled as readonly PlainValue[]) : [filled];
    });
  }
  const members = Object.entries(template).map(([name, value]) => [
    fillText(name, values)[0] ?? name,
    fill(value, values),
  ]);
  return Object.fromEntries(members) as PlainValue;
}

/** A text with its places filled in, once for each value of a list in it. */
export function fillText(template: string, values: Values): readonly string[] {
  const list = placesIn(template).find((name) => lookUp(name, values).length > 1);
  const count = list === undefined ? 1 : lookUp(list, values).length;
  const filled = Array.from({ length: count }, (_, index) =>
    template.replace(
      PLACE,
      (place, name: string) => lookUp(name, values)[name === list ? index : 0] ?? place,
    ),
  );
  return [...new Set(filled)];
}

/** The names of the places of a text. */
export function placesIn(template: string): readonly string[] {
  return [...template.matchAll(PLACE)].map(([, name]) => name ?? '');
}

function lookUp(name: string, values: Values): readonly string[] {
  const whole = values.get(name);
  if (whole !== undefined) return whole;
  const dot = name.lastIndexOf('.');
  const part = name.slice(dot + 1);
  return (values.get(name.slice(0, Math.max(0, dot))) ?? []).flatMap((value) => partOf(value, part) ?? []);
}

/** The parts of values that statements and requests are made of. */
function partOf(value: string, part: string): string | undefined {
  if (part === 'sample') return value.replaceAll('*', 'sample');
  const arn = splitArn(value);
  switch (part) {
    case 'account':
      return arn?.account;
    case 'region':
      return arn?.region;
    default:
      return undefined;
  }
}

function isList(template: Template): template is readonly Template[] {
  return Array.isArray(template);
}
