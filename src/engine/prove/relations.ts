import { resolveTemplate } from '#engine/conditions/variables.ts';
import type { RequestContext } from '#engine/conditions/context.ts';
import { type Attribute, CALLER, type Literal, type Relation, type ResolvedText } from './atom.ts';
import { shapeLiteral } from './clause.ts';
import { derive, isDerived } from './callers/cell.ts';
import type { Node, Nodes } from './node.ts';
import type { Solver } from './solver.ts';
import { laneText } from './text/lanes.ts';
import { literalGlob } from './text/glob.ts';
import { textTest } from './text/textTest.ts';
import { keyAtomHolds, type KeyValue, keyValue } from './value.ts';
import type { Work } from './work.ts';

/**
 * What became of giving keys values that fit the relations a node assumes: `changed` says that relations nothing was assumed
 * about came out otherwise than the model has it.
 */
type Realised =
  | { readonly kind: 'realised' | 'changed'; readonly node: Node }
  | { readonly kind: 'impossible' }
  | { readonly kind: 'stuck' };

const MOST_ROUNDS = 24;

/**
 * Makes conditions with policy variables come true as the node assumes them: values for the variables first, then for the key
 * that is compared with them, by its ordinary solver. What cannot be done within a few rounds is `stuck`, never "none".
 */
export function realise(solver: Solver, nodes: Nodes, from: Node, work: Work): Realised {
  const relations = solver.universe.attributes.flatMap((attribute, index) =>
    attribute.kind === 'relation' ? [{ index, relation: attribute.relation }] : [],
  );
  if (relations.length === 0) return { kind: 'realised', node: from };
  const realiser = new Realiser(solver, nodes, work);
  let node = from;
  for (let round = 0; round < MOST_ROUNDS; round++) {
    const wrong = relations.find(({ index, relation }) => {
      const wanted = realiser.wanted(node, index);
      return wanted !== undefined && realiser.truth(node, relation) !== wanted;
    });
    if (wrong === undefined) return realiser.withTruths(node, relations);
    const next = realiser.repair(node, wrong.relation, realiser.wanted(node, wrong.index) === true, round);
    if (next === undefined) return { kind: 'stuck' };
    if (next === 'impossible') return { kind: 'impossible' };
    node = next;
  }
  return { kind: 'stuck' };
}

class Realiser {
  readonly #solver: Solver;
  readonly #nodes: Nodes;
  readonly #work: Work;

  constructor(solver: Solver, nodes: Nodes, work: Work) {
    this.#solver = solver;
    this.#nodes = nodes;
    this.#work = work;
  }

  /** What a node assumes of a relation; undefined where it assumes nothing. */
  wanted(node: Node, index: number): boolean | undefined {
    const [literal] = node.states.get(index)?.literals ?? [];
    return literal === undefined ? undefined : (literal & 1) === 0;
  }

