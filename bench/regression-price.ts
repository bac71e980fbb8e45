/**
 * What each way to run the gate costs and finds: simulated changes of known truth, judged by the built gate (`npm run build` first); what counts is the
 * verdict of its report. Each sample has its own chance to be answered rightly, and every evaluation draws all answers anew:
 * homogeneous (all are unsure alike), concentrated (a few are even, the rest sure), diffuse (every chance occurs), deterministic (answers are
 * kept, and a change flips any). Harmless changes agree with their baseline on the share asked for; a drop falls on what is unsure. 500 samples, F1 0.85, tolerance 0.5, margin 2; looks at 500, 1,000, 1,500, 2,000;
 * history: eight earlier evaluations of the same trunk; by flips: drawn from the pool by what flipped between these. Worlds in which that history
 * misleads: drift (of a trunk of which other samples were unsure), wrong (of other samples under these ids), few (twenty flipped). `--changes N` for each cell (100), `--agreement 95`, `--world NAME`, `--rule NAME` some
 * cells alone, `--harmless` no drops, `--looks 250,500,…` other looks, `--level` ends with 1 where a rule that
 * only warns of what is undecided fails more harmless changes than `alpha` and chance explain. `--trunk SERIES`: trunk against its anchor over 30 merges.
 */
import { createRequire } from 'node:module';
import { parseArgs } from 'node:util';
import {
  planSampling,
  regressionDefaults,
  sampleOrder,
  type compareSets as compare,
  type RegressionSettings,
  type ResultSet,
  type Sample,
  type Sampling,
} from '../src/regression/index.ts';
import { seededRandom, shuffled, type Random } from '../src/regression/statistics/random.ts';

const right = 0.85;
const pool = 2000;
let looks: readonly number[] = [500, 1000, 1500, 2000];
const drop = 0.018;
const { compareSets } = createRequire(import.meta.url)('../dist/lib/regression/index.js') as {
  compareSets: typeof compare;
};
const order = sampleOrder(
  Array.from({ length: pool }, (_, i) => String(i)),
  regressionDefaults.seed,
);

const placeOf = new Map(order.map((id, i) => [id, i]));

type Chances = readonly number[];

interface World {
  /** Of each sample to be right, so that two evaluations agree on this share. */
  chances(agreement: number, random: Random): Chances;
  /** Answers are kept from one evaluation to the next, but for the flips of a change. */
  readonly kept?: true;
  /** Share of samples that came out either way in each evaluation before, of answers that are kept. */
  readonly rare?: number;
  /** What the history is of: of a trunk of which other samples were unsure, or of other samples under the same ids. */
  readonly past?: 'drift' | 'wrong';
}

const worlds: Readonly<Record<string, World>> = {
  homogeneous: {
    chances: (agreement, random) => {
      const unsure = (1 - Math.sqrt(1 - 2 * (1 - agreement))) / 2;
      const share = (right - unsure) / (1 - 2 * unsure);
      return drawn(() => (random.uniform() < share ? 1 - unsure : unsure));
    },
  },
  concentrated: { chances: concentrated },
  diffuse: {
    chances: (agreement, random) => {
      const spread = 1 - (1 - agreement) / (2 * right * (1 - right));
      const size = 1 / spread - 1;
      return drawn(() => beta(right * size, (1 - right) * size, random));
    },
  },
  deterministic: { kept: true, chances: (_, random) => drawn(() => Number(random.uniform() < right)) },
  drift: { past: 'drift', chances: (agreement, random) => concentrated(agreement, random) },
  wrong: { past: 'wrong', chances: (agreement, random) => concentrated(agreement, random) },
  few: {
    // One in a hundred samples is even, all others are sure, but for what a change flips anywhere.
    kept: true,
    rare: 0.01,
    chances: (_, random) => drawn(() => Number(random.uniform() < right)),
  },
};

