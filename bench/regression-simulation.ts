/**
 * How often the gate is right: simulated changes of known truth, judged by the gate's own functions; with `--built` by the built
 * gate, from the bytes of result files to the verdict of the report, bootstrap and all.
 * Samples are binary with as many positives as negatives, and the baseline has F1 0.85; both sides agree on a share A of them.
 * `--changes N` for each cell (2000), `--agreement 95` one of the cells alone, `--json` prints the figures alone. `--erosion` ten merges
 * alone, of N/4 runs or as many as end within `--minutes M` for each of its four cells: the report says how many.
 */
import { createRequire } from 'node:module';
import { parseArgs } from 'node:util';
import { assess } from '../src/regression/decision/assess.ts';
import { anchorAlpha } from '../src/regression/decision/anchor.ts';
import type { Decision } from '../src/regression/decision/decide.ts';
import {
  regressionDefaults,
  sampleOrder,
  type compareResults as compareFiles,
  type RegressionSettings,
  type ResultFile,
  type Sample,
} from '../src/regression/index.ts';
import { lookAt } from '../src/regression/decision/looks.ts';
import type { MetricResult } from '../src/regression/decision/measurement.ts';
import { mcNemar, wilson } from '../test/support/statistics/binomial.ts';
import { plainMetric, type MetricSpec } from '../src/regression/metrics/spec.ts';
import type { Pair } from '../src/regression/samples/pair.ts';
import { seededRandom, type Random } from '../src/regression/statistics/random.ts';

const looks = [500, 1000, 1500, 2000];
const truths = [0, -0.018];
const baselineShare = 0.85;
/** Share of samples whose outcome is drawn anew at every merge, where only the borderline ones flip. */
const borderlineShare = 0.1;
const f1: MetricSpec = { name: 'f1', key: 'f1', title: 'F1' };
const otherMetrics = ['f1_macro', 'f1_weighted', 'f1_micro', 'precision_macro', 'balanced_accuracy'];
/** Shares of three classes. */
const classShares = [0.6, 0.3, 0.1];

interface Tally {
  fail: number;
  pass: number;
  inconclusive: number;
  samples: number;
}

main();

function main(): void {
  const { values } = parseArgs({
    options: {
      changes: { type: 'string', default: '2000' },
      json: { type: 'boolean' },
      built: { type: 'boolean' },
      agreement: { type: 'string', multiple: true, default: ['90', '95', '98'] },
      erosion: { type: 'boolean' },
      minutes: { type: 'string', default: '60' },
    },
  });
  const changes = Number.parseInt(values.changes, 10) || 2000;
  const gate = values.built === true ? builtGate() : sourceGate();
  const shown = values.json !== true;
  const limits = { runs: Math.ceil(changes / 4), minutes: Number.parseFloat(values.minutes) || 60 };
  if (values.erosion === true) return printErosion(simulateErosions(limits, gate), shown);
  const cells = values.agreement.flatMap((percent) =>
    truths.map((truth) => {
      const agreement = Number(percent) / 100;
      const cell = { agreement, truth, rules: simulate(agreement, truth, changes, gate) };
      if (shown) printCell(cell, changes);
      return cell;
    }),
  );
  if (values.built === true) return shown ? undefined : console.log(JSON.stringify({ changes, cells }));
  const erosion = simulateErosions(limits, gate);
  const levels = simulateLevels(Math.ceil(changes / 2));
  if (values.json === true) return console.log(JSON.stringify({ changes, cells, erosion, levels }));
  printErosion(erosion, shown);
  console.log('harmless changes that fail, three uneven classes (%):');
  for (const { metric, ...rates } of levels) console.log(`  ${metric.padEnd(20)} ${JSON.stringify(rates)}`);
}

interface Cell {
  readonly agreement: number;
  readonly truth: number;
  readonly rules: Record<string, Tally>;
}

function printCell({ agreement, truth, rules }: Cell, changes: number): void {
  console.log(`agreement ${agreement * 100} %, truth ${(truth * 100).toFixed(1)} points`);
  for (const [rule, tally] of Object.entries(rules))
    console.log(`  ${rule.padEnd(28)} ${percentages(tally, changes)}`);
}

function percentages({ fail, pass, inconclusive, samples }: Tally, changes: number): string {
  const share = (count: number): string => `${((100 * count) / changes).toFixed(1).padStart(5)} %`;
  return `fail ${share(fail)}   pass ${share(pass)}   inconclusive ${share(inconclusive)}   ${Math.round(samples / changes)} samples`;
}

