import { describe, expect, test } from 'vitest';
import { checkFlags } from '../../../../src/config/runs/check-flags.ts';
import { RunDocument } from '../../../../src/config/runs/document.ts';
import { readArguments } from '../../../../src/config/runs/flags.ts';
import { declarationOf } from '../../../../src/config/runs/names.ts';
import { readModule } from '../../../../src/config/runs/programs/module.ts';
import { programOf } from '../../../../src/config/runs/programs/program.ts';

const place = { file: 'run.sh', line: 1, column: 1, endLine: 1, endColumn: 1 };

/** What is said of a command line, and the values that it gives. */
function judged(text: string, line: string, others: Readonly<Record<string, string>> = {}) {
  const files = Object.entries({ 'train.py': text, ...others });
  const program = programOf(
    'train.py',
    new Map(files.map(([path, source]) => [path, readModule(source, path)])),
  );
  const words = line.split(' ').map((word) => ({
    ...place,
    text: word,
    pieces: [{ text: word, place }],
    isMany: false,
    assumes: [],
  }));
  const declared = declarationOf(program);
  const args = readArguments(line === '' ? [] : words, declared);
  const none = { flags: [], overrides: [], others: [], open: [] };
  const { value } = new RunDocument('run.sh', { defaults: program.declared, launcher: none, args, declared });
  const findings = checkFlags(args, {
    program,
    registered: new Set(),
    concepts: new Map(),
    entry: 'run.sh:1',
  });
  return {
    open: program.open,
    said: findings.map(({ message, help }) => `${message}; ${help}`).join('\n'),
    value,
  };
}

const argparse = (added: string): string =>
  `import argparse\np = argparse.ArgumentParser()\n${added}\np.parse_args()`;
const classes =
  'class Mode(Enum):\n    FAST = "fast"\n    SLOW = "slow"\n@dataclass\nclass Args:\n    num_layers: int = 8\n    mode: Mode = Mode.FAST\n    fp16: bool = True\n    steps: Optional[int] = None\n    tags: list[int] = field(default_factory=list)\n';
const hf = `from transformers import HfArgumentParser\n${classes}HfArgumentParser(Args).parse_args_into_dataclasses()`;
const tyro = `import tyro\n${classes}tyro.cli(Args)`;
const draccus = `import draccus\n${classes}draccus.parse(config_class=Args)`;
const simple = `import simple_parsing\n${classes}simple_parsing.parse(Args)`;
const settings =
  'class Args(BaseSettings):\n    model_config = SettingsConfigDict(cli_parse_args=True)\n    num_layers: int = 8\n    mode: Literal["fast", "slow"] = "fast"\n    fp16: bool = False\n    lr: float = Field(1e-4, validation_alias=AliasChoices("rate", "r"))\nArgs()';
const typer =
  'import typer\nclass Mode(str, Enum):\n    FAST = "fast"\ndef main(num_layers: int = 8, mode: Mode = Mode.FAST, fp16: bool = False, tags: Annotated[list[int], typer.Option("--tag", "-t")] = [1]): ...\ntyper.run(main)';
const click =
  '@click.command()\n@click.option("--num-layers", default=8)\n@click.option("--fp16/--fp32", default=False)\n@click.option("--mode", "kind", type=click.Choice(["fast", "slow"], case_sensitive=False))\ndef main(**kw): ...';
const absl =
  'flags.DEFINE_integer("steps", 3, "")\nflags.DEFINE_enum("mode", "fast", ["fast", "slow"], "")\nflags.DEFINE_bool("fp16", False, "")';

