import { createEngine, recognize } from '#engine/index.ts';
import { serve } from './serve.ts';

const engine = createEngine();
serve({ study: (input) => engine.study(input), recognize, ping: () => 'pong' }, globalThis);