/** One decision for each rule and simulated change. */
function simulate(
  agreement: number,
  truth: number,
  changes: number,
  gate: SimulatedGate,
): Record<string, Tally> {
  const random = seededRandom(Math.round(1000 * agreement - 10_000 * truth));
  const tallies: Record<string, Tally> = {};
  const note = (rule: string, decision: Decision, samples: number): void => {
    const tally = (tallies[rule] ??= { fail: 0, pass: 0, inconclusive: 0, samples: 0 });
    tally[decision]++;
    tally.samples += samples;
  };
  for (let change = 0; change < changes; change++) {
    const pairs = drawPairs(2000, agreement, truth, random);
    const first = measured(pairs.slice(0, 500), regressionDefaults);
    note('R*, 500 samples', gate.fixed(pairs.slice(0, 500)), 500);
    const last = gate.sequential(pairs);
    note('R*, looks to 2000', last.verdict, last.n);
    note('drop > 0.5 (strict)', first.delta < -0.005 ? 'fail' : 'pass', 500);
    note('exact McNemar at .05', exactMcNemar(first), 500);
    note('McNemar and Wilson apart', correctedAndApart(pairs.slice(0, 500)), 500);
  }
  return tallies;
}

interface Decided {
  readonly verdict: Decision;
  readonly n: number;
}

interface SimulatedGate {
  /** At one look, of the level asked for. */
  at(pairs: readonly Pair[], alpha: number): Decision;
  /** All pairs at one look. */
  fixed(pairs: readonly Pair[]): Decision;
  sequential(pairs: readonly Pair[]): Decided;
}

function sourceGate(): SimulatedGate {
  return {
    at: (pairs, alpha) => measured(pairs, { ...regressionDefaults, alpha }).verdict,
    fixed: (pairs) => measured(pairs, regressionDefaults).verdict,
    sequential: (pairs) => sequential(pairs),
  };
}

/** What a workflow runs: files in, report out; the samples of each look in the order that the seed gives them. */
function builtGate(): SimulatedGate {
  const { compareResults } = createRequire(import.meta.url)('../dist/lib/regression/index.js') as BuiltGate;
  const settings: RegressionSettings = { ...regressionDefaults, metrics: ['f1'], onInconclusive: 'warn' };
  const order = sampleOrder(
    Array.from({ length: looks.at(-1) ?? 0 }, (_, i) => String(i)),
    settings.seed,
  );
  const file = (pairs: readonly Pair[], side: 'baseline' | 'candidate'): ResultFile[] => [
    {
      path: 'results.jsonl',
      bytes: Buffer.from(pairs.map((pair, i) => rowText(pair[side], order[i] ?? String(i))).join('\n')),
    },
  ];
  const judge = (
    before: readonly Pair[],
    after: readonly Pair[],
    more: Partial<RegressionSettings>,
  ): Decision => {
    const { verdict } = compareResults(file(before, 'baseline'), file(after, 'candidate'), {
      ...settings,
      ...more,
    });
    return verdict === 'fail' || verdict === 'pass' ? verdict : 'inconclusive';
  };
  return {
    at: (pairs, alpha) => judge(pairs, pairs, { alpha }),
    fixed: (pairs) => judge(pairs, pairs, {}),
    sequential: (pairs) => {
      const verdicts = function* (): Generator<Decided> {
        for (const n of looks) yield { verdict: judge(pairs, pairs.slice(0, n), { looks }), n };
      };
      let last: Decided = { verdict: 'inconclusive', n: 0 };
      for (last of verdicts()) if (last.verdict !== 'inconclusive') break;
      return last;
    },
  };
}

interface BuiltGate {
  readonly compareResults: typeof compareFiles;
}

function rowText({ target, prediction }: Sample, id = ''): string {
  return JSON.stringify({ id, target, prediction });
}

/** As the gate takes its looks: it stops at the first that decides. */
function sequential(pairs: readonly Pair[], spec: MetricSpec = f1): MetricResult {
  const settings = { ...regressionDefaults, looks };
  const [first = 0, ...more] = looks;
  let result = measured(pairs.slice(0, first), settings, spec);
  for (const size of more) {
    if (result.verdict !== 'inconclusive') return result;
    result = measured(pairs.slice(0, size), settings, spec);
  }
  return result;
}

