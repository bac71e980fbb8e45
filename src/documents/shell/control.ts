import type { AndOr, Case, CompoundList, For, If, Statement, SyntaxNode } from 'unbash';
import { effectsOf } from './assigned.ts';
import { equalIn, hasDefault, nameOf } from './conditions.ts';
import { limits } from './limits.ts';
import type { Field, Source, Span } from './model.ts';
import { merged } from './merged.ts';
import { inAnyOrder } from './parameters.ts';
import type { Runner } from './runner.ts';
import { Words } from './words.ts';
import { certainText, inverted, knownText, unknownArguments, type World } from './world.ts';

export function conditional(
  run: Runner,
  { clause, then, elif, else: otherwise }: If,
  world: World,
  source: Source,
): World[] {
  const branches = [
    { clause, body: then },
    ...elif.map((each) => ({ clause: each.clause, body: each.then })),
  ];
  let open = [world];
  let done: World[] = [];
  let isSure = true;
  for (const branch of branches) {
    const { pos, end } = branch.clause;
    if (done.length > limits.worlds) done = merged(done, { source, start: pos, end });
    const tested = run.list(branch.clause.commands, open, source, true);
    open = [];
    for (const each of tested) {
      if (each.stop !== undefined) done.push(each);
      else {
        isSure &&= each.status !== 'unknown';
        const [holds, fails] = sidesOf(each, branch.clause, source);
        const body = (): World[] => run.list(branch.body.commands, holds, source);
        if (holds.length > 0) done.push(...(isSure ? body() : run.maybe(body)));
        open.push(...fails);
      }
    }
  }
  for (const each of open) each.status = 'ok';
  if (otherwise === undefined) return [...done, ...open];
  const last = (): World[] => open.flatMap((each) => run.list(otherwise.commands, [each], source));
  return [...done, ...(isSure ? last() : run.maybe(last))];
}

/** The states in which a condition holds, and those in which it fails. */
function sidesOf(world: World, clause: CompoundList, source: Source): readonly [World[], World[]] {
  if (world.status !== 'unknown') return world.status === 'ok' ? [[world], []] : [[], [world]];
  const other = world.clone();
  const at: Span = { source, start: clause.pos, end: clause.end };
  world.suppose('ok', at);
  other.suppose('failed', at);
  learnFrom(clause, world, other, at);
  return [[world], [other]];
}

/** What a condition says of a variable where it holds, and where it does not. */
function learnFrom(condition: SyntaxNode, holds: World, fails: World, at: Span): void {
  const equal = equalIn(condition);
  if (equal !== undefined) (equal.side === 'ok' ? holds : fails).learn(equal, at);
}

export function loop(run: Runner, node: For, world: World, source: Source): World[] {
  const words = new Words(world, source);
  const at = words.spanOf(node);
  const [only, ...more] = node.wordlist ?? [];
  const unordered = only && more.length === 0 ? inAnyOrder(only, words) : undefined;
  if (unordered !== undefined && unordered.length <= limits.rounds)
    return unorderedLoop(run, node, unordered, world, source);
  const items =
    node.wordlist === undefined
      ? (world.arguments ?? [unknownArguments(at)])
      : node.wordlist.flatMap((word) => words.fields(word));
  const isLiteral = items.length <= limits.rounds && items.every(({ isMany }) => !isMany);
  if (!isLiteral) return anyNumber(run, node, node.body.commands, world, source);
  const done: World[] = [];
  let live = [world];
  for (const item of items) {
    for (const each of live) each.setText(node.name.value, item);
    const after = run.list(node.body.commands, live, source);
    live = [];
    for (const each of after) {
      const { stop } = each;
      if (stop === 'break' || stop === 'continue') each.stop = undefined;
      (stop === undefined || stop === 'continue' ? live : done).push(each);
    }
    live = merged(live, at);
  }
  return [...done, ...live];
}

/** Each round by itself, from a state in which any of the others may have come before. */
function unorderedLoop(
  run: Runner,
  node: For,
  items: readonly Field[],
  world: World,
  source: Source,
): World[] {
  const inside = world.clone();
  const at: Span = { source, start: node.pos, end: node.end };
  if (items.length > 1) widen(inside, node, at);
  const body = source.text.slice(node.body.pos, node.body.end);
  const follow = (): void => {
    for (const item of items) {
      const round = inside.clone();
      round.setText(node.name.value, item);
      run.list(node.body.commands, [round], source);
    }
  };
  if (/\b(?:break|return|exit)\b/.test(body)) run.maybe(follow);
  else follow();
  if (items.length > 0) widen(world, node, at);
  world.status = 'unknown';
  return [world];
}

/** A loop whose rounds are not known: its commands once, with whatever it sets unknown. */
export function anyNumber(
  run: Runner,
  node: SyntaxNode,
  statements: readonly Statement[],
  world: World,
  source: Source,
): World[] {
  const at: Span = { source, start: node.pos, end: node.end };
  const inside = world.clone();
  widen(inside, node, at);
  run.maybe(() => run.list(statements, [inside], source));
  if (world.arguments === undefined && readsArguments(node, source)) {
    // without arguments it goes around no time
    world.status = 'ok';
    return [world];
  }
  widen(world, node, at);
  world.status = 'unknown';
  return [world];
}

