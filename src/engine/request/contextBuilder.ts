import { isMultivalued } from '../catalog/conditionKeys.ts';
import type { ContextEntry, ContextOrigin, RequestContext } from '../conditions/context.ts';
import { keyName } from '../conditions/keyName.ts';

/** Collects the condition keys of one request. Later values replace earlier ones, without regard to the case of the key. */
export class ContextBuilder {
  readonly #entries = new Map<string, ContextEntry>();

  /** A single value; `undefined` leaves the key as it is. */
  set(key: string, value: string | boolean | number | undefined, origin: ContextOrigin): this {
    if (value !== undefined) this.#put(key, [String(value)], false, origin);
    return this;
  }

  /** A multivalued key; an empty list leaves the key absent, as AWS does for lists without values (KMS-106). */
  setAll(key: string, values: readonly string[], origin: ContextOrigin): this {
    if (values.length > 0) this.#put(key, values, true, origin);
    return this;
  }

  /** A value given by the author: replaces whatever was derived; null means absent (scenario format). */
  give(key: string, values: readonly string[] | null, wasList: boolean): this {
    const multivalued = isMultivalued(key) ?? wasList;
    const state = values === null ? 'absent' : 'present';
    this.#entries.set(keyName(key), {
      key,
      state,
      values: values ?? [],
      multivalued,
      origin: { kind: 'given' },
    });
    return this;
  }

  /** Leaves a key open, unless it has an entry already. */
  leaveOpen(key: string): this {
    const known = this.#entries.get(keyName(key));
    if (known !== undefined) return this;
    const entry: ContextEntry = {
      key,
      state: 'unknown',
      values: [],
      multivalued: isMultivalued(key) ?? false,
      origin: { kind: 'given' },
    };
    this.#entries.set(keyName(key), entry);
    return this;
  }

  /** Takes away a key that the request cannot have, whoever gave it; one that is not there stays as it is. */
  drop(key: string, origin: ContextOrigin): this {
    const known = this.#entries.get(keyName(key));
    if (known !== undefined)
      this.#entries.set(keyName(key), { ...known, state: 'absent', values: [], origin });
    return this;
  }

  /** The keys so far, as they are spelled. */
  keys(): readonly string[] {
    return [...this.#entries.values()].map(({ key }) => key);
  }

  has(key: string): boolean {
    return this.#entries.has(keyName(key));
  }

  build(): RequestContext {
    return { entries: this.#entries, otherwise: 'absent' };
  }

  #put(key: string, values: readonly string[], multivalued: boolean, origin: ContextOrigin): void {
    const name = keyName(key);
    const known = this.#entries.get(name);
    // Two keys of one source that differ only by case are both there, and AWS does not say which one counts (IAM-073).
    const clash = known !== undefined && known.key !== key && known.origin.kind === origin.kind;
    const entry: ContextEntry = { key, state: 'present', values, multivalued, origin };
    this.#entries.set(name, clash ? { ...known, ambiguous: true } : entry);
  }
}
