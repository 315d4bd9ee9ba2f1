import type { World } from '../world/world.ts';
import type { DocumentKind } from './documentKind.ts';
import type { Place } from './place.ts';
import type { Position } from './position.ts';
import type { Surroundings } from './surroundings.ts';

/** A document at hand, within the scenario it belongs to. */
export interface OpenText {
  readonly id: string;
  readonly kind: DocumentKind;
  readonly text: string;
}

/** Everything that what is offered at a place may depend on. */
export interface PlaceContext {
  readonly document: OpenText;
  readonly world: World;
  readonly offset: number;
  readonly position: Position;
  readonly place: Place;
  readonly around: Surroundings;
}
