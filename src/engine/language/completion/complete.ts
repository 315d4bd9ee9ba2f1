import type { PlaceContext } from '../languageContext.ts';
import type { Position } from '../position.ts';
import { completeActions } from './actions.ts';
import type { Completion, CompletionEdit, CompletionList } from './completion.ts';
import { completeConditionKeys } from './conditionKeys.ts';
import { completeConditionValues } from './conditionValues.ts';
import { completeDocumentElements, completePrincipalKinds, completeStatementElements } from './elements.ts';
import {
  completeConstraints,
  completeConstraintValue,
  completeContextNames,
  completeContextValues,
  completeGrantFields,
  completeGrantOperations,
  completeGrantValue,
} from './grants.ts';
import { completeOperators } from './operators.ts';
import { completePrincipal, completePrincipalValues } from './principals.ts';
import { completeDocument, completeStatements } from './statements.ts';
import { completeElementValue, completeResources } from './values.ts';

/** What can be entered at a place, best first, but for what stands there; undefined where there is nothing to offer. */
export function complete(context: PlaceContext): CompletionList | undefined {
  const { position } = context;
  const items = itemsAt(context).filter(({ label }) => label !== position.word?.value);
  if (items.length === 0) return undefined;
  return { ...replaced(context), items, edits: missingCommas(position) };
}

function itemsAt(context: PlaceContext): readonly Completion[] {
  return context.document.kind === 'grants' ? inGrants(context) : inPolicy(context);
}

function inPolicy(context: PlaceContext): readonly Completion[] {
  const { place, document } = context;
  if (document.kind === 'grants') return [];
  switch (place.kind) {
    case 'document':
      return completeDocument(context);
    case 'documentElement':
      return completeDocumentElements(context, document.kind);
    case 'statement':
      return completeStatements(context);
    case 'statementElement':
      return completeStatementElements(context, document.kind);
    case 'principal':
      return completePrincipal(context);
    case 'principalKind':
      return completePrincipalKinds(context);
    case 'principalValue':
      return completePrincipalValues(context, place.principalKind);
    default:
      return inElement(context);
  }
}

function inElement(context: PlaceContext): readonly Completion[] {
  const { place } = context;
  switch (place.kind) {
    case 'elementValue':
      return completeElementValue(context, place.element);
    case 'action':
      return completeActions(context);
    case 'resource':
      return completeResources(context);
    case 'operator':
      return completeOperators(context);
    case 'conditionKey':
      return completeConditionKeys(context, place.operator);
    case 'conditionValue':
      return completeConditionValues(context, place.operator, place.key);
    default:
      return [];
  }
}

function inGrants(context: PlaceContext): readonly Completion[] {
  const { place } = context;
  switch (place.kind) {
    case 'document':
      return completeDocument(context);
    case 'grant':
      return completeStatements(context);
    case 'grantField':
      return completeGrantFields(context);
    case 'grantValue':
      return completeGrantValue(context, place.field);
    case 'grantOperation':
      return completeGrantOperations(context);
    case 'constraint':
      return completeConstraints(context);
    case 'constraintValue':
      return completeConstraintValue(context, place.constraint);
    case 'contextName':
      return completeContextNames(context);
    case 'contextValue':
      return completeContextValues(context, place.name);
    default:
      return [];
  }
}

/** The whole word with its quotes, as far as they are there. */
function replaced({ position: { word }, offset }: PlaceContext): Pick<CompletionList, 'from' | 'to'> {
  if (word === undefined) return { from: offset, to: offset };
  const { from, to, quoted, unclosed } = word;
  return { from: quoted ? from - 1 : from, to: quoted && !unclosed ? to + 1 : to };
}

function missingCommas({ commaMissingAt }: Position): readonly CompletionEdit[] {
  return commaMissingAt === undefined ? [] : [{ at: commaMissingAt, insert: ',' }];
}
