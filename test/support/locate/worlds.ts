/** Invented trunks with a known culprit, or none: what a locator says of them can be counted. */
import { xoroshiro128plus } from 'pure-rand/generator/xoroshiro128plus';

export interface WorldPlan {
  readonly seed: number;
  /** Default 64. */
  readonly merges?: number;
  /** Default 500. */
  readonly samples?: number;
  /** Share of answers that a harmless merge draws anew. */
  readonly churn: number;
  /** What the culprit does; `none`: there is none; `erosion`: each merge takes an equal part of the drop from all samples. */
  readonly kind: 'concentrated' | 'diffuse' | 'slight' | 'none' | 'erosion';
  /** Points from 0 to 1, of each culprit; default 0.018. */
  readonly drop?: number;
  /** Another merge does the same to other samples. */
  readonly isTwice?: boolean;
  /** Shared luck of a merge, as a standard deviation of each sample's logit; default 0. */
  readonly luck?: number;
  /** A harmless merge in so many stirs half of the answers; default: none. */
  readonly retrains?: number;
  /** Samples that share their luck; default 1. */
  readonly cluster?: number;
}

export interface World {
  /** The first row is before the first merge. */
  readonly rows: readonly Float64Array[];
  /** 1-based; 0 where there is none. */
  readonly culprit: number;
  /** The other one of a world with two. */
  readonly second?: number;
}

export type Uniform = () => number;

export function uniformOf(seed: number): Uniform {
  const generator = xoroshiro128plus(seed);
  return () => ((generator.next() >>> 0) + 0.5) / 4294967296;
}

export function worldOf(plan: WorldPlan): World {
  const { merges = 64, samples = 500, churn, kind, drop = 0.018, cluster = 1 } = plan;
  const uniform = uniformOf(plan.seed);
  const before = Float64Array.from({ length: samples }, () => rateOf(uniform));
  const culprit = kind === 'none' || kind === 'erosion' ? 0 : 4 + Math.floor(uniform() * (merges - 7));
  const after = hitBy(kind, before, drop, uniform);
  const second = plan.isTwice === true ? secondOf(plan, culprit, before, after) : undefined;
  let answers = Float64Array.from(before, (rate) => Number(uniform() < rate));
  const rows = [answers];
  for (let merge = 1; merge <= merges; merge++) {
    const lost = kind === 'erosion' ? (drop * merge) / merges : 0;
    const first = culprit > 0 && merge >= culprit ? after : before.map((rate) => Math.max(0, rate - lost));
    const rates =
      second === undefined || merge < second.at
        ? first
        : first.map((rate, at) => rate - (second.lost[at] ?? 0));
    const stir = plan.retrains !== undefined && uniform() < 1 / plan.retrains ? 0.5 : churn;
    const luck = (plan.luck ?? 0) * normal(uniform);
    const draws = Float64Array.from({ length: Math.ceil(samples / cluster) }, uniform);
    const stirs = Float64Array.from(draws, uniform);
    answers = answers.map((answer, at) => {
      const group = Math.floor(at / cluster);
      const isHit =
        (merge === culprit && after[at] !== before[at]) ||
        (merge === second?.at && (second.lost[at] ?? 0) > 0);
      return isHit || (stirs[group] ?? 1) < stir
        ? Number((draws[group] ?? 0) < shifted(rates[at] ?? 0, luck))
        : answer;
    });
    rows.push(answers);
  }
  return { rows, culprit, ...(second === undefined ? {} : { second: second.at }) };
}

/** Drawn by itself, so that the rest of the world is as it is without it. Samples that the first one hits are left alone. */
function secondOf(
  { seed, merges = 64, kind, drop = 0.018 }: WorldPlan,
  culprit: number,
  before: Float64Array,
  after: Float64Array,
): { readonly at: number; readonly lost: Float64Array } {
  const uniform = uniformOf(seed + 1_000_000);
  // The first numbers of seeds that are near each other are alike.
  for (let draw = 0; draw < 100; draw++) uniform();
  let at = culprit;
  while (at === culprit) at = 4 + Math.floor(uniform() * (merges - 7));
  const left = before.map((rate, sample) => (after[sample] === rate ? rate : 0));
  const hit = hitBy(kind, left, drop, uniform);
  return { at, lost: left.map((rate, sample) => rate - (hit[sample] ?? 0)) };
}

/** Beta(4, 0.8): mostly right. */
function rateOf(uniform: Uniform): number {
  const a = gamma(4, uniform);
  return a / (a + gamma(0.8, uniform));
}

function hitBy(kind: WorldPlan['kind'], rates: Float64Array, drop: number, uniform: Uniform): Float64Array {
  const after = Float64Array.from(rates);
  const order = [...rates.keys()].map((at) => ({ at, key: uniform() })).toSorted((a, b) => a.key - b.key);
  let left = drop * rates.length;
  for (const { at } of order) {
    if (kind === 'none' || kind === 'erosion' || left <= 0) break;
    const rate = rates[at] ?? 0;
    const most = kind === 'concentrated' ? 0.6 : kind === 'diffuse' ? drop * 5 : drop * 1.1;
    const by = Math.min(rate - 0.01 * Number(kind !== 'concentrated'), most);
    if (by <= 0) continue;
    after[at] = rate - by;
    left -= by;
  }
  return after;
}

function shifted(rate: number, luck: number): number {
  if (luck === 0) return rate;
  return 1 / (1 + Math.exp(-(Math.log(rate / (1 - rate)) + luck)));
}

export function normal(uniform: Uniform): number {
  return Math.sqrt(-2 * Math.log(uniform())) * Math.cos(2 * Math.PI * uniform());
}

/** Marsaglia and Tsang. */
function gamma(shape: number, uniform: Uniform): number {
  if (shape < 1) return gamma(shape + 1, uniform) * uniform() ** (1 / shape);
  const d = shape - 1 / 3;
  for (;;) {
    const x = normal(uniform);
    const v = (1 + x / Math.sqrt(9 * d)) ** 3;
    if (v > 0 && Math.log(uniform()) < x ** 2 / 2 + d - d * v + d * Math.log(v)) return d * v;
  }
}
