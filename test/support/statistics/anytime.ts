/**
 * Tests that stay valid however often one looks. The gate does not use them: within 500 samples they decide almost nothing
 * (bench/regression-simulation.ts shows it); they are here to be compared with.
 */
import { logBeta } from '../../../src/regression/statistics/beta.ts';

export interface BettingOptions {
  /** The mean under test, for values in [0, 1]. */
  readonly mean: number;
  /** Population size when sampling without replacement. */
  readonly population?: number;
  /** Bets are cut at this share of the largest that cannot go bankrupt. */
  readonly truncation: number;
  /** Weight of the bet that the mean is larger; the rest bets that it is smaller. */
  readonly theta: number;
}

/** Wealth after each value of betting against `mean` with the given stakes (Waudby-Smith & Ramdas 2023, "Estimating means of bounded random variables by betting"). */
export function bettingCapital(
  values: readonly number[],
  stakes: readonly number[],
  options: BettingOptions,
): number[] {
  const { truncation, theta } = options;
  let up = 1;
  let down = 1;
  let seen = 0;
  return values.map((value, i) => {
    const mean = meanLeft(options, seen, i);
    const stake = stakes[i] ?? 0;
    up *= 1 + clip(stake, -truncation / (1 - mean), truncation / mean) * (value - mean);
    down *= 1 - clip(stake, -truncation / mean, truncation / (1 - mean)) * (value - mean);
    seen += value;
    return theta === 1 ? up : Math.max(theta * up, (1 - theta) * down);
  });
}

/** The mean of what is left, when sampling without replacement. */
function meanLeft({ mean, population }: BettingOptions, seen: number, drawn: number): number {
  if (population === undefined) return mean;
  const left = (population * mean - seen) / (population - drawn);
  return Math.min(1 - 1e-12, Math.max(1e-12, left));
}

function clip(value: number, low: number, high: number): number {
  return Math.min(high, Math.max(low, value));
}

/** Predictable plug-in stakes of the empirical Bernstein martingale: √(2 ln(2/α) / (v·t·ln(1+t))), v the variance before. */
export function plugInStakes(values: readonly number[], alpha: number): number[] {
  let sum = 0.5;
  let squares = 0.25;
  let variance = 0.25;
  return values.map((value, i) => {
    const t = i + 1;
    const stake = Math.sqrt((2 * Math.log(2 / alpha)) / (variance * t * Math.log(1 + t)));
    sum += value;
    squares += (value - sum / (t + 1)) ** 2;
    variance = squares / (t + 1);
    return stake;
  });
}

/** Approximate Kelly stakes, (μ̂ − m) / (σ̂² + (μ̂ − m)²), from what was seen before; both means of what is left, without replacement. */
export function kellyStakes(values: readonly number[], options: BettingOptions): number[] {
  const { population, truncation } = options;
  let seen = 0;
  let squares = 0.25;
  return values.map((value, i) => {
    const mean = meanLeft(options, seen, i);
    const estimate = (0.5 + seen) / (i + 1);
    const ahead = population === undefined ? estimate : (population * estimate - seen) / (population - i);
    const edge = ahead - mean;
    const stake = edge / (squares / (i + 1) + edge * edge);
    seen += value;
    squares += (value - (0.5 + seen) / (i + 2)) ** 2;
    return clip(stake, -truncation / (1 - mean), truncation / mean);
  });
}

/** Mean over the stakes λ of ∏(1 − λz): an e-process of E[z] ≥ 0 against a drop, for z in [−1, 1]. */
export function mixtureProcess(values: readonly number[], stakes: readonly number[]): number[] {
  const wealth = stakes.map(() => 1);
  return values.map((value) => {
    stakes.forEach((stake, i) => {
      wealth[i] = (wealth[i] ?? 1) * (1 - stake * value);
    });
    return wealth.reduce((sum, one) => sum + one, 0) / stakes.length;
  });
}

/** ln of the sequential McNemar e-value: a Beta(a, b) mixture over the discordant pairs. */
export function mcNemarLogE(lost: number, gained: number, a = 1, b = 1): number {
  return logBeta(a + lost, b + gained) - logBeta(a, b) + (lost + gained) * Math.LN2;
}
