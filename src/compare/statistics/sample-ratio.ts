/** Whether the arms have the shares of units that they were to have: asked at every look, with one error for all of them. */
import { logGamma, normalCdf } from '../../regression/index.ts';

/** Units of each arm at one look; each look includes those of the look before. */
export type Look = readonly number[];

/**
 * At most this share of fair tests is ever called unfair, however often one looks. It cannot be much smaller: to find 52:48 among
 * 10,000 units at 95 % even a test that looks once needs 0.019.
 */
export const sampleRatioAlpha = 0.03;

/** Of what was not assigned: results of samples, versions of the ledger. */
export const noSampleRatio = { p: null, alpha: sampleRatioAlpha };

/** Parts of the error. */
const mixtureShare = 0.2;

/** At the first look with so many units one plain test is made, with a part of the error of its own. */
const checkpoints = [
  { units: 1000, share: 0.05 },
  { units: 10_000, share: 0.65 },
  { units: 100_000, share: 0.05 },
  { units: 1_000_000, share: 0.05 },
];

/** A look is rarely at the round number. */
const reached = 0.99;

/**
 * A p-value that is valid at every look: the chance of a fair test to ever come below p is at most p. It joins, by Bonferroni, a test
 * for all looks (`logBayesFactor`) and plain tests at a few sizes.
 */
export function sampleRatio(looks: readonly Look[], shares: readonly number[]): number {
  const plain = checkpoints.map(({ units, share }) => {
    const look = looks.find((one) => sum(one) >= reached * units);
    return look === undefined ? 1 : plainP(look, shares) / share;
  });
  return Math.min(1, mixtureP(looks, shares) / mixtureShare, ...plain);
}

/** 1 / the largest Bayes factor so far (Ville's inequality). */
function mixtureP(looks: readonly Look[], shares: readonly number[]): number {
  return Math.exp(-looks.reduce((most, look) => Math.max(most, logBayesFactor(look, shares)), 0));
}

/** Weight of the prior, in units: as if it had seen 50, it looks for differences of some points. */
const priorUnits = 50;

/**
 * ln of the Dirichlet–multinomial Bayes factor against the expected shares, a martingale where these are right (Lindon & Malek,
 * "Anytime-valid inference for multinomial count data", NeurIPS 2022, eq. 6).
 */
export function logBayesFactor(look: Look, shares: readonly number[]): number {
  const prior = shares.map((expected) => priorUnits * expected);
  const fair = look.reduce((total, n, arm) => total + n * Math.log(shares[arm] ?? Number.NaN), 0);
  return logMultiBeta(prior.map((weight, arm) => weight + (look[arm] ?? 0))) - logMultiBeta(prior) - fair;
}

/** ln B(α) = Σ ln Γ(αᵢ) − ln Γ(Σ αᵢ). */
function logMultiBeta(weights: readonly number[]): number {
  return weights.reduce((total, weight) => total + logGamma(weight), 0) - logGamma(sum(weights));
}

/** Two-sided, of the arm that is farthest from its share. */
function plainP(look: Look, shares: readonly number[]): number {
  const units = sum(look);
  const deviations = shares.map(
    (expected, arm) =>
      Math.abs((look[arm] ?? 0) - units * expected) / Math.sqrt(units * expected * (1 - expected)),
  );
  // Of two arms the second says what the first says.
  const tests = shares.length === 2 ? 1 : shares.length;
  return tests * 2 * normalCdf(-Math.max(...deviations));
}

function sum(numbers: readonly number[]): number {
  return numbers.reduce((total, n) => total + n, 0);
}
