/** How much better each step is explained by a change there than by none: the evidence for every merge. */
import type { Classes, Direction, Kernel } from './classes.ts';
import { Walker, type Chain, type Segment } from './chain.ts';
import { logSum } from './log-sum.ts';
import type { Leveled } from './outcomes.ts';
import type { Usual } from './usual.ts';

/** A way in which a merge may have changed the samples. */
export interface Hit {
  readonly kernel: Kernel;
  readonly share: number;
}

export interface Evidence {
  /** log of the ratio of likelihoods, by step: a change of this direction there against none. */
  readonly log: Float64Array;
  /** The likeliest way, by step. */
  readonly best: readonly Hit[];
}

export type Evidences = Readonly<Record<'down' | 'up', Evidence>>;

/** Probability that a merge that does harm also stirs more answers than is usual. */
const stirsToo = 0.3;

export function scan(
  { patterns, evaluations }: Leveled,
  classes: Classes,
  chain: Chain,
  usual: Usual,
): Evidences {
  const churn = usual.churn.map((common, step) =>
    usual.outliers.has(step) ? (usual.own[step] ?? 0) : common,
  );
  const walker = new Walker(classes, { ...chain, churn });
  const sums = new Sums(classes, evaluations, churn, usual);
  for (const pattern of patterns)
    walker.walk(pattern, (segment) => {
      sums.add(segment, pattern.count);
    });
  return { down: sums.evidence('down'), up: sums.evidence('up') };
}

/** log likelihoods by step, each over that of no change at the usual churn. */
class Sums {
  readonly #hits: readonly (Hit & { readonly kernelAt: number; readonly prior: number })[];
  readonly #kernels: readonly Kernel[];
  readonly #churn: Float64Array;
  readonly #usual: Usual;
  readonly #stirred: Logs;
  readonly #usually: Logs;
  readonly #stirring: Logs;
  /** By hit. */
  readonly #factors: Float64Array;
  readonly #target: Float64Array;
  readonly #ratios: Float64Array;