describe('a command line is taken where its library takes it', () => {
  test.each([
    [
      'argparse: a part of a name',
      argparse('p.add_argument("--num-layers", type=int)'),
      '--num-l 3',
      { num_layers: 3 },
    ],
    ['argparse: a short flag with its value', argparse('p.add_argument("-n", type=int)'), '-n3', { n: 3 }],
    [
      'argparse: numbers among choices',
      argparse('p.add_argument("--n", type=int, choices=[1, 2])'),
      '--n 02',
      { n: 2 },
    ],
    [
      'argparse: choices with a name',
      `MODES = ["a", "b"]\n${argparse('p.add_argument("--mode", choices=MODES)')}`,
      '--mode b',
      { mode: 'b' },
    ],
    [
      'argparse: dest',
      argparse('p.add_argument("--learning-rate", dest="lr", type=float)'),
      '--learning-rate 1e-5',
      { lr: 1e-5 },
    ],
    [
      'argparse: a list of one',
      argparse('p.add_argument("--gpus", nargs="+", type=int)'),
      '--gpus 1',
      { gpus: [1] },
    ],
    [
      'argparse: a flag again and again',
      argparse('p.add_argument("--tag", action="append")'),
      '--tag a --tag b',
      { tag: ['a', 'b'] },
    ],
    [
      'argparse: a constant',
      argparse('p.add_argument("--log", nargs="?", const=10, type=int)'),
      '--log',
      { log: 10 },
    ],
    [
      'argparse: off',
      argparse('p.add_argument("--cache", action=argparse.BooleanOptionalAction)'),
      '--no-cache',
      { cache: false },
    ],
    [
      'argparse: any text is true to bool',
      argparse('p.add_argument("--cache", type=bool)'),
      '--cache False',
      { cache: true },
    ],
    [
      'argparse: other defaults',
      argparse('p.add_argument("--lr", type=float, default=3)\np.set_defaults(lr=4)'),
      '',
      { lr: 4 },
    ],
    [
      'argparse: short switches in one word',
      argparse('p.add_argument("-v", action="store_true")\np.add_argument("-n", type=int)'),
      '-vvn 3',
      { v: true, n: 3 },
    ],
    [
      'argparse: names of a loop',
      argparse(
        'for name, kind in [("lr", float), ("steps", int)]:\n    p.add_argument(f"--{name}-of", "--" + name, type=kind)',
      ),
      '--lr 3 --steps-of 4',
      { lr_of: 3, steps_of: 4 },
    ],
    [
      'argparse: the method and the class by other names',
      'from argparse import ArgumentParser as Parser\np = Parser()\nadd = p.add_argument\nadd("--lr", type=float)',
      '--lr 3',
      { lr: 3 },
    ],
    ['argparse: words of its own', argparse('p.add_argument("path")'), 'a.txt', {}],
    [
      'argparse: subcommands',
      argparse('s = p.add_subparsers()\ns.add_parser("sft").add_argument("--lr")'),
      'sft --lr 1',
      { lr: 1 },
    ],
    [
      'argparse: parents',
      `base = argparse.ArgumentParser(add_help=False)\nbase.add_argument("--lr")\n${argparse('').replace('ArgumentParser()', 'ArgumentParser(parents=[base])')}`,
      '--lr 1',
      { lr: 1 },
    ],
    ['transformers: both spellings', hf, '--num-layers 3 --num_layers 4', { num_layers: 4 }],
    ['transformers: true in words, and off', hf, '--fp16 yes --no_fp16', { fp16: false }],
    ['transformers: values of an Enum', hf, '--mode slow', { mode: 'slow' }],
    ['tyro: names of an Enum', tyro, '--mode SLOW', { mode: 'SLOW' }],
    [
      'tyro: any spelling, and None',
      tyro,
      '--num-layers 3 --steps None --no_fp16',
      { num_layers: 3, steps: null, fp16: false },
    ],
    [
      'tyro: a function',
      'import tyro\ndef main(num_layers: int = 3, *, lr: float) -> None: ...\ntyro.cli(main)',
      '--num-layers 4 --lr 1',
      { num_layers: 4, lr: 1 },
    ],
    [
      'tyro: a function of another module',
      'from tyro import cli\nfrom lib import main\ncli(main)',
      '--lr 1',
      { lr: 1 },
    ],
    [
      'draccus: YAML',
      draccus,
      '--fp16 yes --tags [1,2] --steps null',
      { fp16: true, tags: [1, 2], steps: null },
    ],
    [
      'simple-parsing: off, and names of an Enum',
      simple,
      '--nofp16 --mode SLOW',
      { fp16: false, mode: 'SLOW' },
    ],
    ['pydantic: true in words, and other names', settings, '--fp16 on --rate 3', { fp16: true, lr: 3 }],
    [
      'pydantic: a model',
      'from pydantic_settings import CliApp\nclass Args(BaseModel):\n    num_layers: int = 8\n    fp16: bool = False\nCliApp.run(Args)',
      '--num-layers 3 --no-fp16',
      { num_layers: 3, fp16: false },
    ],
    ['typer.run', typer, '--num-layers 3 --fp16 --tag 1 -t 2', { num_layers: 3, fp16: true, tags: [1, 2] }],
    ['click: off, and a name of its own', click, '--fp32 --mode FAST', { fp16: false, kind: 'fast' }],
    ['absl: one dash, and other words', absl, '-steps 0x10 --nofp16 a', { steps: 16, fp16: false }],
  ])('%s', (_, text, line, values) => {
    const { open, said, value } = judged(text, line, { 'lib.py': 'def main(lr: float): ...' });
    expect({ open, said }).toEqual({ open: undefined, said: '' });
    expect(plain(value)).toMatchObject(values);
  });
});

