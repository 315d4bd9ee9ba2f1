import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { parseWildcard } from '#engine/vocabulary/wildcard.ts';
import { Work } from '../work.ts';
import { arnGlobOf, globOf, literalGlob } from './glob.ts';
import { machineOf } from './machine.ts';
import { solveText, type TextConstraint } from './solveText.ts';
import { addressTest, instantTest, numberTest, passes, type Relation, textTest } from './textTest.ts';

const kind = { type: undefined, samples: [] } as const;

/** Every text of a small alphabet, up to a length. */
const universe: readonly string[] = (() => {
  let layer = [''];
  const all = [''];
  for (let length = 1; length <= 5; length++) {
    layer = layer.flatMap((text) => ['a', 'b', 'A', ':'].map((char) => text + char));
    all.push(...layer);
  }
  return all;
})();

/** A matcher of another kind: for each prefix of the pattern, which prefixes of the text it can have eaten. */
function matchesPlainly(pattern: string, text: string, fold: boolean): boolean {
  const [left, right] = fold ? [pattern.toLowerCase(), text.toLowerCase()] : [pattern, text];
  let reach: readonly boolean[] = Array.from({ length: right.length + 1 }, (_, at) => at === 0);
  for (const char of left) {
    const next: boolean[] = [];
    for (let at = 0; at <= right.length; at++) {
      const one = at > 0 && reach[at - 1] === true && (char === '?' || char === right[at - 1]);
      next.push(char === '*' ? reach[at] === true || next[at - 1] === true : one);
    }
    reach = next;
  }
  return reach[right.length] === true;
}

const pattern = fc.stringMatching(/^[abA:*?]{0,5}$/);

describe('a glob as an automaton', () => {
  test('matches what trying every split matches', () => {
    fc.assert(
      fc.property(pattern, fc.stringMatching(/^[abA:]{0,7}$/), fc.boolean(), (glob, text, fold) => {
        const machine = machineOf(globOf(parseWildcard(glob), fold));
        expect(machine.accepts(machine.read(text))).toBe(matchesPlainly(glob, text, fold));
      }),
      { numRuns: 2000 },
    );
  });

  test('stays within the fields of an ARN up to the fifth colon', () => {
    const glob = arnGlobOf(parseWildcard('a:b:*:d:?:f*:g'));
    const machine = machineOf(glob ?? literalGlob(''));
    const matches = (text: string) => machine.accepts(machine.read(text));
    expect(matches('a:b:c:d:e:fx:y:g')).toBe(true);
    expect(matches('a:b:c:c:d:e:f:g')).toBe(false);
    expect(matches('a:b:c:d:::f:g')).toBe(false);
    expect(arnGlobOf(parseWildcard('arn:*'))).toBeUndefined();
  });
});

describe('texts for several patterns at once, all small texts tried', () => {
  const constraint = fc
    .tuple(fc.array(pattern, { minLength: 1, maxLength: 2 }), fc.boolean(), fc.boolean())
    .map(([patterns, fold, wanted]) => ({ patterns, fold, wanted }));

  test('a text is found exactly if there is one', () => {
    fc.assert(
      fc.property(fc.array(constraint, { minLength: 2, maxLength: 4 }), (given) => {
        const constraints: TextConstraint[] = given.map(({ patterns, fold, wanted }) => ({
          test: textTest(patterns.map((one) => globOf(parseWildcard(one), fold))),
          wanted,
        }));
        const solved = solveText(constraints, kind, new Work());
        const plain = universe.some((text) =>
          given.every(
            ({ patterns, fold, wanted }) =>
              patterns.some((one) => matchesPlainly(one, text, fold)) === wanted,
          ),
        );
        if (typeof solved === 'string') {
          expect([solved, plain]).toEqual(['none', false]);
        } else {
          for (const { patterns, fold, wanted } of given) {
            expect(patterns.some((one) => matchesPlainly(one, solved.text, fold))).toBe(wanted);
          }
        }
      }),
      { numRuns: 500 },
    );
  });
});

