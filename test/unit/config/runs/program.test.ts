import { describe, expect, test } from 'vitest';
import { declarationOf } from '../../../../src/config/runs/names.ts';
import { readModule } from '../../../../src/config/runs/programs/module.ts';
import { programOf } from '../../../../src/config/runs/programs/program.ts';

const program = (text: string, others: Readonly<Record<string, string>> = {}) => {
  const files = Object.entries({ 'train.py': text, ...others });
  return programOf('train.py', new Map(files.map(([path, source]) => [path, readModule(source, path)])));
};
const flags = (text: string, others?: Readonly<Record<string, string>>) =>
  program(text, others).declared.flatMap((declared) => declared.flags);

describe('what declares arguments', () => {
  test.each([
    [
      'argparse',
      'p = ArgumentParser()\np.add_argument("-n", "--num-layers", type=int)\np.parse_args()',
      ['-n', '--num-layers'],
    ],
    [
      'a group',
      'p = argparse.ArgumentParser()\ng = p.add_argument_group("a")\ng.add_argument("--lr", type=float)',
      ['--lr'],
    ],
    [
      'both ways',
      'p = ArgumentParser()\np.add_argument("--a", action=argparse.BooleanOptionalAction)',
      ['--a', '--no-a'],
    ],
    [
      'dataclasses',
      'HfArgumentParser((A,))\n@dataclass\nclass A(B):\n    lr: float = 1e-5\nclass B:\n    n: Optional[int] = None',
      ['--lr', '--n'],
    ],
    ['tyro', '@dataclass\nclass A:\n    lr: float\ntyro.cli(A)', ['--lr']],
    [
      'classes in classes',
      '@dataclass\nclass Optim:\n    lr: float = 1e-4\n@dataclass\nclass A:\n    optim: Optional[Optim] = field(default_factory=Optim)\ntyro.cli(A)',
      ['--optim', '--optim.lr'],
    ],
    ['draccus', '@dataclass\nclass A:\n    lr: float\n@draccus.wrap()\ndef main(cfg: A): ...', ['--lr']],
    ['click', '@click.command()\n@click.option("--lr", type=float)\ndef main(lr): ...', ['--lr']],
    [
      'typer',
      'import typer\napp = typer.Typer()\n@app.command()\ndef main(batch_size: int = 3, fp16: bool = False, data: Annotated[str, typer.Option("--data", "-d")] = "a"): ...',
      ['--batch-size', '--fp16', '--no-fp16', '--data', '-d'],
    ],
    [
      'absl',
      'flags.DEFINE_integer("steps", 3, "help")\nflags.DEFINE_bool("x", False, "")',
      ['--steps', '-steps', '--x', '-x', '--nox', '-nox'],
    ],
  ])('%s', (_, text, expected) => {
    expect(program(text).open).toBeUndefined();
    expect(flags(text)).toEqual(expected);
  });

  test.each([
    ['choices=[m.name for m in Mode]', ['FAST', 'SLOW']],
    ['choices=tuple(m.value for m in Mode)', ['fast', 'slow']],
    ['choices=sorted(Mode.__members__)', ['FAST', 'SLOW']],
    ['type=lambda s: Mode[s], choices=list(Mode)', ['FAST', 'SLOW']],
    ['type=Mode', ['fast', 'slow']],
    ['choices=list(SPEEDS)', ['a', 'b']],
    ['choices=SPEEDS.keys()', ['a', 'b']],
    ['choices={"a", "b"}', ['a', 'b']],
    ['**{"choices": ["a", "b"]}', ['a', 'b']],
    ['**dict(choices=SPEEDS)', ['a', 'b']],
    ['choices=list(GROWN)', undefined],
    ['choices=list(other.SPEEDS)', undefined],
  ])('what %s takes', (given, choices) => {
    const text = `class Mode(Enum):\n    FAST = "fast"\n    SLOW = "slow"\nSPEEDS = {"a": 1, "b": 2}\nGROWN = {"a": 1}\nGROWN["b"] = 2\np = ArgumentParser()\np.add_argument("--x", ${given})`;
    expect(program(text).declared.map((declared) => declared.choices)).toEqual([choices]);
  });

  test.each([
    ['{"lr": {"type": float}, "n": dict(type=int)}', 'k, v', 'SPEC.items()'],
    ['[("lr", {"type": float}), ("n", {"type": int})]', 'k, v', 'SPEC'],
  ])('what a loop over %s adds', (spec, names, over) => {
    const text = `SPEC = ${spec}\np = ArgumentParser()\nfor ${names} in ${over}:\n    p.add_argument("--" + k, **v)`;
    expect(program(text).declared.map(({ flags: [flag], type }) => [flag, type])).toEqual([
      ['--lr', 'float'],
      ['--n', 'int'],
    ]);
  });

  test('in a module that is imported', () => {
    const args = 'def get_args():\n    p = ArgumentParser()\n    p.add_argument("--lr")\n';
    expect(flags('from lib.args import get_args', { 'lib/args.py': args })).toEqual(['--lr']);
    expect(flags('from .args import get_args', { 'args.py': args })).toEqual(['--lr']);
  });

  test.each([
    ['nothing', 'import sys', /nothing is found/],
    ['unknown flags are taken', 'p = ArgumentParser()\np.parse_known_args()', /parse_known_args/],
    ['a name that is made', 'p = ArgumentParser()\np.add_argument(f"--{x}")', /made when it runs/],
    [
      'a parser that is given away',
      'from megatron import extra\np = ArgumentParser()\nextra(parser)',
      /extra of megatron/,
    ],
    [
      'a class of another project',
      'HfArgumentParser(A)\nclass A(TrainingArguments):\n    x: int',
      /TrainingArguments is defined outside/,
    ],
    ['fire', 'p = ArgumentParser()\nfire.Fire(main)', /fire\.Fire/],
    [
      'a command line of functions',
      'from cyclopts import App\nimport argparse\nargparse.ArgumentParser().add_argument("--a")\n',
      'cyclopts makes its command line, and is not read',
    ],
  ])('%s: more may be declared', (_, text, reason) => {
    expect(program(text).open).toMatch(reason);
  });

  test('choices of click', () => {
    const option = (type: string) =>
      program(`@click.option("--mode", type=${type})\ndef main(mode): ...`).declared[0]?.choices;
    expect(option('click.Choice(["a", "b"])')).toEqual(['a', 'b']);
    expect(option('click.Choice(["a"], case_sensitive=False)')).toEqual(['a']);
    expect(option('int')).toBeUndefined();
  });

  test('a main of Hydra', () => {
    const text = '@hydra.main(config_path="conf", config_name="a", version_base=None)\ndef main(cfg): ...';
    expect(program(text).hydra).toEqual({ path: 'conf', name: 'a' });
  });

  test.each([
    ['--num-layers', 'num_layers'],
    // argparse does not take the one for the other
    ['--num_layers', undefined],
    ['--num', undefined],
    ['--num-l', 'num_layers'],
    ['--lr', 'lr'],
  ])('%s is %s', (flag, name) => {
    const text =
      'p = ArgumentParser()\np.add_argument("--num-layers")\np.add_argument("--num-heads")\np.add_argument("--lr")';
    expect(declarationOf(program(text))(flag)?.name).toBe(name);
  });

  test('what is not Python is read as far as it goes', () => {
    expect(program('def (((').open).toMatch(/nothing is found/);
  });
});

