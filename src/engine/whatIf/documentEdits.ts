import { documentsOf, documentsOfRequest } from '../scenario/mapDocuments.ts';
import type { JsonMember, JsonNode } from '../source/json.ts';
import { parseJson } from '../source/parseJson.ts';
import { plainValue, type PlainValue } from '../source/plainValue.ts';
import { asArray, asObject, type JsonArray, type JsonObject, memberValue } from '../source/read.ts';
import type { SourceSpan, TextId } from '../source/span.ts';
import type { PolicyPlan, StatementPlan } from '../authorize/plan.ts';
import type { World } from '../world/world.ts';
import { addStatement } from './addStatement.ts';
import { type Edit, replacing, type Situation } from './edit.ts';
import {
  addValue,
  appendItem,
  appendMember,
  removeItem,
  removeItems,
  removeMember,
  type Splice,
} from './splices.ts';

interface Opened {
  readonly text: string;
  readonly root: JsonNode;
}

/** What a change comes to; nothing where there is nothing to change. */
type Made = Splice | readonly Splice[] | undefined;

/**
 * Makes edits of the documents of a situation. Documents that cannot be read as they are (and answer with an earlier text) are
 * never edited: their offsets would mean nothing.
 */
export class DocumentEdits {
  readonly #texts: ReadonlyMap<TextId, string>;
  readonly #opened = new Map<TextId, Opened | undefined>();

  constructor({ scenario, request }: Situation, world: World) {
    const stale = new Set(world.documents.filter(({ usedFallback }) => usedFallback).map(({ id }) => id));
    const documents = [...documentsOf(scenario), ...documentsOfRequest(request)];
    this.#texts = new Map(documents.filter(({ id }) => !stale.has(id)).map(({ id, text }) => [id, text]));
  }

  /** Adds a statement at the end of a policy. */
  addStatement({ policy }: PolicyPlan, statement: PlainValue): readonly Edit[] {
    return this.#change(policy.text, ({ text, root }) => addStatement(text, root, statement));
  }

