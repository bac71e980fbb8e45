import { expect, test } from 'vitest';
import { readRuleDocs, refuseTwins, renderRules, ruleFamilies } from '../../scripts/docs/rules.ts';
import { composedIds, ruleIdsIn } from '../support/contract/rule-ids.ts';
import { filesUnder, root } from '../support/contract/sources.ts';

const rules = await readRuleDocs(root);
const documented = rules.map(({ id }) => id).toSorted();
const code = filesUnder('src', ['.ts']).filter(({ file }) => !file.endsWith('/rule-docs.ts'));
const used = new Set(code.flatMap((source) => ruleIdsIn(source, ruleFamilies)));

test('every rule id in the code is documented', () => {
  expect([...used].filter((id) => !documented.includes(id)).toSorted()).toEqual([]);
});

test('every documented rule is one that the code gives', () => {
  const possible = new Set([...used, ...composedIds(code, ruleFamilies)]);
  expect(documented.filter((id) => !possible.has(id))).toEqual([]);
});

test('every rule belongs to a chapter of the page', () => {
  expect(documented.filter((id) => !ruleFamilies.has(id.split('/')[0] ?? ''))).toEqual([]);
});

test('each rule says what it finds, shows it and says how to mend it', () => {
  expect(rules.length).toBeGreaterThan(20);
  const poor = rules.filter(
    ({ id, summary, example, mend }) =>
      !/^[a-z]+\/[a-z0-9-]+$/.test(id) || summary.length < 20 || example === '' || mend.length < 6,
  );
  expect(poor.map(({ id }) => id)).toEqual([]);
});

test('rule ids are found in code as whole literals of a known family', () => {
  const text = `rule: 'config/unknown-key', other: "deps/over-move", path: 'config/a.yaml', import '../config/b'; text = 'see config/c here'; 'git/refs/heads'`;
  expect(ruleIdsIn({ file: 'a.ts', text }, new Set(['config', 'deps', 'git']))).toEqual([
    'config/unknown-key',
    'deps/over-move',
  ]);
});

test('ids that the code puts together may be any word of the same area', () => {
  const sources = [
    { file: 'src/a/findings.ts', text: 'idOf(`deps/${move.class}`)' },
    { file: 'src/a/classes.ts', text: "const classes = { 'over-move': 1, removed: 2 };\n  removed: 3" },
    { file: 'src/b/other.ts', text: "'elsewhere'" },
  ];
  expect(composedIds(sources, new Set(['deps']))).toEqual(['deps/over-move', 'deps/removed']);
});

const rule = {
  id: 'config/x',
  severity: 'error',
  summary: 'First. Second | <b>',
  example: '```\nfenced\n```',
  mend: 'Do it.',
} as const;

test('a rule documented twice is refused', () => {
  expect(() => refuseTwins([rule, { ...rule, id: 'config/y' }])).not.toThrow();
  expect(() => refuseTwins([rule, rule])).toThrow('config/x is documented twice');
});

test('the text of a rule cannot break the page', () => {
  const page = renderRules([rule]);
  expect(page).toContain('| [`config/x`](#configx) | error | First. |');
  expect(page).toContain('````\n```\nfenced\n```\n````');
});
