import { change, equal, type Change } from './change.ts';
import type { Values } from './content.ts';

/** What happened to a mask. */
export function maskChange(a: Values, b: Values): Change {
  const ones = (values: Values): number => values.filter((value) => value !== 0).length;
  const [was, is] = [ones(a), ones(b)];
  if (
    a.length === b.length &&
    was === a.length - is &&
    a.every((value, at) => (value === 0) !== (b[at] === 0))
  )
    return change('mask', 'inverted', 'the mask is inverted');
  if (is === b.length && was < a.length)
    return change('mask', 'all', 'the mask lets everything through, padding too,');
  if (was === is && equal(a, b.toReversed()))
    return change(
      'padding',
      'side',
      `padding is on the ${b[0] === 0 ? 'left' : 'right'}, was on the ${a[0] === 0 ? 'left' : 'right'},`,
    );
  return change(
    'mask',
    was === is ? 'moved' : is > was ? 'more' : 'fewer',
    `${is} of ${b.length} places are let through, were ${was} of ${a.length} (first such sample),`,
  );
}
