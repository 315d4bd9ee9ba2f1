import { keyOfDocument } from '../known.ts';
import type { PlaceContext } from '../languageContext.ts';
import { aboutAction } from './actions.ts';
import { aboutConditionKey, aboutConditionValue, aboutOperator } from './conditions.ts';
import {
  aboutConstraint,
  aboutElement,
  aboutElementValue,
  aboutGrantField,
  aboutPrincipalKind,
} from './elements.ts';
import type { About, HoverCard } from './hoverCard.ts';
import { aboutPrincipal } from './principals.ts';
import { aboutComparedText, aboutResource } from './texts.ts';

/** What the word at a place means here; undefined where there is no word, or nothing is known about it. */
export function hover(context: PlaceContext): HoverCard | undefined {
  const { word } = context.position;
  if (word === undefined || word.value === '') return undefined;
  const about =
    aboutName(context, word.value) ?? aboutValue(context, word.value) ?? aboutCompared(context, word.value);
  return about === undefined ? undefined : { from: word.from, to: word.to, ...about };
}

function aboutName(context: PlaceContext, word: string): About | undefined {
  const { place, document } = context;
  switch (place.kind) {
    case 'documentElement':
    case 'statementElement':
      return aboutElement(word, document.kind);
    case 'principalKind':
      return aboutPrincipalKind(word);
    case 'operator':
      return aboutOperator(word);
    case 'conditionKey':
      return aboutConditionKey(word, context);
    case 'grantField':
      return aboutGrantField(word);
    case 'constraint':
      return aboutConstraint(word);
    case 'contextName':
      return { title: word, lines: ['A name of the encryption context; upper and lower case count.'] };
    default:
      return undefined;
  }
}

function aboutValue(context: PlaceContext, word: string): About | undefined {
  const { place, document, world } = context;
  const key = document.kind === 'key' ? keyOfDocument(world, document.id) : undefined;
  switch (place.kind) {
    case 'elementValue':
      return aboutElementValue(place.element, word);
    case 'principal':
    case 'principalValue':
    case 'grantValue':
      return aboutPrincipal(word, world, key?.account);
    case 'action':
      return aboutAction(word, document.kind);
    case 'grantOperation':
      return aboutAction(word, 'grants');
    case 'resource':
      return aboutResource(word, world, key?.arn);
    default:
      return undefined;
  }
}

function aboutCompared({ place, world }: PlaceContext, word: string): About | undefined {
  if (place.kind !== 'conditionValue') return undefined;
  const { operator, key } = place;
  return aboutConditionValue(word, operator, key) ?? aboutComparedText(word, operator, key, world);
}
