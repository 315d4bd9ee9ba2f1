import { isList, isObject } from '#engine/request/parameters.ts';
import type { Json } from '#engine/scenario/scenario.ts';

type Event = Readonly<Record<string, Json>>;

interface Change {
  readonly path: RegExp;
  /** Events before the change: by format version (`1.x`), or by date. */
  readonly before: { readonly version: number } | { readonly date: string };
}

/** What CloudTrail and KMS began, or ceased, to write; this engine writes what they do now. */
const changes: readonly Change[] = [
  { path: /^(?:managementEvent|eventCategory)$/, before: { version: 11 } },
  { path: /^resources\.\*\.type$/, before: { version: 11 } },
  { path: /^additionalEventData(?:\.keyMaterialId)?$/, before: { version: 11 } },
  { path: /^userIdentity\.sessionContext\.webIdFederationData$/, before: { version: 9 } },
  { path: /^userIdentity\.sessionContext\.sessionIssuer$/, before: { version: 8 } },
  { path: /^responseElements(?:\.keyId)?$/, before: { date: '2022-12' } },
  { path: /^requestParameters\.(?:multiRegion|tags)$/, before: { date: '2022-12' } },
  { path: /^responseElements\.(?:pendingWindowInDays|keyState)$/, before: { date: '2021-10' } },
  { path: /^requestParameters\.encryptionAlgorithm$/, before: { date: '2020' } },
];

/** About the connection and the console, of which a scenario says nothing. */
const unknowable = /^(?:tlsDetails|sessionCredentialFromConsole)/;

function isOfItsTime(path: string, event: Event): boolean {
  return changes.some(
    ({ path: changed, before }) =>
      changed.test(path) &&
      ('date' in before ? timeOf(event) < before.date : versionOf(event) < before.version),
  );
}

/** Unit tests of detection rules leave out what they do not look at, the version as well. */
function versionOf({ eventVersion }: Event): number {
  return typeof eventVersion === 'string' ? Number(eventVersion.slice(2)) : 0;
}

function timeOf({ eventTime }: Event): string {
  return typeof eventTime === 'string' ? eventTime : '';
}

/**
 * Where two events differ in structure: members that only one of them has, and values of other types. Values are not
 * compared. Members of the user's own making (encryption contexts) are compared by name as well.
 *
 * @param isPartial the published event was cut down: what only ours has says nothing
 */
export function deviations(theirs: Event, ours: Event, isPartial: boolean): readonly string[] {
  const left = shapeOf(theirs, '');
  const right = shapeOf(ours, '');
  const paths = new Set([...left.keys(), ...right.keys()]);
  return [...paths].flatMap((path) => {
    const [published, made] = [left.get(path), right.get(path)];
    if (published === made) return [];
    if (unknowable.test(path) || isOfItsTime(path, theirs)) return [];
    if (published === undefined && isPartial) return [];
    return [`${path}: ${published ?? 'absent'}, here ${made ?? 'absent'}`];
  });
}

function shapeOf(value: Json, path: string): ReadonlyMap<string, string> {
  const shape = new Map<string, string>();
  if (path !== '') shape.set(path, typeName(value));
  const members: readonly (readonly [string, Json])[] = isList(value)
    ? value.map((item) => ['*', item] as const)
    : isObject(value)
      ? Object.entries(value)
      : [];
  for (const [name, member] of members) {
    for (const [inner, type] of shapeOf(member, path === '' ? name : `${path}.${name}`))
      shape.set(inner, type);
  }
  return shape;
}

function typeName(value: Json): string {
  if (value === null) return 'null';
  return isList(value) ? 'list' : typeof value;
}
