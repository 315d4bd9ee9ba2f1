import type { RequestContext } from '#engine/conditions/context.ts';
import { resolveTemplate } from '#engine/conditions/variables.ts';
import { CALLER, type Relation, type ResolvedText } from './atom.ts';
import { derive, isDerived } from './callers/cell.ts';
import type { Node, Nodes } from './node.ts';
import { laneText } from './text/lanes.ts';
import type { Universe } from './universe.ts';
import { keyAtomHolds, type KeyValue, keyValue } from './value.ts';

/** Reads relations off the model of a node: what variables stand for, what they are compared with, and what comes of it. */
export class RelationReader {
  readonly #universe: Universe;
  readonly #nodes: Nodes;

  constructor(universe: Universe, nodes: Nodes) {
    this.#universe = universe;
    this.#nodes = nodes;
  }

  truth(node: Node, relation: Relation): boolean {
    const { single, list } = relation.shape(relation.testOf(this.resolved(node, relation)));
    return keyAtomHolds({ single, list }, this.subject(node, relation));
  }

  resolved(node: Node, relation: Relation): readonly ResolvedText[] {
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
    for (const [index, attribute] of this.#universe.attributes.entries()) {
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
    const cell = value.kind === 'caller' ? this.#universe.cells[value.cell] : undefined;
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

  subject(node: Node, relation: Relation): KeyValue {
    if (relation.key === undefined) return keyValue('single', [relation.fixedText ?? '']);
    const key = relation.key.toLowerCase();
    if (isDerived(key)) return this.#derived(node, key);
    return this.#keyValue(node, this.#universe.keyAttribute(relation.key, relation.keptFromKeyPolicy));
  }
}

const DERIVED = [
  'aws:principalarn',
  'aws:principalaccount',
  'kms:calleraccount',
  'aws:principaltype',
  'aws:username',
];