function measured(pairs: readonly Pair[], settings: RegressionSettings, spec: MetricSpec = f1): MetricResult {
  const look = lookAt(pairs.length, settings.looks, settings.alpha);
  // As a slice: the same decision without the bootstrap interval, which no rule reads.
  const assessed = assess({ spec, pairs, settings, look, directions: new Map(), slice: 'simulated' });
  if (!assessed.ok) throw new Error(assessed.reason);
  return assessed.result;
}

/** llm-eval-action's rule. */
function exactMcNemar({ flipped: { worse, better } }: MetricResult): Decision {
  return worse > better && mcNemar(worse, better).exactTwoSided < 0.05 ? 'fail' : 'pass';
}

/** multivon's rule: continuity-corrected McNemar, and Wilson intervals that do not touch. */
function correctedAndApart(pairs: readonly Pair[]): Decision {
  const right = (side: 'baseline' | 'candidate', { [side]: sample }: Pair): boolean =>
    sample.target === sample.prediction;
  const [before, after] = [
    pairs.filter((pair) => right('baseline', pair)).length,
    pairs.filter((pair) => right('candidate', pair)).length,
  ];
  const lost = pairs.filter((pair) => right('baseline', pair) && !right('candidate', pair)).length;
  const gained = lost - (before - after);
  const apart = wilson(after, pairs.length, 0.95)[1] < wilson(before, pairs.length, 0.95)[0];
  return apart && mcNemar(lost, gained).correctedTwoSided < 0.05 ? 'fail' : 'pass';
}

/** Right samples are lost, and wrong ones gained, so often that both sides agree on the share asked for and the truth holds. */
function drawPairs(n: number, agreement: number, truth: number, random: Random): Pair[] {
  const lost = (1 - agreement - truth) / 2 / baselineShare;
  const gained = (1 - agreement + truth) / 2 / (1 - baselineShare);
  return Array.from({ length: n }, (_, i) => {
    const before = random.uniform() < baselineShare;
    const after = random.uniform() < (before ? lost : gained) ? !before : before;
    return pairOf(i, before, after);
  });
}

function pairOf(i: number, before: boolean, after: boolean): Pair {
  const target = i % 2 === 0 ? '1' : '0';
  const sample = (right: boolean): Sample => ({
    id: String(i),
    target,
    prediction: right === (target === '1') ? '1' : '0',
    scores: new Map(),
    slices: [],
    file: 'simulated',
  });
  return { baseline: sample(before), candidate: sample(after) };
}

interface Limits {
  readonly runs: number;
  /** For each cell. */
  readonly minutes: number;
}

interface Erosion {
  readonly kind: 'churn' | 'borderline';
  /** Points at each merge. */
  readonly step: number;
  readonly runs: number;
  /** Percent of the runs with an alarm at one of the ten merges. */
  readonly alarms: Record<string, number>;
}

/** Ten merges of nothing, and ten of −0.3 points: the share of runs in which a rule failed at least one merge. */
function simulateErosions(limits: Limits, gate: SimulatedGate): Erosion[] {
  return (['churn', 'borderline'] as const).flatMap((kind) =>
    [0, -0.003].map((step) => erode(kind, step, limits, gate)),
  );
}

function printErosion(cells: readonly Erosion[], shown: boolean): void {
  if (!shown) return console.log(JSON.stringify({ erosion: cells }));
  for (const { kind, step, runs, alarms } of cells)
    console.log(`ten merges of ${(100 * step).toFixed(1)}, ${kind}, ${runs} runs: ${JSON.stringify(alarms)}`);
}

