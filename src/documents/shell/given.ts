import { type CommandNode, type CompoundList, parse } from 'unbash';
import { isBatch } from './batch.ts';
import type { Field, Source } from './model.ts';
import { Words } from './words.ts';
import { textOf, type World } from './world.ts';

/** Options of wrappers that set a variable of what they start: `-e LR=1`, or `LR=1` alone. */
const settingOptions: ReadonlyMap<string, RegExp | 'alone'> = new Map<string, RegExp | 'alone'>([
  ...['env', 'sudo', 'exec'].map((name) => [name, 'alone'] as const),
  ...['docker', 'podman', 'nerdctl', 'docker-compose'].map((name) => [name, /^(?:-e|--env)$/] as const),
  ...['apptainer', 'singularity'].map((name) => [name, /^--env$/] as const),
  ...['mpirun', 'mpiexec', 'orterun'].map((name) => [name, /^-x$/] as const),
  ['qsub', /^-v$/],
]);

/** The variables that the own words of a wrapper set; a name alone passes on the one that is there. */
export function givenBy(
  called: string,
  own: readonly Field[],
  around: ReadonlyMap<string, Field>,
): Map<string, Field> {
  const option = settingOptions.get(called.slice(called.lastIndexOf('/') + 1));
  const given = new Map<string, Field>();
  if (option === undefined) return given;
  for (const [index, field] of own.entries()) {
    const [first, ...rest] = field.pieces;
    const [, long, name, equals] = /^(--env=|-e)?([A-Za-z_]\w*)(=)?/.exec(first?.text ?? '') ?? [];
    const isSet =
      option === 'alone'
        ? equals !== undefined
        : long !== undefined || option.test(textOf(own[index - 1]) ?? '');
    if (!isSet || first?.text === undefined || name === undefined) continue;
    const text = first.text.slice(first.text.indexOf('=') + 1);
    const value =
      equals === undefined ? around.get(name) : { ...field, pieces: [{ ...first, text }, ...rest] };
    if (value !== undefined) given.set(name, value);
  }
  return given;
}

/** The file of `cat file`. */
export function catOf(
  node: CommandNode | CompoundList | undefined,
  world: World,
  source: Source,
): Field | undefined {
  if (node?.type !== 'Command' || node.name?.value !== 'cat') return undefined;
  const [file, more] = node.args;
  return file?.type === 'Word' && more === undefined ? new Words(world, source).value(file) : undefined;
}

/** The file whose text a word is: `$(cat file)`, `$(< file)`. */
export function contentOf({ pieces }: Field, world: World): Field | undefined {
  const [piece, ...more] = pieces;
  if (piece === undefined || more.length > 0 || piece.text !== undefined) return undefined;
  const { source, start, end } = piece.at;
  const [, text] = /^\$\((\s*(?:cat\s|<[^<]).*)\)$/s.exec(source.text.slice(start, end)) ?? [];
  const [only, ...others] = text === undefined ? [] : parse(text).commands;
  if (text === undefined || only?.command.type !== 'Command' || others.length > 0) return undefined;
  const inner: Source = { file: source.file, text, within: piece.at };
  const [input] = only.command.redirects;
  if (only.command.name !== undefined) return catOf(only.command, world, inner);
  return input?.type === 'Redirect' && input.operator === '<' && input.target !== undefined
    ? new Words(world, inner).value(input.target)
    : undefined;
}

/** What `bash -c` runs. */
export interface ShellText {
  readonly text: string | undefined;
  /** The word that has it. */
  readonly word?: Field | undefined;
  /** The arguments behind it, without `$0`; absent where it is not known that there are none. */
  readonly given?: readonly Field[];
}

/** The text behind `-c` of a shell, with its arguments. */
export function shellText(called: string, args: readonly Field[]): ShellText | undefined {
  const texts = args.map(textOf);
  const batch = isBatch(called) ? wrapped(args) : undefined;
  if (batch !== undefined) return { text: textOf(batch), word: batch };
  if (!/(?:^|\/)(?:ba|da)?sh$/.test(called)) return undefined;
  const option = texts.findIndex((text) => text !== undefined && /^-[a-z]*c$/.test(text));
  const isFirst = option >= 0 && texts.slice(0, option).every((text) => text?.startsWith('-') === true);
  return isFirst
    ? { text: texts[option + 1], word: args[option + 1], given: args.slice(option + 3) }
    : undefined;
}

/** The text behind `--wrap` of sbatch. */
function wrapped(args: readonly Field[]): Field | undefined {
  const at = args.findIndex(({ pieces: [first] }) => /^--wrap(?:=|$)/.test(first?.text ?? ''));
  const [first, ...rest] = args[at]?.pieces ?? [];
  if (first?.text === undefined) return undefined;
  if (first.text === '--wrap' && rest.length === 0) return args[at + 1];
  const { isMany = false, assumes = [] } = args[at] ?? {};
  return { pieces: [{ ...first, text: first.text.slice(7) }, ...rest], isMany, at: first.at, assumes };
}
