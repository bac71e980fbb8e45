import { expect, test } from 'vitest';
import { configDefaults, judgeConfigFile, readDocument } from '../../../src/config/index.ts';

function help(before: string, after: string): (string | undefined)[] {
  const read = (text: string) => readDocument(text, { file: 'a.yaml', dialect: 'pyyaml' });
  const { findings } = judgeConfigFile({ head: read(after), base: read(before), settings: configDefaults });
  return findings.map((finding) => finding.help);
}

const model = 'hidden_size: 4096\nnum_attention_heads: 32\nnum_key_value_heads: 8\nhead_dim: 128\n';

test.each([
  [
    'the value that the change set, wherever the finding stands',
    model,
    model.replace('heads: 32', 'heads: 30'),
    /^num_attention_heads was 32 before this change: restore it, or change num_key_value_heads/,
  ],
  [
    'each of two',
    model,
    model.replace('heads: 32', 'heads: 30').replace('heads: 8', 'heads: 4'),
    /^num_attention_heads was 32 before this change, and num_key_value_heads was 8 before this change: restore them/,
  ],
  [
    'nothing of a value that stood before',
    model.replace('32', '30'),
    `${model.replace('32', '30')}seed: 1\n`,
    /^change num_key/,
  ],
  ['nothing of a value that is new', 'hidden_size: 4096\n', model.replace('32', '30'), /^change num_key/],
])('advice knows %s', (_, before, after, words) => {
  expect(help(before, after)[0]).toMatch(words);
});
