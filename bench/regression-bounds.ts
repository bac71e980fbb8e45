/**
 * What no rule can do better, for the worlds of bench/regression-price.ts: drops of 1.8 points, F1 or accuracy 0.85. The difference of means is the
 * efficient estimate of a drop that may fall on any samples, so that with σ² its variance a sample under the drop
 * - the best test of level α on n samples finds δ with power Φ(δ√n/σ − z₁₋α) (Neyman & Pearson 1933),
 * - n = (z₁₋α + z₁₋β)²σ²/δ² is the least number of samples for α and β,
 * - no test that may stop at any sample needs fewer than ((1 − α) ln((1 − α)/β) + α ln(α/(1 − β)))·2σ²/δ² of harmless changes on average (Wald 1947).
 * Where answers are kept, the uniformly most powerful unbiased test is McNemar's, exact and randomised; its power is summed over all tables.
 */
import { logGamma, normalCdf } from '../src/regression/index.ts';
import { normalQuantile } from '../src/regression/statistics/normal.ts';
import { seededRandom } from '../src/regression/statistics/random.ts';
import { chancesIn, plainWorlds, type WorldName } from './price/worlds.ts';

const drop = 0.018;
const pool = 20_000;

/** Variance of what a sample adds to the difference, of the candidate and of one evaluation of the baseline; of kept answers, of both together. */
interface Spread {
  readonly candidate: number;
  readonly baseline: number;
}

function spreadIn(world: WorldName, agreement: number, lost: number): Spread {
  if (world === 'deterministic') return { candidate: 1 - agreement - lost * lost, baseline: 0 };
  const chances = chancesIn(world, agreement, pool, seededRandom(1));
  const noise = (of: readonly number[]): number => of.reduce((sum, p) => sum + p * (1 - p), 0) / pool;
  const unsure = noise(chances);
  const after = chances.map((p) => Math.max(0, p - (p * (1 - p) * lost) / unsure));
  const moves = after.map((p, i) => p - (chances[i] ?? 0));
  const mean = moves.reduce((sum, move) => sum + move, 0) / pool;
  const uneven = moves.reduce((sum, move) => sum + (move - mean) ** 2, 0) / pool;
  return { candidate: noise(after) + uneven, baseline: unsure };
}

function main(): void {
  console.log(
    '| agreement | where answers change | evaluations of trunk | caught at 5 % by 500 | by 1,000 | samples for 5 / 95 % | for 6 / 90 % | mean samples for 5 / 95 %, harmless / drop |',
  );
  console.log('|---|---|---:|---|---|---|---|---|');
  for (const agreement of [0.9, 0.95, 0.98])
    for (const world of plainWorlds)
      for (const evaluations of world === 'deterministic' ? [1] : [1, 9, Infinity]) {
        const [harmless, lost] = [0, drop].map((of) => {
          const { candidate, baseline } = spreadIn(world, agreement, of);
          return candidate + baseline / evaluations;
        });
        if (harmless === undefined || lost === undefined) continue;
        const cells = [
          `${Math.round(100 * agreement)} %`,
          world,
          evaluations === Infinity ? 'any number' : evaluations,
          percent(power(500, lost, 0.05)),
          percent(power(1000, lost, 0.05)),
          whole(needed(lost, 0.05, 0.05)),
          whole(needed(lost, 0.06, 0.1)),
          `${whole(wald(harmless, 0.05, 0.05))} / ${whole(wald(lost, 0.05, 0.05))}`,
        ];
        console.log(`| ${cells.join(' | ')} |`);
      }
  console.log(
    '\nMcNemar, uniformly most powerful unbiased, level 5 %: drops of 1.8 points that 500 samples show, in %',
  );
  for (const agreement of [0.9, 0.95, 0.98])
    console.log(
      `  ${100 * agreement} % agreement: ${percent(mcNemarPower(500, (1 - agreement + drop) / 2, (1 - agreement - drop) / 2, 0.05))}`,
    );
  console.log(
    '\nharmless changes that any rule blocks which catches 90 % of the drops, in % (one evaluation of trunk, answers kept)',
  );
  for (const agreement of [0.9, 0.95, 0.98]) {
    const { candidate } = spreadIn('deterministic', agreement, drop);
    const least = [500, 750, 1000, 1500, 2000, 3000].map(
      (n) => `${n}: ${percent(leastBlocked(n, candidate, 0.9))}`,
    );
    console.log(`  ${100 * agreement} % agreement, samples: ${least.join(', ')}`);
  }
}

const percent = (share: number): string => (100 * share).toFixed(1);
const whole = (count: number): string => Math.ceil(count).toLocaleString('en');

function power(n: number, variance: number, alpha: number): number {
  return normalCdf((drop * Math.sqrt(n)) / Math.sqrt(variance) - normalQuantile(1 - alpha));
}

function leastBlocked(n: number, variance: number, caught: number): number {
  return normalCdf(normalQuantile(caught) - (drop * Math.sqrt(n)) / Math.sqrt(variance));
}

function needed(variance: number, alpha: number, beta: number): number {
  return ((normalQuantile(1 - alpha) + normalQuantile(1 - beta)) ** 2 * variance) / drop ** 2;
}

function wald(variance: number, alpha: number, beta: number): number {
  const information = (1 - alpha) * Math.log((1 - alpha) / beta) + alpha * Math.log(alpha / (1 - beta));
  return (information * 2 * variance) / drop ** 2;
}

/** Of n samples each is lost and gained with these probabilities; randomised, so that the level is exact. */
function mcNemarPower(n: number, lost: number, gained: number, alpha: number): number {
  const [share, part] = [lost + gained, lost / (lost + gained)];
  let found = 0;
  for (let d = 0; d <= n; d++) {
    const weight = binomial(n, d, share);
    if (weight > 1e-12) found += weight * conditionalPower(d, part, alpha);
  }
  return found;
}

/** Rejected where most of the discordant pairs are lost; on the edge with the probability that exhausts the level. */
function conditionalPower(d: number, part: number, alpha: number): number {
  let [left, found] = [alpha, 0];
  for (let b = d; b >= 0 && left > 0; b--) {
    const mass = binomial(d, b, 0.5);
    found += Math.min(1, left / mass) * binomial(d, b, part);
    left -= mass;
  }
  return found;
}

function binomial(n: number, k: number, p: number): number {
  const times = (count: number, share: number): number => (count === 0 ? 0 : count * Math.log(share));
  return Math.exp(
    logGamma(n + 1) - logGamma(k + 1) - logGamma(n - k + 1) + times(k, p) + times(n - k, 1 - p),
  );
}

main();
