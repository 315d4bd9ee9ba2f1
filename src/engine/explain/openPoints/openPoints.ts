import { plain } from '../phrase.ts';
import { conditionPoints } from './conditionPoints.ts';
import { grantPoints } from './grantPoints.ts';
import { keyPoints } from './keyPoints.ts';
import { limitPoints } from './limitPoints.ts';
import type { OpenPoint, PointFacts, PointFinder } from './openPoint.ts';
import { patternPoints } from './patternPoints.ts';
import { principalPoints } from './principalPoints.ts';

const finders: readonly PointFinder[] = [
  conditionPoints,
  principalPoints,
  patternPoints,
  keyPoints,
  limitPoints,
  grantPoints,
];

/** Every open point that the checks of a request met, whatever layer it is in. */
export function pointsMet(facts: PointFacts): readonly OpenPoint[] {
  // A request that is barred whatever the policies say rests on none of them.
  if (facts.traced.outcome.bar !== undefined) return [];
  return finders.flatMap((find) => find(facts));
}

/** Each point once, in order. */
export function withoutRepeats(points: readonly OpenPoint[]): readonly OpenPoint[] {
  return [...new Map(points.map((point) => [`${point.rule} ${plain(point.text)}`, point])).values()];
}
