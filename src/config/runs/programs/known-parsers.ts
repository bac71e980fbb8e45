import type { Library } from './model.ts';

/** Words that a program may take without a flag, or that it reads itself. */
export const takesWords = /\bsys\.argv\b|fromfile_prefix_chars|\.add_typer\(|\bCliPositionalArg\b/;

/** Why more names may be taken than are declared, where the words of a text alone say so. */
export function openByText(text: string): string | undefined {
  if (/\btyro\.(?:conf|extras)\b|\bfrom tyro import.*\b(?:conf|extras)\b/.test(text))
    return 'tyro.conf and tyro.extras may change what it takes';
  if (/\bprefix_chars\s*=\s*["'](?!-["'])/.test(text))
    return 'its flags may begin with other signs (prefix_chars)';
  return /\bsimple_parsing\b/.test(text) && simpleOptions.test(text)
    ? 'simple_parsing is given options that change names'
    : undefined;
}

const simpleOptions =
  /\b(?:DashVariant|ArgumentGenerationMode|NestedMode|subgroups|subparsers|alias|choice|prefix|mutable_field|flag)\b/;

export const fieldParsers = new Set(['HfArgumentParser', 'TrlParser', 'H4ArgumentParser']);

/** What is given a class or a function, and makes a command line of it. */
export const parsing: ReadonlyMap<string, Library> = new Map([
  ['tyro.cli', 'tyro'],
  ['draccus.parse', 'draccus'],
  ['pyrallis.parse', 'draccus'],
  ['simple_parsing.parse', 'simple_parsing'],
  ['typer.run', 'typer'],
  ['pydantic_settings.CliApp.run', 'pydantic'],
  ['CliApp.run', 'pydantic'],
]);

/** They take flags from more than what is declared beside them. */
export const openCalls = new Set([
  'fire.Fire',
  'Fire',
  'LightningCLI',
  'jsonargparse.ArgumentParser',
  'jsonargparse.CLI',
  'configargparse.ArgumentParser',
  'configargparse.ArgParser',
  'OmegaConf.from_cli',
  'Trainer.add_argparse_args',
  'pl.Trainer.add_argparse_args',
]);