function concentrated(agreement: number, random: Random): Chances {
  const even = 2 * (1 - agreement);
  const sure = (right - even / 2) / (1 - even);
  return drawn(() => (random.uniform() < even ? 0.5 : Number(random.uniform() < sure)));
}

function drawn(one: () => number): Chances {
  return Array.from({ length: pool }, one);
}

/** Jöhnk's generator, for small parameters. */
function beta(a: number, b: number, random: Random): number {
  for (;;) {
    const [x, y] = [random.uniform() ** (1 / a), random.uniform() ** (1 / b)];
    if (x + y <= 1 && x + y > 0) return x / (x + y);
  }
}

interface Change {
  readonly before: Answers;
  readonly after: Answers;
  readonly earlier: readonly Answers[];
  /** What the strata are made from, where that is not `earlier`: another trunk, or rows of other samples under these ids. */
  readonly flips?: readonly Answers[];
}

type Answers = readonly boolean[];

function changeIn(world: World, agreement: number, truth: number, random: Random): Change {
  const chances = world.chances(agreement, random);
  // A drop falls on what the model is unsure of: in proportion to p(1 − p).
  const unsure = chances.reduce((sum, p) => sum + p * (1 - p), 0) / pool || 1;
  const draw = (lost: number): boolean[] =>
    chances.map((p) => random.uniform() < p - (p * (1 - p) * lost) / unsure);
  const before = draw(0);
  if (world.kept === undefined) {
    const earlier = Array.from({ length: 8 }, () => draw(0));
    const after = draw(truth);
    return world.past === undefined
      ? { before, after, earlier }
      : { before, after, earlier: [], flips: otherPast(world.past, agreement, before, earlier, random) };
  }
  const [lost, gained] = [(1 - agreement + truth) / 2 / right, (1 - agreement - truth) / 2 / (1 - right)];
  const after = before.map((is) => (random.uniform() < (is ? lost : gained) ? !is : is));
  const { rare } = world;
  const flips = (): boolean[] =>
    before.map((is, i) => (i % (1 / (rare ?? 1)) === 0 ? random.uniform() < 0.5 : is));
  return {
    before,
    after,
    earlier: Array.from({ length: 8 }, () => before),
    ...(rare !== undefined && { flips: Array.from({ length: 8 }, flips) }),
  };
}

/** Newest first, the baseline's own before them. */
function otherPast(
  past: 'drift' | 'wrong',
  agreement: number,
  before: Answers,
  earlier: readonly Answers[],
  random: Random,
): Answers[] {
  if (past === 'wrong') {
    const from = shuffled(
      before.map((_, i) => i),
      random,
    );
    return [before, ...earlier].map((answers) => from.map((i) => answers[i] ?? false));
  }
  const old = concentrated(agreement, random);
  return [before, ...earlier.map(() => old.map((p) => random.uniform() < p))];
}

function setOf(answers: Answers, n: number, ids: readonly string[] = order): ResultSet {
  const samples = new Map<string, Sample>();
  for (const id of ids.slice(0, n)) {
    const i = placeOf.get(id) ?? 0;
    const target = i % 2 === 0 ? '1' : '0';
    const prediction = answers[i] === true ? target : String(1 - Number(target));
    samples.set(id, { id, target, prediction, scores: new Map(), slices: [], file: 'r.jsonl' });
  }
  const none = {
    aggregates: new Map(),
    setup: new Map(),
    directions: new Map(),
    marks: new Set<string>(),
    formats: new Set<string>(),
    openEnds: [],
  };
  return { ...none, files: ['r.jsonl'], samples, findings: [] };
}

interface Judged {
  readonly verdict: string;
  readonly n: number;
}

type Rule = (change: Change) => Judged;

interface Known {
  /** Earlier evaluations are averaged with the baseline. */
  readonly history?: boolean;
  readonly sampling?: Sampling;
}