function widen(world: World, node: SyntaxNode, at: Span): void {
  const effects = effectsOf(node, world.functions);
  if (effects.isAnything) world.forget('a loop may set it');
  world.setUnknown(effects.names, 'a loop sets it', at);
  if (effects.movesFolder) world.directory = { from: 'unknown', path: '' };
  const isShifted = effects.shiftsArguments && world.arguments !== undefined;
  if (effects.setsArguments || isShifted) world.arguments = [unknownArguments(at)];
}

export function choice(run: Runner, { word, items }: Case, world: World, source: Source): World[] {
  const words = new Words(world, source);
  const value = words.value(word);
  const text = certainText(value);
  let standard = text === undefined && value.assumes.length > 0 ? knownText(value.pieces) : undefined;
  const refuted = (is: boolean): World => {
    const side = world.clone();
    if (standard !== undefined && !is) side.refute(new Set(value.assumes), words.spanOf(word));
    return side;
  };
  const name = nameOf(word);
  const isPlain = items.every(({ terminator }) => terminator === undefined || terminator === ';;');
  if (!isPlain) {
    const inside = world.clone();
    for (const item of items) widen(inside, item, words.spanOf(item));
    for (const item of items) run.maybe(() => run.list(item.body.commands, [inside.clone()], source));
    for (const item of items) widen(world, item, words.spanOf(item));
    return [world];
  }
  let done: World[] = [];
  let isPast = false;
  for (const item of items) {
    if (done.length > limits.worlds) done = merged(done, words.spanOf(item));
    const patterns = item.pattern.map((pattern) =>
      pattern.value === '*' && pattern.parts?.[0]?.type !== 'SingleQuoted'
        ? '*'
        : literalPattern(pattern, words),
    );
    const always = patterns.includes('*');
    const isIt = text !== undefined && patterns.includes(text);
    const isNot =
      text !== undefined && patterns.every((pattern) => pattern !== undefined && pattern !== text);
    if (isNot && !always) continue;
    // a pattern that is not known may be that of the default
    if (patterns.includes(undefined)) standard = undefined;
    const isStandard = always || patterns.includes(standard);
    const inside = refuted(isStandard && !isPast);
    const [only, ...others] = patterns;
    if (name !== undefined && only !== undefined && others.length === 0 && !always)
      inside.learn({ name, text: only, hasDefault: hasDefault(word) }, words.spanOf(item));
    isPast ||= isStandard;
    const body = (): World[] => run.list(item.body.commands, [inside], source);
    done.push(...(text === undefined ? run.maybe(body) : body()));
    if (isIt || always) return done;
  }
  const none = refuted(!isPast);
  none.status = 'ok';
  return [...done, none];
}

function literalPattern(pattern: Parameters<Words['operandText']>[0], words: Words): string | undefined {
  const text = words.operandText(pattern);
  return text === undefined || /[*?[\\|(]/.test(text) ? undefined : text;
}

/** `while [ $# -gt 0 ]`, `while getopts …`, `for each in "$@"`: nothing to go around without arguments. */
function readsArguments(node: SyntaxNode, { text }: Source): boolean {
  if (node.type === 'While')
    return /\$\{?#|\$\{?[1@*]|\bgetopts\b/.test(text.slice(node.clause.pos, node.clause.end));
  return (
    node.type === 'For' && node.wordlist?.every(({ value }) => value === '$@' || value === '$*') !== false
  );
}

/** `a && b || c`: what is not known to be skipped runs. */
export function andOr(run: Runner, { commands, operators }: AndOr, world: World, source: Source): World[] {
  const [first, ...rest] = commands;
  let worlds = first === undefined ? [world] : run.node(first, world, source);
  for (const [index, command] of rest.entries()) {
    const before = commands[index];
    const runsOn = operators[index] === '&&' ? 'ok' : 'failed';
    worlds = worlds.flatMap((each) => {
      if (each.stop !== undefined || each.status === inverted(runsOn)) return [each];
      if (each.status === runsOn) return run.node(command, each, source);
      const skipped = each.clone();
      const at: Span = { source, start: command.pos, end: command.end };
      skipped.suppose(runsOn === 'ok' ? 'failed' : 'ok', at);
      each.suppose(runsOn, at);
      const [holds, fails] = runsOn === 'ok' ? [each, skipped] : [skipped, each];
      if (before !== undefined && index === 0) learnFrom(before, holds, fails, at);
      // Behind `&&` stands what is meant to run, behind `||` what may not be.
      const follow = (): World[] => run.node(command, each, source);
      return [...(runsOn === 'ok' ? follow() : run.maybe(follow)), skipped];
    });
  }
  return worlds;
}
