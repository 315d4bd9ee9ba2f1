import { rootArn } from '#engine/vocabulary/arn.ts';
import type { KeyInWorld } from '#engine/world/world.ts';
import { accountsIn, keyOfDocument, principalsIn, regionsIn } from '../known.ts';
import type { PlaceContext } from '../languageContext.ts';
import type { Completion } from './completion.ts';
import { plain, valueText } from './insertion.ts';
import { statementTemplates } from './statements.data.ts';

/** Whole statements, or grants, for this kind of document, with the scenario's names in them. */
export function completeStatements(context: PlaceContext): readonly Completion[] {
  return statementsFor(context).map(({ insert, ...rest }) => ({
    ...rest,
    insert: valueText(context.position, insert),
  }));
}

/** Whole documents: each statement as the only one of its policy. */
export function completeDocument(context: PlaceContext): readonly Completion[] {
  const isGrants = context.document.kind === 'grants';
  const wrapped = (statement: string): string => {
    const inner = statement.replaceAll('\n', isGrants ? '\n  ' : '\n    ');
    if (isGrants) return `[\n  ${inner}\n]`;
    return `{\n  "Version": "2012-10-17",\n  "Statement": [\n    ${inner}\n  ]\n}`;
  };
  return statementsFor(context).map(({ insert, ...rest }) => ({ ...rest, insert: wrapped(insert) }));
}

function statementsFor(context: PlaceContext): readonly Completion[] {
  const names = scenarioNames(context);
  return statementTemplates
    .filter(({ kinds }) => kinds.includes(context.document.kind))
    .map(({ label, meaning, text }) => ({
      kind: 'statement',
      label,
      meaning,
      insert: text.replaceAll(/<([a-z]+)>/g, (whole, name: string) => plain(names.get(name) ?? whole)),
    }));
}

/** What the placeholders of a template become; AWS's examples where the scenario knows nothing. */
function scenarioNames(context: PlaceContext): ReadonlyMap<string, string> {
  const { world } = context;
  const { partition, account, region, arn } = keyFor(context);
  const organizations = [...world.accounts.values()].flatMap(({ organization }) => organization ?? []);
  const [principal = { value: rootArn(account, partition) }] = principalsIn(world, partition);
  return new Map([
    ['partition', partition],
    ['account', account],
    ['region', region],
    ['organization', organizations[0] ?? 'o-a1b2c3d4e5'],
    ['principal', principal.value],
    ['key', arn],
  ]);
}

/** The key of the document; an example of one, in an account of the scenario, where there is none. */
function keyFor({
  world,
  document,
}: PlaceContext): Pick<KeyInWorld, 'partition' | 'account' | 'region' | 'arn'> {
  const key = keyOfDocument(world, document.id);
  if (key !== undefined && key.account !== '' && key.region !== '') return key;
  const [account = { value: '111122223333' }] = accountsIn(world);
  const [region = 'us-east-1'] = regionsIn(world);
  const arn = `arn:aws:kms:${region}:${account.value}:key/1234abcd-12ab-34cd-56ef-1234567890ab`;
  return { partition: 'aws', account: account.value, region, arn };
}
