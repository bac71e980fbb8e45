import { defineConfig } from 'vitest/config';
import { temporaryInMemory } from './test/support/memory.ts';

export default defineConfig({
  test: {
    include: ['test/**/*.test.ts'],
    env: temporaryInMemory(),
    setupFiles: ['test/support/seed.ts', 'test/support/setup.ts'],
    // No test waits for a clock: this ends what hangs, and nothing on a machine that is busy with other things.
    testTimeout: 600_000,
    hookTimeout: 600_000,
    // Vitest leaves one processor free; most of these tests wait for processes that they started.
    maxWorkers: '100%',
    // A worker keeps what it has loaded for the next file: nothing here is mocked, and each file cleans up after itself.
    isolate: false,
    coverage: { provider: 'v8', include: ['src/**/*.ts'], reporter: ['text-summary', 'json-summary'] },
  },
});
