/**
 * How many further evaluations name the merge, of 64 with a fall of 1.8 points: every eighth evaluated before, or none. Whole evaluations
 * count for two where both ends must be had first. `--worlds N` of each kind (100), `--most N` evaluations (25), `--every N` of
 * the merges evaluated before alone (0: both ends), `--churn P` alone, `--seed N` of the first world (900), `--kind diffuse` or `slight`: what the culprit does (concentrated), `none`: there is none. `--observer`:
 * by one who knows the world, with whole evaluations. Fails where of those that are named with 95 % fewer are right, or more than 5 % claims are false, beyond chance.
 */
import { parseArgs } from 'node:util';
import { isSettled, search, wantedNext } from '../src/locate/index.ts';
import { smallestSet } from '../src/locate/posterior.ts';
import { evaluationOf, rangeOf } from '../test/support/locate/evaluations.ts';
import { worldOf, type WorldPlan } from '../test/support/locate/worlds.ts';
import { observe } from './locate-observer.ts';

const merges = 64;
const kinds = ['concentrated', 'diffuse', 'slight', 'none'] as const;

interface Ended {
  readonly evaluations: number;
  /** In whole evaluations. */
  readonly cost: number;
  /** One merge has 95 %, given that there is a fall. */
  readonly isSure: boolean;
  /** And noise is excluded: evidence of 20 for a fall. */
  readonly isClaimed: boolean;
  readonly isRight: boolean;
  /** The 90 % set holds the culprit. */
  readonly isCovered?: boolean;
}

main();

function main(): void {
  const { values } = parseArgs({
    options: {
      worlds: { type: 'string' },
      most: { type: 'string' },
      every: { type: 'string' },
      kind: { type: 'string', default: 'concentrated' },
      seed: { type: 'string', default: '900' },
      churn: { type: 'string' },
      observer: { type: 'boolean', default: false },
    },
  });
  const how = values.observer ? observed : searched;
  const kind = kinds.find((one) => one === values.kind) ?? 'concentrated';
  const [worlds, most] = [Number(values.worlds ?? 100), Number(values.most ?? 25)];
  const churns = values.churn === undefined ? [0.02, 0.1, 0.3, 1] : [Number(values.churn)];
  console.log(`${worlds} worlds a row; a share p is uncertain by 2·√(p(1−p)/${worlds})`);
  console.log(
    'evaluated before | churn | 95 % reached | of these right | and noise excluded | evaluations: mean, median, p90 | cost in whole ones | 90 % set contains it',
  );
  for (const every of values.every === undefined ? [8, 0] : [Number(values.every)])
    for (const churn of churns)
      console.log(rowOf(how, every, { churn, kind, seed: Number(values.seed) }, worlds, most));
}

function rowOf(how: typeof searched, every: number, plan: WorldPlan, worlds: number, most: number): string {
  const ended = Array.from({ length: worlds }, (_, at) =>
    how(every, { ...plan, seed: plan.seed + at }, most),
  );
  const counts = ended.map(({ evaluations }) => evaluations).toSorted((a, b) => a - b);
  const mean = (of: readonly number[]): string =>
    (of.reduce((sum, one) => sum + one, 0) / of.length).toFixed(1);
  const sure = ended.filter(({ isSure }) => isSure);
  const right = sure.filter(({ isRight }) => isRight);
  const claimed = ended.filter(({ isClaimed }) => isClaimed).length;
  const [wrong, of] = plan.kind === 'none' ? [claimed, worlds] : [sure.length - right.length, sure.length];
  if (wrong > 0.05 * of + 3 * Math.sqrt(0.95 * 0.05 * of)) process.exitCode = 1;
  const share = (part: number, whole: number): string =>
    `${((100 * part) / Math.max(whole, 1)).toFixed(0)} %`;
  const spread = [mean(counts), counts[Math.floor(worlds / 2)], counts[Math.floor(worlds * 0.9)]].join(', ');
  return [
    every === 0 ? 'none' : `every ${every}th`,
    plan.churn,
    share(sure.length, worlds),
    share(right.length, sure.length),
    share(claimed, worlds),
    spread,
    mean(ended.map(({ cost }) => cost)),
    how === observed ? '' : share(ended.filter(({ isCovered }) => isCovered).length, worlds),
  ].join(' | ');
}

function searched(every: number, plan: WorldPlan, most: number): Ended {
  const { rows, culprit } = worldOf({ ...plan, merges });
  const range = rangeOf(rows);
  let evaluations = rows.flatMap((row, at) => (isFirst(every, at) ? [evaluationOf(row, at)] : []));
  let [count, cost] = every === 0 ? [2, 2] : [0, 0];
  for (;;) {
    const found = search({ merges: range, evaluations });
    const { ifSeen } = found.posterior;
    const probability = Math.max(...ifSeen);
    const isSure = probability >= 0.95;
    const [wanted] = isSure || count >= most ? [] : wantedNext(found, evaluations);
    if (wanted === undefined) {
      const at = found.candidates[ifSeen.indexOf(probability)]?.at;
      return {
        evaluations: count,
        cost,
        isSure,
        isClaimed: isSure && isSettled(found),
        isRight: at === culprit,
        isCovered: smallestSet(found.posterior.given).some((one) => found.candidates[one]?.at === culprit),
      };
    }
    count++;
    cost += wanted.ids.length / (rows[0]?.length ?? 1);
    const next = evaluationOf(rows[wanted.at] ?? new Float64Array(), wanted.at, new Set(wanted.ids));
    evaluations = [...evaluations, next].toSorted((a, b) => a.at - b.at);
  }
}

function observed(every: number, plan: WorldPlan, most: number): Ended {
  const { rows, culprit } = worldOf({ ...plan, merges });
  let places = [...rows.keys()].filter((at) => isFirst(every, at));
  let count = every === 0 ? 2 : 0;
  for (;;) {
    const { probability, at, next } = observe({
      rows: rows.filter((_, place) => places.includes(place)),
      places,
      churn: plan.churn,
    });
    const isSure = probability >= 0.95;
    if (isSure || count >= most || next === undefined)
      return { evaluations: count, cost: count, isSure, isClaimed: isSure, isRight: at === culprit };
    count++;
    places = [...places, next].toSorted((a, b) => a - b);
  }
}

function isFirst(every: number, at: number): boolean {
  return every === 0 ? at === 0 || at === merges : at % every === 0;
}