  /** Takes a statement out of its policy; a policy keeps at least one. */
  removeStatement({ policy, statement }: StatementPlan): readonly Edit[] {
    return this.#change(policy.text, ({ root }) => {
      const list = asArray(memberValue(root, 'Statement'));
      return list === undefined || list.items.length < 2 ? undefined : removeItem(list, statement.index);
    });
  }

  /** Adds a value to `Action` or `Resource` of a statement. */
  addToElement(plan: StatementPlan, element: 'Action' | 'Resource', value: string): readonly Edit[] {
    return this.#changeStatement(plan, (text, statement) => {
      const node = memberValue(statement, element);
      return node && addValue(text, node, value);
    });
  }

  /** Adds a principal to `Principal`, or to `NotPrincipal`, of a statement. */
  addPrincipal(plan: StatementPlan, kind: 'AWS' | 'Service', value: string): readonly Edit[] {
    const element = plan.principal?.element.negated === true ? 'NotPrincipal' : 'Principal';
    return this.#changeStatement(plan, (text, statement) => {
      const principals = asObject(memberValue(statement, element));
      if (principals === undefined) return undefined;
      const known = memberValue(principals, kind);
      return known === undefined ? appendMember(text, principals, kind, value) : addValue(text, known, value);
    });
  }

  /** Adds a value to the condition that stands at a place. */
  addConditionValue(plan: StatementPlan, clause: SourceSpan, value: string): readonly Edit[] {
    return this.#changeStatement(plan, (text, statement) => {
      const operators = asObject(memberValue(statement, 'Condition'))?.members ?? [];
      const keys = operators.flatMap((operator) => asObject(operator.value)?.members ?? []);
      const found = keys.find(({ keySpan }) => keySpan.from === clause.from);
      return found && addValue(text, found.value, value);
    });
  }

  /** Adds a condition to a statement that has none on this key with this operator. */
  addCondition(plan: StatementPlan, operator: string, key: string, value: string): readonly Edit[] {
    return this.#changeStatement(plan, (text, statement) => {
      const block = asObject(memberValue(statement, 'Condition'));
      if (block === undefined)
        return appendMember(text, statement, 'Condition', { [operator]: { [key]: value } });
      const clauses = asObject(memberValue(block, operator));
      if (clauses === undefined) return appendMember(text, block, operator, { [key]: value });
      const known = clauses.members.some((one) => one.key.toLowerCase() === key.toLowerCase());
      return known ? undefined : appendMember(text, clauses, key, value);
    });
  }

  /** Adds several conditions at once; nothing where the statement already has one of them with this operator. */
  addConditions(
    plan: StatementPlan,
    conditions: readonly (readonly [operator: string, key: string, value: string])[],
  ): readonly Edit[] {
    const block = this.#condition(plan);
    if (block !== undefined) {
      const made = conditions.map(([operator, key, value]) => this.addCondition(plan, operator, key, value));
      return made.some((edits) => edits.length === 0) ? [] : made.flat();
    }
    const value = Object.fromEntries(conditions.map(([operator, key, text]) => [operator, { [key]: text }]));
    return this.#changeStatement(plan, (text, statement) =>
      appendMember(text, statement, 'Condition', value),
    );
  }

  /** Takes texts out of a list of a statement, in which others stay. */
  removeFromList(plan: StatementPlan, places: readonly { readonly span: SourceSpan }[]): readonly Edit[] {
    const [first] = places;
    return this.#changeStatement(plan, (_, statement) => {
      const list = first && listAround(statement, first.span);
      const gone = new Set(places.map(({ span }) => span.from));
      return list === undefined ? [] : removeItems(list, (item) => gone.has(item.span.from));
    });
  }

  /** Takes the condition that stands at a place out of its statement, with what it leaves empty. */
  removeCondition(plan: StatementPlan, clause: SourceSpan): readonly Edit[] {
    return this.#changeStatement(plan, (_, statement) => {
      const block = asObject(memberValue(statement, 'Condition'));
      const operator = asObject(block?.members.find((one) => holds(one, clause))?.value);
      if (block === undefined || operator === undefined) return undefined;
      // As far out as there is nothing else, the whole goes.
      if (operator.members.length > 1)
        return removeMember(
          operator,
          operator.members.findIndex((one) => holds(one, clause)),
        );
      if (block.members.length > 1)
        return removeMember(
          block,
          block.members.findIndex((one) => holds(one, clause)),
        );
      return removeMember(
        statement,
        statement.members.findIndex(({ key }) => key === 'Condition'),
      );
    });
  }

  /** Gives the condition that stands at a place another operator. */
  changeOperator(plan: StatementPlan, clause: SourceSpan, operator: string): readonly Edit[] {
    const block = this.#condition(plan);
    const own = block?.members.find((member) => holds(member, clause));
    const sole = asObject(own?.value)?.members.length === 1;
    if (block === undefined || own === undefined) return [];
    const known = block.members.find(({ key }) => key === operator);
    if (sole && known === undefined) return [replacing(own.keySpan, JSON.stringify(operator))];
    const moved = asObject(own.value)?.members.find(({ keySpan }) => keySpan.from === clause.from);
    if (moved === undefined) return [];
    const removed = this.removeCondition(plan, clause);
    const added = this.#changeStatement(plan, (text) => {
      const target = asObject(known?.value);
      if (target === undefined)
        return appendMember(text, block, operator, { [moved.key]: plainValue(moved.value) });
      const taken = target.members.some(({ key }) => key.toLowerCase() === moved.key.toLowerCase());
      return taken ? undefined : appendMember(text, target, moved.key, plainValue(moved.value));
    });
    return removed.length === 0 || added.length === 0 ? [] : [...removed, ...added];
  }

  /** Adds a grant to a list of grants, or to the output of `list-grants`. */
  addGrant(id: TextId, grant: PlainValue): readonly Edit[] {
    return this.#change(id, ({ text, root }) => {
      const list = asArray(root) ?? asArray(memberValue(root, 'Grants'));
      return list && appendItem(text, list, grant);
    });
  }

  #condition({ policy, statement }: StatementPlan): JsonObject | undefined {
    const root = this.#open(policy.text)?.root;
    return asObject(memberValue(statementNode(root, statement.index), 'Condition'));
  }

  #changeStatement(
    { policy, statement }: StatementPlan,
    make: (text: string, statement: JsonObject) => Made,
  ): readonly Edit[] {
    return this.#change(policy.text, ({ text, root }) => {
      const object = statementNode(root, statement.index);
      return object && make(text, object);
    });
  }

  #change(id: TextId, make: (opened: Opened) => Made): readonly Edit[] {
    const opened = this.#open(id);
    const made = (opened && make(opened)) ?? [];
    const splices = 'offset' in made ? [made] : made;
    return splices.map((splice) => ({ kind: 'text', document: id, ...splice }));
  }

  #open(id: TextId): Opened | undefined {
    if (this.#opened.has(id)) return this.#opened.get(id);
    const text = this.#texts.get(id);
    const parsed = text === undefined ? undefined : parseJson(text, id);
    const opened =
      text !== undefined && parsed?.wellFormed === true && parsed.root
        ? { text, root: parsed.root }
        : undefined;
    this.#opened.set(id, opened);
    return opened;
  }
}

function statementNode(root: JsonNode | undefined, index: number): JsonObject | undefined {
  const statements = memberValue(root, 'Statement');
  return asObject(asArray(statements)?.items[index] ?? (index === 0 ? statements : undefined));
}

/** The innermost list with an item that begins at a place. */
function listAround(node: JsonNode, place: SourceSpan): JsonArray | undefined {
  if (node.kind === 'array' && node.items.some(({ span }) => span.from === place.from)) return node;
  const inside =
    node.kind === 'array' ? node.items : (asObject(node)?.members.map(({ value }) => value) ?? []);
  const next = inside.find(({ span }) => span.from <= place.from && place.from < span.to);
  return next && listAround(next, place);
}

function holds({ keySpan, value }: JsonMember, place: SourceSpan): boolean {
  return keySpan.from <= place.from && place.from < value.span.to;
}