test('flags that are made of fields of a class may be any of those that are seen', () => {
  const { known, open } = program(
    'from config import Model\np = ArgumentParser()\nfor f in fields(Model):\n    p.add_argument(*names(f), **more(f))\np.add_argument("--moe-aux-loss-coeff")',
    {
      'config.py':
        '@dataclass\nclass Model:\n    moe_z_loss_coeff: Optional[float] = None\n    fused: bool = True\n',
    },
  );
  expect(open).toMatch(/made when it runs/);
  expect([...known]).toEqual(expect.arrayContaining(['moe_z_loss_coeff', 'no_fused', 'disable_fused']));
});

test('what one of two parsers of a program takes is right', () => {
  const declared = declarationOf(
    program(
      'p = ArgumentParser()\np.add_argument("--save", choices=["steps"])\nq = ArgumentParser()\nq.add_argument("--save", choices=["no"])',
    ),
  );
  expect(declared('--save')?.choices).toEqual(['steps', 'no']);
});

test('choices do not count where a class of another package takes the name too', () => {
  const text =
    'HfArgumentParser((A, B))\nclass A(TrainingArguments):\n    x: int\nclass B:\n    save_strategy: Literal["steps", "epoch"] = "steps"\n    mode: Literal["a"] = "a"';
  const declared = declarationOf(program(text));
  expect(declared('--save_strategy')?.choices).toBeUndefined();
  expect(declared('--mode')?.choices).toEqual(['a']);
});
