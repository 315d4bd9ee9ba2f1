import { createEngine, recognize } from '#engine/index.ts';
import { serve } from './serve.ts';

const engine = createEngine();
serve({ ...engine, recognize, ping: () => 'pong' }, globalThis);
