import type { JsonMember, JsonNode } from '../source/json.ts';
import { quoted } from '../source/quote.ts';
import type { JsonObject } from '../source/read.ts';
import { readConditions } from './conditionBlock.ts';
import { readEffect } from './effect.ts';
import { RULES_OF, STATEMENT_ELEMENTS } from './elements.ts';
import { readAction, readResource } from './patterns.ts';
import type { InertReason, Sourced, Statement } from './policy.ts';
import { readPrincipal } from './principal.ts';
import { typeMismatch, unknownElements } from './reading.ts';
import type { Reading } from './reading.ts';
import { readSid, sidRegister } from './sid.ts';
import { checkTypeRules } from './typeRules.ts';

/**
 * The statements of a document, one object or a list (IAM-002). Indices count the entries of the list, also those that are
 * no objects and are left out.
 */
export function readStatements(reading: Reading, node: JsonNode): readonly Statement[] {
  const items = node.kind === 'array' ? node.items : [node];
  if (items.length === 0) {
    const message = 'The policy has no statement: the list `Statement` is empty.';
    reading.problems.add('MISSING_STATEMENT', 'error', node.span, message, 'Add a statement.');
  }
  const register = sidRegister(reading);
  const statements: Statement[] = [];
  for (const [index, item] of items.entries()) {
    if (item.kind === 'object') statements.push(readStatement(reading, item, index, register));
    else
      typeMismatch(
        reading.problems,
        item,
        node === item ? '`Statement`' : 'A statement',
        node === item ? 'an object or a list of objects' : 'an object',
      );
  }
  return statements;
}

type SidRegister = ReturnType<typeof sidRegister>;

function readStatement(reading: Reading, node: JsonObject, index: number, register: SidRegister): Statement {
  const unknown = unknownElements(reading, node, STATEMENT_ELEMENTS, 'a statement');
  const sid = readSid(reading, node);
  const effect = readEffect(reading, node);
  const principal = readPrincipal(reading, node);
  const action = readAction(reading, node);
  const resource = readResource(reading, node);
  const conditions = readConditions(reading, node);
  const reasons = [effect, principal, action, resource, conditions].map(({ inert }) => inert);
  const statement: Statement = {
    index,
    sid: sid?.value,
    ref: refOf(reading, sid, index, register),
    effect: effect.element?.effect,
    effectSpan: effect.element?.span,
    principal: principal.element,
    action: action.element,
    resource: resource.element,
    conditions: conditions.element ?? [],
    span: node.span,
    inert: [...reasons, refusedFor(unknown)].find((reason) => reason !== undefined),
  };
  const forbidden = checkTypeRules(reading, statement, RULES_OF[reading.type]);
  return statement.inert === undefined ? { ...statement, inert: forbidden } : statement;
}

/** `key#Sid`; `key[2]` without a Sid and where an earlier statement already has it, so that a name means one statement. */
function refOf(reading: Reading, sid: Sourced | undefined, index: number, register: SidRegister): string {
  const named = sid !== undefined && sid.value !== '' && register(sid) === 'first';
  return named ? `${reading.name}#${sid.value}` : `${reading.name}[${String(index)}]`;
}

/** A misspelled `Condition` must not turn a statement into an unconditional one: AWS would refuse the policy. */
function refusedFor(unknown: JsonMember | undefined): InertReason | undefined {
  if (unknown === undefined) return undefined;
  const because = `${quoted(unknown.key)} is no element of a statement`;
  return { rule: 'IAM-006', because, span: unknown.keySpan };
}
