import { expect, it } from 'vitest';
import { withBeside } from '../../../src/check/explained-inputs.ts';
import { inputRules } from '../../../src/inputs/rules.ts';
import { makeReport } from '../../../src/report/make.ts';
import type { Report } from '../../../src/report/model.ts';

const inputs = makeReport({
  gate: 'detect-input-drift',
  findings: [inputRules.changed.finding({ message: 'pixel_values changed.', help: 'Undo it.' })],
  title: 'changed',
  facts: {},
});
const moved = (name: string) => ({ name, before: ['4.57.1'], after: ['5.0.0'], file: 'uv.lock', line: 7 });
const unexplained = {
  rule: 'deps/unexplained',
  severity: 'error',
  message: 'moved',
  file: 'uv.lock',
  line: 7,
} as const;
const deps = (names: readonly string[], found = true): Report =>
  makeReport({
    gate: 'detect-dep-drift',
    title: 'moved',
    findings: found ? [unexplained] : [],
    facts: { moves: names.map(moved) },
  });
const config: Report = makeReport({
  gate: 'validate-model-config',
  title: 'changed',
  findings: [],
  facts: {
    files: [
      {
        file: 'configs/a.yaml',
        change: 'structural',
        changes: [
          { path: 'preprocessing.image_mean', before: '[0.5]', after: '[0.4]', kind: 'structural' },
          { path: 'optimizer.lr', before: '1', after: '2', kind: 'tuning' },
        ],
      },
    ],
  },
});

const said = async (...others: readonly Report[]): Promise<string> =>
  (await withBeside([...others, inputs])).at(-1)?.findings[0]?.message ?? '';

it.each<[string, readonly Report[], string]>([
  ['nothing', [], 'pixel_values changed.'],
  [
    'a package with its finding',
    [deps(['transformers', 'ruff'])],
    'pixel_values changed. Packages that prepare it moved: transformers 4.57.1 → 5.0.0 (deps/unexplained at uv.lock:7).',
  ],
  [
    'a package that moved as asked',
    [deps(['pillow'], false)],
    'pixel_values changed. Packages that prepare it moved: pillow 4.57.1 → 5.0.0 (uv.lock:7).',
  ],
  ['another package', [deps(['ruff'])], 'pixel_values changed.'],
  [
    'a value of a config',
    [config],
    'pixel_values changed. Values changed: preprocessing.image_mean [0.5] → [0.4] (configs/a.yaml).',
  ],
])('what the model is fed changed beside %s', async (_, others, message) => {
  expect(await said(...others)).toBe(message);
});
