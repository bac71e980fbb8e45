/** pass@k of several answers to each task, without bias: Chen et al. 2021, "Evaluating Large Language Models Trained on Code", eq. 1. */
import { regressionRules } from '../rules.ts';
import { whole } from '../samples/like.ts';
import type { Pair, PairSide } from '../samples/pair.ts';
import { questionOf } from '../samples/question.ts';
import type { Measured } from './measured.ts';
import { meanStatistic } from './statistic.ts';
import { weightsOf } from './weights.ts';

const passAt = /^pass@(\d{1,4})$/;

/** k of `pass@k`; `undefined` for any other metric. */
export function kOf(key: string): number | undefined {
  const k = Number(passAt.exec(key)?.[1]);
  return k >= 1 ? k : undefined;
}

/** 1 − C(n − c, k) / C(n, k): the chance that one of k answers drawn from n, of which c are right, is right. */
export function passAtK(n: number, c: number, k: number): number {
  if (n - c < k) return 1;
  let allWrong = 1;
  for (let i = n - c + 1; i <= n; i++) allWrong *= 1 - k / i;
  return 1 - allWrong;
}

interface Task {
  readonly pair: Pair;
  n: number;
  readonly right: { baseline: number; candidate: number };
}

/** The mean over tasks; tasks are what is sampled, so each counts once. */
export function fromAnswers(k: number, column: string, pairs: readonly Pair[]): Measured {
  const tasks = new Map<string, Task>();
  for (const pair of pairs) {
    const key = pair.baseline.cluster ?? questionOf(pair.baseline.id);
    const task = tasks.get(key) ?? { pair, n: 0, right: { baseline: 0, candidate: 0 } };
    task.n++;
    for (const side of ['baseline', 'candidate'] as const)
      task.right[side] += Number(pair[side].scores.get(column) === 1);
    tasks.set(key, task);
  }
  const all = [...tasks.values()];
  const few = all.filter(({ n }) => n < k);
  if (few.length > 0) return tooFew(k, few);
  const read = (side: PairSide): Float64Array =>
    Float64Array.from(all, ({ n, right }) => passAtK(n, right[side], k));
  const outcomes = { baseline: read('baseline'), candidate: read('candidate') };
  const units = all.map(({ pair: { baseline, candidate, ...drawn } }) => ({
    ...drawn,
    baseline: alone(baseline),
    candidate: alone(candidate),
  }));
  return {
    ok: true,
    statistic: meanStatistic(outcomes.baseline, outcomes.candidate, weightsOf(units)),
    definition: `mean over ${all.length} tasks of the unbiased pass@${k} of ${column}`,
    outcomes,
    units,
  };
}

/** A task stands for all its answers, and for no cluster. */
function alone(answer: Pair['baseline']): Pair['baseline'] {
  const { cluster, ...rest } = whole(answer);
  return { ...rest, id: cluster ?? questionOf(rest.id) };
}

function tooFew(k: number, tasks: readonly Task[]): Measured {
  return {
    ok: false,
    rule: regressionRules['undefined-metric'],
    reason: `pass@${k} needs ${k} answers to each task, and ${tasks.length} of the tasks have fewer`,
    help: `Evaluate at least ${k} answers to each task, or ask for a smaller k.`,
    samples: tasks.slice(0, 5).map(({ pair }) => pair.candidate),
    count: tasks.length,
  };
}
