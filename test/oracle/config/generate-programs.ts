/** Programs that declare arguments with one of the libraries that are read, and command lines for them, most of them right: the same for the same seed. */
import type { Random } from './generate.ts';

export const libraries = [
  'argparse',
  'hf',
  'tyro',
  'draccus',
  'simple_parsing',
  'click',
  'typer',
  'pydantic',
  'absl',
] as const;
export type Library = (typeof libraries)[number];

export interface ProgramRun {
  readonly library: Library;
  readonly text: string;
  readonly argv: readonly string[];
}

export function generateProgram(library: Library, random: Random): ProgramRun {
  const writer = new ProgramWriter(library, random);
  return { library, text: writer.program(), argv: writer.argv() };
}

type Kind = 'int' | 'float' | 'str' | 'bool' | 'optional' | 'literal' | 'enum' | 'list';

interface Field {
  readonly name: string;
  readonly kind: Kind;
  readonly isRequired: boolean;
  /** The program refuses a value behind it. */
  isSwitch?: boolean;
}

const imports: Readonly<Record<Library, string>> = {
  argparse: 'import argparse\nfrom argparse import ArgumentParser',
  hf: 'from transformers import HfArgumentParser',
  tyro: 'import tyro',
  draccus: 'import draccus',
  simple_parsing: 'import simple_parsing\nfrom simple_parsing import ArgumentParser',
  click: 'import click',
  typer: 'import typer',
  pydantic:
    'from pydantic import Field\nfrom pydantic_settings import BaseSettings, CliApp, SettingsConfigDict',
  absl: 'from absl import app, flags',
};

const head =
  'import enum\nfrom dataclasses import dataclass, field\nfrom typing import Annotated, List, Literal, Optional\n';

class ProgramWriter {
  private readonly library: Library;
  private readonly random: Random;
  private readonly fields: Field[] = [];
  private inner: Field[] = [];
  private extra: string[] = [];
  private written = '';

  constructor(library: Library, random: Random) {
    this.library = library;
    this.random = random;
  }

  program(): string {
    const names = [
      'lr',
      'num_layers',
      'num_heads',
      'batch_size',
      'use_cache',
      'mode',
      'tags',
      'seed',
      'weight_decay',
      'x',
    ];
    for (const name of names) if (this.random() < 0.4) this.fields.push(this.field(name));
    if (this.fields.length === 0) this.fields.push(this.field('lr'));
    this.written = this.body();
    return `${head}${imports[this.library]}\n\nclass Mode(${this.pick('str, enum.Enum', 'enum.Enum')}):\n    FAST = "fast"\n    SLOW = "slow"\n\nSPEEDS = {"fast": 1, "slow": 2}\n\n${this.written}\n`;
  }

  private number(below: number): number {
    return Math.floor(this.random() * below);
  }

  private pick<T>(...items: readonly [T, ...T[]]): T {
    return items[this.number(items.length)] ?? items[0];
  }

  private chance(share: number): boolean {
    return this.random() < share;
  }

  private field(name: string): Field {
    const kind = this.pick<Kind>('int', 'float', 'str', 'bool', 'optional', 'literal', 'enum', 'list');
    return { name, kind, isRequired: kind !== 'optional' && this.chance(0.2) };
  }

  private body(): string {
    const { library } = this;
    if (library === 'argparse') return this.argparse();
    if (library === 'click') return this.click();
    if (library === 'typer') return this.typer();
    if (library === 'absl') return this.absl();
    if (library === 'pydantic') return this.pydantic();
    if (library === 'tyro' && this.chance(0.4)) return this.tyroFunction();
    const classes = this.dataclasses();
    if (library === 'hf')
      return `${classes}\n(args,) = HfArgumentParser(${this.pick('Args', '(Args,)', '[Args]')}).parse_args_into_dataclasses()\nrecord(args)`;
    if (library === 'tyro')
      return `${classes}\nrecord(${this.pick('tyro.cli(Args)', 'tyro.cli(Args, description="x")')})`;
    if (library === 'draccus')
      return this.chance(0.5)
        ? `${classes}\n@draccus.wrap()\ndef main(cfg: Args):\n    record(cfg)\nmain()`
        : `${classes}\nrecord(draccus.parse(${this.pick('config_class=Args', 'Args')}))`;
    return this.chance(0.5)
      ? `${classes}\nrecord(simple_parsing.parse(Args))`
      : `${classes}\nparser = ArgumentParser()\nparser.add_arguments(Args, dest="args")\nrecord(parser.parse_args().args)`;
  }

