import { defineConfig } from 'vitest/config';
export default defineConfig({
  test: {
    environment: 'node',
    include: ['src/engine/request/*.test.ts', 'src/engine/grants/*.test.ts'],
    testTimeout: 60000,
  },
});
