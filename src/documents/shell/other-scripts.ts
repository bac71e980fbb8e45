import { type BatchOptions, batchOptions, isBatch, submitted } from './batch.ts';
import type { Context } from './builtins.ts';
import { below, candidates } from './folders.ts';
import { contentOf, givenBy, type ShellText, shellText } from './given.ts';
import { limits } from './limits.ts';
import type { Field, Source } from './model.ts';
import { knownText, textOf, World } from './world.ts';
import { type Wrapped, wrappedBy } from './wrappers.ts';

/** Follows the scripts that a program runs: `bash -c '…'`, `sbatch --wrap`, a heredoc, a file of the repository. */
export function otherScripts(
  context: Context,
  called: string,
  environment: ReadonlyMap<string, Field>,
): void {
  const wrapped = wrappedBy([called, ...context.args.map(textOf)]);
  if (wrapped !== undefined) {
    if (isRemoteShell(called, wrapped, context.args)) return onInput(context, called, environment);
    return wrappedScript(context, called, environment, wrapped);
  }
  const shell = shellText(called, context.args);
  if (shell !== undefined) return shellCommand(context, shell, environment);
  const operand = readsScript.test(called) ? operandAt(called, context.args) : undefined;
  if (operand === context.args.length) onInput(context, called, environment);
  else if (operand !== undefined) otherScript(context, called, operand, environment);
}

/** Programs that run the script on their standard input. */
const readsScript = /^(?:.*\/)?(?:sbatch|bash|sh|ssh)$/;

