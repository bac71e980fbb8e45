import { expect, test } from 'vitest';
import { stamped } from '../../../src/config/compose/files.ts';
import { foundInMappings } from '../../../src/config/rules/mappings.ts';
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
