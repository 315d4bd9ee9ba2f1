import type { Phrase } from '#engine/explain/phrase.ts';
import { code, list } from '#engine/explain/words.ts';
import { areDisjoint, type Bits, bitsWhere, has, isWithin, without } from '../bits.ts';
import type { Cell } from '../callers/cell.ts';
import type { Universe } from '../universe.ts';
import type { ActionPattern } from './ownWords.ts';

const MOST_NAMES = 4;

/** A set of actions: those it has, as documents write them, or all but those it lacks, whichever are fewer. */
export function actionWords({ actions }: Universe, among: Bits, patterns: readonly ActionPattern[]): Phrase {
  const inside = namesOf(actions, among, patterns);
  const all = bitsWhere(actions.length, () => true);
  const outside = namesOf(actions, without(all, among), patterns);
  if (outside.length === 0) return ['every action'];
  if (outside.length >= inside.length || outside.length > MOST_NAMES) {
    return list(inside.map(code), MOST_NAMES);
  }
  return ['every action but ', ...list(outside.map(code), MOST_NAMES)];
}

function namesOf(
  actions: readonly string[],
  among: Bits,
  patterns: readonly ActionPattern[],
): readonly string[] {
  const names: string[] = [];
  let left = among;
  for (const pattern of patterns) {
    if (!isWithin(pattern.actions, among) || areDisjoint(pattern.actions, left)) continue;
    names.push(pattern.text);
    left = without(left, pattern.actions);
  }
  return [...actions.filter((_, index) => has(left, index)), ...names];
}

/** A set of callers: everybody but a few, or who is named and the others by kind and account. */
export function callerWords({ cells }: Universe, among: Bits): Phrase {
  const isIn = new Set(cells.filter((_, index) => has(among, index)));
  if (isIn.size === cells.length) return ['anyone'];
  const everyone = allBut(cells, isIn);
  if (everyone !== undefined) return ['anyone but ', ...everyone];
  const people = cells.filter(({ kind }) => kind !== 'service');
  const parties = [...new Set(people.map(({ account }) => account))].flatMap((account) =>
    partyOf(
      people.filter((cell) => cell.account === account),
      isIn,
      account,
    ),
  );
  const services = cells.filter(({ kind }) => kind === 'service');
  return joined([...parties, ...serviceParties(services, isIn)], 'or');
}

/** Those whom a set lacks, where they are told in a few words. */
function allBut(cells: readonly Cell[], isIn: ReadonlySet<Cell>): Phrase | undefined {
  const missing = cells.filter((cell) => !isIn.has(cell));
  const federated = missing.filter(({ kind, name }) => kind === 'federatedUser' && name === undefined);
  const services = missing.filter(({ kind }) => kind === 'service');
  const allServices = services.length > 0 && ![...isIn].some(({ kind }) => kind === 'service');
  const rest = missing.filter(
    (cell) => !federated.includes(cell) && !(allServices && services.includes(cell)),
  );
  if (rest.length > MOST_NAMES || rest.some(({ name }) => name === undefined) || isIn.size < rest.length)
    return undefined;
  const accounts = federated.map(({ account }): Phrase => placeOf(account));
  return joined(
    [
      ...rest.map(named),
      ...(federated.length === 0 ? [] : [['federated users of ', ...joined(accounts, 'or')]]),
      ...(allServices ? [['AWS services']] : []),
    ],
    'and',
  );
}

function placeOf(account: string | undefined): Phrase {
  return account === undefined ? ['an account that is not named'] : ['account ', code(account)];
}

function partyOf(
  own: readonly Cell[],
  isIn: ReadonlySet<Cell>,
  account: string | undefined,
): readonly Phrase[] {
  const members = own.filter((cell) => isIn.has(cell));
  if (members.length === 0) return [];
  const missing = own.filter((cell) => !isIn.has(cell));
  if (missing.length === 0) return [['anyone in ', ...placeOf(account)]];
  const federated = missing.some(({ kind, name }) => kind === 'federatedUser' && name === undefined);
  const rest = missing.filter(({ kind, name }) => kind !== 'federatedUser' || name !== undefined);
  const few = rest.length <= MOST_NAMES && rest.every(({ name }) => name !== undefined);
  if (few && members.length > rest.length) {
    const but = [...rest.map(named), ...(federated ? [['federated users']] : [])];
    return [['anyone in ', ...placeOf(account), ' but ', ...joined(but, 'and')]];
  }
  return [...members.map(named), ...othersOf(members, placeOf(account))];
}

function named(cell: Cell): Phrase {
  return cell.name === undefined ? [] : [nameOf(cell)];
}

function nameOf({ session, name = '' }: Cell): Phrase[number] {
  return code(session ?? name);
}

const KINDS = {
  role: 'role',
  user: 'user',
  federatedUser: 'federated user',
  root: 'root user',
  service: 'service',
} as const;

function othersOf(members: readonly Cell[], place: Phrase): readonly Phrase[] {
  const kinds = members.flatMap(({ name, kind }) => (name === undefined ? [KINDS[kind]] : []));
  return kinds.length === 0
    ? []
    : [['any other ', ...list([...new Set(kinds)], MOST_NAMES, 'or'), ' of ', ...place]];
}

function serviceParties(services: readonly Cell[], isIn: ReadonlySet<Cell>): readonly Phrase[] {
  const members = services.filter((cell) => isIn.has(cell));
  if (members.length === services.length) return [['an AWS service']];
  const others = members.some(({ name }) => name === undefined);
  return [...members.map(named), ...(others ? [['any other AWS service']] : [])];
}

/** Phrases as a list: `a`, `b` or `c`; empty ones are left out. */
export function joined(phrases: readonly Phrase[], last: string): Phrase {
  const parts = phrases.filter((phrase) => phrase.length > 0);
  return parts.flatMap((phrase, at): Phrase => {
    if (at === 0) return phrase;
    return [at === parts.length - 1 ? ` ${last} ` : ', ', ...phrase];
  });
}