  truth(node: Node, relation: Relation): boolean {
    const { single, list } = relation.shape(relation.testOf(this.#resolved(node, relation)));
    return keyAtomHolds({ single, list }, this.#subject(node, relation));
  }

  withTruths(
    node: Node,
    relations: readonly { readonly index: number; readonly relation: Relation }[],
  ): Realised {
    let result = node;
    let changed = false;
    for (const { index, relation } of relations) {
      const holds = this.truth(node, relation);
      const { value } = this.#nodes.stateOf(result, index);
      if (value.kind !== 'relation' || value.holds === holds) continue;
      changed = true;
      result = this.#nodes.withValue(result, index, { kind: 'relation', holds });
    }
    return { kind: changed ? 'changed' : 'realised', node: result };
  }

  #resolved(node: Node, relation: Relation): readonly ResolvedText[] {
    const context = this.#contextOf(node, relation.keptFromKeyPolicy);
    return relation.templates.flatMap((template) => {
      const resolution = resolveTemplate(template, context);
      return resolution.state === 'resolved' ? [resolution] : [];
    });
  }

  /** The node's model as the context that variables are looked up in. */
  #contextOf(node: Node, inKeyPolicy: boolean): RequestContext {
    const entries = new Map<string, NonNullable<ReturnType<RequestContext['entries']['get']>>>();
    const add = (key: string, value: KeyValue) => {
      if (value.form === 'absent') return;
      entries.set(key, {
        key,
        state: 'present',
        values: value.texts,
        multivalued: value.form === 'list',
        origin: { kind: 'given' },
      });
    };
    for (const [index, attribute] of this.#solver.universe.attributes.entries()) {
      if (attribute.kind !== 'key') continue;
      if (attribute.keptFromKeyPolicy && !inKeyPolicy) continue;
      add(attribute.key, this.#keyValue(node, index));
    }
    for (const key of DERIVED) add(key, this.#derived(node, key));
    return { entries, otherwise: 'absent' };
  }

  #keyValue(node: Node, index: number): KeyValue {
    const { value } = this.#nodes.stateOf(node, index);
    return value.kind === 'key' ? value : keyValue('absent', []);
  }

  #derived(node: Node, key: string): KeyValue {
    const { value } = this.#nodes.stateOf(node, CALLER);
    const cell = value.kind === 'caller' ? this.#solver.universe.cells[value.cell] : undefined;
    if (value.kind !== 'caller' || cell === undefined) return keyValue('absent', []);
    const derived = derive(cell, key);
    switch (derived.kind) {
      case 'absent':
        return keyValue('absent', []);
      case 'text':
        return keyValue('single', [derived.text]);
      case 'list':
        return keyValue('list', derived.texts);
      case 'lane':
        return keyValue(derived.list ? 'list' : 'single', [laneText(derived.lane, value.words)]);
      default:
        return derived satisfies never;
    }
  }

  #subject(node: Node, relation: Relation): KeyValue {
    if (relation.key === undefined) return keyValue('single', [relation.fixedText ?? '']);
    const key = relation.key.toLowerCase();
    if (isDerived(key)) return this.#derived(node, key);
    return this.#keyValue(node, this.#solver.universe.keyAttribute(relation.key, relation.keptFromKeyPolicy));
  }