  private argparse(): string {
    const lines = this.fields.map((field) => this.added(field));
    const made = this.pick(
      'ArgumentParser()',
      'argparse.ArgumentParser(description="x")',
      'ArgumentParser(allow_abbrev=False)',
    );
    const parse = this.chance(0.1) ? 'parse_known_args()[0]' : 'parse_args()';
    const roll = this.random();
    if (roll < 0.1)
      return `SPEC = {"extra_one": {"type": int}, "extra_two": dict(choices=["fast", "slow"])}\nparser = ${made}\n${lines.join('\n')}\nfor key, value in SPEC.items():\n    parser.add_argument(f"--{key}", **value)\nrecord(parser.${parse})`;
    if (roll < 0.2)
      return `def add(parser):\n${indented(lines)}\n    return parser\nrecord(add(${made}).${parse})`;
    if (roll < 0.3)
      return `base = ArgumentParser(add_help=False)\n${lines.join('\n').replaceAll('parser.', 'base.')}\nparser = ArgumentParser(parents=[base])\nrecord(parser.${parse})`;
    if (roll < 0.45)
      return `parser = ${made}\ngroup = parser.add_argument_group("g")\n${lines.join('\n').replaceAll('parser.', 'group.')}\nrecord(parser.${parse})`;
    const defaults =
      this.chance(0.2) && this.fields[0]?.isSwitch !== true
        ? `parser.set_defaults(${this.fields[0]?.name ?? 'lr'}=3)\n`
        : '';
    return `parser = ${made}\n${lines.join('\n')}\n${defaults}record(parser.${parse})`;
  }

  private added(field: Field): string {
    const { name, kind, isRequired } = field;
    const flag = this.chance(0.5) ? name : name.replaceAll('_', '-');
    const short = this.chance(0.15) ? `"-${name[0]?.toUpperCase()}${name.length}"[:2], ` : '';
    const flags = `${short === '' ? '' : `"-${name[0] ?? 'x'}", `}"--${flag}"`.replace(
      '"-x", "--x"',
      '"--x"',
    );
    const used = this.extra.includes(flags.slice(0, 4)) ? `"--${flag}"` : flags;
    this.extra.push(used.slice(0, 4));
    const required = isRequired ? ', required=True' : '';
    const add = (rest: string): string => `parser.add_argument(${used}${rest}${required})`;
    if (kind === 'int')
      return add(
        this.pick(
          ', type=int',
          ', type=int, default=8',
          ', **dict(type=int, default=8)',
          ', type=int, choices=[1, 2, 8]',
          ', type=int, nargs="?", const=3',
        ),
      );
    if (kind === 'float')
      return add(
        this.pick(', type=float, default=1e-4', ', type=float', ', "type": float').replace(
          '"type": ',
          'type=',
        ),
      );
    if (kind === 'str')
      return add(this.pick(', default="a"', ', type=str', ', action="append"', ', help="h"'));
    if (kind === 'bool') {
      if (this.chance(0.2)) return add(', type=bool, default=False');
      field.isSwitch = true;
      return add(
        this.pick(
          ', action="store_true"',
          ', action="store_false"',
          ', action=argparse.BooleanOptionalAction',
          ', action="count"',
          ', action="count", default=1',
          ', action="store_const", const=3',
        ),
      );
    }
    if (kind === 'optional') return add(', type=int, default=None');
    if (kind === 'literal')
      return add(
        this.pick(
          ', choices=["fast", "slow"]',
          ', choices=list(SPEEDS)',
          ', choices=SPEEDS.keys()',
          ', choices=sorted(SPEEDS.keys())',
          ', choices={"fast", "slow"}',
          ', **{"choices": ["fast", "slow"], "default": "slow"}',
        ),
      );
    if (kind === 'enum')
      return add(
        this.pick(
          ', type=Mode, choices=list(Mode)',
          ', type=Mode',
          ', choices=[m.value for m in Mode]',
          ', choices=[m.name for m in Mode]',
          ', choices=sorted(Mode.__members__)',
          ', choices=tuple(m.name for m in Mode)',
          ', type=lambda name: Mode[name]',
        ),
      );
    return add(this.pick(', nargs="+", type=int', ', nargs="*", type=int', ', nargs=2, type=int'));
  }

