import { findConditionKey, isMultivalued } from '#engine/catalog/conditionKeys.ts';
import { findAction, kmsActionNames } from '#engine/catalog/actions.ts';
import type { World } from '#engine/world/world.ts';
import {
  ACTION,
  type Atom,
  type Attribute,
  CALLER,
  type CallerTest,
  type KeyAtom,
  type Literal,
  type Relation,
} from './atom.ts';
import { bitsWhere, type Bits, nameOf } from './bits.ts';
import { type Cell, isDerived } from './callers/cell.ts';
import { cellsOf } from './callers/cells.ts';
import { namedIn } from './callers/named.ts';
import { samplesFor } from './samples.ts';

/**
 * What requests are made of, as far as some worlds can tell them apart: the actions on the key, the callers, and the condition
 * keys that the documents look at. Conditions that are the same are one atom, in whatever document they stand.
 */
export class Universe {
  /** Permissions on a key that a caller can ask for. RetireGrant is left out: only grants decide it (KMS-070). */
  readonly actions: readonly string[] = actionsOnKeys;
  readonly cells: readonly Cell[];
  readonly attributes: Attribute[] = [{ kind: 'action' }, { kind: 'caller' }];
  readonly atoms: Atom[] = [];
  /** Clauses that were read already, by what they say: versions of a document repeat most of them. */
  readonly clauses = new Map<string, Literal | 'always' | 'never'>();
  readonly #atomsByName = new Map<string, number>();
  readonly #attributesByName = new Map<string, number>();

  /**
   * @param worlds the ones that are compared; a literal of one is a literal of all.
   * @param names principals that a question names besides.
   */
  constructor(worlds: readonly World[], names: readonly string[] = []) {
    const partition = worlds.flatMap(({ keys }) => keys)[0]?.partition ?? 'aws';
    this.cells = cellsOf(namedIn(worlds, names), partition);
  }

  /** The actions that satisfy a condition. */
  action(holds: (action: string) => boolean): Literal {
    const actions = bitsWhere(this.actions.length, (index) => holds(this.actions[index] ?? ''));
    const name = `action ${nameOf(actions)}`;
    return this.#atom(name, { kind: 'action', attribute: ACTION, name, actions });
  }

  /** The cells all of whose callers are meant. */
  callers(holds: (cell: Cell, index: number) => boolean): Literal {
    const cells = bitsWhere(this.cells.length, (index) => {
      const cell = this.cells[index];
      return cell !== undefined && holds(cell, index);
    });
    return this.callerTests(cells, cells, new Map());
  }

  callerTests(always: Bits, possible: Bits, open: ReadonlyMap<number, CallerTest>): Literal {
    const tests = [...open].map(
      ([cell, { lane, test, negated }]) =>
        `${cell}${negated ? '!' : '='}${lane.feeds.map((feed) => feed ?? '-').join('+')} ${test.name}`,
    );
    const name = `caller ${nameOf(always)} ${nameOf(possible)} ${tests.join('; ')}`;
    return this.#atom(name, { kind: 'caller', attribute: CALLER, name, always, possible, open });
  }

  key(attribute: number, single: KeyAtom['single'], list: KeyAtom['list']): Literal {
    const name = `key ${attribute} ${shapeName(single)} ${shapeName(list)}`;
    return this.#atom(name, { kind: 'key', attribute, name, single, list });
  }

  relation(name: string, relation: Relation): Literal {
    const full = `relation ${name}`;
    for (const part of relation.templates.flatMap(({ parts }) => parts)) {
      if (part.kind === 'variable') this.variableAttribute(part.name, relation);
    }
    const attribute = this.#attribute(full, () => ({ kind: 'relation', relation }));
    return this.#atom(full, { kind: 'relation', attribute, name: full });
  }

  /** The attribute of a condition key. `keptFromKeyPolicy`: as a key policy sees a key that AWS keeps from it. */
  keyAttribute(name: string, keptFromKeyPolicy = false): number {
    const key = name.toLowerCase();
    return this.#attribute(`${keptFromKeyPolicy ? 'kept ' : ''}${key}`, () => {
      const multivalued = isMultivalued(key);
      const info = findConditionKey(key);
      return {
        kind: 'key',
        key,
        name,
        keptFromKeyPolicy,
        single: multivalued !== true,
        list: multivalued !== false,
        text: { type: info?.type, samples: samplesFor(key, info) },
      };
    });
  }

  /** The attribute of a policy variable's key; undefined for keys that follow from the caller. */
  variableAttribute(
    name: string,
    { keptFromKeyPolicy }: Pick<Relation, 'keptFromKeyPolicy'>,
  ): number | undefined {
    const key = name.toLowerCase();
    if (isDerived(key)) return undefined;
    const isKept = findConditionKey(key)?.inKeyPolicy === false;
    return this.keyAttribute(name, keptFromKeyPolicy && isKept);
  }

  /** Whether a request carries a key, in whatever form. */
  present(attribute: number): Literal {
    return this.key(attribute, 'always', 'always');
  }

  #atom(name: string, atom: Atom): Literal {
    const known = this.#atomsByName.get(name);
    if (known !== undefined) return known * 2;
    const index = this.atoms.length;
    this.atoms.push(atom);
    this.#atomsByName.set(name, index);
    return index * 2;
  }

  #attribute(name: string, make: () => Attribute): number {
    const known = this.#attributesByName.get(name);
    if (known !== undefined) return known;
    const index = this.attributes.length;
    this.attributes.push(make());
    this.#attributesByName.set(name, index);
    return index;
  }
}

function shapeName(shape: KeyAtom['single'] | KeyAtom['list']): string {
  if (typeof shape === 'string') return shape;
  return `${'of' in shape ? `${shape.of} ` : ''}${shape.negated ? 'not ' : ''}[${shape.test.name}]`;
}

const actionsOnKeys: readonly string[] = [
  'kms:Decrypt',
  ...kmsActionNames.filter((name) => {
    const info = findAction(name);
    const onKey = info?.authorizedOn === 'key' || info?.authorizedOn === 'alias+key';
    return onKey && info.keyPolicy !== 'inert' && info.class !== 'internal' && name !== 'kms:Decrypt';
  }),
];
