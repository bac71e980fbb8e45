import type { Command, CommandArgument } from 'unbash';
import { assign, declare } from './assignments.ts';
import { builtins, type Context } from './builtins.ts';
import { batchOptions, submitted } from './batch.ts';
import { below, candidates } from './folders.ts';
import { limits } from './limits.ts';
import type { Field, Source } from './model.ts';
import type { Runner } from './runner.ts';
import { Words } from './words.ts';
import { knownText, type Value, World } from './world.ts';

/** Carries out a simple command: assignments and builtins change the state, functions are called, programs are noted. */
export function runCommand(node: Command, world: World, source: Source, run: Runner): World[] {
  const words = new Words(world, source);
  const at = words.spanOf(node);
  const assignments = node.prefix.filter((each) => each.type === 'Assignment');
  const { name } = node;
  if (name === undefined) {
    for (const each of assignments) assign(each, words);
    world.status = /\$\(|`/.test(source.text.slice(node.pos, node.end)) ? 'unknown' : 'ok';
    return [world];
  }
  if (declaring.has(name.value)) {
    declare(name.value, node.args, words);
    world.status = 'ok';
    return [world];
  }
  const fields = [...words.fields(name), ...node.args.flatMap((each) => argument(each, words))];
  const [first, ...args] = fields;
  if (first === undefined) return [world];
  const called = first.isMany ? undefined : knownText(first.pieces);
  const context: Context = { node, world, source, words, run, at, args };
  const environment = prefixed(assignments, words);
  const definition = called === undefined ? undefined : world.functions.get(called);
  if (definition !== undefined) return around(environment, world, () => run.call(definition, args, world));
  const builtin = called === undefined ? undefined : builtins.get(called);
  if (builtin !== undefined) return around(environment, world, () => builtin(context));
  run.emit(fields, new Map([...exported(world), ...environment]), world, at);
  world.status = 'unknown';
  const text = shellText(called, args);
  if (text !== undefined) return shellCommand(context, text, environment);
  if (called !== undefined && readsScript.test(called)) heredocs(context);
  if (called !== undefined) otherScript(context, called, environment);
  return [world];
}

/** Programs that run the script on their standard input. */
const readsScript = /^(?:.*\/)?(?:sbatch|bash|sh)$/;

/** `sbatch <<EOF`: the script between the lines; what is not quoted in it is the outer script's. */
function heredocs({ node, world, source, run, at }: Context): void {
  for (const each of node.redirects) {
    if (each.type !== 'HereDoc' || each.body.text.length > limits.script) continue;
    const isQuoted = each.delimiter?.quoted === true;
    const body = isQuoted ? each.body.text : each.body.text.replaceAll('\\$', '$');
    const before = source.text.slice(0, each.body.pos).replaceAll(/[^\n]/g, ' ');
    const inner = isQuoted ? new World() : world.clone();
    inner.directory = world.directory;
    const text = source.within === undefined ? before + body : body;
    run.nested({ ...source, text }, [inner], at);
  }
}

/** Options of sbatch with a word of their own: the script comes behind them. */
const valuedOptions =
  /^(?:-[AabcCdDeFGHiJkLmMnNoOpqQStTwWx]|--(?:account|array|begin|chdir|comment|constraint|cpus-per-task|dependency|error|exclude|export|gpus|gpus-per-node|gres|input|job-name|mem|mem-per-cpu|nodelist|nodes|ntasks|ntasks-per-node|output|partition|qos|reservation|signal|time))$/;

/** `sbatch train.slurm` and `bash train.sh 8`: a script of the repository, with its arguments and what is exported. */
function otherScript(context: Context, called: string, environment: ReadonlyMap<string, Field>): void {
  const { args, world, run, source, at } = context;
  const isBatch = /(?:^|\/)sbatch$/.test(called);
  if (!isBatch && !/(?:^|\/)(?:ba)?sh$/.test(called)) return;
  let index = 0;
  const textAt = (place: number) => knownText(args[place]?.pieces ?? []);
  for (; index < args.length; index += 1) {
    const text = textAt(index);
    if (text === undefined || !text.startsWith('-')) break;
    if (/^-[a-z]*[cs]$/.test(text) && !isBatch) return;
    if (isBatch && valuedOptions.test(text)) index += 1;
  }
  const script = args[index];
  if (script === undefined || script.isMany) return;
  const options = isBatch ? batchOptions(args.slice(0, index)) : {};
  // sbatch looks for the script in the folder that it is given, or in the one where it is called
  const folder = options.chdir === undefined ? world.directory : below({ ...world.directory }, options.chdir);
  const found = [folder, world.directory].flatMap((each) => candidates(below({ ...each }, script), source));
  for (const file of new Set(found)) {
    const text = run.read(file);
    if (text === undefined) {
      run.missing.add(file);
      continue;
    }
    const inner = new World();
    inner.directory = world.directory;
    inner.arguments = args.slice(index + 1);
    for (const [name, field] of [...exported(world), ...environment]) {
      inner.set(name, { items: [field], isArray: false });
      inner.exported.add(name);
    }
    const other = { file, text };
    run.nested(other, isBatch ? submitted(other, inner, options) : [inner], at);
    return;
  }
}

const declaring = new Set(['export', 'declare', 'local', 'readonly', 'typeset']);

/** `A=1` behind a command's name is an argument like any other. */
function argument(arg: CommandArgument, words: Words): Field[] {
  if (arg.type === 'Word') return words.fields(arg);
  const at = words.spanOf(arg);
  if (arg.value.type === 'ArrayValue')
    return [{ pieces: [{ text: undefined, unknown: 'an array', at }], isMany: true, at, assumes: [] }];
  const start = { text: arg.text.slice(0, arg.value.pos - arg.pos), at };
  const rest = words.fields(arg.value);
  const [first, ...more] = rest;
  if (/[[$]/.test(start.text))
    return [
      {
        pieces: [{ text: undefined, unknown: `${arg.text} is not worked out`, at }],
        isMany: true,
        at,
        assumes: [],
      },
    ];
  return first === undefined
    ? [{ pieces: [start], isMany: false, at, assumes: [] }]
    : [{ ...first, at, pieces: [start, ...first.pieces] }, ...more];
}

function prefixed(
  assignments: readonly Extract<Command['prefix'][number], { type: 'Assignment' }>[],
  words: Words,
): Map<string, Field> {
  const values = new Map<string, Field>();
  for (const { name, value } of assignments) if (value.type === 'Word') values.set(name, words.value(value));
  return values;
}

function exported(world: World): Map<string, Field> {
  const values = new Map<string, Field>();
  for (const name of world.exported) {
    const [field] = world.variables.get(name)?.items ?? [];
    if (field !== undefined) values.set(name, field);
  }
  return values;
}

/** What stands before a function or builtin holds while it runs. */
function around(environment: ReadonlyMap<string, Field>, world: World, body: () => World[]): World[] {
  if (environment.size === 0) return body();
  const before = new Map(
    [...environment.keys()].map((name) => [
      name,
      world.variables.has(name) ? world.variables.get(name) : ('absent' as const),
    ]),
  );
  const { splitsOtherwise } = world;
  for (const [name, field] of environment) world.set(name, { items: [field], isArray: false });
  const after = body();
  for (const each of after) {
    for (const [name, value] of before) putBack(each, name, value);
    each.splitsOtherwise = splitsOtherwise;
  }
  return after;
}

function putBack(world: World, name: string, value: Value | 'absent' | undefined): void {
  if (value === 'absent') world.variables.delete(name);
  else world.variables.set(name, value);
}

/** The text behind `-c` of a shell. */
function shellText(called: string | undefined, args: readonly Field[]): string | undefined {
  const texts = args.map(({ pieces, isMany }) => (isMany ? undefined : knownText(pieces)));
  if (called !== undefined && /(?:^|\/)sbatch$/.test(called)) return wrapped(texts);
  if (called === undefined || !/(?:^|\/)(?:ba|da)?sh$/.test(called)) return undefined;
  const option = texts.findIndex((text) => text !== undefined && /^-[a-z]*c$/.test(text));
  const isFirst = option >= 0 && texts.slice(0, option).every((text) => text?.startsWith('-') === true);
  return isFirst ? texts[option + 1] : undefined;
}

/** The text behind `--wrap` of sbatch. */
function wrapped(texts: readonly (string | undefined)[]): string | undefined {
  const at = texts.indexOf('--wrap');
  if (at >= 0) return texts[at + 1];
  return texts.find((text) => text?.startsWith('--wrap=') === true)?.slice('--wrap='.length);
}

/** `bash -c '…'` sees what is exported, and nothing else of the script. */
function shellCommand(
  { world, run, source, at }: Context,
  text: string,
  environment: ReadonlyMap<string, Field>,
): World[] {
  const inner = new World();
  inner.directory = world.directory;
  inner.lost = world.lost;
  for (const [name, field] of [...exported(world), ...environment]) {
    inner.set(name, { items: [field], isArray: false });
    inner.exported.add(name);
  }
  if (text.length <= limits.script) run.nested({ file: source.file, text, within: at }, [inner], at);
  world.status = 'unknown';
  return [world];
}
