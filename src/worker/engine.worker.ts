import { createEngine, recognize } from '#engine/index.ts';
import { lazyProver } from './lazyProver.ts';
import { readSource } from './lazyImporter.ts';
import { serve } from './serve.ts';

const engine = createEngine();
serve({ ...engine, prove: lazyProver(), recognize, readImport: readSource, ping: () => 'pong' }, globalThis);