  private dataclasses(): string {
    const nested = this.library !== 'hf' && this.chance(0.4);
    if (nested) this.inner = [this.field('beta'), this.field('eps')];
    const base = this.chance(0.3) ? this.fields.length : 0;
    const parts = nested ? [`@dataclass\nclass Optim:\n${this.members(this.inner)}\n`] : [];
    const own = nested ? ['    optim: Optim = field(default_factory=Optim)'] : [];
    if (nested)
      this.inner = this.inner.map((each) => ({ ...each, isRequired: false, name: `optim.${each.name}` }));
    if (base === 0)
      return [...parts, `@dataclass\nclass Args:\n${this.members(this.fields)}\n${own.join('\n')}`].join(
        '\n',
      );
    return [
      ...parts,
      `@dataclass\nclass Base:\n${this.members(this.fields)}\n\n@dataclass\nclass Args(Base):\n${own.join('\n')}\n    other: int = 3`,
    ].join('\n');
  }

  private members(fields: readonly Field[]): string {
    const isInner = fields === this.inner;
    const all = [...fields].toSorted((a, b) => Number(b.isRequired) - Number(a.isRequired));
    return all
      .map(
        ({ name, kind, isRequired }) =>
          `    ${name}: ${annotations[kind]}${isRequired && !isInner ? '' : ` = ${this.fieldDefault(kind)}`}`,
      )
      .join('\n');
  }

  private fieldDefault(kind: Kind): string {
    if (kind === 'list') return 'field(default_factory=lambda: [1])';
    const value = this.literal(kind);
    return this.library !== 'pydantic' && this.chance(0.3)
      ? `field(default=${value}, metadata={"help": "h"})`
      : value;
  }

  private literal(kind: Kind): string {
    if (kind === 'int') return '8';
    if (kind === 'float') return '1e-4';
    if (kind === 'bool') return this.pick('True', 'False');
    if (kind === 'optional') return 'None';
    if (kind === 'enum') return 'Mode.FAST';
    return kind === 'list' ? '[1]' : '"fast"';
  }

  private parameters(): string {
    const all = [...this.fields].toSorted((a, b) => Number(b.isRequired) - Number(a.isRequired));
    const isTuple = this.library === 'tyro';
    return all
      .map(({ name, kind, isRequired }) => {
        const type = kind === 'list' && isTuple ? 'tuple[int, ...]' : annotations[kind];
        const value = kind === 'list' ? (isTuple ? '(1,)' : '[1]') : this.literal(kind);
        return `${name}: ${type}${isRequired ? '' : ` = ${value}`}`;
      })
      .join(', ');
  }

  private tyroFunction(): string {
    return `def main(${this.parameters()}) -> None:\n    record(locals())\n\n${this.pick('tyro.cli(main)', 'if __name__ == "__main__":\n    tyro.cli(main)')}`;
  }

  private typer(): string {
    const all = [...this.fields].toSorted((a, b) => Number(b.isRequired) - Number(a.isRequired));
    const isAnnotated = this.chance(0.5);
    const list = all.map(({ name, kind, isRequired }) => {
      const type = annotations[kind];
      const value = this.literal(kind);
      const roll = this.random();
      if (isRequired)
        return !isAnnotated
          ? `${name}: ${type} = typer.Option(...)`
          : `${name}: Annotated[${type}, typer.Option()]`;
      if (roll < 0.2) return `${name}: Annotated[${type}, typer.Option(help="h")] = ${value}`;
      if (roll < 0.35) return `${name}: ${type} = typer.Option(${value}, help="h")`;
      if (roll < 0.45) return `${name}: ${type} = typer.Option(${value}, "--${name}")`;
      return `${name}: ${type} = ${value}`;
    });
    const main = `def main(${list.join(', ')}):\n    record(locals())\n`;
    const roll = this.random();
    if (roll < 0.4) return `${main}\ntyper.run(main)`;
    if (roll < 0.8) return `app = typer.Typer()\n\n@app.command()\n${main}\napp()`;
    this.extra.push('main');
    return `app = typer.Typer()\n\n@app.command()\n${main}\n@app.command()\ndef other(port: int = 1):\n    record(locals())\n\napp()`;
  }

