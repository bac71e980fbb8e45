import { below } from './folders.ts';
import { limits } from './limits.ts';
import type { Field, Piece, Source, Span } from './model.ts';
import { knownText, type World } from './world.ts';

/** What sbatch is asked for: on its command line, or in `#SBATCH` lines, which yield to that. */
export interface BatchOptions {
  readonly chdir?: Field;
  /** `ALL,LR=2e-5`. */
  readonly export?: Field;
  /** `0-3`, `1,5,9`, `0-15:4%2`. */
  readonly array?: Field;
}

export function isBatch(called: string): boolean {
  return /(?:^|\/)sbatch$/.test(called);
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

/** The `#SBATCH` lines in front of the first command, as options; in a heredoc the script around it fills in its variables. */
export function batchDirectives(source: Source, outer?: World): BatchOptions {
  const args: Field[] = [];
  let start = 0;
  for (const line of source.text.split('\n')) {
    if (!/^\s*(?:#|$)/.test(line)) break;
    if (line.startsWith('#SBATCH'))
      for (const { 0: word, index } of line.slice(7).matchAll(/\S+/g)) {
        if (word.startsWith('#')) break;
        const at: Span = { source, start: start + 7 + index, end: start + 7 + index + word.length };
        const text = word.replaceAll(/["']/g, '');
        args.push({ pieces: filledIn(text, at, outer), isMany: false, at, assumes: [] });
      }
    start += line.length + 1;
  }
  return batchOptions(args);
}

/** The pieces of a word with `$A` and `${A}` of the script around it. */
function filledIn(text: string, at: Span, outer: World | undefined): Piece[] {
  if (outer === undefined || !/[$`]/.test(text)) return [{ text, at }];
  return text.split(/(\$\w+|\$\{\w+\}|[$`].*$)/).flatMap((part): readonly Piece[] => {
    if (!/^[$`]/.test(part)) return part === '' ? [] : [{ text: part, at }];
    const name = /^\$\{?(\w+)\}?$/.exec(part)?.[1] ?? '';
    const [field, ...more] = outer.variables.get(name)?.items ?? [];
    const isKnown = field !== undefined && !field.isMany && more.length === 0;
    return isKnown ? field.pieces : [{ text: undefined, unknown: `${part} of the script around it`, at }];
  });
}

/**
 * The states in which a batch script starts: one for each task of an array, as far as these are few. `world` has what its submitter exports;
 * `outer` is the script around a heredoc whose variables are filled in before the batch script starts.
 */
export function submitted(source: Source, world: World, given: BatchOptions, outer?: World): World[] {
  const options = { ...batchDirectives(source, outer), ...given };
  if (options.chdir !== undefined) world.directory = below({ ...world.directory }, options.chdir);
  if (options.export !== undefined) exportOnly(world, options.export, outer);
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

/** Without ALL only what is listed reaches the script; what is filled in from around it is there all the same. */
function exportOnly(world: World, list: Field, outer: World | undefined): void {
  const items = listed(list.pieces);
  const names = new Set(items.map(([first]) => /^[^=]*/.exec(first?.text ?? '')?.[0] ?? ''));
  if (!names.has('ALL') && outer === undefined)
    for (const name of world.exported) {
      if (names.has(name)) continue;
      world.variables.delete(name);
      world.exported.delete(name);
    }
  for (const [first, ...rest] of items) {
    const equals = first?.text?.indexOf('=') ?? -1;
    if (first?.text === undefined) world.forget('sbatch exports what is known only when it runs');
    else if (equals > 0) {
      const name = first.text.slice(0, equals);
      const pieces = [{ ...first, text: first.text.slice(equals + 1) }, ...rest];
      const field = { pieces, isMany: false, at: list.at, assumes: [] };
      // the text around it has a value of the same name filled in
      if (outer?.variables.has(name) === true)
        world.setUnknown([name], 'both the script and --export set it', list.at);
      else world.set(name, { items: [field], isArray: false });
      world.exported.add(name);
    }
  }
}

/** The items of a list with commas, each as its pieces. */
function listed(pieces: readonly Piece[]): Piece[][] {
  const items: Piece[][] = [[]];
  for (const piece of pieces) {
    const [text = piece.text, ...more] = piece.text?.split(',') ?? [];
    items.at(-1)?.push(text === undefined ? piece : { at: piece.at, text });
    for (const each of more) items.push([{ at: piece.at, text: each }]);
  }
  return items;
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
