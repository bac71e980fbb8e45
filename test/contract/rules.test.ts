import { expect, test } from 'vitest';
import {
  familiesOf,
  refuseTwins,
  renderFamily,
  renderIndex,
  ruleFamilies,
} from '../../scripts/docs/rules.ts';
import { allRules as rules } from '../../src/bundles/rules.ts';
import { handmadeFindings, isUsed } from '../support/contract/rules.ts';
import { filesUnder } from '../support/contract/sources.ts';

const documented = rules.map(({ id }) => id).toSorted();
const code = filesUnder('src', ['.ts']).filter(({ file }) => !file.endsWith('/rules.ts'));

test('a finding is made by its rule alone', () => {
  expect(code.flatMap(handmadeFindings)).toEqual([]);
});

test('every documented rule is one that the code gives', () => {
  const texts = code.map(({ text }) => text);
  expect(documented.filter((id) => !isUsed(id, texts))).toEqual([]);
});

test('every rule belongs to a chapter of the page', () => {
  expect(documented.filter((id) => !ruleFamilies.has(id.split('/')[0] ?? ''))).toEqual([]);
});

test('each rule says what it finds, shows it and says how to fix it', () => {
  expect(rules.length).toBeGreaterThan(20);
  const poor = rules.filter(
    ({ id, summary, example, fix }) =>
      !/^[a-z]+\/[a-z0-9-]+$/.test(id) || summary.length < 20 || example === '' || fix.length < 6,
  );
  expect(poor.map(({ id }) => id)).toEqual([]);
});

test('findings that are written by hand, and rules that nothing uses, are found', () => {
  const text =
    "{ rule: 'config/x', severity: 'error' }, { rule: `deps/${kind}`, message }, { rule, message }";
  expect(handmadeFindings({ file: 'a.ts', text })).toEqual(["a.ts: rule: 'config/x'", 'a.ts: rule: `deps/']);
  const texts = ["depsRules['over-move'].finding()", 'depsRules.held.finding()', "const kinds = ['forced'];"];
  expect(['deps/over-move', 'deps/held', 'deps/forced'].every((id) => isUsed(id, texts))).toBe(true);
  expect(isUsed('deps/over', texts)).toBe(false);
});

const rule = {
  id: 'config/x',
  severity: 'error',
  summary: 'First. Second | <b>',
  example: '```\nfenced\n```',
  fix: 'Do it.',
} as const;

test('a rule documented twice is refused', () => {
  expect(() => refuseTwins([rule, { ...rule, id: 'config/y' }])).not.toThrow();
  expect(() => refuseTwins([rule, rule])).toThrow('config/x is documented twice');
});

test('the text of a rule cannot break the page', () => {
  const page = renderFamily('config', [rule]);
  expect(page).toContain('| [`config/x`](#configx) | error | First. |');
  expect(renderIndex(familiesOf([rule]))).toContain(
    '| [Model configuration](rules/config.md) | `config/…` | 1 |',
  );
  expect(page).toContain('````\n```\nfenced\n```\n````');
});
