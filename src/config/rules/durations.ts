import { numberOf } from '../architecture/section.ts';
import type { ConfigNode } from '../../documents/tree/node.ts';
import type { Violation } from './rule.ts';
import { type Found, textOf, type TrainingView } from './training-view.ts';

interface Duration {
  readonly value: number;
  /** `ba` of `9600ba`; none of a plain number. */
  readonly unit: string;
  readonly text: string;
}

const pattern = /^(\d[\d_]*(?:\.\d+)?(?:[eE][-+]?\d+)?)(ba|ep|sp|tok|T|it|iter|sec|dur)$/;

/** What Composer and OLMo write for a length of training; `undefined` of anything else. */
function durationOf(node: ConfigNode): Duration | undefined {
  const value = numberOf(node);
  if (value !== undefined) return { value, unit: '', text: String(value) };
  const [text, number, unit] = (node.type === 'str' ? pattern.exec(node.value) : undefined) ?? [];
  if (text === undefined || number === undefined || unit === undefined) return undefined;
  return { value: Number(number.replaceAll('_', '')), unit: unit === 'T' ? 'tok' : unit, text };
}

/** Warm-ups that are as long as the training, where both are in one unit. */
export function* lateDurations(view: TrainingView): Iterable<Violation> {
  for (const warmup of view.all('timedWarmup')) {
    const length = durationOf(warmup.node);
    const [whole, another] = view.related('duration', warmup);
    const end = whole === undefined ? undefined : endIn(view, warmup, length, durationOf(whole.node));
    if (length === undefined || whole === undefined || end === undefined || another !== undefined) continue;
    if (length.value <= 0 || end.value <= 0 || length.value < end.value) continue;
    yield {
      at: warmup.path,
      message: `the warm-up of ${warmup.name} ${length.text} is not shorter than ${end.unit === 'dur' ? 'the training' : `${whole.name} ${end.text}`}: the full learning rate is never used`,
    };
  }
}

/** The end of the training in the unit of the warm-up; OLMo says beside it that its plain numbers are tokens. */
function endIn(
  view: TrainingView,
  warmup: Found,
  length: Duration | undefined,
  whole: Duration | undefined,
): Duration | undefined {
  if (length === undefined || whole === undefined) return undefined;
  if (length.unit === 'dur') return { value: 1, unit: 'dur', text: '1dur' };
  const units = textOf(view.beside('warmupUnits', warmup));
  const unit = length.unit === '' && units === 'tokens' ? 'tok' : length.unit;
  return unit === whole.unit ? whole : undefined;
}
