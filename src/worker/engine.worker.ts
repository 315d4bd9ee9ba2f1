import { createEngine, recognize } from '#engine/index.ts';
import { lazyProver } from './lazyProver.ts';
import { serve } from './serve.ts';

const engine = createEngine();
serve({ ...engine, prove: lazyProver(), recognize, ping: () => 'pong' }, globalThis);
