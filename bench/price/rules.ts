/** Ways to run the gate: each change is judged by the built gate (`npm run build` first), and what counts is the verdict of its report. */
import { createRequire } from 'node:module';
import type * as Gate from '../../src/regression/index.ts';
import type { RegressionSettings, ResultSet, Sample, Sampling } from '../../src/regression/index.ts';
import type { Answers, Change } from './worlds.ts';

const { compareSets, planSampling, readResults, regressionDefaults, sampleOrder } = createRequire(
  import.meta.url,
)('../../dist/lib/regression/index.js') as typeof Gate;

export const rules = [
  'auto',
  'warn',
  'auto, history',
  'warn, history',
  'warn, flips',
  'warn, flips, history',
  'looks',
  'looks, history',
  'looks, flips',
  'looks, flips, history',
] as const;
/** `auto` and `warn` on one look of 500 samples, `history`: earlier evaluations are averaged with the baseline, `flips`: drawn from the pool by what flipped between them. */
export type Rule = (typeof rules)[number];

export interface Judged {
  readonly verdict: string;
  /** Samples that were evaluated. */
  readonly n: number;
}

const single = 500;

/** What the rule says of a change, with these looks where it takes several. `files`: the same from result files; throws where that is another verdict. */
export function judge(rule: Rule, change: Change, looks: readonly number[], files: boolean): Judged {
  const judged = judgedBy(rule, change, looks);
  if (!files) return judged;
  asFiles = true;
  const again = judgedBy(rule, change, looks);
  asFiles = false;
  if (again.verdict !== judged.verdict || again.n !== judged.n)
    throw new Error(
      `${rule}: ${judged.verdict} at ${judged.n} samples, from files ${again.verdict} at ${again.n}`,
    );
  return judged;
}

/** Whether results are written to files and read again. */
let asFiles = false;

function judgedBy(rule: Rule, change: Change, looks: readonly number[]): Judged {
  const words = rule.split(', ');
  const sampling = words.includes('flips') ? byFlips(change) : undefined;
  const known = { history: words.includes('history'), ...(sampling !== undefined && { sampling }) };
  if (words.includes('looks')) return inLooks(change, looks, known);
  const onInconclusive = words.includes('warn') ? 'warn' : 'auto';
  return judged(
    change,
    single,
    { onInconclusive, ...(sampling !== undefined && { looks: [single] }) },
    known,
  );
}

interface Known {
  readonly history: boolean;
  readonly sampling?: Sampling;
}

function inLooks(change: Change, looks: readonly number[], known: Known): Judged {
  let last: Judged = { verdict: 'inconclusive', n: 0 };
  for (const n of looks) {
    last = judged(change, n, { looks }, known);
    if (last.verdict !== 'inconclusive') break;
  }
  return last;
}

function judged(
  { before, after, earlier }: Change,
  n: number,
  more: Partial<RegressionSettings>,
  { history, sampling }: Known,
): Judged {
  const pool = poolOf(before.length);
  const order = sampling?.order ?? pool.order;
  const evaluations = history
    ? earlier.map((answers, i) => ({ name: `evaluation ${i}`, results: pool.setOf(answers, n, order) }))
    : [];
  const { verdict } = compareSets(
    pool.setOf(before, more.looks === undefined ? n : before.length),
    pool.setOf(after, n, order),
    { ...settings, ...more },
    { history: { evaluations }, ...(sampling !== undefined && { sampling }) },
  );
  return { verdict, n };
}

const settings: RegressionSettings = { ...regressionDefaults, metrics: ['f1'] };

const plans = new WeakMap<Change, Sampling>();

/** By what flipped in the earlier evaluations of the pool and the baseline's own. */
function byFlips(change: Change): Sampling {
  const found = plans.get(change);
  if (found !== undefined) return found;
  const { setOf } = poolOf(change.before.length);
  const all = change.flips ?? [change.before, ...change.earlier];
  const named = all.map((answers, i) => ({ name: `evaluation ${i}`, results: setOf(answers) }));
  const plan = planSampling(setOf(change.before), named, settings);
  plans.set(change, plan);
  return plan;
}

/** Whether trunk is blamed in one of these evaluations, each of which is tested against the first at alpha / 30. */
export function isBlamed(evaluations: Iterable<Answers>, n: number): boolean {
  const strict = { ...settings, alpha: settings.alpha / 30, onInconclusive: 'pass' as const };
  let anchor: ResultSet | undefined;
  for (const answers of evaluations) {
    const results = poolOf(answers.length).setOf(answers, n);
    if (anchor !== undefined && compareSets(anchor, results, strict).verdict === 'fail') return true;
    anchor ??= results;
  }
  return false;
}

/** The interval around the drop of accuracy after the first `n` of a pool, drawn by these earlier evaluations, newest first. */
export function intervalDrawn(
  { before, after, earlier }: Change,
  n: number,
): readonly [low: number, high: number] | undefined {
  const { setOf } = poolOf(before.length);
  const accuracy = { ...settings, metrics: ['accuracy'], looks: [n] };
  const sampling =
    samplings.get(earlier) ??
    planSampling(
      setOf(before),
      earlier.map((answers, i) => ({ name: `evaluation ${i}`, results: setOf(answers) })),
      accuracy,
    );
  samplings.set(earlier, sampling);
  const { facts } = compareSets(setOf(before), setOf(after, n, sampling.order), accuracy, { sampling });
  const [low, high] = facts.metrics[0]?.ci ?? [];
  return typeof low === 'number' && typeof high === 'number' ? [low, high] : undefined;
}

const samplings = new WeakMap<readonly Answers[], Sampling>();

interface Pool {
  readonly order: readonly string[];
  /** The first `n` in the order. */
  setOf(answers: Answers, n?: number, order?: readonly string[]): ResultSet;
}

const pools = new Map<number, Pool>();

function poolOf(size: number): Pool {
  const made = pools.get(size) ?? makePool(size);
  pools.set(size, made);
  return made;
}

function makePool(size: number): Pool {
  const ids = Array.from({ length: size }, (_, i) => String(i));
  const order = sampleOrder(ids, settings.seed);
  const samples = new Map(
    order.map((id, i) => [id, { i, right: sampleOf(id, i, true), wrong: sampleOf(id, i, false) }]),
  );
  const setOf: Pool['setOf'] = (answers, n = size, drawn = order) => {
    const chosen = new Map<string, Sample>();
    for (const id of drawn.slice(0, n)) {
      const one = samples.get(id);
      if (one !== undefined) chosen.set(id, answers[one.i] === true ? one.right : one.wrong);
    }
    return asFiles ? readResults([fileOf(chosen.values())]) : { ...empty, samples: chosen };
  };
  return { order, setOf };
}

function fileOf(samples: Iterable<Sample>): { readonly path: string; readonly bytes: Uint8Array } {
  const rows = [...samples].map(({ id, target, prediction }) => JSON.stringify({ id, target, prediction }));
  return { path: 'r.jsonl', bytes: new TextEncoder().encode(`${rows.join('\n')}\n`) };
}

/** As many samples of one class as of the other. */
function sampleOf(id: string, i: number, isRight: boolean): Sample {
  const target = i % 2;
  const prediction = String(isRight ? target : 1 - target);
  return { id, target: String(target), prediction, scores: new Map(), slices: [], file: 'r.jsonl' };
}

const empty: Omit<ResultSet, 'samples'> = {
  files: ['r.jsonl'],
  findings: [],
  aggregates: new Map(),
  setup: new Map(),
  directions: new Map(),
  marks: new Set(),
  formats: new Set(),
  openEnds: [],
};
