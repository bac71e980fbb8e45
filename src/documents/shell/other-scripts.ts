import { batchOptions, submitted } from './batch.ts';
import type { Context } from './builtins.ts';
import { below, candidates } from './folders.ts';
import { limits } from './limits.ts';
import type { Field } from './model.ts';
import { knownText, World } from './world.ts';
import { type Wrapped, wrappedBy } from './wrappers.ts';

/** Follows the scripts that a program runs: `bash -c '…'`, `sbatch --wrap`, a heredoc, a file of the repository. */
export function otherScripts(
  context: Context,
  called: string,
  environment: ReadonlyMap<string, Field>,
): void {
  const wrapped = wrappedBy([called, ...context.args.map(textOf)]);
  if (wrapped !== undefined) return wrappedScript(context, environment, wrapped);
  const text = shellText(called, context.args);
  if (text !== undefined) return shellCommand(context, text, environment);
  if (readsScript.test(called)) heredocs(context, called, environment);
  otherScript(context, called, environment);
}

/** Programs that run the script on their standard input. */
const readsScript = /^(?:.*\/)?(?:sbatch|bash|sh|ssh)$/;

/** `srun bash -c '…'`, `ssh host '…'`: a shell behind another program, or one that this starts itself. */
function wrappedScript(
  context: Context,
  environment: ReadonlyMap<string, Field>,
  { from, to, isText, isElsewhere, fills }: Wrapped,
): void {
  const words = [undefined, ...context.args].slice(from, to);
  const texts = words.map((field) => field && textOf(field));
  const known = texts.filter((text) => text !== undefined);
  // what is filled in when it runs is not in the text
  const isWhole =
    known.length === texts.length &&
    (fills === undefined || (fills.text !== undefined && !fills.text.test(known.join(' '))));
  const sees = isElsewhere ? new Map<string, Field>() : environment;
  const world = isElsewhere ? elsewhere(context.world) : context.world;
  if (isText) {
    if (isWhole) shellCommand({ ...context, world }, known.join(' '), sees);
    return;
  }
  const [inner] = texts;
  const args = words.slice(1).filter((field) => field !== undefined);
  const isScript = fills === undefined || (isWhole && fills.text !== undefined);
  if (inner !== undefined && isScript) otherScripts({ ...context, world, args }, inner, sees);
}

/** Another machine, or a container: the folder is taken for the same one, and nothing that is exported is there. */
function elsewhere({ directory }: World): World {
  const world = new World();
  world.directory = directory;
  return world;
}

function textOf({ pieces, isMany }: Field): string | undefined {
  return isMany ? undefined : knownText(pieces);
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
  for (const [name, field] of [...exported(world), ...environment]) {
    inner.set(name, { items: [field], isArray: false });
    inner.exported.add(name);
  }
  return inner;
}

function isBatch(called: string): boolean {
  return /(?:^|\/)sbatch$/.test(called);
}

/** Options of sbatch with a word of their own: the script comes behind them. */
const valuedOptions =
  /^(?:-[AabcCdDeFGHiJkLmMnNoOpqQStTwWx]|--(?:account|array|begin|chdir|comment|constraint|cpus-per-task|dependency|error|exclude|export|gpus|gpus-per-node|gres|input|job-name|mem|mem-per-cpu|nodelist|nodes|ntasks|ntasks-per-node|output|partition|qos|reservation|signal|time))$/;

/** `sbatch train.slurm` and `bash train.sh 8`: a script of the repository, with its arguments and what is exported. */
function otherScript(context: Context, called: string, environment: ReadonlyMap<string, Field>): void {
  const { args, world, run, source, at } = context;
  const isSubmitted = isBatch(called);
  if (!isSubmitted && !/(?:^|\/)(?:ba)?sh$/.test(called)) return;
  let index = 0;
  const textAt = (place: number) => knownText(args[place]?.pieces ?? []);
  for (; index < args.length; index += 1) {
    const text = textAt(index);
    if (text === undefined || !text.startsWith('-')) break;
    if (/^-[a-z]*[cs]$/.test(text) && !isSubmitted) return;
    if (isSubmitted && valuedOptions.test(text)) index += 1;
  }
  const script = args[index];
  if (script === undefined || script.isMany) return;
  const options = isSubmitted ? batchOptions(args.slice(0, index)) : {};
  // sbatch looks for the script in the folder that it is given, or in the one where it is called
  const folder = options.chdir === undefined ? world.directory : below({ ...world.directory }, options.chdir);
  const found = [folder, world.directory].flatMap((each) => candidates(below({ ...each }, script), source));
  for (const file of new Set(found)) {
    const text = run.read(file);
    if (text === undefined) {
      run.missing.add(file);
      continue;
    }
    const inner = environmentOf(world, environment);
    inner.arguments = args.slice(index + 1);
    const other = { file, text };
    run.nested(other, isSubmitted ? submitted(other, inner, options) : [inner], at);
    return;
  }
}

/** What a program gets that is started here, beside what stands before its name. */
export function exported(world: World): Map<string, Field> {
  const values = new Map<string, Field>();
  for (const name of world.exported) {
    const [field] = world.variables.get(name)?.items ?? [];
    if (field !== undefined) values.set(name, field);
  }
  return values;
}

/** The text behind `-c` of a shell. */
function shellText(called: string, args: readonly Field[]): string | undefined {
  const texts = args.map(textOf);
  if (isBatch(called)) return wrapped(texts);
  if (!/(?:^|\/)(?:ba|da)?sh$/.test(called)) return undefined;
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
): void {
  const inner = environmentOf(world, environment);
  inner.lost = world.lost;
  if (text.length <= limits.script) run.nested({ file: source.file, text, within: at }, [inner], at);
}