function judged(
  change: Change,
  n: number,
  more: Partial<RegressionSettings>,
  { history = false, sampling }: Known = {},
): Judged {
  const settings: RegressionSettings = { ...regressionDefaults, metrics: ['f1'], ...more };
  const drawn = sampling?.order ?? order;
  const evaluations = history
    ? change.earlier.map((answers, i) => ({ name: `evaluation ${i}`, results: setOf(answers, n, drawn) }))
    : [];
  const before = setOf(change.before, more.looks === undefined ? n : pool);
  const after = setOf(change.after, n, drawn);
  const { verdict } = compareSets(before, after, settings, {
    history: { evaluations },
    ...(sampling !== undefined && { sampling }),
  });
  return { verdict, n };
}

function inLooks(change: Change, known: Known = {}): Judged {
  let last: Judged = { verdict: 'inconclusive', n: 0 };
  for (const n of looks) {
    last = judged(change, n, { looks }, known);
    if (last.verdict !== 'inconclusive') break;
  }
  return last;
}

const plans = new WeakMap<Change, Sampling>();

/** By what flipped in eight earlier evaluations of the pool and the baseline's own. */
function byFlips(change: Change): Sampling {
  const all = change.flips ?? [change.before, ...change.earlier];
  const named = all.map((answers, i) => ({ name: `evaluation ${i}`, results: setOf(answers, pool) }));
  const settings = { ...regressionDefaults, metrics: ['f1'] };
  const plan = plans.get(change) ?? planSampling(setOf(change.before, pool), named, settings);
  plans.set(change, plan);
  return plan;
}

/** One look of 500 of the pool. */
const oneLook = { looks: [500] };

const rules: Readonly<Record<string, Rule>> = {
  'auto, 500': (change) => judged(change, 500, {}),
  'warn, 500': (change) => judged(change, 500, { onInconclusive: 'warn' }),
  'auto, 500, history': (change) => judged(change, 500, {}, { history: true }),
  'warn, 500, history': (change) => judged(change, 500, { onInconclusive: 'warn' }, { history: true }),
  'auto, 500 by flips': (change) => judged(change, 500, oneLook, { sampling: byFlips(change) }),
  'warn, 500 by flips': (change) =>
    judged(change, 500, { ...oneLook, onInconclusive: 'warn' }, { sampling: byFlips(change) }),
  'auto, by flips, history': (change) =>
    judged(change, 500, oneLook, { history: true, sampling: byFlips(change) }),
  'warn, by flips, history': (change) =>
    judged(change, 500, { ...oneLook, onInconclusive: 'warn' }, { history: true, sampling: byFlips(change) }),
  'looks to 2000': (change) => inLooks(change),
  'looks, history': (change) => inLooks(change, { history: true }),
  'looks, by flips': (change) => inLooks(change, { sampling: byFlips(change) }),
  'looks, by flips, history': (change) => inLooks(change, { history: true, sampling: byFlips(change) }),
};

function main(): void {
  const { values } = parseArgs({
    options: {
      changes: { type: 'string', default: '100' },
      agreement: { type: 'string', multiple: true, default: ['90', '95', '98'] },
      world: { type: 'string', multiple: true, default: Object.keys(worlds) },
      rule: { type: 'string', multiple: true, default: Object.keys(rules) },
      harmless: { type: 'boolean', default: false },
      looks: { type: 'string', default: looks.join(',') },
      trunk: { type: 'string' },
      level: { type: 'boolean', default: false },
    },
  });
  if (values.trunk !== undefined) return trunk(Number.parseInt(values.trunk, 10) || 50);
  looks = values.looks.split(',').map(Number);
  const changes = Number.parseInt(values.changes, 10) || 100;
  for (const name of values.world)
    for (const agreement of values.agreement)
      if (
        !cell(name, Number(agreement) / 100, changes, values.rule, values.harmless ? [0] : [0, drop]) &&
        values.level
      )
        process.exitCode = 1;
}

