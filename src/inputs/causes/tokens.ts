/** Why sequences of ids, masks and texts changed. */
import type { Pair, ExactPair } from '../compare/pairs.ts';
import { count } from '../../kernel/text.ts';
import { sameValue } from '../compare/judge-pair.ts';
import { mostFrequent, ofSamples, type Cause } from './cause.ts';
import { change, equal, plainChange, riseOf, sharedEnd, sharedStart, sorted, type Change } from './change.ts';
import { contentOf, type Content, type Values } from './content.ts';
import { maskChange } from './masks.ts';
import { textChange } from './text.ts';

/** `masks`: of each sample its attention mask on both sides, where there is one of the same length. */
export function exactCause(
  name: string,
  changed: readonly ExactPair[],
  all: number,
  masks: ReadonlyMap<string, Pair>,
): Cause | undefined {
  const found = mostFrequent(
    changed.map((pair) => changeOf(name, pair, masks.get(pair.id))),
    ({ key }) => key,
  );
  if (found === undefined) return undefined;
  const { kind, text } = found.one;
  const rest =
    changed.length > found.count
      ? `; ${count(changed.length - found.count, 'more differs', 'more differ')} otherwise`
      : '';
  return { kind, text: `${text} in ${ofSamples(found.count, all)}${rest}` };
}

function changeOf(name: string, pair: ExactPair, mask: Pair | undefined): Change {
  const { before, after } = pair;
  if ([before, after].some(({ dtype }) => dtype === 'sha256'))
    return digestChange(before.dtype === after.dtype);
  if (before.dtype === 'text' && before.values.length === 1 && after.values.length === 1)
    return textChange(String(before.values[0]), String(after.values[0]));
  if (/label/i.test(name)) return labelChange(pair, mask);
  if (/mask/i.test(name)) return maskChange(before.values, after.values);
  if (/grid|thw$/i.test(name)) return gridChange(before.values, after.values);
  if (/position/i.test(name))
    return shiftedValues(before.values, after.values) ?? plainChange(before.values, after.values);
  return isSequence(name, pair) ? tokenChange(pair, mask) : plainChange(before.values, after.values);
}

function digestChange(both: boolean): Change {
  return both
    ? change('values', 'digest', 'the digest is another one, and says no more')
    : change('dtype', 'digest', 'only one side has the values themselves, the other a digest of them');
}

/** What a tokenizer may have made. */
function isSequence(name: string, { before, after }: ExactPair): boolean {
  return (
    before.dtype !== 'text' &&
    (/ids$|tokens?$/i.test(name) || Math.max(before.values.length, after.values.length) >= 8)
  );
}

function tokenChange(pair: ExactPair, mask: Pair | undefined): Change {
  const [a, b] = contents(pair, mask);
  if (equal(a.values, b.values)) return paddingChange(a, b);
  return contentChange(a.values, b.values) ?? plainChange(pair.before.values, pair.after.values);
}

function contents({ before, after }: ExactPair, mask: Pair | undefined): [Content, Content] {
  const ofMask = (side: 'before' | 'after'): Values | undefined =>
    mask?.[side].kind === 'exact' ? mask[side].values : undefined;
  return [contentOf(before.values, ofMask('before')), contentOf(after.values, ofMask('after'))];
}

function gridChange(a: Values, b: Values): Change {
  return change(
    'shape',
    'grid',
    `the grid is ${b.slice(0, 6).join(' × ')}, was ${a.slice(0, 6).join(' × ')} (first such sample),`,
  );
}

function paddingChange(a: Content, b: Content): Change {
  const side = ({ left, right }: Content): string => (left > 0 ? 'left' : right > 0 ? 'right' : 'none');
  const [was, is] = [side(a), side(b)];
  if (was !== is && was !== 'none' && is !== 'none')
    return change('padding', 'side', `padding is on the ${is}, was on the ${was},`);
  if (a.pad !== b.pad && was === is)
    return change('padding', 'id', `the padding is ${String(b.pad)}, was ${String(a.pad)},`);
  return change(
    'padding',
    'length',
    `only the padding differs: ${b.left + b.right} places, were ${a.left + a.right},`,
  );
}

function contentChange(a: Values, b: Values): Change | undefined {
  const start = sharedStart(a, b);
  const end = sharedEnd(a, b, Math.min(a.length, b.length) - start);
  const [gone, come] = [a.length - start - end, b.length - start - end];
  if (gone === 0) return inserted(b.slice(start, start + come), start, come, end);
  if (come === 0) return removed(a, start, gone, end);
  return shiftedIds(a, b) ?? mapped(a, b) ?? reordered(a, b) ?? templated(a, b, start, gone, come);
}

const fewSpecial = 2;