function plain(value: unknown): unknown {
  return JSON.parse(
    JSON.stringify(value, (_, each: unknown) => (typeof each === 'bigint' ? Number(each) : each)),
  );
}

describe('a command line is refused where its library refuses it', () => {
  test.each([
    [
      'the other spelling',
      argparse('p.add_argument("--num-layers")'),
      '--num_layers 3',
      /--num_layers of run\.sh:1: train\.py declares no such argument; did you mean --num-layers\?/,
    ],
    [
      'a part of a name',
      argparse('p.add_argument("--num-layers")').replace(
        'ArgumentParser()',
        'ArgumentParser(allow_abbrev=False)',
      ),
      '--num-l 3',
      /--num-l of/,
    ],
    [
      'a value for a switch',
      argparse('p.add_argument("--fp16", action="store_true")'),
      '--fp16=true',
      /--fp16 takes no value, and gets true \(train\.py:3\); write --fp16 alone/,
    ],
    [
      'a word behind a switch',
      argparse('p.add_argument("--fp16", action="store_true")'),
      '--fp16 true',
      /true of run\.sh:1: train\.py takes no word without a flag; remove it: --fp16 takes no value/,
    ],
    [
      'no value',
      argparse('p.add_argument("--lr")\np.add_argument("--x")'),
      '--lr --x 1',
      /--lr takes a value, and gets none/,
    ],
    [
      'too few',
      argparse('p.add_argument("--betas", nargs=2)'),
      '--betas 1',
      /--betas takes 2 values, and gets 1/,
    ],
    [
      'None for a number',
      argparse('p.add_argument("--n", type=int)'),
      '--n None',
      /--n takes a whole number, not None/,
    ],
    [
      'a number that is none of the choices',
      argparse('p.add_argument("--n", type=int, choices=[1, 2])'),
      '--n 3',
      /--n takes 1, 2, not 3/,
    ],
    [
      'a range of choices',
      argparse('p.add_argument("--n", type=int, choices=range(1, 3))'),
      '--n 3',
      /--n takes 1, 2, not 3/,
    ],
    [
      'another name than those of a loop',
      `NAMES = ("lr", "wd")\n${argparse('for name in NAMES:\n    p.add_argument("--" + name)')}`,
      '--lrr 3',
      /--lrr of run\.sh:1: train\.py declares no such argument; did you mean --lr\?/,
    ],
    [
      'a parser of transformers by another name',
      hf
        .replace('HfArgumentParser\n', 'HfArgumentParser as Parser\n')
        .replace('HfArgumentParser(', 'Parser('),
      '--num_layersz 3',
      /did you mean --num_layers\?/,
    ],
    [
      'choices of an Enum',
      `class Mode(Enum):\n    A = "a"\n${argparse('p.add_argument("--m", type=Mode, choices=list(Mode))')}`,
      '--m b',
      /--m takes a, not b/,
    ],
    ['transformers: no text is true', hf, '--fp16 maybe', /--fp16 takes true or false, not maybe/],
    ['tyro: the value of an Enum', tyro, '--mode slow', /--mode takes FAST, SLOW, not slow/],
    ['tyro: a value for a switch', tyro, '--fp16 True', /True of run\.sh:1/],
    ['draccus: dashes', draccus, '--num-layers 3', /did you mean --num_layers\?/],
    ['draccus: a list without brackets', draccus, '--tags 1', /--tags takes a list in brackets, not 1/],
    [
      'pydantic: an unknown flag',
      settings,
      '--num_layer 3',
      /--num_layer of run\.sh:1: train\.py declares no such argument; did you mean --num_layers\?/,
    ],
    [
      'pydantic: a choice',
      settings,
      '--mode slwo',
      /--mode takes fast, slow, not slwo .*; did you mean slow\?/,
    ],
    ['pydantic: a type', settings, '--num_layers many', /--num_layers takes a whole number, not many/],
    ['pydantic: a flag alone', settings, '--fp16', /--fp16 takes a value, and gets none/],
    ['typer: --no- of a number', typer, '--no-num-layers', /--no-num-layers of run\.sh:1/],
    ['typer: a choice', typer, '--mode slow', /--mode takes fast, not slow/],
    ['typer: the parameter has another flag', typer, '--tags 1', /did you mean --tag\?/],
    ['click: the type of its default', click, '--num-layers x', /--num-layers takes a whole number, not x/],
    ['click: a choice', click, '--mode quick', /--mode takes fast, slow, not quick/],
    ['absl: a choice', absl, '--mode quick', /--mode takes fast, slow, not quick/],
  ])('%s', (_, text, line, said) => {
    expect(judged(text, line).said).toMatch(said);
  });
});

