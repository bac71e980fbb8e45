/**
 * How often the 95 % interval contains the truth. Of samples that are right or wrong exactly, over every table that can occur; of ratios, averages
 * over classes, scores and clusters by simulation, `--changes N` (4000) for each cell, with the Monte Carlo error.
 * `--exact` or `--simulated` one of both alone, `--only f1` one simulated world; `--drawn` those of samples that were drawn from a pool by what flipped
 * in eight earlier evaluations (`sampling: history`), by the built gate. Ends with 1 where a cell lies below 94 % by more than three Monte Carlo errors.
 */
import { parseArgs } from 'node:util';
import { assess } from '../src/regression/decision/assess.ts';
import { lookAt } from '../src/regression/decision/looks.ts';
import { regressionDefaults, type Sample } from '../src/regression/index.ts';
import { parseMetric } from '../src/regression/metrics/spec.ts';
import type { Pair } from '../src/regression/samples/pair.ts';
import { seededRandom, type Random } from '../src/regression/statistics/random.ts';
import { intervalDrawn } from './price/rules.ts';
import type { Answers } from './price/worlds.ts';
import { coverage, gateInterval, tango, type IntervalOfCounts } from '../test/support/statistics/coverage.ts';

const sizes = [50, 100, 200, 500, 1000, 2000, 5000];
const discordances = [0.01, 0.02, 0.05, 0.1, 0.2, 0.3];
/** Of the discordant pairs that are lost. */
const lostShares = [0.5, 0.75, 1];
const percent = (share: number): string => (100 * share).toFixed(1).padStart(6);

function main(): void {
  const { values } = parseArgs({
    options: {
      changes: { type: 'string', default: '4000' },
      exact: { type: 'boolean' },
      simulated: { type: 'boolean' },
      only: { type: 'string' },
      drawn: { type: 'boolean' },
    },
  });
  const changes = Number.parseInt(values.changes, 10) || 4000;
  if (values.drawn === true) return drawn(changes);
  if (values.only === undefined && values.simulated !== true) {
    exact('this gate', gateInterval);
    exact('Tango alone', tango);
  }
  if (values.exact !== true) simulated(changes, values.only);
}

function exact(name: string, interval: IntervalOfCounts): void {
  console.log(
    `${name}: coverage in % (exact), the lowest over half, three quarters and all of the discordant pairs lost`,
  );
  console.log(
    `     n ${discordances.map((d) => `${(100 * d).toString().padStart(4)} %`).join(' ')} discordant`,
  );
  let least = 1;
  for (const n of sizes) {
    const row = discordances.map((d) =>
      Math.min(...lostShares.map((lost) => coverage(n, d * lost, d * (1 - lost), interval))),
    );
    least = Math.min(least, ...row);
    console.log(`${String(n).padStart(6)} ${row.map(percent).join(' ')}`);
  }
  console.log(`lowest: ${percent(least)} %`);
}

interface World {
  readonly name: string;
  readonly metric: string;
  readonly truth: (lost: number, gained: number) => number;
  readonly draw: (n: number, lost: number, gained: number, random: Random) => Pair[];
}

const right = 0.85;

function simulated(changes: number, only: string | undefined): void {
  for (const world of worlds.filter(({ name }) => only === undefined || name === only)) {
    console.log(`${world.name}: coverage in %, ${changes} changes a cell`);
    for (const n of [50, 200, 500, 2000]) {
      const row = [0.02, 0.1, 0.3].flatMap((d) =>
        [0.5, 0.9].map((share) => covered(world, n, d * share, d * (1 - share), changes)),
      );
      console.log(
        `${String(n).padStart(6)} ${row.map((p) => `${percent(p)} ±${(100 * Math.sqrt((p * (1 - p)) / changes)).toFixed(1)}`).join(' ')}`,
      );
    }
  }
}

function covered(world: World, n: number, lost: number, gained: number, changes: number): number {
  const random = seededRandom(n + Math.round(1000 * lost) + Math.round(1e6 * gained));
  const spec = parseMetric(world.metric);
  if (typeof spec === 'string') throw new Error(spec);
  const truth = world.truth(lost, gained);
  let [inside, all] = [0, 0];
  for (let change = 0; change < changes; change++) {
    const pairs = world.draw(n, lost, gained, random);
    const look = lookAt(n, undefined, 0.05);
    const found = assess({
      spec,
      pairs,
      settings: regressionDefaults,
      look,
      directions: new Map(),
      bare: true,
    });
    if (!found.ok) continue;
    all++;
    const [low, high] = found.result.ci;
    if (low <= truth && truth <= high) inside++;
  }
  return inside / all;
}

/** Right and wrong on both sides: of all samples these shares are lost and gained, among right and wrong ones. */
function outcomes(lost: number, gained: number, random: Random): [boolean, boolean] {
  const before = random.uniform() < right;
  const flips = before ? lost / right : gained / (1 - right);
  return [before, random.uniform() < flips ? !before : before];
}

const classes = [0.6, 0.3, 0.1];

function labelled(shares: readonly number[]): World['draw'] {
  return (n, lost, gained, random) =>
    Array.from({ length: n }, (_, i) => {
      const target = drawClass(shares, random);
      const [before, after] = outcomes(lost, gained, random);
      const wrong = (target + 1 + random.below(shares.length - 1)) % shares.length;
      const said = (isRight: boolean): string => String(isRight ? target : wrong);
      return pairOf(i, (side) => ({ target: String(target), prediction: said(side === 0 ? before : after) }));
    });
}

