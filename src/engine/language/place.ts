import type { DocumentKind } from './documentKind.ts';
import type { JsonPath, Position } from './position.ts';

/** A place of a document in the words of its grammar: what may stand there follows from it. */
export type Place =
  | { readonly kind: 'document' }
  | { readonly kind: 'documentElement' }
  | { readonly kind: 'statement' }
  | { readonly kind: 'statementElement' }
  | { readonly kind: 'elementValue'; readonly element: string }
  | { readonly kind: 'principal' }
  | { readonly kind: 'principalKind' }
  | { readonly kind: 'principalValue'; readonly principalKind: string }
  | { readonly kind: 'action' }
  | { readonly kind: 'resource' }
  | { readonly kind: 'operator' }
  | { readonly kind: 'conditionKey'; readonly operator: string }
  | { readonly kind: 'conditionValue'; readonly operator: string; readonly key: string }
  | { readonly kind: 'grant' }
  | { readonly kind: 'grantField' }
  | { readonly kind: 'grantValue'; readonly field: string }
  | { readonly kind: 'grantOperation' }
  | { readonly kind: 'constraint' }
  | { readonly kind: 'constraintValue'; readonly constraint: string }
  | { readonly kind: 'contextName'; readonly constraint: string }
  | { readonly kind: 'contextValue'; readonly name: string }
  | { readonly kind: 'unknown' };

const unknown: Place = { kind: 'unknown' };

/** Reads a position in a document of that kind; `unknown` where its grammar has nothing to say. */
export function placeOf(position: Position, kind: DocumentKind): Place {
  if (position.role === 'nothing') return unknown;
  const isName = position.role === 'name';
  return kind === 'grants' ? inGrants(position.path, isName) : inPolicy(position.path, isName);
}

function inPolicy(path: JsonPath, isName: boolean): Place {
  const [first, ...rest] = path;
  if (first === undefined) return { kind: isName ? 'documentElement' : 'document' };
  if (first !== 'Statement') return isName ? unknown : { kind: 'elementValue', element: String(first) };
  const within = typeof rest[0] === 'number' ? rest.slice(1) : rest;
  if (within.length > 0) return inStatement(within, isName);
  return { kind: isName ? 'statementElement' : 'statement' };
}

function inStatement([element, ...rest]: JsonPath, isName: boolean): Place {
  switch (element) {
    case 'Principal':
    case 'NotPrincipal':
      return inPrincipal(rest, isName);
    case 'Condition':
      return inCondition(rest, isName);
    case 'Action':
    case 'NotAction':
      return isName ? unknown : { kind: 'action' };
    case 'Resource':
    case 'NotResource':
      return isName ? unknown : { kind: 'resource' };
    default:
      return isName ? unknown : { kind: 'elementValue', element: String(element) };
  }
}

function inPrincipal([kind]: JsonPath, isName: boolean): Place {
  if (kind === undefined) return { kind: isName ? 'principalKind' : 'principal' };
  if (isName || typeof kind === 'number') return unknown;
  return { kind: 'principalValue', principalKind: kind };
}

function inCondition([operator, key, ...rest]: JsonPath, isName: boolean): Place {
  if (operator === undefined) return isName ? { kind: 'operator' } : unknown;
  if (key === undefined) return isName ? { kind: 'conditionKey', operator: String(operator) } : unknown;
  if (isName || rest.length > 1) return unknown;
  return { kind: 'conditionValue', operator: String(operator), key: String(key) };
}

/** A list of grants, the output of `list-grants`, or one grant. */
function inGrants(path: JsonPath, isName: boolean): Place {
  const list = path[0] === 'Grants' ? path.slice(1) : path;
  const isListed = typeof list[0] === 'number';
  const within = isListed ? list.slice(1) : list;
  const [field, ...rest] = within;
  if (field === undefined) {
    if (isName) return { kind: 'grantField' };
    return isListed || path.length > 0 ? { kind: 'grant' } : { kind: 'document' };
  }
  if (field === 'Constraints') return inConstraints(rest, isName);
  if (isName) return unknown;
  return field === 'Operations' ? { kind: 'grantOperation' } : { kind: 'grantValue', field: String(field) };
}

function inConstraints([constraint, name]: JsonPath, isName: boolean): Place {
  if (constraint === undefined) return isName ? { kind: 'constraint' } : unknown;
  const of = String(constraint);
  if (name !== undefined) return isName ? unknown : { kind: 'contextValue', name: String(name) };
  return isName ? { kind: 'contextName', constraint: of } : { kind: 'constraintValue', constraint: of };
}
