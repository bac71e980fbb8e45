import { describe, expect, test } from 'vitest';
import { configDefaults } from '../../../../src/config/index.ts';
import { judgeConfig } from '../../../../src/config/gate/validate-model-config.ts';
import { differAtTheMargin } from '../../../../src/config/runs/programs/margin.ts';
import { saysTheSame } from '../../../../src/config/runs/programs/same.ts';
import { memoryPorts, memoryTree } from '../../../support/trees.ts';

const module = `import argparse
from dataclasses import dataclass

@dataclass
class Options:
    lr: float = 1e-5

    def scaled(self, by=2):
        return self.lr * by

def parse(name="run"):
    parser = argparse.ArgumentParser()
    parser.add_argument("--seed", type=int, default=1)
    return parser.parse_args()
`;

describe('a module says the same where', () => {
  test.each([
    ['nothing differs', 'lr', 'lr'],
    ['a body does', 'self.lr * by', 'self.lr * by + 1'],
    ['a body has more lines', 'parser = ', 'print("hello")\n    parser = '],
    ['a comment comes', '@dataclass', '# what is set\n@dataclass'],
  ])('%s', (_, old, now) => {
    expect(saysTheSame(module, module.replace(old, now), 'a.py')).toBe(true);
    expect(differAtTheMargin(module, module.replace(old, now))).toBe(false);
  });
});

test('a function more is seen without a parser', () => {
  expect(differAtTheMargin(module, module.replace('def parse', 'def more():\n    pass\n\ndef parse'))).toBe(
    true,
  );
});

describe('a module does not say the same where', () => {
  test.each([
    ['a field has another default', '1e-5', '2e-5'],
    ['a word that is no node differs', 'import argparse', 'import argparse as parse'],
    ['a field has a default that is not literal', '1e-5', 'rate()'],
    ['a parameter has another default', 'by=2', 'by=3'],
    ['an argument of a body has another default', 'default=1', 'default=2'],
    ['an argument comes', 'return parser', 'parser.add_argument("--more")\n    return parser'],
    ['a body imports', 'parser = ', 'from more import add\n    parser = '],
    ['a body declares a class', 'parser = ', 'class More:\n        lr: int = 1\n    parser = '],
    ['flags that it does not know are taken', 'parse_args()', 'parse_known_args()'],
    ['a value at the top comes', 'def parse', 'rate = 1\n\ndef parse'],
    ['a class is not a dataclass any more', '@dataclass\n', ''],
    ['it is not valid Python', 'return self.lr * by', 'return self.lr * by)'],
    [
      'a body registers a config',
      'return self.lr',
      'ConfigStore.instance().store("a", self)\n        return self.lr',
    ],
  ])('%s', (_, old, now) => {
    const changed = module.replace(old, now);
    expect(saysTheSame(module, changed, 'a.py')).toBe(false);
    expect(saysTheSame(changed, module, 'a.py')).toBe(false);
  });

  test('it is too long to compare', () => {
    const long = module + '#'.repeat(600_000);
    expect(saysTheSame(long, `${long}#`, 'a.py')).toBe(false);
  });
});

describe('runs that import a changed module', () => {
  const train = 'from arguments import parse\nargs = parse()\n';
  const base = {
    'train.py': train,
    'arguments.py': module,
    'go.sh': 'python train.py --seed 2\n',
    'conf/main.yaml': 'defaults:\n  - _self_\nlr: 1\n',
    'run.py':
      'import hydra\nfrom arguments import Options\n@hydra.main(config_path="conf", config_name="main")\ndef main(c): pass\nmain()\n',
    'hydra.sh': 'python run.py lr=2\n',
  };
  const touched = async (
    path: keyof typeof base,
    old: string,
    now: string,
    more: Record<string, string> = {},
  ) => {
    const before = { ...base, ...more };
    const ports = await memoryPorts(
      memoryTree(before),
      memoryTree({ ...before, [path]: before[path].replace(old, now) }),
    );
    return (await judgeConfig(configDefaults, ports)).facts.runs?.map(({ entry }) => entry) ?? [];
  };

  test.each([
    ['are left alone where it says the same', 'arguments.py', 'self.lr * by', 'self.lr', []],
    ['are judged where it does not', 'arguments.py', 'default=1', 'default=3', ['go.sh:1']],
    ['are left alone where their program says the same', 'run.py', 'pass', 'print(c)', []],
    ['are judged where their program reads another config', 'run.py', '"main")', '"more")', ['hydra.sh:1']],
  ] as const)('%s', async (_, path, old, now, entries) => {
    expect(await touched(path, old, now)).toEqual(entries);
  });

  test('by Hydra are judged where code registers their configs', async () => {
    const stored = {
      'conf/main.yaml': 'defaults:\n  - options: stored\nlr: 1\n',
      'arguments.py': `${module}\nfrom hydra.core.config_store import ConfigStore\nConfigStore.instance().store(group="options", name="stored", node=Options)\n`,
    };
    expect(await touched('arguments.py', '1e-5', '2e-5', stored)).toEqual(['go.sh:1', 'hydra.sh:1']);
  });
});
