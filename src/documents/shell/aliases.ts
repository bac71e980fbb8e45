import type { Command, Word } from 'unbash';
import type { Field, Span } from './model.ts';
import type { Runner } from './runner.ts';
import { knownText, textOf, type World } from './world.ts';

/** `shopt -s expand_aliases` */
export function setsAliases(world: World, args: readonly Field[]): void {
  const [option, ...names] = args.map(({ pieces }) => knownText(pieces));
  if (names.includes('expand_aliases') && /^-[su]$/.test(option ?? ''))
    world.expandsAliases = option === '-s';
}

/** `alias train='torchrun train.py'` */
export function defineAliases(world: World, args: readonly Field[]): void {
  for (const field of args) {
    const name = /^([^=]+)=/.exec(field.pieces[0]?.text ?? '')?.[1];
    if (name !== undefined) world.aliases = new Map([...world.aliases, [name, field]]);
  }
}

/** Bash expands an alias where it reads a line: behind the line that defines it. */
export function isReadBefore({ at }: Field, use: Span): boolean {
  return at.source !== use.source || at.source.text.slice(at.end, use.start).includes('\n');
}

interface AliasedCommand {
  readonly node: Command;
  readonly name: Word;
  readonly alias: Field;
  readonly at: Span;
}

/** The command with the text of an alias in place of its name, which is not expanded again in there. */
export function expanded({ node, name, alias, at }: AliasedCommand, world: World, run: Runner): World[] {
  const { source } = at;
  const { aliases } = world;
  const text = textOf(alias)?.slice(name.value.length + 1);
  const isHere = node.redirects.some(({ type }) => type !== 'Redirect');
  if (text === undefined || isHere) {
    run.leave(alias, at, 'an alias that is known only when it runs');
    world.status = 'unknown';
    return [world];
  }
  world.aliases = new Map([...aliases].filter(([each]) => each !== name.value));
  const written = source.text.slice(node.pos, name.pos) + text + source.text.slice(name.end, node.end);
  const after = run.nested({ file: source.file, text: written, within: at }, [world], at);
  for (const each of after) each.aliases = aliases;
  return after;
}
