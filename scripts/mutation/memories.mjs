/**
 * What modules remember from one call to the next (machines already built, meanings by entry) must not pass from one mutant to
 * the next. `noting` loads modules and notes every map that they make meanwhile; the function it gives back returns all of
 * these maps to what they held when loading was done.
 */
export async function noting(load) {
  const plain = { Map: globalThis.Map, WeakMap: globalThis.WeakMap };
  const maps = [];
  const weakMaps = [];
  globalThis.Map = class Map extends plain.Map {
    constructor(entries) {
      super(entries);
      maps.push(this);
    }
  };
  globalThis.WeakMap = class WeakMap extends LayeredWeakMap {
    constructor(entries) {
      super(entries);
      weakMaps.push(this);
    }
  };
  try {
    await load();
  } finally {
    Object.assign(globalThis, plain);
  }
  const loaded = maps.map((map) => ({ map, entries: [...map] }));
  const forget = () => {
    for (const weakMap of weakMaps) weakMap.startLayer();
    for (const { map, entries } of loaded) {
      if (map.size === entries.length) continue;
      map.clear();
      for (const [key, value] of entries) map.set(key, value);
    }
  };
  forget();
  return forget;
}

/** A weak map cannot be emptied, so what came after loading is in a map of its own. */
class LayeredWeakMap extends WeakMap {
  #layer;

  startLayer() {
    this.#layer = new WeakMap();
  }

  get(key) {
    return this.#layer?.get(key) ?? super.get(key);
  }

  has(key) {
    return this.#layer?.has(key) || super.has(key);
  }

  set(key, value) {
    if (this.#layer === undefined) super.set(key, value);
    else this.#layer.set(key, value);
    return this;
  }
}