/** Whether the level holds, within three errors. Printed: percent that fail, of harmless changes and of drops of 1.8 points, each with its Monte Carlo error, and the mean samples of both. */
function cell(
  name: string,
  agreement: number,
  changes: number,
  chosen: readonly string[],
  truths: readonly number[],
): boolean {
  const world = worlds[name];
  if (world === undefined) throw new Error(`no world ${name}`);
  const random = seededRandom(Math.round(1000 * agreement) + name.length);
  const found = chosen.map((rule) => ({ rule, fails: truths.map(() => 0), samples: truths.map(() => 0) }));
  for (const [at, truth] of truths.entries())
    for (let i = 0; i < changes; i++) {
      const change = changeIn(world, agreement, truth, random);
      for (const one of found) {
        const { verdict, n } = rules[one.rule]?.(change) ?? { verdict: '', n: 0 };
        one.fails[at] = (one.fails[at] ?? 0) + Number(verdict === 'fail');
        one.samples[at] = (one.samples[at] ?? 0) + n;
      }
    }
  console.log(`${name}, ${100 * agreement} % agreement, ${changes} changes`);
  for (const { rule, fails, samples } of found) {
    const rates = fails.map((count) => {
      const p = count / changes;
      return `${(100 * p).toFixed(1)} ±${(100 * Math.sqrt((p * (1 - p)) / changes)).toFixed(1)}`;
    });
    const means = samples.map((sum) => Math.round(sum / changes));
    console.log(`  ${rule.padEnd(24)} ${rates.join(' / ')} %  at ${means.join(' / ')} samples`);
  }
  const { alpha } = regressionDefaults;
  const most = alpha + 3 * Math.sqrt((alpha * (1 - alpha)) / changes);
  return found.every(
    ({ rule, fails: [harmless = 0] }) => !rule.startsWith('warn') || harmless / changes <= most,
  );
}

/** Thirty merges, each tested against the first: the share of series with an alarm, by the drop that the sixteenth brings, in points. */
function trunk(series: number): void {
  for (const name of ['concentrated', 'deterministic'])
    for (const n of [500, pool])
      for (const lost of [0, 0.01, drop]) {
        const random = seededRandom(n + Math.round(1000 * lost));
        let alarms = 0;
        for (let i = 0; i < series; i++) if (isBlamed(worlds[name], n, lost, random)) alarms++;
        const p = alarms / series;
        console.log(
          `${name}, ${n} samples, ${(-100 * lost).toFixed(1)} at the sixteenth of 30 merges: alarm in ${(100 * p).toFixed(1)} ±${(100 * Math.sqrt((p * (1 - p)) / series)).toFixed(1)} % of ${series}`,
        );
      }
}

function isBlamed(world: World | undefined, n: number, lost: number, random: Random): boolean {
  if (world === undefined) return false;
  const settings = {
    ...regressionDefaults,
    metrics: ['f1'],
    alpha: regressionDefaults.alpha / 30,
    onInconclusive: 'pass' as const,
  };
  const chances = world.chances(0.95, random);
  const unsure = chances.reduce((sum, p) => sum + p * (1 - p), 0) / pool || 1;
  let answers = chances.map((p) => random.uniform() < p);
  const anchor = setOf(answers, n);
  for (let merge = 1; merge <= 30; merge++) {
    const fell = merge >= 16 ? lost : 0;
    if (world.kept === undefined)
      answers = chances.map((p) => random.uniform() < p - (p * (1 - p) * fell) / unsure);
    else {
      const own = merge === 16 ? lost : 0;
      const share = answers.filter(Boolean).length / pool;
      // A hundredth flips with each merge.
      answers = answers.map((is) =>
        random.uniform() < (is ? (0.005 + own) / share : 0.005 / (1 - share)) ? !is : is,
      );
    }
    if (compareSets(anchor, setOf(answers, n), settings).verdict === 'fail') return true;
  }
  return false;
}

main();