describe('conditions of several families on one text', () => {
  const less = { test: numberTest('LessThan', ['5']), wanted: true };
  const more = { test: numberTest('GreaterThan', ['5']), wanted: true };
  const like = (text: string, wanted = true) => ({ test: textTest([globOf(parseWildcard(text))]), wanted });
  const inRange = { test: addressTest(['203.0.113.0/24']), wanted: true };
  const solve = (...constraints: readonly TextConstraint[]) => solveText(constraints, kind, new Work());

  test('are settled by a text that satisfies all of them, or by one family that nothing satisfies', () => {
    expect(solve(less, like('0*'))).toEqual({ text: '0' });
    expect(solve(inRange, like('*.15', false))).toHaveProperty('text');
    expect(solve(less, more, like('x*'))).toBe('none');
    expect(solve(less, more)).toBe('none');
    expect(solve(less, { ...less, wanted: false }, inRange)).toBe('none');
    expect(solve(less, like('a*'), like('b*'))).toBe('none');
  });

  test('and left open where a search of another kind would be needed', () => {
    expect(solve(less, like('0*9*3'))).toBe('undecided');
    expect(solve(less, inRange)).toBe('undecided');
    expect(solve({ test: numberTest('GreaterThan', ['1e900']), wanted: true })).toBe('undecided');
  });

  test('are tried on the texts that one of them lists, the shortest list first, and on truths', () => {
    const among = (...texts: readonly string[]) => ({
      test: textTest(texts.map((text) => literalGlob(text))),
      wanted: true,
    });
    expect(solve(among('1', '7', 'x'), among('7', '9'), more)).toEqual({ text: '7' });
    expect(solve(among('1', '2'), more)).toBe('none');
    expect(solve(among('b', 'a'), like('*'))).toEqual({ text: 'b' });
    expect(solve(among('a', 'c', 'b'), among('b', 'a'))).toEqual({ text: 'b' });
    const bool = { type: 'bool', samples: [] } as const;
    expect(solveText([like('f*')], bool, new Work())).toEqual({ text: 'false' });
    expect(solveText([like('x*')], bool, new Work())).toBe('none');
    expect(solveText([], bool, new Work())).toEqual({ text: 'true' });
  });

  test('a sample comes first where nothing is wanted, and last where something is', () => {
    const samples = ['sample', 'other'];
    const from = (...constraints: readonly TextConstraint[]) =>
      solveText(constraints, { type: 'string', samples }, new Work());
    expect(from()).toEqual({ text: 'sample' });
    expect(from(like('sample', false))).toEqual({ text: 'other' });
    expect(from(like('s*'))).toEqual({ text: 'sexample' });
    expect(from(like('*r'), like('o*'))).toEqual({ text: 'or' });
    expect(
      from(like('s*'), like('*x*', false), like('se*', false), like('s', false), like('s1', false)),
    ).toHaveProperty('text');
    expect(from({ test: numberTest('LessThan', ['5']), wanted: false })).toEqual({ text: '5' });
  });
});

