import type { ArithmeticCommand, ArithmeticFor } from 'unbash';
import { effectsOf } from './assigned.ts';
import { statusOf } from './conditions.ts';
import { anyNumber } from './control.ts';
import { limits } from './limits.ts';
import type { Source, Span } from './model.ts';
import type { Runner } from './runner.ts';
import { Words } from './words.ts';
import type { World } from './world.ts';

/** `((…))`: what it sets, as far as it is known, and its status. */
export function arithmetic(
  { expression, pos, end }: Pick<ArithmeticCommand, 'expression' | 'pos' | 'end'>,
  world: World,
  source: Source,
): World[] {
  const words = new Words(world, source);
  const { value, assumes } = words.calculated(expression, words.spanOf({ pos, end }));
  const status = value === undefined ? 'unknown' : statusOf(value !== 0n);
  if (assumes.length === 0 || status === 'unknown') world.status = status;
  else world.conclude({ status: 'unknown', leaning: { status, assumes: new Set(assumes) } });
  return [world];
}

/** `for ((i = 0; i < 4; i++))`, where how often is known. */
export function countingLoop(run: Runner, node: ArithmeticFor, world: World, source: Source): World[] {
  const rounds = roundsOf(node, world.clone(), source);
  if (rounds === undefined) return anyNumber(run, node, node.body.commands, world, source);
  const at: Span = { source, start: node.pos, end: node.end };
  new Words(world, source).calculated(node.initialize, at);
  let live = [world];
  for (let round = 0; round < rounds; round += 1) {
    live = run.list(node.body.commands, live, source);
    for (const each of live) new Words(each, source).calculated(node.update, at);
  }
  return live;
}

/** Absent where the body may set what is counted, or leave the loop. */
function roundsOf(node: ArithmeticFor, world: World, source: Source): number | undefined {
  const words = new Words(world, source);
  const at: Span = { source, start: node.pos, end: node.end };
  const { names, isAnything } = effectsOf(node.body, world.functions);
  const used = source.text.slice(node.pos, node.body.pos).match(/[A-Za-z_]\w*/g) ?? [];
  const body = source.text.slice(node.body.pos, node.body.end);
  if (isAnything || used.some((name) => names.has(name)) || /\b(?:break|continue|return|exit)\b/.test(body))
    return undefined;
  words.calculated(node.initialize, at);
  for (let round = 0; round <= limits.rounds; round += 1) {
    const test = node.test === undefined ? undefined : words.calculated(node.test, at);
    if (test?.value === undefined || test.assumes.length > 0) return undefined;
    if (test.value === 0n) return round;
    words.calculated(node.update, at);
  }
  return undefined;
}
