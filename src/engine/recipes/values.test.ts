import { describe, expect, test } from 'vitest';
import type { Scenario } from '../scenario/scenario.ts';
import { keyOfRecipe } from './keyFacts.ts';
import { parameterTypes, type ParameterType } from './parameterTypes.ts';
import type { Parameter, Recipe } from './recipe.ts';
import { recipes } from './recipes.ts';
import { keyOf, NOTHING, scenarioWith } from './testing/keys.ts';
import { offeredFor, readValues } from './values.ts';

const key = keyOf({}, NOTHING);
const facts = keyOfRecipe(key);
if (facts === undefined) throw new Error('The key of this test has no ARN.');
const request = { principal: 'anonymous', action: 'kms:Decrypt' };

const fits: Readonly<Record<ParameterType, readonly [good: string, ...bad: string[]]>> = {
  account: ['111122223333', '11112222333', '1111-2222-3333', 'arn:aws:iam::111122223333:root'],
  organization: ['o-a1b2c3d4e5', 'o-short', 'o-A1B2C3D4E5', 'a1b2c3d4e5f6'],
  region: ['eu-central-1', 'eu', 'EU-CENTRAL-1', 'eu-central-1.amazonaws.com', '*'],
  principal: [
    'arn:aws:iam::111122223333:user/Alice',
    'arn:aws:iam::111122223333:root',
    'arn:aws:iam::111122223333:group/Admins',
    'arn:aws:iam::111122223333:role/*',
    'arn:aws:sts::111122223333:assumed-role/App/one',
    '*',
  ],
  role: ['arn:aws:iam::111122223333:role/path/App', 'arn:aws:iam::111122223333:user/Alice', 'App'],
  bucket: ['amzn-s3-demo-bucket', 'Bucket', 'a', 'arn:aws:s3:::amzn-s3-demo-bucket', 'b/*'],
  logGroup: ['/aws/lambda/orders-*', 'a b', '"', 'arn:aws:logs:us-east-1:111122223333:log-group:x'],
  digest: ['a'.repeat(96), 'a'.repeat(95), 'g'.repeat(96)],
  trail: [
    'arn:aws:cloudtrail:us-east-1:111122223333:trail/events',
    'arn:aws:cloudtrail:us-east-1:111122223333:eventdatastore/x',
    'arn:aws:cloudtrail::111122223333:trail/events',
    'events',
  ],
  alarm: [
    'arn:aws:cloudwatch:us-east-1:111122223333:alarm:*',
    'arn:aws:cloudwatch:us-east-1:111122223333:alarm:a b',
    'arn:aws:cloudwatch:us-east-1:*:alarm:x',
  ],
  rule: ['arn:aws:events:us-east-1:111122223333:rule/x', 'arn:aws:events:us-east-1:111122223333:event-bus/x'],
  topic: ['arn:aws-cn:sns:cn-north-1:111122223333:alerts.fifo', 'arn:aws:sns:us-east-1:111122223333:a/b'],
  queue: ['arn:aws:sqs:us-east-1:111122223333:orders', 'https://sqs.us-east-1.amazonaws.com/1/orders'],
  secret: ['arn:aws:secretsmanager:us-east-1:111122223333:secret:db/*', 'db', '*'],
  parameter: ['arn:aws:ssm:us-east-1:111122223333:parameter/db/*', '/db'],
  context: ['tenant: a1', 'a"b', 'é', ''],
};

describe.each(Object.keys(fits) as ParameterType[])('a value of type %s', (type) => {
  const [good, ...bad] = fits[type];
  const recipe = recipeOf({ name: 'it', label: 'It', type, example: '' });

  test('fits or is refused with how it should look', () => {
    expect(read(recipe, { it: [good] })).toEqual([]);
    for (const value of bad) {
      const [problem] = read(recipe, { it: [value] });
      expect(problem?.message).toMatch(/^(`.+` is no .+: it should be .+\.|Enter an? .+\.)$/);
    }
  });

  test('is never more than any value may be', () => {
    const [problem] = read(recipe, { it: ['a'.repeat(10_000)] });
    expect(problem?.message).toMatch(/too long/);
    expect(problem?.message.length).toBeLessThan(200);
  });
});