describe('numbers, instants and addresses at their bounds', () => {
  const relations: readonly Relation[] = [
    'Equals',
    'LessThan',
    'LessThanEquals',
    'GreaterThan',
    'GreaterThanEquals',
  ];
  const bounds = fc.constantFrom('0', '1', '-1', '9', '10', '9.5', '9.4999', '1e1', '-0.5', '0.05');
  const fine = Array.from({ length: 2601 }, (_, at) => ((at - 600) / 200).toString())
    .concat(['9.4', '9.4999', '9.49995', '9.5', '9.6', '9', '10', '8', '11', '0.05', '0.06'])
    .concat(['x']);

  test('a number is found exactly if some number between the bounds fits', () => {
    fc.assert(
      fc.property(
        fc.array(
          fc.tuple(
            fc.constantFrom(...relations),
            fc.array(bounds, { minLength: 1, maxLength: 2 }),
            fc.boolean(),
          ),
          {
            minLength: 1,
            maxLength: 4,
          },
        ),
        (given) => {
          const constraints = given.map(([relation, texts, wanted]) => ({
            test: numberTest(relation, texts),
            wanted,
          }));
          const solved = solveText(constraints, kind, new Work());
          const fits = (text: string) =>
            constraints.every(({ test: one, wanted }) => passes(one, text) === wanted);
          if (typeof solved === 'object') expect(fits(solved.text)).toBe(true);
          else expect([solved, fine.some(fits)]).toEqual(['none', false]);
        },
      ),
      { numRuns: 400 },
    );
  });

  test('a whole number is not looked for between two whole numbers', () => {
    const between = [
      { test: numberTest('GreaterThan', ['9']), wanted: true },
      { test: numberTest('LessThan', ['10']), wanted: true },
    ];
    expect(solveText(between, { type: 'numeric', samples: [] }, new Work())).toBe('none');
    expect(solveText(between, kind, new Work())).toHaveProperty('text');
  });

  const moments = ['00Z', '00.2Z', '00.25Z', '00.8Z', '01Z', '02.5Z'].map((end) => `2026-01-01T00:00:${end}`);
  const everyTwentieth = Array.from({ length: 101 }, (_, at) => (1_767_225_599 + at / 20).toFixed(2));
  const date = { type: 'date', samples: [] } as const;

  test('an instant is found exactly if some instant between the bounds fits', () => {
    const bound = fc.array(fc.constantFrom(...moments, '1767225601'), { minLength: 1, maxLength: 2 });
    const given = fc.tuple(fc.constantFrom(...relations), bound, fc.boolean());
    fc.assert(
      fc.property(fc.array(given, { minLength: 1, maxLength: 4 }), (all) => {
        const constraints = all.map(([relation, texts, wanted]) => ({
          test: instantTest(relation, texts),
          wanted,
        }));
        const fits = (text: string) =>
          constraints.every(({ test: one, wanted }) => passes(one, text) === wanted);
        const solved = solveText(constraints, date, new Work());
        if (typeof solved === 'object') expect(fits(solved.text)).toBe(true);
        else expect([solved, everyTwentieth.some(fits)]).toEqual(['none', false]);
      }),
      { numRuns: 400 },
    );
  });

  test.each([
    ['2026-01-01', '2026-01-02', '1767225601'],
    ['2026-01-01T00:00:00Z', '2026-01-01T00:00:01Z', '1767225600.1'],
    ['2026-01-01T00:00:00.2Z', '2026-01-01T00:00:00.8Z', '1767225600.21'],
    ['2026-01-01T00:00:00.8Z', '2026-01-01T00:00:01Z', '1767225600.81'],
  ])('after %s and before %s, whole seconds are preferred: %s', (from, to, text) => {
    const between = [
      { test: instantTest('GreaterThan', [from]), wanted: true },
      { test: instantTest('LessThan', [to]), wanted: true },
    ];
    expect(solveText(between, date, new Work())).toEqual({ text });
  });

  test('a block is covered by its halves and by nothing less', () => {
    const ip = { type: 'ip', samples: [] } as const;
    const outside = (...halves: readonly string[]) =>
      solveText(
        [
          { test: addressTest(['203.0.112.0/20']), wanted: true },
          { test: addressTest(halves), wanted: false },
        ],
        ip,
        new Work(),
      );
    expect(outside('203.0.112.0/21', '203.0.120.0/21')).toBe('none');
    expect(outside('203.0.112.0/21', '203.0.120.0/22')).toHaveProperty('text');
    const v6 = [
      { test: addressTest(['2001:db8::/32']), wanted: true },
      { test: addressTest(['2001:db8::/33']), wanted: false },
    ];
    expect(solveText(v6, ip, new Work())).toEqual({ text: expect.stringMatching(/^2001:db8:[89a-f]/) });
  });
});
