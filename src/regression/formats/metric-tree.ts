import { isRecord } from '../../kernel/record.ts';
import type { Sink } from '../samples/collector.ts';
import type { Outline } from '../../documents/json/outline.ts';
import { isBookkeeping } from '../metrics/recognised.ts';
import { unreadable } from './reader.ts';
import { field, looksNumeric, scoreOf, type Row } from './own-fields.ts';

const mostMetrics = 1000;
const deepestMetric = 8;

interface Leaf {
  readonly name: string;
  readonly key: string;
  readonly depth: number;
  readonly value: number;
  readonly n?: number;
  readonly line?: number;
  /** A class among the averages of all classes. */
  readonly part: boolean;
}

/** Totals of a tree of numbers, each under its path. Of one key the ones nearest to the root are judged: deeper ones are its parts. */
export function readMetrics(value: unknown, path: string, outline: Outline, sink: Sink): void {
  const leaves = isRecord(value) ? [...leavesOf(value, outline)].slice(0, mostMetrics) : [];
  const nearest = new Map<string, number>();
  for (const { key, depth } of leaves) nearest.set(key, Math.min(depth, nearest.get(key) ?? depth));
  for (const { key, depth, part, ...total } of leaves) {
    const secondary = part || depth > (nearest.get(key) ?? depth) || isBookkeeping(total.name);
    sink.aggregate({ ...total, ...(secondary && { secondary }), file: path });
  }
  if (leaves.length === 0)
    sink.problem(unreadable(path, 'This JSON contains no number that could be a metric.', 1));
}

function* leavesOf(
  node: Row,
  outline: Outline,
  above: { prefix: string; depth: number; line?: number; part: boolean } = {
    prefix: '',
    depth: 0,
    part: false,
  },
): Generator<Leaf> {
  const { prefix, depth } = above;
  for (const [key, of] of Object.entries(counted(node))) {
    const line = depth === 0 ? outline.memberLine(key) : above.line;
    const name = prefix === '' ? key : `${prefix}.${key}`;
    const part = above.part || isClass(node, key);
    const place = { ...(line !== undefined && { line }), part };
    if (isRecord(of) && depth < deepestMetric)
      yield* leavesOf(of, outline, { prefix: name, depth: depth + 1, ...place });
    else if (looksNumeric(of)) yield { name, key, depth, value: scoreOf(of), ...sizeOf(node, key), ...place };
  }
}

/** In scikit-learn's `classification_report(output_dict=True)` the classes stand beside their averages. */
function isClass(node: Row, key: string): boolean {
  return field(node, 'macro avg') !== undefined && key !== 'accuracy' && !key.endsWith(' avg');
}

/** `{correct: 261, total: 1000}` says an accuracy, and on how many samples. */
function counted(node: Row): Row {
  const { correct, total } = {
    correct: scoreOf(field(node, 'correct')),
    total: scoreOf(field(node, 'total')),
  };
  return total > 0 && correct >= 0 && correct <= total ? { accuracy: correct / total } : node;
}

function sizeOf(node: Row, key: string): { n?: number } {
  return key === 'accuracy' && counted(node) !== node ? { n: scoreOf(field(node, 'total')) } : {};
}