  private click(): string {
    const options = this.fields.map((field) => `@click.option(${this.clickOption(field)})`);
    const main = `def main(**kwargs):\n    record(kwargs)\n`;
    if (this.chance(0.7)) return `@click.command()\n${options.join('\n')}\n${main}\nmain()`;
    this.extra.push('main');
    return `@click.group()\ndef cli(): ...\n\n@cli.command()\n${options.join('\n')}\n${main}\n@cli.command()\n@click.option("--port", type=int)\ndef other(port): ...\n\ncli()`;
  }

  private clickOption(field: Field): string {
    const { name, kind, isRequired } = field;
    const flag = this.chance(0.5) ? name : name.replaceAll('_', '-');
    const more = isRequired ? ', required=True' : '';
    if (kind === 'int' || kind === 'optional')
      return `"--${flag}", ${this.pick('type=int', 'default=8', 'type=click.IntRange(1, 8)', 'type=click.INT')}${more}`;
    if (kind === 'float')
      return `"--${flag}", ${this.pick('type=float', 'default=1e-4', 'default=1e-4, show_default=True')}${more}`;
    if (kind === 'bool') {
      if (this.chance(0.2)) return `"--${flag}", type=bool${more}`;
      field.isSwitch = true;
      return this.pick(
        `"--${flag}", is_flag=True`,
        `"--${flag}/--no-${flag}", default=False`,
        `"--${flag}", count=True`,
        `"--${flag}", is_flag=True, default=True`,
      );
    }
    if (kind === 'literal' || kind === 'enum')
      return `"--${flag}", type=click.Choice(["fast", "slow"]${this.pick('', ', case_sensitive=False')})${more}`;
    if (kind === 'list')
      return `"--${flag}", ${this.pick('multiple=True, type=int', 'nargs=2, type=int')}${more}`;
    return `"-${name.length > 3 ? 's' : 'y'}${this.number(9)}".replace("9", "8")`.length < 0
      ? ''
      : `"--${flag}"${more}`;
  }

  private absl(): string {
    const lines = this.fields.map(({ name, kind, isRequired }) => {
      const more = isRequired ? ', required=True' : '';
      const value = (text: string): string => (isRequired ? 'None' : text);
      if (kind === 'int' || kind === 'optional')
        return `flags.DEFINE_integer("${name}", ${value('8')}, "h"${more})`;
      if (kind === 'float') return `flags.DEFINE_float("${name}", ${value('1e-4')}, "h"${more})`;
      if (kind === 'bool')
        return `flags.DEFINE_${this.pick('bool', 'boolean')}("${name}", ${value('False')}, "h"${more})`;
      if (kind === 'literal' || kind === 'enum')
        return `flags.DEFINE_enum("${name}", ${value('"fast"')}, ["fast", "slow"], "h"${more})`;
      if (kind === 'list') return `flags.DEFINE_list("${name}", ${value('[]')}, "h"${more})`;
      return `flags.DEFINE_string("${name}", ${value('"a"')}, "h"${more})`;
    });
    return `FLAGS = flags.FLAGS\n${lines.join('\n')}\n\ndef main(argv):\n    record({name: FLAGS[name].value for name in [${this.fields.map(({ name }) => `"${name}"`).join(', ')}]})\n\napp.run(main)`;
  }

  private pydantic(): string {
    const members = this.members(this.fields).replaceAll('field(default_factory', 'Field(default_factory');
    const roll = this.random();
    if (roll < 0.35) return `class Args(BaseSettings):\n${members}\n\nrecord(CliApp.run(Args))`;
    if (roll < 0.6) return `class Args(BaseSettings, cli_parse_args=True):\n${members}\n\nrecord(Args())`;
    const more = this.pick('', ', cli_kebab_case=True', ', cli_implicit_flags=True', ', env_prefix="X_"');
    return `class Args(BaseSettings):\n    model_config = SettingsConfigDict(cli_parse_args=True${more})\n${members}\n\nrecord(Args())`;
  }

