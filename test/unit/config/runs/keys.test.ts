import { describe, expect, test } from 'vitest';
import { configDefaults } from '../../../../src/config/index.ts';
import { judgeConfig } from '../../../../src/config/gate/validate-model-config.ts';
import { memoryPorts, memoryTree } from '../../../support/trees.ts';

const classes = `from dataclasses import dataclass, field
from typing import Literal, Optional

@dataclass
class Optim:
    lr: float = 1e-4
    betas: tuple[float, float] = (0.9, 0.95)

@dataclass
class Train:
    optim: Optim = field(default_factory=Optim)
    warmup_steps: int = 100
    precision: Literal["bf16", "fp16"] = "bf16"
    resume: bool = False
    name: Optional[str] = None
`;
const config = 'warmup_steps: 10\nprecision: bf16\nresume: false\noptim:\n  lr: 1.0e-4\n';

/** Ways in which a program makes its classes of a file. */
const readers: readonly (readonly [string, string, string])[] = [
  [
    'a dataclass of what PyYAML reads',
    `import sys, yaml\nraw = yaml.safe_load(open(sys.argv[1]))\ncfg = Train(**raw)\n`,
    'python train.py c/a.yaml',
  ],
  [
    'at once',
    `import sys, yaml\ncfg = Train(**yaml.safe_load(open(sys.argv[1])))\n`,
    'python train.py c/a.yaml',
  ],
  [
    'dacite',
    `import yaml\nfrom dacite import from_dict\nraw = yaml.safe_load(open("c/a.yaml"))\ncfg = from_dict(data_class=Train, data=raw)\n`,
    'python train.py --config c/a.yaml',
  ],
  [
    'pydantic',
    `import yaml\ndata = yaml.safe_load(open("c/a.yaml"))\ncfg = Train.model_validate(data)\n`,
    'torchrun train.py --config=c/a.yaml',
  ],
  [
    'OmegaConf',
    `cfg = OmegaConf.merge(OmegaConf.structured(Train), OmegaConf.load(path))\n`,
    'python train.py --config c/a.yaml',
  ],
  [
    'HfArgumentParser',
    `parser = HfArgumentParser(Train)\ncfg, = parser.parse_yaml_file(sys.argv[1])\n`,
    'accelerate launch train.py c/a.yaml',
  ],
  ['draccus', `@draccus.wrap()\ndef main(cfg: Train): ...\n`, 'python train.py --config_path c/a.yaml'],
];

async function judge(text: string, reader: string, command: string, more = classes) {
  const base = { 'train.py': `${more}\n${reader}`, 'run.sh': `${command}\n`, 'c/a.yaml': config };
  const ports = await memoryPorts(memoryTree(base), memoryTree({ ...base, 'c/a.yaml': text }));
  const { findings } = await judgeConfig({ ...configDefaults, files: ['c/*.yaml'] }, ports);
  return findings.filter(({ severity }) => severity === 'error');
}

describe.each(readers)('%s', (_, reader, command) => {
  test.each([
    [
      'a key that no class declares',
      ['warmup_steps', 'warmpu_steps'],
      'config/undeclared-argument',
      1,
      'did you mean warmup_steps?',
    ],
    ['below a section', ['  lr', '  rl'], 'config/undeclared-argument', 5, 'lr'],
    ['none of the choices', ['bf16', 'bf8'], 'config/argument-value', 2, 'one of bf16, fp16'],
    ['a word for a number', ['10', 'ten'], 'config/argument-value', 1, 'a whole number'],
    ['a word for a bool', ['false', 'never'], 'config/argument-value', 3, 'true or false'],
  ])('%s', async (_name, [from = '', to = ''], rule, line, help) => {
    expect(await judge(config.replace(from, to), reader, command)).toEqual([
      expect.objectContaining({ rule, file: 'c/a.yaml', line, help: expect.stringContaining(help) }),
    ]);
  });

  test('what the classes declare is taken', async () => {
    expect(await judge(`${config}name: x\n`, reader, command)).toEqual([]);
  });
});

describe('what is not known to be wrong', () => {
  const [, plain = '', command = ''] = readers[0] ?? [];
  test.each([
    ['keys that the code takes out itself', `${plain}print(raw.pop("extra"))\n`, classes],
    [
      'pydantic that takes more',
      plain,
      classes.replace('class Train:\n', 'class Train:\n    model_config = ConfigDict(extra="allow")\n'),
    ],
    ['a base class of another package', plain, classes.replace('class Train:', 'class Train(other.Base):')],
    [
      'an alias',
      plain,
      classes.replace('name: Optional[str] = None', 'name: Optional[str] = Field(None, alias="extra")'),
    ],
    [
      'a class of another document',
      plain.replace('yaml.safe_load(open(sys.argv[1]))', 'json.load(open("meta.json"))'),
      classes.replaceAll(/warmup_steps|precision|resume/g, 'other'),
    ],
  ])('%s', async (_, reader, more) => {
    expect(await judge(`${config}extra: 1\n`, reader, command, more)).toEqual([]);
  });
});
