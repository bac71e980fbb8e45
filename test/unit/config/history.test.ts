import { describe, expect, test } from 'vitest';
import { judgeConfig } from '../../../src/config/gate/validate-model-config.ts';
import { memoryPorts, memoryTree } from '../../support/trees.ts';
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

describe('a value that the registry refuses', () => {
  const registry = `parameters:
  a.lr: { type: float, max: 0.1 }
  b.lr: { type: float, max: 0.1 }
  steps: { type: int }
  mode: { enum: [fast, slow] }
`;
  /** Message and help of each finding of `after`, which was `before`. */
  async function findings(before: string, after: string): Promise<string[]> {
    const policy = 'config:\n  files: [configs/*.yaml]\n';
    const common = { '.github/model-registry.yml': registry, '.github/model-gates.yml': policy };
    const ports = await memoryPorts(
      memoryTree({ ...common, 'configs/a.yaml': before }),
      memoryTree({ ...common, 'configs/a.yaml': after }),
    );
    const report = await judgeConfig({ ...configDefaults, files: ['configs/*.yaml'] }, ports);
    return report.findings.map(({ message, help }) => `${message} | ${help}`);
  }

  test.each<[string, string, string, string[]]>([
    [
      'was another one',
      'a:\n  lr: 0.05\n',
      'a:\n  lr: 10\n',
      [
        'a.lr must be at most 0.1, not 10 | lr was 0.05 before this change: restore it, or keep to what the registry allows, or widen it there',
      ],
    ],
    [
      'and whose neighbour is meant',
      'mode: slow\n',
      'mode: fats\n',
      [
        'mode may not be "fats" | did you mean fast? Allowed: "fast", "slow"; mode was slow before this change',
      ],
    ],
    [
      'stood there before, on another line',
      'steps: 48.0\nmode: fast\n',
      '# more\nsteps: 48.0\nmode: slow\n',
      [
        'steps must be int, not 48.0 (float); it was so before this change | write a value of type int, or widen its type in .github/model-registry.yml',
      ],
    ],
    [
      'stood there before, beside a new one',
      'mode: fast\na: { lr: 1e-5 }\n',
      'mode: fast\na: { lr: 1e-5 }\nb: { lr: 1e-5 }\n',
      [
        'PyYAML reads 1e-5 as text, not as a number; it was so before this change | write 1.0e-5',
        'PyYAML reads 1e-5 as text, not as a number | write 1.0e-5',
      ],
    ],
    [
      'is as wrong as one that went',
      'mode: fast\na: { lr: 1e-5 }\n',
      'mode: fast\nb: { lr: 1e-5 }\n',
      ['PyYAML reads 1e-5 as text, not as a number | write 1.0e-5'],
    ],
  ])('%s', async (_, before, after, expected) => {
    expect(await findings(before, after)).toEqual(expected);
  });
});
