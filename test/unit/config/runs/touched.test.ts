import { describe, expect, test } from 'vitest';
import { configDefaults, type ConfigSettings } from '../../../../src/config/index.ts';
import { judgeConfig } from '../../../../src/config/gate/validate-model-config.ts';
import { memoryPorts, memoryTree } from '../../../support/trees.ts';

type Files = Readonly<Record<string, string>>;

const program = `from arguments import parse

args = parse()
`;
const declarations = `import argparse

def parse():
    parser = argparse.ArgumentParser()
    parser.add_argument("--config")
    parser.add_argument("--learning_rate", type=float)
    parser.add_argument("--num_layers", type=int)
    parser.add_argument("--seed", type=int, default=1)
    return parser.parse_args()
`;
const scripts = Object.fromEntries(
  Array.from({ length: 14 }, (_, at) => [
    `scripts/run${at}.sh`,
    `source scripts/common.sh\npython train.py --config configs/base.yaml --learning_rate $LR --num_layers ${at + 8}\n`,
  ]),
);
const before: Files = {
  'train.py': program,
  'arguments.py': declarations,
  'scripts/common.sh': '. ./scripts/rates.sh\n',
  'scripts/rates.sh': 'LR=2e-5\n',
  'configs/base.yaml': 'hidden_size: 2048\n',
  ...scripts,
};

async function judge(head: Files, settings: Partial<ConfigSettings> = {}, base: Files = before) {
  return judgeConfig(
    { ...configDefaults, ...settings },
    await memoryPorts(memoryTree(base), memoryTree({ ...base, ...head })),
  );
}

const rowsOf = ({ sections = [] }: Awaited<ReturnType<typeof judge>>) =>
  sections.flatMap((section) =>
    section.kind === 'table' && section.title.includes('composed run') ? section.rows : [],
  );

