import { expect, test } from 'vitest';
import { stamped } from '../../../src/config/compose/files.ts';
import { foundInMappings, mappingCheck } from '../../../src/config/rules/mappings.ts';
import '../../../src/config/rules/ranges.ts';
import { readDocument } from '../../../src/documents/document.ts';
import { LineIndex } from '../../../src/documents/source/lines.ts';

const count = (found: ReturnType<typeof foundInMappings>) =>
  [...found.values()].reduce((sum, { length }) => sum + length, 0);

test('a mapping that was left out in a file with too many findings is looked at in the next', () => {
  const sections = Array.from({ length: 140 }, (_, n) => `s${n}: { warmup_ratio: 3 }\n`).join('');
  const { root } = readDocument(sections, { file: 'a.yaml', dialect: 'omegaconf' });
  if (root === undefined) throw new Error('not read');
  const whole = stamped(root, { kind: 'file', file: 'a.yaml', lines: new LineIndex(sections) });
  expect(count(foundInMappings(whole))).toBe(100);
  const entry = whole.type === 'dict' ? whole.entries.get('s139') : undefined;
  if (whole.type !== 'dict' || entry === undefined) throw new Error('not read');
  const other = { ...whole, entries: new Map([['s139', entry]]) };
  expect(count(foundInMappings(other))).toBe(1);
  expect(count(foundInMappings(other))).toBe(1);
});

test.each([
  ['per-device-train-batch-size: -2'],
  ['--attention-dropout: 10'],
  ['section: { projector-learning-rate: 2.0e+5 }'],
  ['--eval-strategy: step'],
  ['--torch_dtype: bfloat17'],
])('a name of the command line is looked at as well: %s', (text) => {
  const { root } = readDocument(text, { file: 'a.yaml', dialect: 'pyyaml' });
  expect(count(foundInMappings(root))).toBe(1);
});

test('a mapping without a name that a check is about is not looked at', () => {
  const { root } = readDocument('hidden_size: -8\nsection: { name: step }', {
    file: 'a.yaml',
    dialect: 'pyyaml',
  });
  expect(count(foundInMappings(root))).toBe(0);
});

test('a check that is taken up later is about names that were seen before', () => {
  const { root } = readDocument('seen_before: 1', { file: 'a.yaml', dialect: 'pyyaml' });
  expect(count(foundInMappings(root))).toBe(0);
  const late = mappingCheck(
    (name) => name === 'seen_before',
    (_, path) => [{ at: path, message: 'late' }],
  );
  expect(foundInMappings(root).get(late)).toHaveLength(1);
});
