import { type Command, parse } from 'unbash';
import { defineAliases, setsAliases } from './aliases.ts';
import { arithmetic } from './counting.ts';
import { testOutcome } from './conditions.ts';
import { below, candidates } from './folders.ts';
import { contentOf } from './given.ts';
import type { Field, Source, Span } from './model.ts';
import type { Runner } from './runner.ts';
import type { Words } from './words.ts';
import { certainText, knownText, type World } from './world.ts';

export interface Context {
  readonly node: Command;
  readonly world: World;
  readonly source: Source;
  readonly words: Words;
  readonly run: Runner;
  readonly at: Span;
  /** The arguments, expanded. */
  readonly args: readonly Field[];
}

type Builtin = (context: Context) => World[];

const ok: Builtin = ({ world }) => {
  world.status = 'ok';
  return [world];
};

const noting =
  (note: (world: World, args: readonly Field[]) => void): Builtin =>
  (context) => {
    note(context.world, context.args);
    return ok(context);
  };

const test: Builtin = ({ world, args }) => {
  world.conclude(testOutcome(args));
  return [world];
};

const stops =
  (stop: 'break' | 'continue' | 'return' | 'exit'): Builtin =>
  ({ world, args }) => {
    // `break 2` leaves more than the loop it is in
    world.stop = (stop === 'break' || stop === 'continue') && args.length > 0 ? 'exit' : stop;
    return [world];
  };

/** Names that it sets to what only the run knows. */
const sets =
  (unknown: string, ...always: readonly string[]): Builtin =>
  ({ world, args, at }) => {
    world.setUnknown(always, unknown, at);
    for (const field of args) {
      const text = knownText(field.pieces);
      const name = /^[A-Za-z_]\w*/.exec(text ?? '')?.[0];
      if (text === undefined) world.forget(unknown);
      else if (name !== undefined) world.setUnknown([name], unknown, at);
    }
    world.status = 'unknown';
    return [world];
  };

/** What a shell does itself; its arguments are expanded. */
export const builtins: ReadonlyMap<string, Builtin> = new Map<string, Builtin>(
  Object.entries({
    ':': ok,
    true: ok,
    echo: ok,
    false: ({ world }: Context) => {
      world.status = 'failed';
      return [world];
    },
    '[': test,
    test,
    exit: stops('exit'),
    return: stops('return'),
    break: stops('break'),
    continue: stops('continue'),
    cd: changeFolder,
    pushd: changeFolder,
    popd: ({ world }: Context) => {
      world.directory = { from: 'unknown', path: '' };
      return [world];
    },
    set: setOptions,
    shift: shiftArguments,
    unset: unsetNames,
    read: readLines,
    mapfile: sets('it is read when it runs', 'MAPFILE'),
    readarray: sets('it is read when it runs', 'MAPFILE'),
    getopts: sets('an option of the script sets it', 'OPTARG', 'OPTIND'),
    let: calculate,
    printf: printed,
    source: sourceFile,
    '.': sourceFile,
    eval: evaluate,
    shopt: noting(setsAliases),
    alias: noting(defineAliases),
    trap: ok,
    wait: ok,
    umask: ok,
    ulimit: ok,
  }),
);

/** `read -r -d '' ARGS <<EOF` sets a variable to the text between the lines, without the spaces around it. */
function readLines(context: Context): World[] {
  const { node, world, words, args } = context;
  const texts = args.map(({ pieces, isMany }) => (isMany ? undefined : knownText(pieces)));
  const name = texts.at(-1);
  const here = node.redirects.find(({ type }) => type === 'HereDoc');
  const isWhole = texts.some((text, at) => /^-[a-z]*d$/.test(text ?? '') && texts[at + 1] === '');
  const isOne = texts.slice(0, -1).every((text) => text === '' || text?.startsWith('-') === true);
  const isRaw = texts.some((text) => /^-[a-z]*r/.test(text ?? ''));
  if (
    here?.type !== 'HereDoc' ||
    !isWhole ||
    !isOne ||
    !isRaw ||
    name === undefined ||
    !/^[A-Za-z_]\w*$/.test(name)
  )
    return sets('it is read when it runs', 'REPLY')(context);
  const field = words.hereDocument(here);
  if (field === undefined) return sets('it is read when it runs', 'REPLY')(context);
  world.set(name, { items: [field], isArray: false });
  world.status = 'failed';
  return [world];
}

function changeFolder({ world, args }: Context): World[] {
  const given = args.filter(({ pieces }) => !/^-[LPe]+$|^--$/.test(pieces[0]?.text ?? ''));
  world.directory =
    given.length === 1 && given[0]?.isMany === false
      ? below(world.directory, given[0])
      : { from: 'unknown', path: '' };
  world.status = 'unknown';
  return [world];
}