function inserted(ids: Values, start: number, count: number, end: number): Change {
  if (count <= fewSpecial && (start === 0 || end === 0))
    return change(
      'special-tokens',
      `+${count} ${start === 0}`,
      `${some(ids)} is added at the ${start === 0 ? 'beginning' : 'end'} (a special token)`,
    );
  return change(
    'template',
    `+${count}`,
    `+${count} tokens from place ${start}: another chat template or system turn`,
  );
}

function removed(a: Values, start: number, count: number, end: number): Change {
  const ids = a.slice(start, start + count);
  if (count <= fewSpecial && (start === 0 || end === 0))
    return change(
      'special-tokens',
      `-${count} ${start === 0}`,
      `${some(ids)} is gone at the ${start === 0 ? 'beginning' : 'end'} (a special token)`,
    );
  if (end === 0)
    return change('truncation', 'end', `the end is cut off (at ${start} tokens, of ${a.length})`);
  if (start === 0) return change('truncation', `start-${count}`, `the first ${count} tokens are cut off`);
  return change(
    'template',
    `-${count}`,
    `-${count} tokens from place ${start}: another chat template or system turn`,
  );
}

function some(ids: Values): string {
  return ids.length === 1 ? `token ${String(ids[0])}` : `tokens ${ids.join(', ')}`;
}

/** Every id is the old one and a number. */
function shiftedIds(a: Values, b: Values): Change | undefined {
  const by = riseOf(a, b);
  return by === undefined || a.length < 3
    ? undefined
    : change(
        'vocabulary',
        `by ${by}`,
        `every id is ${Math.abs(by)} ${by < 0 ? 'lower' : 'higher'}: another vocabulary`,
      );
}

/** Each id that changed is always the same other one. */
function mapped(a: Values, b: Values): Change | undefined {
  if (a.length !== b.length) return undefined;
  const map = new Map<number | string, number | string>();
  for (const [at, id] of a.entries()) {
    const now = b[at] ?? 0;
    if (map.has(id) && map.get(id) !== now) return undefined;
    map.set(id, now);
  }
  const moved = [...map].filter(([id, now]) => id !== now);
  if (new Set(map.values()).size < map.size) return undefined;
  if (moved.length === 1)
    return change(
      'tokens',
      `map ${moved.join()}`,
      `token ${String(moved[0]?.[0])} is ${String(moved[0]?.[1])} now`,
    );
  return moved.length > map.size / 2
    ? change('vocabulary', 'map', 'most ids stand for other ones: another vocabulary')
    : undefined;
}

function reordered(a: Values, b: Values): Change | undefined {
  if (a.length !== b.length || !equal(sorted(a), sorted(b))) return undefined;
  return equal(a, b.toReversed())
    ? change('order', 'reversed', 'tokens come in reverse')
    : change('order', 'moved', 'the same tokens come in another order');
}

function templated(a: Values, b: Values, start: number, gone: number, come: number): Change {
  const longer = b.length - a.length;
  const isPart = gone + come <= 0.5 * (a.length + b.length);
  const words = `${longer === 0 ? 'as many' : `${longer > 0 ? '+' : ''}${longer}`} tokens, other ones from place ${start}`;
  return isPart
    ? change('template', `template ${longer}`, `${words}: another template or other text`)
    : change('tokens', 'other', `texts are split into tokens otherwise (first at place ${start})`);
}

const ignored = -100;

function labelChange(pair: ExactPair, mask: Pair | undefined): Change {
  const [one, other] = contents(pair, mask);
  if (mask !== undefined && equal(one.values, other.values)) return paddingChange(one, other);
  const [a, b] = [pair.before.values, pair.after.values];
  const trained = (values: Values): number => values.filter((value) => value !== ignored).length;
  const share = (values: Values): string =>
    `${((100 * trained(values)) / Math.max(1, values.length)).toFixed(0)} %`;
  if (isShiftedByOne(a, b)) return change('labels', 'shift', 'labels are shifted by one place');
  if (trained(a) !== trained(b)) {
    const more = trained(b) > trained(a);
    return change(
      'labels',
      more ? 'more' : 'fewer',
      `${more ? 'more' : 'fewer'} tokens are trained on (${share(a)} → ${share(b)} of the first such sample): another label mask,`,
    );
  }
  return plainChange(a, b, 'labels');
}

function isShiftedByOne(a: Values, b: Values): boolean {
  if (a.length !== b.length || a.length < 4) return false;
  const shifted = (one: Values, other: Values): boolean =>
    one.slice(1).every((value, at) => sameValue(value, other[at]));
  return shifted(a, b) || shifted(b, a);
}

function shiftedValues(a: Values, b: Values): Change | undefined {
  const by = riseOf(a, b);
  return by === undefined
    ? undefined
    : change('values', `by ${by}`, `every position is ${Math.abs(by)} ${by < 0 ? 'lower' : 'higher'}`);
}