  argv(): string[] {
    const command = this.extra.includes('main') ? ['main'] : [];
    const given = [...this.fields, ...this.inner].filter((field) => field.isRequired || this.chance(0.6));
    const words = given.flatMap((field) => this.given(field));
    if (this.written.includes('extra_one') && this.chance(0.5))
      words.push(
        ...this.pick(['--extra_one', '3'], ['--extra_two=fast'], ['--extra_two', 'x'], ['--extra_one', 'x']),
      );
    const [counted] = this.fields.filter(({ isSwitch }) => isSwitch);
    if (counted !== undefined && this.chance(0.2)) words.push(this.flag(counted), this.flag(counted));
    if (this.chance(0.08))
      words.push(...this.pick(['--unknown', '3'], ['--learning-rate=3'], ['extra'], ['--no-lr'], ['--nolr']));
    return [...command, ...words];
  }

  private given(field: Field): string[] {
    const flag = this.flag(field);
    const values = this.values(field);
    const [first] = values;
    return values.length === 1 && this.chance(0.25) ? [`${flag}=${first}`] : [flag, ...values];
  }

  private flag({ name, kind }: Field): string {
    const roll = this.random();
    const dashed = name.replaceAll('_', '-');
    const usual = this.library === 'typer' || this.written.includes(`"--${dashed}`) ? dashed : name;
    if (roll < 0.75) return `--${usual}`;
    if (roll < 0.85) return `--${this.chance(0.5) ? name : dashed}`;
    if (roll < 0.88) return `--${name.slice(0, -1)}`;
    if (roll < 0.9) return `--${name.slice(0, 3)}`;
    if (roll < 0.92) return `--${name}s`;
    if (roll < 0.96 && kind === 'bool') return this.pick(`--no-${dashed}`, `--no_${name}`, `--no${name}`);
    if (roll < 0.97) return `--no-${dashed}`;
    return roll < 0.98 ? `-${name}` : `--${name}`;
  }

  private values({ kind, isSwitch }: Field): string[] {
    if (this.chance(0.02)) return [];
    if (this.chance(0.03))
      return [this.pick('abc', '1.5', '1e3', 'None', 'null', 'True', '-3', '1_0', '10.0', '', 'inf', '0x10')];
    if (kind === 'int' || kind === 'optional') return [this.pick('1', '8', '2', '-1', '+3')];
    if (kind === 'float') return [this.pick('1e-5', '3', '.5', '5.', '-1e-5', '1e5', 'nan')];
    if (kind === 'str') return [this.pick('text', 'a b', '12', 'true', 'a=b', '1e-5')];
    const isSwitched = isSwitch === true || ['typer', 'tyro', 'absl'].includes(this.library);
    if (kind === 'bool')
      return this.chance(
        isSwitched ? 0.95 : this.library === 'draccus' || this.library === 'pydantic' ? 0.05 : 0.5,
      )
        ? []
        : [this.pick('True', 'False', 'true', '1', 'no', 'yes')];
    if (kind === 'literal')
      return [this.pick('fast', 'slow', 'slow', 'fast', 'slow', 'fast', 'Fast', 'quick')];
    const isNamed = this.library === 'tyro' || this.library === 'simple_parsing';
    if (kind === 'enum')
      return [this.chance(0.9) ? (isNamed ? 'SLOW' : 'slow') : this.pick('fast', 'FAST', 'SLOW', 'quick')];
    if (this.chance(0.15)) return this.pick(['1'], ['1', '2'], ['1', '2', '3'], ['[1,2]'], ['1,2']);
    if (this.library === 'typer' || this.library === 'absl') return ['1'];
    if (this.library === 'draccus' || this.library === 'pydantic') return ['[1,2]'];
    return this.library === 'click' && !this.written.includes('nargs=2') ? ['3'] : ['1', '2'];
  }
}

const annotations: Readonly<Record<Kind, string>> = {
  int: 'int',
  float: 'float',
  str: 'str',
  bool: 'bool',
  optional: 'Optional[int]',
  literal: 'Literal["fast", "slow"]',
  enum: 'Mode',
  list: 'List[int]',
};

function indented(lines: readonly string[]): string {
  return lines.map((line) => `    ${line}`).join('\n');
}