/** A program that the script names by its path, `"$DIR/train.sh" 8`: followed where it is a shell script. */
export function namedScript(context: Context, program: Field, environment: ReadonlyMap<string, Field>): void {
  if (program.isMany || !/\/|\.(?:sh|bash)$/.test(program.pieces.at(-1)?.text ?? '')) return;
  const [file, text] = scriptAt(context, program, [context.world.directory]) ?? [];
  if (file === undefined || text === undefined) return context.run.leave(program, context.at);
  if (!/\.(?:sh|bash|slurm|sbatch)$/.test(file) && !/^#!.*\b(?:ba|da)?sh\b/.test(text)) return;
  started(context, { file, text }, context.args, environment);
}

/** `srun bash -c '…'`, `ssh host '…'`: a shell behind another program, or one that this starts itself. */
function wrappedScript(
  context: Context,
  called: string,
  environment: ReadonlyMap<string, Field>,
  { from, to, isText, isElsewhere, fills, program }: Wrapped,
): void {
  const words = [undefined, ...context.args].slice(from, to);
  const texts = words.map((field) => field && textOf(field));
  const known = texts.filter((text) => text !== undefined);
  // what is filled in when it runs is not in the text
  const isWhole =
    known.length === texts.length &&
    (fills === undefined || (fills.text !== undefined && !fills.text.test(known.join(' '))));
  const around = new Map([...context.world.given(), ...environment]);
  const given = givenBy(called, context.args.slice(0, from - 1), around);
  const sees = new Map([...(isElsewhere ? [] : environment), ...given]);
  const world = isElsewhere ? elsewhere(context.world) : context.world;
  if (isText) {
    const [word] = texts.length === 1 ? words : [];
    const text = isWhole ? known.join(' ') : undefined;
    if (isWhole || fills === undefined) shellCommand({ ...context, world }, { text, word }, sees);
    return;
  }
  const isScript = fills === undefined || (isWhole && fills.text !== undefined);
  const fields = words.filter((field) => field !== undefined);
  const [first, ...rest] = fields;
  if (!isScript) return;
  if (program !== undefined) otherScripts({ ...context, world, args: fields }, program.text, sees);
  else if (first !== undefined) startedProgram({ ...context, world, args: rest }, first, sees);
}

/** A program with its arguments: one that runs other scripts, or a script itself. */
export function startedProgram(
  context: Context,
  program: Field,
  environment: ReadonlyMap<string, Field>,
): void {
  const called = textOf(program);
  if (called !== undefined) otherScripts(context, called, environment);
  namedScript(context, program, environment);
}

/** `ssh host bash -s -- 200`: the shell there reads what stands on the standard input. */
function isRemoteShell(called: string, { from, to }: Wrapped, args: readonly Field[]): boolean {
  const words = args.slice(from - 1, to - 1).map((field) => textOf(field) ?? '');
  const shell = /^\s*(?:\S*\/)?(?:ba|da)?sh(?:(?:\s+-[a-z]+)*\s*$|(?:\s+-[a-z]+)*\s+-[a-z]*s\s)/;
  return /(?:^|\/)ssh$/.test(called) && shell.test(words.join(' '));
}

/** Another machine, or a container: the folder is taken for the same one, and nothing that is exported is there. */
function elsewhere({ directory }: World): World {
  const world = new World();
  world.directory = directory;
  return world;
}

/** What a shell reads on its standard input: a heredoc, or a file of the repository with the arguments behind `-s`. */
function onInput(context: Context, called: string, environment: ReadonlyMap<string, Field>): void {
  heredocs(context, called, environment);
  const { node, words, world, args, run } = context;
  const isRemote = /(?:^|\/)ssh$/.test(called);
  const redirected = node.redirects.flatMap((each) =>
    each.type === 'Redirect' && each.operator === '<' && each.target !== undefined
      ? [words.value(each.target)]
      : [],
  );
  for (const input of [...redirected, ...(run.piped === undefined ? [] : [run.piped])]) {
    const behind = args.findIndex((field) => /(?:^|\s)-[a-z]*s(?:\s+--)?$/.test(textOf(field) ?? ''));
    const given = args.slice(behind < 0 ? args.length : behind + 1);
    const dashes = given.findIndex((field) => textOf(field) === '--');
    const inner = isRemote ? { ...context, world: elsewhere(world) } : context;
    runsFile(inner, input, given.slice(dashes + 1), isRemote ? new Map() : environment);
  }
}

/** A file of the repository that a shell reads; it is named where it is not there. */
function runsFile(
  context: Context,
  path: Field,
  given: readonly Field[],
  environment: ReadonlyMap<string, Field>,
): void {
  const [file, text] = scriptAt(context, path, [context.world.directory]) ?? [];
  if (file === undefined || text === undefined) context.run.leave(path, context.at);
  else started(context, { file, text }, given, environment);
}

/** `sbatch <<EOF`: the script between the lines; what is not quoted in it is the outer script's. */
function heredocs(context: Context, called: string, environment: ReadonlyMap<string, Field>): void {
  const { node, world, source, run, at, args } = context;
  for (const each of node.redirects) {
    if (each.type !== 'HereDoc' || each.body.text.length > limits.script) continue;
    const isQuoted = each.delimiter?.quoted === true;
    const body = isQuoted ? each.body.text : each.body.text.replaceAll('\\$', '$');
    const before = source.text.slice(0, each.body.pos).replaceAll(/[^\n]/g, ' ');
    const inner = isQuoted ? environmentOf(world, environment) : world.clone();
    inner.lost = world.lost;
    const script = { ...source, text: source.within === undefined ? before + body : body };
    const outer = isQuoted ? undefined : world;
    run.nested(script, isBatch(called) ? submitted(script, inner, batchOptions(args), outer) : [inner], at);
  }
}

/** The state in which another script starts: it sees what is exported, and nothing else of this one. */
function environmentOf(world: World, environment: ReadonlyMap<string, Field>): World {
  const inner = new World();
  inner.directory = world.directory;
  for (const [name, field] of [...world.given(), ...environment]) {
    inner.set(name, { items: [field], isArray: false });
    inner.exported.add(name);
  }
  return inner;
}

/** Options of sbatch with a word of their own: the script comes behind them. */
const valuedOptions =
  /^(?:-[AabcCdDeFGHiJkLmMnNoOpqQStTwWx]|--(?:account|array|begin|chdir|comment|constraint|cpus-per-task|dependency|error|exclude|export|gpus|gpus-per-node|gres|input|job-name|mem|mem-per-cpu|nodelist|nodes|ntasks|ntasks-per-node|output|partition|qos|reservation|signal|time))$/;

/** `sbatch train.slurm` and `bash train.sh 8`: a script of the repository, with its arguments and what is exported. */
function otherScript(
  context: Context,
  called: string,
  index: number,
  environment: ReadonlyMap<string, Field>,
): void {
  const { args, world } = context;
  const isSubmitted = isBatch(called);
  const script = args[index];
  if (script === undefined || script.isMany || /(?:^|\/)ssh$/.test(called)) return;
  const options = isSubmitted ? batchOptions(args.slice(0, index)) : {};
  // sbatch looks for the script in the folder that it is given, or in the one where it is called
  const folder = options.chdir === undefined ? world.directory : below({ ...world.directory }, options.chdir);
  const [file, text] = scriptAt(context, script, [folder, world.directory]) ?? [];
  if (file === undefined || text === undefined) return context.run.leave(script, context.at);
  started(context, { file, text }, args.slice(index + 1), environment, isSubmitted ? options : undefined);
}

/** Where the script stands behind the options; behind the last word where it comes on the standard input. */
function operandAt(called: string, args: readonly Field[]): number {
  let index = 0;
  for (; index < args.length; index += 1) {
    const text = knownText(args[index]?.pieces ?? []);
    if (text === undefined || !text.startsWith('-')) break;
    if (!isBatch(called) && /^-[a-z]*s$/.test(text)) return args.length;
    if (isBatch(called) ? valuedOptions.test(text) : /^[-+][oO]$/.test(text)) index += 1;
  }
  return /(?:^|\/)ssh$/.test(called) ? args.length : Math.min(index, args.length);
}

/** The file of the repository that a path means, with its text; `undefined` where there is none. */
function scriptAt(
  { run, source }: Context,
  path: Field,
  folders: readonly World['directory'][],
): [file: string, text: string] | undefined {
  const found = folders.flatMap((folder) => candidates(below({ ...folder }, path), source));
  for (const file of new Set(found)) {
    const text = run.read(file);
    if (text !== undefined) return [file, text];
    run.missing.add(file);
  }
  return undefined;
}

/** Runs a script in a shell of its own, with its arguments and what is exported. */
function started(
  { world, run, at }: Context,
  script: Source,
  given: readonly Field[],
  environment: ReadonlyMap<string, Field>,
  options?: BatchOptions,
): void {
  const inner = environmentOf(world, environment);
  inner.arguments = given;
  run.nested(script, options === undefined ? [inner] : submitted(script, inner, options), at);
}

/** `bash -c '…'` sees what is exported, and nothing else of the script. */
function shellCommand(
  context: Context,
  { text, word, given }: ShellText,
  environment: ReadonlyMap<string, Field>,
): void {
  const { world, run, source, at } = context;
  const content = text === undefined && word !== undefined ? contentOf(word, world) : undefined;
  if (content !== undefined) return runsFile(context, content, given ?? [], environment);
  if (text === undefined || text.length > limits.script) return;
  const inner = environmentOf(world, environment);
  inner.lost = world.lost;
  inner.arguments = given;
  run.nested({ file: source.file, text, within: at }, [inner], at);
}