describe('what many runs read is judged in all of them', () => {
  test.each([
    [
      'a file that they source',
      'scripts/rates.sh',
      'LR=2e-4\n',
      ['learning_rate', '2e-05', '0.0002', 'tuning'],
    ],
    [
      'a config that they name',
      'configs/base.yaml',
      'hidden_size: 4096\n',
      ['hidden_size', '2048', '4096', 'structural'],
    ],
    [
      'a default of a module that their program imports',
      'arguments.py',
      declarations.replace('default=1', 'default=2'),
      ['seed', '1', '2', 'tuning'],
    ],
  ])('%s', async (_, path, text, cells) => {
    const report = await judge({ [path]: text });
    expect(rowsOf(report)).toEqual([
      [...cells, '14 runs: scripts/run0.sh:2, scripts/run1.sh:2, scripts/run10.sh:2, …'],
    ]);
    expect(report.title).toContain('14 of 14 touched runs judged');
    expect(report.facts.change).toBe(cells[3]);
  });

  test('a fault of all is one finding with their number, and the worst run comes first', async () => {
    const report = await judge({
      'scripts/rates.sh': 'LR=2e5\n',
      'scripts/run9.sh': `${scripts['scripts/run9.sh']}#\n`,
    });
    expect(report.findings.filter(({ severity }) => severity === 'error')).toEqual([
      expect.objectContaining({
        file: 'scripts/rates.sh',
        line: 1,
        message: expect.stringMatching(/\(14 runs: scripts\/run9\.sh:2, /),
      }),
    ]);
    const one = await judge({
      'scripts/rates.sh': 'LR=2e-4\n',
      'scripts/run13.sh': `${scripts['scripts/run13.sh']?.trimEnd()} --learning_rate 2e5\n`,
    });
    expect(one.facts.runs?.[0]?.entry).toBe('scripts/run13.sh:2');
  });
});

test('a config that programs elsewhere find by a search path touches their runs', async () => {
  const base = {
    'lib/conf/model/small.yaml': 'width: 8\n',
    'apps/a/conf/main.yaml': 'defaults:\n  - model: small\nhydra:\n  searchpath: [file://lib/conf]\n',
    'apps/a/run.py':
      'import hydra\n@hydra.main(config_path="conf", config_name="main")\ndef main(c): pass\nmain()\n',
    'go.sh': 'python apps/a/run.py\n',
  };
  const report = await judge({ 'lib/conf/model/small.yaml': 'width: 16\n' }, {}, base);
  expect(report.facts.runs?.map(({ entry }) => entry)).toContain('go.sh:1');
});

test('what a change leaves alone is read once for both sides', async () => {
  const reads = new Map<string, number>();
  const counted = (files: Files) => {
    const tree = memoryTree(files);
    return {
      ...tree,
      read: (path: string) => {
        reads.set(path, (reads.get(path) ?? 0) + 1);
        return tree.read(path);
      },
    };
  };
  const ports = await memoryPorts(counted(before), counted({ ...before, 'scripts/rates.sh': 'LR=2e-4\n' }));
  reads.clear();
  await judgeConfig(configDefaults, ports);
  expect([reads.get('scripts/run3.sh'), reads.get('arguments.py'), reads.get('scripts/rates.sh')]).toEqual([
    1, 1, 2,
  ]);
});

describe('values that a command gives are held against the registry', () => {
  const registry = `version: 1
parameters:
  optimizer.learning_rate: { type: float, max: 0.001, kind: tuning, owner: '@team' }
  num_layers: { type: int, min: 2, kind: structural }
  name: { type: str, pattern: '^[a-z]+$' }
  actor.clip: { type: float, max: 1 }
  critic.clip: { type: float, max: 5 }
`;
  const registered = (command: string) =>
    judge({ 'x.sh': command }, {}, { '.github/model-registry.yml': registry, 'x.sh': 'trl sft --seed 1\n' });
  test.each([
    [
      'trl sft --learning-rate 0.002',
      'config/out-of-range',
      'learning_rate must be at most 0.001, not 0.002',
    ],
    ['trl sft --num_layers 1', 'config/out-of-range', 'num_layers must be at least 2'],
    ['trl sft --num_layers many', 'config/wrong-type', 'num_layers must be int, not many'],
    ['trl sft --num_layers 2.5', 'config/wrong-type', 'num_layers must be int, not 2.5'],
    ['trl sft --name A1', 'config/bad-value', 'name does not match'],
    ['trl sft --clip 6', 'config/out-of-range', 'clip'],
  ])('%s', async (command, rule, message) => {
    const { findings } = await registered(`${command}\n`);
    expect(findings.filter(({ severity }) => severity === 'error')).toEqual([
      expect.objectContaining({ rule, message: expect.stringContaining(message), file: 'x.sh', line: 1 }),
    ]);
  });

  test.each([
    'trl sft --learning_rate 0.0005',
    'trl sft --learning_rate auto',
    'trl sft --learning_rate "$LR"',
    'trl sft --name abc',
    'trl sft --clip 3',
    'trl sft --num_layers 4',
  ])('%s is taken', async (command) => {
    const { findings } = await registered(`${command}\n`);
    expect(findings.filter(({ severity }) => severity === 'error')).toEqual([]);
  });

  test('an override whose value only the run knows is taken', async () => {
    const hydra: Files = {
      '.github/model-registry.yml': registry,
      'conf/main.yaml': 'defaults:\n  - _self_\nnum_layers: 4\n',
      'run.py':
        'import hydra\n@hydra.main(config_path="conf", config_name="main")\ndef main(c): pass\nmain()\n',
      'x.sh': 'python run.py num_layers=8\n',
    };
    const found = async (word: string) =>
      (await judge({ 'x.sh': `python run.py num_layers=${word}\n` }, {}, hydra)).findings;
    expect(await found('$LAYERS')).toEqual([]);
    expect(await found('deep')).toEqual([expect.objectContaining({ rule: 'config/wrong-type' })]);
  });

  test('what is registered as structural is a structural change', async () => {
    expect((await registered('trl sft --num_layers 4\n')).facts.change).toBe('structural');
    expect((await registered('trl sft --learning_rate 0.0001 --seed 1\n')).facts.change).toBe('tuning');
  });
});