function drawClass(shares: readonly number[], random: Random): number {
  let left = random.uniform();
  const found = shares.findIndex((share) => (left -= share) < 0);
  return found < 0 ? 0 : found;
}

/** F1 of a side whose errors are spread over the classes alike, at any average; by a sample so large that it is the truth. */
function f1Truth(shares: readonly number[], binary: boolean): World['truth'] {
  const value = (accuracy: number): number => {
    const k = shares.length;
    const each = shares.map((share, at) => {
      const predicted =
        share * accuracy +
        shares.reduce((sum, other, i) => sum + (i === at ? 0 : (other * (1 - accuracy)) / (k - 1)), 0);
      return (2 * share * accuracy) / (share + predicted);
    });
    return binary ? (each[1] ?? 0) : each.reduce((sum, one) => sum + one, 0) / k;
  };
  return (lost, gained) => value(right + gained - lost) - value(right);
}

const worlds: readonly World[] = [
  {
    name: 'f1',
    metric: 'f1_binary:positive=1',
    truth: f1Truth([0.5, 0.5], true),
    draw: labelled([0.5, 0.5]),
  },
  { name: 'f1_macro', metric: 'f1_macro', truth: f1Truth(classes, false), draw: labelled(classes) },
  {
    name: 'partial-credit',
    metric: 'score',
    truth: (lost, gained) => (gained - lost) / 2,
    draw: (n, lost, gained, random) =>
      Array.from({ length: n }, (_, i) => {
        const [before, after] = outcomes(lost, gained, random);
        // What flips is worth a quarter, a half or three quarters of a sample: on average a half.
        const step = (1 + random.below(3)) / 4;
        const score = (isRight: boolean): number => (isRight ? step : 0);
        return pairOf(i, (side) => ({ scores: new Map([['score', score(side === 0 ? before : after)]]) }));
      }),
  },
  {
    name: 'clusters',
    metric: 'score',
    truth: (lost, gained) => gained - lost,
    draw: (n, lost, gained, random) => {
      let first: [boolean, boolean] = [true, true];
      return Array.from({ length: n }, (_, i) => {
        if (i % 5 === 0) first = outcomes(lost, gained, random);
        // Of the samples of a cluster half do as the first one does.
        const own = i % 5 === 0 || random.uniform() < 0.5 ? first : outcomes(lost, gained, random);
        return pairOf(i, (side) => ({
          cluster: String(Math.floor(i / 5)),
          scores: new Map([['score', Number(own[side])]]),
        }));
      });
    },
  },
];

/** Of the discordance, on samples that come out either way in each evaluation; the rest falls on any other. */
const onUnsure = { 'all on unsure samples': 1, 'half on unsure samples': 0.5 };

/** Of pools of four times as many samples, at most 10,000. Large samples cost more and surprise less: a quarter of the changes. */
function drawn(changes: number): void {
  for (const [name, part] of Object.entries(onUnsure)) {
    console.log(
      `drawn by flips, ${name}: coverage in %; half and nine tenths lost, ${changes} changes a cell, from 2,000 samples on a quarter`,
    );
    console.log(`     n ${drawnDiscordances.map((d) => `${100 * d} %`.padStart(19)).join('')}`);
    for (const n of [50, 200, 500, 2000, 5000]) {
      const all = n < 2000 ? changes : Math.ceil(changes / 4);
      const row = drawnDiscordances.flatMap((d) =>
        [0.5, 0.9].map((share) => coveredDrawn(n, d, share, part, all)),
      );
      const cells = row.map((p) => `${percent(p)} ±${(100 * Math.sqrt((p * (1 - p)) / all)).toFixed(1)}`);
      console.log(`${String(n).padStart(6)} ${cells.join(' ')}`);
      if (row.some((p) => p < 0.94 - 3 * Math.sqrt((0.94 * 0.06) / all))) process.exitCode = 1;
    }
  }
}

const drawnDiscordances = [0.01, 0.05, 0.1, 0.3];

function coveredDrawn(n: number, d: number, share: number, part: number, changes: number): number {
  const random = seededRandom(n + Math.round(1000 * d) + Math.round(100 * share) + part);
  const pool = Math.min(4 * n, 10_000);
  const truth = d * (1 - 2 * share);
  let [inside, all] = [0, 0];
  for (let change = 0; change < changes; change++) {
    // A pool of its own: changes of one pool are wrong together.
    const kinds = Array.from({ length: pool }, () => {
      const unsure = random.uniform() < 2 * d * part;
      return { unsure, right: random.uniform() < right };
    });
    const evaluated = (): Answers => kinds.map((kind) => (kind.unsure ? random.uniform() < 0.5 : kind.right));
    const [before, ...earlier] = Array.from({ length: 9 }, evaluated);
    if (before === undefined) continue;
    const rest = (d * (1 - part)) / (1 - 2 * d * part);
    const after = before.map((was, at) => {
      const [q, base] = kinds[at]?.unsure === true ? [0.5, 0.5] : [rest, right];
      const flips = was ? (q * share) / base : (q * (1 - share)) / (1 - base);
      return random.uniform() < flips ? !was : was;
    });
    const found = intervalDrawn({ before, after, earlier }, n);
    if (found === undefined) continue;
    all++;
    if (found[0] <= truth && truth <= found[1]) inside++;
  }
  return inside / all;
}

function pairOf(i: number, of: (side: 0 | 1) => Partial<Sample>): Pair {
  const sample = (side: 0 | 1): Sample => ({
    id: String(i),
    scores: new Map(),
    slices: [],
    file: 'simulated',
    ...of(side),
  });
  return { baseline: sample(0), candidate: sample(1) };
}

main();