describe('what cannot be seen is taken', () => {
  test.each([
    [
      'a parser that is made elsewhere',
      'from tool import get_parser\np = get_parser()\np.add_argument("--lr")',
      /its parser is made elsewhere/,
    ],
    [
      'a parser of its own',
      'from tool import FlexibleArgumentParser\np = FlexibleArgumentParser()\np.add_argument("--num-layers")',
      undefined,
    ],
    [
      'names of a loop that it changes',
      argparse('for name in ["lr"]:\n    name = name.upper()\n    p.add_argument(f"--{name}")'),
      /whose name is made when it runs/,
    ],
    [
      'a parameter with the name of a constant',
      `name = "--lr"\n${argparse('def add(p, name):\n    p.add_argument(name)')}`,
      /whose name is made when it runs/,
    ],
    [
      'a loop over what is known when it runs',
      `name = "--lr"\n${argparse('for name in sorted(names):\n    p.add_argument(name)')}`,
      /whose name is made when it runs/,
    ],
    [
      'options of click that another package adds',
      'import click\nfrom tool import common_options\n@click.command()\n@click.option("--lr")\n@common_options\ndef main(): ...',
      /common_options of tool may declare more/,
    ],
    [
      'names that tyro is told',
      'import tyro\n@dataclass\nclass A:\n    lr: Annotated[float, tyro.conf.arg(name="rate")] = 1\ntyro.cli(A)',
      /tyro\.conf/,
    ],
    [
      'a function that takes any name',
      'import tyro\ndef main(**kw: int): ...\ntyro.cli(main)',
      /takes names that it does not declare/,
    ],
    [
      'a helper that is called add_arguments',
      'from argparse import ArgumentParser\nparser = ArgumentParser()\ndef add_arguments(parser):\n    parser.add_argument("--num-layers")\nadd_arguments(parser)',
      undefined,
    ],
  ])('%s', (_, text, reason) => {
    const { open, said } = judged(text, reason === undefined ? '--num-layers 1' : '--rate 3');
    expect(said).toBe('');
    expect(open ?? '').toMatch(reason ?? /^$/);
  });
});

test.each([
  ['p.add_argument("-v", "--verbose", action="count")', '-vvv', 3],
  ['p.add_argument("-v", "--verbose", action="count", default=1)', '-v --verbose', 3],
])('a flag that counts: %s of %s', (added, line, verbose) => {
  expect(judged(argparse(added), line).value).toEqual({ verbose });
});
