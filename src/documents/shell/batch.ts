import { below } from './folders.ts';
import { limits } from './limits.ts';
import type { Field, Source, Span } from './model.ts';
import { knownText, type World } from './world.ts';

/** What sbatch is asked for: on its command line, or in `#SBATCH` lines, which yield to that. */
export interface BatchOptions {
  readonly chdir?: Field;
  /** `ALL,LR=2e-5`. */
  readonly export?: Field;
  /** `0-3`, `1,5,9`, `0-15:4%2`. */
  readonly array?: Field;
}

const names: Readonly<Record<string, keyof BatchOptions>> = {
  '--chdir': 'chdir',
  '-D': 'chdir',
  '--export': 'export',
  '--array': 'array',
  '-a': 'array',
};

/** Options in the words of a command line. */
export function batchOptions(args: readonly Field[]): BatchOptions {
  const found: { -readonly [Key in keyof BatchOptions]: BatchOptions[Key] } = {};
  for (const [index, field] of args.entries()) {
    const [first, ...rest] = field.pieces;
    const text = first?.text;
    const equals = text?.indexOf('=') ?? -1;
    const name = names[text?.slice(0, equals < 0 ? undefined : equals) ?? ''];
    const next = args[index + 1];
    if (name === undefined || first === undefined || text === undefined) continue;
    if (equals >= 0)
      found[name] = { ...field, pieces: [{ text: text.slice(equals + 1), at: first.at }, ...rest] };
    else if (next !== undefined) found[name] = next;
  }
  return found;
}

/** The `#SBATCH` lines in front of the first command, as options. */
export function batchDirectives(source: Source): BatchOptions {
  const args: Field[] = [];
  let start = 0;
  for (const line of source.text.split('\n')) {
    if (!/^\s*(?:#|$)/.test(line)) break;
    if (line.startsWith('#SBATCH'))
      for (const { 0: word, index } of line.slice(7).matchAll(/\S+/g)) {
        if (word.startsWith('#')) break;
        const at: Span = { source, start: start + 7 + index, end: start + 7 + index + word.length };
        const text = word.replaceAll(/["']/g, '');
        args.push({ pieces: [{ text, at }], isMany: false, at, assumes: [] });
      }
    start += line.length + 1;
  }
  return batchOptions(args);
}

/** The states in which a batch script starts: one for each task of an array, as far as these are few. `world` has what its submitter exports. */
export function submitted(source: Source, world: World, given: BatchOptions): World[] {
  const options = { ...batchDirectives(source), ...given };
  if (options.chdir !== undefined) world.directory = below({ ...world.directory }, options.chdir);
  if (options.export !== undefined) exportOnly(world, options.export);
  const { array } = options;
  if (array === undefined) return [world];
  const tasks = arrayTasks(knownText(array.pieces));
  if (tasks === undefined) {
    world.setUnknown(
      ['SLURM_ARRAY_TASK_ID'],
      'the tasks of the array are many, or known when it is submitted',
      array.at,
    );
    return [world];
  }
  return tasks.map((task) => {
    const each = world.clone();
    setText(each, 'SLURM_ARRAY_TASK_ID', String(task), array.at);
    setText(each, 'SLURM_ARRAY_TASK_COUNT', String(tasks.length), array.at);
    return each;
  });
}

/** Without ALL only what is listed reaches the script. */
function exportOnly(world: World, list: Field): void {
  const text = knownText(list.pieces);
  if (text === undefined) return;
  const items = text.split(',');
  if (!items.includes('ALL'))
    for (const name of world.exported) {
      if (items.includes(name)) continue;
      world.variables.delete(name);
      world.exported.delete(name);
    }
  for (const item of items) {
    const equals = item.indexOf('=');
    if (equals <= 0) continue;
    setText(world, item.slice(0, equals), item.slice(equals + 1), list.at);
    world.exported.add(item.slice(0, equals));
  }
}

function setText(world: World, name: string, text: string, at: Span): void {
  world.set(name, { items: [{ pieces: [{ text, at }], isMany: false, at, assumes: [] }], isArray: false });
}

/** `0-3`, `1,5,9`, `0-15:4%2`: the numbers; `undefined` where there are more than are followed, or it is no such list. */
function arrayTasks(text: string | undefined): number[] | undefined {
  const tasks: number[] = [];
  for (const part of text?.replace(/%\d+$/, '').split(',') ?? ['']) {
    const [, from, to = from, step = '1'] = /^(\d{1,9})(?:-(\d{1,9})(?::(\d{1,9}))?)?$/.exec(part) ?? [];
    const last = Number(to);
    if (from === undefined || step === '0' || last - Number(from) >= limits.worlds * Number(step))
      return undefined;
    for (let task = Number(from); task <= last; task += Number(step)) tasks.push(task);
  }
  return tasks.length === 0 || tasks.length > limits.worlds ? undefined : tasks;
}