  constructor(classes: Classes, evaluations: number, churn: Float64Array, usual: Usual) {
    this.#kernels = classes.kernels;
    this.#churn = churn;
    this.#usual = usual;
    this.#hits = classes.kernels.flatMap((kernel, kernelAt) =>
      kernel.shares.map((share) => ({
        kernel,
        share,
        kernelAt,
        prior: kernel.prior / kernel.shares.length,
      })),
    );
    this.#stirred = new Logs(1, evaluations);
    this.#usually = new Logs(this.#hits.length, evaluations);
    this.#stirring = new Logs(this.#hits.length, evaluations);
    this.#factors = new Float64Array(this.#hits.length);
    this.#target = new Float64Array(classes.size);
    this.#ratios = new Float64Array(classes.kernels.length);
  }

  add(segment: Segment, count: number): void {
    const { before, after, past, future, level, isSame } = segment;
    let [stay, anew] = [0, 0];
    for (let at = 0; at < past.length; at++) {
      const next = (level[at] ?? 0) * (future[at] ?? 0);
      this.#target[at] = next;
      anew += (past[at] ?? 0) * next;
      if (isSame) stay += (past[at] ?? 0) * (future[at] ?? 0);
    }
    const whole = (keep: number): number => keep * stay + (1 - keep) * anew;
    this.#changed(past);
    for (let step = before + 1; step <= after; step++) {
      const rest = segment.keep / (1 - (this.#churn[step] ?? 0) || 1);
      const usually = whole(rest * (1 - (this.#usual.churn[step] ?? 0)));
      this.#addTo(this.#usually, step, count, 1, usually);
      if (!this.#differs(step)) continue;
      const ratio = whole(rest * (1 - (this.#usual.own[step] ?? 0))) / usually;
      this.#stirred.add(step, Float64Array.of(ratio), count);
      this.#addTo(this.#stirring, step, count, ratio, usually);
    }
  }

  evidence(direction: Direction): Evidence {
    const own = [...this.#hits.entries()].filter(([, { kernel }]) => kernel.direction === direction);
    const steps = [...this.#churn.keys()];
    const stirs = [...this.#hits.entries()].filter(([, { kernel }]) => kernel.direction === 'none');
    const harmless = steps.map((step) => {
      const some = stirs.map(([at]) => this.#usually.at(step, at));
      const all = [...some, ...(this.#differs(step) ? [this.#stirred.at(step, 0)] : [])];
      return mixed(this.#usual.outlierRate[step] ?? 0.5, 0, logSum(all) - Math.log(all.length));
    });
    const logOf = (hit: number, step: number): number => {
      const usually = this.#usually.at(step, hit);
      return this.#differs(step) ? mixed(stirsToo, usually, this.#stirring.at(step, hit)) : usually;
    };
    return {
      log: Float64Array.from(steps, (step) =>
        step === 0
          ? -Infinity
          : logSum(own.map(([at, { prior }]) => Math.log(prior) + logOf(at, step))) - (harmless[step] ?? 0),
      ),
      best: steps.flatMap((step) => {
        const logs = own.map(([at]) => logOf(at, step));
        const best = own[logs.indexOf(Math.max(...logs))];
        return best === undefined ? [] : [best[1]];
      }),
    };
  }

  /** Whether this step's own churn clearly exceeds what is usual. */
  #differs(step: number): boolean {
    return (this.#usual.own[step] ?? 0) > 1.3 * (this.#usual.churn[step] ?? 0);
  }

  /** What each kernel makes of the samples. */
  #changed(past: Float64Array): void {
    for (let at = 0; at < this.#kernels.length; at++) {
      const kernel = this.#kernels[at];
      if (kernel === undefined) continue;
      const { from, to, weight } = kernel;
      let sum = 0;
      for (let entry = 0; entry < from.length; entry++)
        sum += (weight[entry] ?? 0) * (past[from[entry] ?? 0] ?? 0) * (this.#target[to[entry] ?? 0] ?? 0);
      this.#ratios[at] = sum;
    }
  }

  #addTo(sums: Logs, step: number, count: number, ratio: number, whole: number): void {
    for (let at = 0; at < this.#hits.length; at++) {
      const hit = this.#hits[at];
      if (hit === undefined) continue;
      const changed = (this.#ratios[hit.kernelAt] ?? 0) / whole;
      this.#factors[at] = (1 - hit.share) * ratio + hit.share * changed;
    }
    sums.add(step, this.#factors, count);
  }
}

/** Sums of logarithms, by step and column: factors are multiplied as long as their product is a number, for a logarithm of each would take most of the time. */
class Logs {
  readonly #width: number;
  readonly #sums: Float64Array;
  readonly #products: Float64Array;

  constructor(width: number, steps: number) {
    this.#width = width;
    this.#sums = new Float64Array(width * steps);
    this.#products = new Float64Array(width * steps).fill(1);
  }

  /** One factor for each column, to the power of `count`. */
  add(step: number, factors: Float64Array, count: number): void {
    const [sums, products] = [this.#sums, this.#products];
    for (let column = 0; column < factors.length; column++) {
      const at = step * this.#width + column;
      const factor = factors[column] ?? 1;
      const product = count > 1 ? 0 : (products[at] ?? 1) * factor;
      if (product > 1e-100 && product < 1e100) {
        products[at] = product;
        continue;
      }
      sums[at] = this.at(step, column) + count * Math.log(factor);
      products[at] = 1;
    }
  }

  at(step: number, column: number): number {
    const at = step * this.#width + column;
    return (this.#sums[at] ?? 0) + Math.log(this.#products[at] ?? 1);
  }
}

/** log((1 − p)·eᵃ + p·eᵇ). */
function mixed(p: number, a: number, b: number): number {
  return logSum([Math.log(1 - p) + a, Math.log(p) + b]);
}