function erode(kind: Erosion['kind'], step: number, { runs, minutes }: Limits, gate: SimulatedGate): Erosion {
  const random = seededRandom(kind === 'churn' ? 11 : 12);
  const end = Date.now() + minutes * 60_000;
  const alarms = {
    'previous merge, drop > 0.5': 0,
    'previous merge, R*': 0,
    'anchor at .01, 500 samples': 0,
    'anchor at .01, 5000 samples': 0,
  };
  let run = 0;
  for (; run < runs && Date.now() < end; run++) {
    const merges = history(kind, step, 5000, random);
    const small = merges.map((merge) => merge.slice(0, 500));
    const steps = small.slice(1).map((after, i) => pairsOf(small[i] ?? [], after));
    if (steps.some((pairs) => measured(pairs, regressionDefaults).delta < -0.005))
      alarms['previous merge, drop > 0.5']++;
    if (steps.some((pairs) => gate.at(pairs, regressionDefaults.alpha) === 'fail'))
      alarms['previous merge, R*']++;
    if (anchored(small, gate)) alarms['anchor at .01, 500 samples']++;
    if (anchored(merges, gate)) alarms['anchor at .01, 5000 samples']++;
  }
  const percent = (count: number): number => Math.round((1000 * count) / run) / 10;
  return {
    kind,
    step,
    runs: run,
    alarms: Object.fromEntries(Object.entries(alarms).map(([rule, count]) => [rule, percent(count)])),
  };
}

function anchored(merges: readonly (readonly boolean[])[], gate: SimulatedGate): boolean {
  const [anchor = [], ...later] = merges;
  return later.some((after) => gate.at(pairsOf(anchor, after), anchorAlpha) === 'fail');
}

function pairsOf(before: readonly boolean[], after: readonly boolean[]): Pair[] {
  return before.map((right, i) => pairOf(i, right, after[i] ?? false));
}

/** Which samples are right at the anchor and after each of ten merges; 5 % of them differ from merge to merge. */
function history(kind: 'churn' | 'borderline', step: number, n: number, random: Random): boolean[][] {
  const merges = [Array.from({ length: n }, () => random.uniform() < baselineShare)];
  const isBorderline = Array.from({ length: n }, () => random.uniform() < borderlineShare);
  for (let merge = 1; merge <= 10; merge++) {
    const before = merges[merge - 1] ?? [];
    const share = shareOf(before);
    merges.push(
      before.map((right, i) =>
        kind === 'churn'
          ? churned(right, share, step, random)
          : redrawn(right, isBorderline[i] ?? false, merge * step, random),
      ),
    );
  }
  if (kind === 'borderline')
    merges[0] = (merges[0] ?? []).map((right, i) => redrawn(right, isBorderline[i] ?? false, 0, random));
  return merges;
}

function shareOf(values: readonly boolean[]): number {
  return values.filter(Boolean).length / values.length;
}

/** Any sample may flip. */
function churned(right: boolean, share: number, step: number, random: Random): boolean {
  const flips = right ? (0.05 - step) / 2 / share : (0.05 + step) / 2 / (1 - share);
  return random.uniform() < flips ? !right : right;
}

/** Only the borderline samples are drawn anew, a little worse each time. */
function redrawn(right: boolean, borderline: boolean, drift: number, random: Random): boolean {
  return borderline ? random.uniform() < 0.5 + drift / borderlineShare : right;
}

/** Whether the other metrics keep the level, at 95 % agreement. */
function simulateLevels(changes: number): { metric: string; fixed: number; looks: number }[] {
  const random = seededRandom(21);
  const alarms = new Map(otherMetrics.map((metric) => [metric, { fixed: 0, looks: 0 }]));
  for (let change = 0; change < changes; change++) {
    const pairs = drawClassPairs(2000, 0.95, random);
    for (const [metric, count] of alarms) {
      const spec = plainMetric(metric);
      if (measured(pairs.slice(0, 500), regressionDefaults, spec).verdict === 'fail') count.fixed++;
      if (sequential(pairs, spec).verdict === 'fail') count.looks++;
    }
  }
  const share = (count: number): number => Math.round((1000 * count) / changes) / 10;
  return [...alarms].map(([metric, { fixed, looks: sequentially }]) => ({
    metric,
    fixed: share(fixed),
    looks: share(sequentially),
  }));
}

/** As `drawPairs` without a true drop; a wrong answer is either of the other classes. */
function drawClassPairs(n: number, agreement: number, random: Random): Pair[] {
  return drawPairs(n, agreement, 0, random).map(({ baseline, candidate }) => {
    const target = drawClass(random);
    const wrong = (target + 1 + random.below(2)) % 3;
    const side = (sample: Sample): Sample => ({
      ...sample,
      target: String(target),
      prediction: String(sample.prediction === sample.target ? target : wrong),
    });
    return { baseline: side(baseline), candidate: side(candidate) };
  });
}

function drawClass(random: Random): number {
  let left = random.uniform();
  return classShares.findIndex((share) => (left -= share) < 0);
}
