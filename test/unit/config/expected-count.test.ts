import { expect, test } from 'vitest';
import { configDefaults, judgeConfigFile, readDocument } from '../../../src/config/index.ts';
import { parseExpectation } from '../../../src/config/size/expected.ts';

// 8,030,261,248 parameters
const llama = {
  model_type: 'llama',
  hidden_size: 4096,
  intermediate_size: 14_336,
  num_hidden_layers: 32,
  num_attention_heads: 32,
  num_key_value_heads: 8,
  vocab_size: 128_256,
};

function messages(expectParameters: string, config: object = llama): string[] {
  const head = readDocument(JSON.stringify(config), { file: 'config.json', dialect: 'json' });
  const { findings } = judgeConfigFile({ head, settings: { ...configDefaults, expectParameters } });
  return findings.filter(({ rule }) => rule === 'config/parameter-count').map(({ message }) => message);
}

test.each([
  '8.03B',
  '8B',
  '8.03B ± 0.5%',
  '8B +- 1%',
  '8b +/- 0.4 %',
  '8,030,261,248',
  '8030261248',
  '8030.26M',
  '0.00803T ± 1%',
])('%s is what it has', (text) => {
  expect(messages(text)).toEqual([]);
});

test.each([
  ['8.04B', /^the model has 8,030,261,248 parameters \(8\.03 B\), not 8\.04B: 0\.121 % off$/],
  ['8B ± 0.1%', /0\.378 % off/],
  ['8030261247', /not 8030261247/],
  ['eight', /cannot be read: eight/],
  ['-8B', /cannot be read/],
  ['8B ± x%', /cannot be read/],
])('%s is not', (text, message) => {
  expect(messages(text)).toEqual([expect.stringMatching(message)]);
});

test('what cannot be counted does not pass', () => {
  expect(messages('8B', { ...llama, model_type: 'fresh' })).toEqual([
    expect.stringContaining('cannot be counted'),
  ]);
});

test('a config without a model is not held against it', () => {
  expect(messages('8B', { learning_rate: 0.1 })).toEqual([]);
});

test('without a tolerance half of the last digit counts', () => {
  expect(parseExpectation('31.07B')?.tolerance).toBeCloseTo(0.005 / 31.07, 10);
});
