import { expect, test } from 'vitest';
import { configDefaults } from '../../../../src/config/index.ts';
import { judgeConfig } from '../../../../src/config/gate/validate-model-config.ts';
import { UserError } from '../../../../src/kernel/user-error.ts';
import { memoryPorts, memoryTree } from '../../../support/trees.ts';

async function judge(text: string | Uint8Array) {
  const base = memoryTree({ 'go.sh': 'true\n', 'train.sh': 'true\n' });
  const head = memoryTree({ 'go.sh': text, 'train.sh': 'true\n' });
  const limited: typeof head = {
    ...head,
    read: async (path, most = Infinity) => {
      const bytes = await head.read(path);
      if (bytes !== undefined && bytes.byteLength > most) throw new UserError('too large');
      return bytes;
    },
  };
  return judgeConfig(configDefaults, await memoryPorts(base, limited));
}

test.each([
  ['larger than 1 MiB', 'echo 1\n'.repeat(160_000), /larger than 1 MiB/],
  ['binary', Uint8Array.from([0x7f, 0x45, 0x4c, 0x46, 0, 1, 2, 0xff]), /not known/],
  ['not UTF-8', Uint8Array.from([0x65, 0x63, 0x68, 0x6f, 0x20, 0xe9, 0x0a]), /not known/],
])('a changed script that is %s is named, and structural', async (_, text, message) => {
  const report = await judge(text);
  expect(report.findings).toEqual([
    expect.objectContaining({
      rule: 'config/run-not-judged',
      file: 'go.sh',
      message: expect.stringMatching(message),
    }),
  ]);
  expect(report.facts.change).toBe('structural');
  expect(report.facts.runs).toEqual([expect.objectContaining({ entry: 'go.sh', judged: false })]);
  expect(report.title).toContain('0 of 1 touched run judged: go.sh is not');
});

test.each([
  ['configs/model', Uint8Array.from([0x80, 4, 0x95, 0xff]), 'a pickle'],
  ['configs/model.pkl', 'x', 'a pickle'],
  ['a.gin', 'x = 1', 'gin-config'],
  ['weights', Uint8Array.from([0x7f, 0, 1]), 'no text'],
])('a config that a command names, and that is not read: %s', async (path, text, format) => {
  const program =
    'p = ArgumentParser()\np.add_argument("--config")\np.add_argument("--learning_rate", type=float)\np.parse_args()\n';
  const base = memoryTree({ 'train.py': program, [path]: text });
  const script = `python train.py --config ${path} --learning_rate 1e-5\n`;
  const head = memoryTree({ 'train.py': program, [path]: text, 'go.sh': script });
  const { findings } = await judgeConfig(configDefaults, await memoryPorts(base, head));
  expect(findings.map(({ rule, message }) => [rule, message])).toEqual([
    ['config/run-not-judged', expect.stringContaining(`names ${path}, which is not read: it is ${format}`)],
  ]);
});

test('one that is read and starts nothing is not', async () => {
  expect((await judge('echo done\n')).verdict).toBe('skipped');
});
