import type { Command, CommandArgument } from 'unbash';
import { expanded, isReadBefore } from './aliases.ts';
import { assign, declare } from './assignments.ts';
import { builtins, type Context } from './builtins.ts';
import type { Field, Source } from './model.ts';
import { startedProgram } from './other-scripts.ts';
import type { Runner } from './runner.ts';
import { Words } from './words.ts';
import { knownText, type Value, type World } from './world.ts';

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
  const alias = name.text === name.value ? world.aliases.get(name.value) : undefined;
  if (alias !== undefined && isReadBefore(alias, at)) {
    if (world.expandsAliases) return expanded({ node, name, alias, at }, world, run);
    run.leave(alias, at, `an alias: scripts expand it only behind "shopt -s expand_aliases"`);
  }
  for (const each of node.redirects)
    if (each.type === 'Redirect' && each.target?.text.includes('((') === true) words.value(each.target);
  if (declaring.has(name.value)) {
    declare(name.value, node.args, words);
    world.status = 'ok';
    return [world];
  }
  const plain = node.args.filter((each) => each.type === 'Word');
  const fields =
    plain.length === node.args.length
      ? words.all([name, ...plain])
      : [...words.fields(name), ...node.args.flatMap((each) => argument(each, words))];
  const [first, ...args] = fields;
  if (first === undefined) return [world];
  const called = first.isMany ? undefined : knownText(first.pieces);
  const context: Context = { node, world, source, words, run, at, args };
  const environment = prefixed(assignments, words);
  const definition = called === undefined ? undefined : world.functions.get(called);
  if (definition !== undefined) return around(environment, world, () => run.call(definition, args, world));
  const builtin = called === undefined ? undefined : builtins.get(called);
  if (builtin !== undefined) return around(environment, world, () => builtin(context));
  run.emit(fields, new Map([...world.given(), ...environment]), world, at);
  world.status = 'unknown';
  startedProgram(context, first, environment);
  return [world];
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
