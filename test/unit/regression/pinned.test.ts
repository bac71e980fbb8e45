import { expect, test } from 'vitest';
import { entryOf, globsOf, isPinned } from '../../../src/regression/index.ts';

test.each<[string, string | undefined, string]>([
  ['evals/*.jsonl', undefined, 'evals/*.jsonl'],
  ['main:evals/*.jsonl', 'main', 'evals/*.jsonl'],
  ['release/v2.3:evals/a.jsonl', 'release/v2.3', 'evals/a.jsonl'],
  ['qwen3-vl/v2.3.0:evals/a:b.jsonl', 'qwen3-vl/v2.3.0', 'evals/a:b.jsonl'],
  ['latest-release', 'latest-release', ''],
  ['qwen3-vl/latest-release', 'qwen3-vl/latest-release', ''],
  ['latest-release:evals/a.jsonl', 'latest-release', 'evals/a.jsonl'],
  ['./run-10:00.jsonl', undefined, './run-10:00.jsonl'],
  ['evals/[[:digit:]]*.jsonl', undefined, 'evals/[[:digit:]]*.jsonl'],
  ['*:evals.jsonl', undefined, '*:evals.jsonl'],
  ['main~3:evals/a.jsonl', undefined, 'main~3:evals/a.jsonl'],
  ['-upload-pack:evals', undefined, '-upload-pack:evals'],
  [':evals', undefined, ':evals'],
  ['main:', undefined, 'main:'],
])('%s', (entry, ref, path) => {
  expect(entryOf(entry)).toEqual(ref === undefined ? { path } : { ref, path });
  expect(isPinned([entry])).toBe(ref !== undefined);
});

test('what is recorded, and looked for in the ledger, are the globs without the ref', () => {
  expect(globsOf({ baseline: ['main:evals/*.jsonl'], candidate: ['out/*'] })).toEqual(['evals/*.jsonl']);
  expect(globsOf({ baseline: ['latest-release'], candidate: ['out/*'] })).toEqual(['out/*']);
  expect(globsOf({ baseline: [], candidate: ['out/*'] })).toEqual(['out/*']);
});