function setOptions({ world, args }: Context): World[] {
  const end = args.findIndex(({ pieces }) => knownText(pieces) === '--');
  const [first] = args;
  const options = args.slice(0, end < 0 ? args.length : end).map(({ pieces }) => knownText(pieces) ?? '');
  if (options.some((text, index) => /^-[a-z]*a/.test(text) || isAllExport(options, index, '-o')))
    world.exportsAll = true;
  if (options.some((text, index) => /^\+[a-z]*a/.test(text) || isAllExport(options, index, '+o')))
    world.exportsAll = false;
  if (end >= 0) world.arguments = args.slice(end + 1);
  else if (first !== undefined && !/^[-+]/.test(first.pieces[0]?.text ?? '')) world.arguments = args;
  world.status = 'ok';
  return [world];
}

function isAllExport(options: readonly string[], index: number, option: string): boolean {
  return options[index] === option && options[index + 1] === 'allexport';
}

/** `let "A = B * 2"`: each word is an expression. */
function calculate(context: Context): World[] {
  const { args, world, source, at } = context;
  for (const field of args) {
    const text = certainText(field);
    const { commands = [] } = text === undefined ? {} : parse(`((${text}))`);
    const [command, ...more] = commands.map((each) => each.command);
    if (command?.type !== 'ArithmeticCommand' || more.length > 0) return sets('arithmetic sets it')(context);
    arithmetic(command, world, { file: source.file, text: `((${text}))`, within: at });
  }
  return [world];
}

function shiftArguments({ world, args, at }: Context): World[] {
  const { arguments: given } = world;
  const by = args.length === 0 ? 1 : Number(certainText(args[0]) ?? Number.NaN);
  if (given !== undefined) {
    const isKnown = Number.isInteger(by) && !given.slice(0, by).some(({ isMany }) => isMany);
    const unknown = 'the arguments that are left';
    world.arguments = isKnown
      ? by > given.length
        ? given
        : given.slice(by)
      : [{ pieces: [{ text: undefined, unknown, at }], isMany: true, at, assumes: [] }];
  }
  world.status = 'unknown';
  return [world];
}

function unsetNames({ world, args }: Context): World[] {
  for (const field of args) {
    const name = knownText(field.pieces);
    if (name === undefined) world.forget('it may be unset');
    else if (/^[A-Za-z_]\w*$/.test(name)) world.variables.set(name, undefined);
    else if (/^[A-Za-z_]/.test(name))
      world.setUnknown([/^\w+/.exec(name)?.[0] ?? ''], 'a part of it is unset', field.at);
    if (name === 'IFS') world.splitsOtherwise = false;
  }
  world.status = 'ok';
  return [world];
}

function printed(context: Context): World[] {
  const [option, ...rest] = context.args;
  if (option !== undefined && knownText(option.pieces) === '-v')
    return sets('printf sets it')({ ...context, args: rest.slice(0, 1) });
  return ok(context);
}

/** Set-ups of the environment that leave the script's own variables alone. */
const environments =
  /(?:^|\/)(?:activate|conda\.sh|mamba\.sh|set_env\.sh|setvars\.sh|nvm\.sh|lmod\.sh|modules\.sh|\.?bashrc|\.?profile|\.?bash_profile|\.env|env|environment)$/;

function sourceFile({ world, args, run, source, at }: Context): World[] {
  const [path] = args;
  const target = below({ ...world.directory }, path);
  const paths = candidates(target, source);
  for (const file of paths) {
    const text = run.read(file);
    if (text !== undefined) return run.nested({ file, text }, [world], at);
  }
  for (const file of paths) run.missing.add(file);
  const named = path?.pieces.at(-1)?.text ?? '';
  if (!environments.test(named))
    world.forget(`${named === '' ? 'a file' : named} is sourced and cannot be read here`);
  world.status = 'unknown';
  return [world];
}

function evaluate(context: Context): World[] {
  const { args, world, run, at, source } = context;
  const texts = args.map((field) => (field.isMany ? undefined : knownText(field.pieces)));
  if (texts.every((text) => text !== undefined)) {
    return run.nested({ file: source.file, text: texts.join(' '), within: at }, [world], at);
  }
  const [only] = args.length === 1 ? args : [];
  for (const file of only === undefined
    ? []
    : candidates(below(world.directory, contentOf(only, world)), source)) {
    const text = run.read(file);
    if (text !== undefined) return run.nested({ file, text }, [world], at);
    run.missing.add(file);
  }
  const { pieces = [] } = args[0] ?? {};
  run.emit(
    [
      { pieces: [{ text: 'eval', at }], isMany: false, at, assumes: [] },
      { pieces, isMany: true, at, assumes: [] },
    ],
    new Map(),
    world,
    at,
  );
  world.forget('eval may set it');
  world.status = 'unknown';
  return [world];
}
