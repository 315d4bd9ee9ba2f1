import { parseOperator } from '#engine/conditions/parseOperator.ts';
import { parseBoolean } from '#engine/conditions/bool.ts';
import type { Phrase } from '#engine/explain/phrase.ts';
import { code, list } from '#engine/explain/words.ts';
import type { ConditionClause } from '#engine/policy/policy.ts';
import type { KeyAtom } from '../atom.ts';

/** What a condition says of one key: which of its values are how, and whether the key may be absent. */
interface Said {
  readonly key: string;
  readonly of: 'one' | 'some' | 'every';
  /** `is`, `is like`, `is below`; undefined where any value will do. */
  readonly verb: string | undefined;
  readonly values: readonly string[];
  readonly negated: boolean;
  readonly absent: boolean;
}

const VERBS: Readonly<Record<string, string>> = {
  StringEqualsIgnoreCase: 'is in any case',
  StringLike: 'is like',
  ArnEquals: 'is like',
  ArnLike: 'is like',
  NumericLessThan: 'is below',
  NumericLessThanEquals: 'is at most',
  NumericGreaterThan: 'is above',
  NumericGreaterThanEquals: 'is at least',
  DateLessThan: 'is before',
  DateLessThanEquals: 'is at or before',
  DateGreaterThan: 'is after',
  DateGreaterThanEquals: 'is at or after',
  IpAddress: 'is in',
};

/**
 * A condition as somebody would say it.
 *
 * @param holds false for its opposite.
 * @param isThere whether the key is known to be there, so that nothing has to be said about that.
 */
export function clauseWords(clause: ConditionClause, holds: boolean, isThere: boolean): Phrase {
  const said = ofClause(clause);
  return said === undefined ? [] : words(holds ? said : opposite(said), isThere);
}

/** The same for a condition that no policy states: of a grant, or of an endpoint. */
export function atomWords(
  key: string,
  { single, list: of }: KeyAtom,
  holds: boolean,
  isThere: boolean,
): Phrase {
  const shape = typeof single === 'string' ? of : single;
  const test = typeof shape === 'string' ? undefined : shape.test;
  const said: Said = {
    key,
    of: typeof shape === 'object' && shape === of ? of.of : 'one',
    verb: test === undefined ? undefined : test.kind === 'text' && test.globs.length === 0 ? 'is' : 'is like',
    values:
      test === undefined
        ? []
        : test.kind === 'text'
          ? [...test.exact, ...test.globs.map(({ name }) => name)]
          : [test.name],
    negated: typeof shape === 'object' && shape.negated,
    absent: false,
  };
  return words(holds ? said : opposite(said), isThere);
}

function ofClause({ operator, key, values }: ConditionClause): Said | undefined {
  const parsed = parseOperator(operator.value);
  if ('problem' in parsed) return undefined;
  const { qualifier, base, ifExists } = parsed;
  const texts = values.map(({ value }) => value);
  if (base.family === 'Null') {
    const absent = texts.some((text) => parseBoolean(text) === true);
    return { key: key.value, of: 'one', verb: undefined, values: [], negated: absent, absent };
  }
  return {
    key: key.value,
    of: qualifier === 'none' ? 'one' : qualifier === 'ForAllValues' ? 'every' : 'some',
    verb: VERBS[base.positive] ?? 'is',
    values: texts,
    negated: base.negated,
    absent: ifExists || (qualifier === 'none' ? base.negated : qualifier === 'ForAllValues'),
  };
}

function opposite(said: Said): Said {
  const of = said.of === 'one' ? 'one' : said.of === 'some' ? 'every' : 'some';
  return { ...said, of, negated: !said.negated, absent: !said.absent };
}

function words(said: Said, isThere: boolean): Phrase {
  const key = code(said.key);
  if (said.verb === undefined) return [key, said.absent ? ' is absent' : ' is there'];
  const values = list(said.values.map(code), 3, 'or');
  if (said.of === 'one') {
    const verb = said.negated ? said.verb.replace(/^is/, 'is not') : said.verb;
    if (said.absent)
      return [key, isThere ? ` ${verb} ` : ` is absent or ${verb.replace(/^is /, '')} `, ...values];
    return [key, said.negated && !isThere ? ` is there and ${verb} ` : ` ${verb} `, ...values];
  }
  return setWords(said, key, values, isThere);
}

/** Of keys with several values: some of them, all of them, none of them. */
function setWords(
  { of, negated, absent, verb = '' }: Said,
  key: Phrase[number],
  values: Phrase,
  isThere: boolean,
): Phrase {
  const not = negated && of === 'some' ? verb.replace(/^is/, 'is not') : verb;
  const which = of === 'some' ? 'some value' : negated ? 'no value' : 'every value';
  const rest: Phrase = [` ${not} `, ...values];
  // That some value is so says that there is one, and of none that they all are: only the other ways round need words.
  if (isThere || absent === (of === 'every')) return [`${which} of `, key, ...rest];
  return absent
    ? [key, ` is absent or ${which} of it`, ...rest]
    : [key, ` is there and ${which} of it`, ...rest];
}