describe('the values of a parameter', () => {
  const own = recipeOf({ name: 'it', label: 'It', type: 'role', many: true, account: 'own', example: '' });
  const role = (account: string, name = 'App') => `arn:aws:iam::${account}:role/${name}`;

  test('have to be in the account the recipe is about', () => {
    expect(read(own, { it: [role('111122223333')] })).toEqual([]);
    expect(read(own, { it: [role('444455556666')] })[0]?.message).toMatch(/not in the key's account/);
    const other = {
      ...own,
      parameters: own.parameters.map((one) => ({ ...one, account: 'other' as const })),
    };
    expect(read(other, { it: [role('444455556666')] })).toEqual([]);
    expect(read(other, { it: [role('111122223333')] })[0]?.message).toMatch(/key's own account/);
  });

  test('are told apart by their place; empty ones and white space do not count', () => {
    const entered = { it: [` ${role('111122223333')} `, '', 'nobody', role('111122223333')] };
    expect(read(own, entered).map(({ index }) => index)).toEqual([2]);
    const read2 = readValues(own, { it: [` ${role('111122223333')}`, '', role('111122223333')] }, known());
    expect('values' in read2 && read2.values.get('it')).toEqual([role('111122223333')]);
  });

  test('are asked for where there are none, and counted where there are too many', () => {
    expect(read(own, {})).toEqual([{ parameter: 'it', index: 0, message: 'Enter an ARN of an IAM role.' }]);
    expect(read(own, { it: ['  '] })).toHaveLength(1);
    const many = Array.from({ length: 51 }, (_, index) => role('111122223333', `App${index}`));
    expect(read(own, { it: many })).toEqual([
      { parameter: 'it', index: 50, message: 'There are 51 values, and at most 50 fit here.' },
    ]);
  });

  test('of another name are no values, whatever the name', () => {
    expect(read(own, JSON.parse('{"__proto__": ["x"], "constructor": ["y"]}') as never)).toHaveLength(1);
  });
});

describe('what a form offers', () => {
  const scenario: Scenario = {
    ...scenarioWith(key),
    accounts: [{ id: '111122223333', organization: 'o-a1b2c3d4e5' }],
    identities: [
      { arn: 'arn:aws:iam::111122223333:role/path/App' },
      { arn: 'arn:aws:iam::444455556666:role/Partner' },
    ],
    resources: [
      { arn: 'arn:aws:s3:::amzn-s3-demo-bucket/*' },
      { arn: 'arn:aws:logs:eu-central-1:111122223333:log-group:/orders:*' },
      { arn: 'arn:aws:sns:eu-central-1:111122223333:alerts' },
    ],
  };
  const caller = { principal: 'arn:aws:sts::111122223333:assumed-role/App/one', action: 'kms:Decrypt' };

  test.each<[Partial<Parameter> & Pick<Parameter, 'type'>, readonly string[]]>([
    [
      { type: 'role', account: 'own' },
      ['arn:aws:iam::111122223333:role/path/App', 'arn:aws:iam::111122223333:role/Unrelated'],
    ],
    [{ type: 'role', account: 'other' }, ['arn:aws:iam::444455556666:role/Partner']],
    [{ type: 'organization' }, ['o-a1b2c3d4e5']],
    [{ type: 'account' }, ['111122223333', '444455556666']],
    [{ type: 'region' }, ['eu-central-1']],
    [{ type: 'bucket' }, ['amzn-s3-demo-bucket']],
    [{ type: 'logGroup' }, ['/orders']],
    [{ type: 'topic' }, ['arn:aws:sns:eu-central-1:111122223333:alerts']],
    [{ type: 'trail' }, []],
    [{ type: 'digest' }, []],
  ])('%j comes from the scenario', (parameter, suggestions) => {
    const whole = { name: 'it', label: 'It', example: 'for <key.account>', ...parameter };
    const offered = offeredFor(whole, { scenario, request: caller }, known());
    expect(offered.suggestions).toEqual(suggestions);
    expect(offered).toMatchObject(
      suggestions.length > 0
        ? { start: suggestions[0], isExample: false }
        : { start: 'for 111122223333', isExample: true },
    );
  });

  test.each(recipes.flatMap((recipe) => recipe.parameters.map((one) => [recipe.id, one.name, one] as const)))(
    'the example of %s, %s fits',
    (_, __, parameter) => {
      const { start, isExample } = offeredFor(
        parameter,
        { scenario: { ...scenarioWith(key), keys: [] }, request },
        known(),
      );
      expect(isExample).toBe(true);
      expect(parameterTypes[parameter.type].fits(start)).toBe(true);
    },
  );
});

function known() {
  if (facts === undefined) throw new Error('The key of this test has no ARN.');
  return facts;
}

function recipeOf(parameter: Parameter): Recipe {
  const [first] = recipes;
  if (first === undefined) throw new Error('There are recipes.');
  return { ...first, parameters: [parameter] };
}

function read(recipe: Recipe, entered: Readonly<Record<string, readonly string[]>>) {
  const result = readValues(recipe, entered, known());
  return 'problems' in result ? result.problems : [];
}