  /** The node with one value changed so that the relation comes out as wanted. */
  repair(node: Node, relation: Relation, wanted: boolean, round: number): Node | 'impossible' | undefined {
    const steps = [
      () => (wanted ? this.#withVariables(node, relation) : undefined),
      () => this.#bySubject(node, relation, wanted),
      () => this.#byVariable(node, relation, wanted),
    ];
    // Taking turns gets out of a circle in which one repair undoes the other.
    const order = round % 4 === 3 ? [steps[0], steps[2], steps[1]] : steps;
    for (const step of order) {
      const next = step?.();
      if (next !== undefined) return next;
    }
    const impossible = wanted && (this.#hasNoValue(node, relation) || this.#cannotBeEqual(node, relation));
    return impossible ? 'impossible' : undefined;
  }

  /** Values for variables that have none. */
  #withVariables(node: Node, relation: Relation): Node | undefined {
    if (this.#resolved(node, relation).length > 0) return undefined;
    let result: Node | undefined = node;
    for (const template of relation.templates) {
      for (const part of template.parts) {
        const index = part.kind === 'variable' ? this.#variableAttribute(part.name, relation) : undefined;
        if (result === undefined || index === undefined || this.#keyValue(result, index).form !== 'absent')
          continue;
        result = this.#solvedWith(result, index, this.#solver.universe.present(index));
      }
    }
    return result === node ? undefined : result;
  }

  #variableAttribute(name: string, relation: Relation): number | undefined {
    if (isDerived(name.toLowerCase())) return undefined;
    return this.#solver.universe.keyAttribute(name, relation.keptFromKeyPolicy && isKept(name.toLowerCase()));
  }

  /** The compared key gets a value that fits what the variables say now. */
  #bySubject(node: Node, relation: Relation, wanted: boolean): Node | undefined {
    if (relation.key === undefined) return undefined;
    const shape = relation.shape(relation.testOf(this.#resolved(node, relation)));
    const literal = shapeLiteral(
      this.#solver.universe,
      relation.key,
      { absent: false, ...shape },
      relation.keptFromKeyPolicy,
    );
    if (typeof literal === 'string') return undefined;
    const attribute = this.#nodes.attributeOf(literal);
    return this.#solvedWith(node, attribute, wanted ? literal : literal ^ 1);
  }

  /** A lone variable gets the compared key's value, or another one than that. */
  #byVariable(node: Node, relation: Relation, wanted: boolean): Node | undefined {
    const key = loneVariable(relation);
    const [text] = this.#subject(node, relation).texts;
    if (key === undefined || text === undefined) return undefined;
    const test = textTest([literalGlob(text)]);
    const shape = { absent: false, single: { test, negated: false }, list: 'never' } as const;
    const literal = shapeLiteral(
      this.#solver.universe,
      key,
      shape,
      relation.keptFromKeyPolicy && isKept(key),
    );
    if (typeof literal === 'string') return undefined;
    return this.#solvedWith(node, this.#nodes.attributeOf(literal), wanted ? literal : literal ^ 1);
  }

  /** A proof that the compared key, or some variable of every value, is absent from all requests of the node. */
  #hasNoValue(node: Node, relation: Relation): boolean {
    if (relation.key !== undefined && this.#isAbsent(node, relation.key.toLowerCase(), relation)) return true;
    return relation.templates.every((template) =>
      template.parts.some(
        (part) =>
          part.kind === 'variable' && part.fallback === undefined && this.#isAbsent(node, part.key, relation),
      ),
    );
  }

  #isAbsent(node: Node, key: string, relation: Relation): boolean {
    const index = this.#variableAttribute(key, relation);
    if (index === undefined) return false;
    const literals = [...this.#nodes.stateOf(node, index).literals, this.#solver.universe.present(index)];
    const sorted = [...new Set(literals)].toSorted((left, right) => left - right);
    return this.#solver.solve(index, sorted, this.#work) === 'none';
  }

  /**
   * A proof that a key and the variable it must equal have no value in common: what is assumed of both holds of no one text.
   */
  #cannotBeEqual(node: Node, relation: Relation): boolean {
    const key = loneVariable(relation);
    if (
      key === undefined ||
      isDerived(key) ||
      relation.key === undefined ||
      isDerived(relation.key.toLowerCase())
    )
      return false;
    if (!isExact(relation)) return false;
    const { universe } = this.#solver;
    const left = universe.keyAttribute(relation.key, relation.keptFromKeyPolicy);
    const right = universe.keyAttribute(key, relation.keptFromKeyPolicy && isKept(key));
    const [one, other] = [universe.attributes[left], universe.attributes[right]];
    if (!isSingleKey(one) || !isSingleKey(other)) return false;
    const moved = this.#nodes.stateOf(node, right).literals.map((literal) => {
      const atom = universe.atoms[literal >>> 1];
      if (atom?.kind !== 'key') return literal;
      const own =
        atom.single === 'always' ? universe.present(left) : universe.key(left, atom.single, 'never');
      return own | (literal & 1);
    });
    const literals = new Set<Literal>([
      ...this.#nodes.stateOf(node, left).literals,
      ...moved,
      universe.present(left),
    ]);
    return (
      this.#solver.solve(
        left,
        [...literals].toSorted((a, b) => a - b),
        this.#work,
      ) === 'none'
    );
  }

  /** The node with a value for an attribute for which one more literal holds; nothing is assumed for good. */
  #solvedWith(node: Node, attribute: number, literal: Literal): Node | undefined {
    const state = this.#nodes.stateOf(node, attribute);
    const literals = [...new Set([...state.literals, literal])].toSorted((left, right) => left - right);
    const solved = this.#solver.solve(attribute, literals, this.#work);
    return typeof solved === 'string' ? undefined : this.#nodes.withValue(node, attribute, solved.value);
  }
}

const DERIVED = [
  'aws:principalarn',
  'aws:principalaccount',
  'kms:calleraccount',
  'aws:principaltype',
  'aws:username',
];

function isKept(key: string): boolean {
  return key === 'kms:resourcealiases' || key.startsWith('aws:resourcetag/');
}

function isSingleKey(attribute: Attribute | undefined): boolean {
  return attribute?.kind === 'key' && !attribute.list;
}

/** The variable that alone makes the relation's only value. */
function loneVariable({ templates }: Relation): string | undefined {
  const [template] = templates;
  if (templates.length !== 1 || template === undefined || template.parts.length !== 1) return undefined;
  const [part] = template.parts;
  return part?.kind === 'variable' && part.fallback === undefined ? part.key : undefined;
}

/** Whether the relation is equality, letter by letter. */
function isExact(relation: Relation): boolean {
  const test = relation.testOf([{ text: 'aB', segments: [{ kind: 'text', text: 'aB' }] }]);
  return test.kind === 'text' && test.globs.length === 0 && test.exact.has('aB');
}
