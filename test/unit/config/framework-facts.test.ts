import { readFileSync } from 'node:fs';
import { describe, expect, test } from 'vitest';
import { faultsOf, packedFacts } from '../../../scripts/packed-facts.ts';
import {
  configDefaults,
  type FrameworkFacts,
  judgeConfigFile,
  numbersReadAnew,
  readDocument,
} from '../../../src/config/index.ts';

test('the facts are whole and small', () => {
  const text = readFileSync('src/config/frameworks/facts.json', 'utf8');
  const all = JSON.parse(text) as FrameworkFacts;
  expect(Object.keys(all).length).toBe(14);
  expect(Object.values(all).flatMap(faultsOf)).toEqual([]);
  expect(packedFacts(text).length * 0.75).toBeLessThan(72_000);
});

describe('damaged facts stop the build', () => {
  const whole = { versions: ['1.0', '2.0'], groups: { A: 'x:i=1 y:s#0@1-' }, choices: ['a b'], renamed: {} };
  test.each([
    ['a version', { versions: ['1.0', 'two'] }],
    ['a span beyond the versions', { groups: { A: 'x:i@0-7' } }],
    ['spans that overlap', { groups: { A: 'x:i@0-1,f@1-1' } }],
    ['choices that there are not', { groups: { A: 'x:s#3' } }],
    ['a word that is no option', { groups: { A: 'x:i?1' } }],
    ['a new name that no version has', { renamed: { x: 'z' } }],
  ])('%s', (_, part) => {
    expect(faultsOf(whole)).toEqual([]);
    expect(() => packedFacts(JSON.stringify({ one: { ...whole, ...part } }))).toThrow(
      /facts\.json is damaged: one: /,
    );
  });
});

describe('texts that the framework reads as numbers itself are no mistakes of the dialect', () => {
  const facts = JSON.parse(readFileSync('src/config/frameworks/facts.json', 'utf8')) as FrameworkFacts;
  const axolotl = (rate: string) => `base_model: a\ndatasets: []\nsequence_len: 10\nlearning_rate: ${rate}\n`;
  test.each([
    ['by pydantic', axolotl('5e-6'), []],
    ['by argparse', 'model: a\ndataset: b\ntuner_type: lora\nlora_dropout: 1e-2\n', []],
    ['a slip of the sign', axolotl('5e6'), ['config/number-as-text']],
    [
      'not by a dataclass',
      'per_device_train_batch_size: 1\nlearning_rate: 5e-6\n',
      ['config/number-as-text'],
    ],
  ])('%s', (_, text, rules) => {
    const head = readDocument(text, { file: 'a.yaml', dialect: 'pyyaml' });
    const readAnew = numbersReadAnew(head, facts, new Map());
    const { findings } = judgeConfigFile({ head, settings: configDefaults, readAnew });
    expect(findings.map(({ rule }) => rule)).toEqual(rules);
  });
});
