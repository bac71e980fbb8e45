/** An interval that is valid at every look at once. */

export interface ArmValues {
  /** Units with a value. */
  readonly n: number;
  readonly mean: number;
  /** Of the values of units; stabilised, so never 0 while units differ anywhere. */
  readonly variance: number;
}

export interface Sequence {
  /** Error over all looks together, both sides. */
  readonly alpha: number;
  /** Units of both arms at which the interval is to be narrowest; any other number is valid, and a little wider. */
  readonly planned: number;
}

/**
 * Half the width of the asymptotic confidence sequence of the difference of two means: a normal mixture, as in the mSPRT (Johari et al.
 * 2017), over the estimated variance (Waudby-Smith, Arbour, Sinha, Kennedy & Ramdas, "Time-uniform central limit theory and asymptotic
 * confidence sequences", Annals of Statistics 2024, thm. 2.2). Infinity before both arms have a variance.
 */
export function halfWidth(one: ArmValues, other: ArmValues, sequence: Sequence): number {
  const units = one.n + other.n;
  const squaredError = one.variance / one.n + other.variance / other.n;
  return widthAt(units, Math.sqrt(units * squaredError), sequence);
}

/** The same at another number of units; `deviation` is √(units × squared standard error), which more units do not change. */
export function widthAt(units: number, deviation: number, { alpha, planned }: Sequence): number {
  const rho2 = mixture(alpha, planned);
  const scale = units * rho2 + 1;
  const width =
    deviation * Math.sqrt(((2 * scale) / (units * units * rho2)) * Math.log(Math.sqrt(scale) / alpha));
  return Number.isNaN(width) ? Infinity : width;
}

/** ρ² that makes the interval narrowest at `planned` units (the paper's appendix B.2, first-order). */
function mixture(alpha: number, planned: number): number {
  const log = -2 * Math.log(alpha);
  return (log + Math.log(log + 1)) / planned;
}

/** The least number of units at which the half width is below `target`; Infinity where that is beyond `most`. */
export function unitsFor(target: number, deviation: number, sequence: Sequence, most = 1e12): number {
  if (!(target > 0) || widthAt(most, deviation, sequence) >= target) return Infinity;
  let [low, high] = [1, most];
  while (high - low > Math.max(1, high * 1e-6)) {
    const middle = Math.sqrt(low * high);
    if (widthAt(middle, deviation, sequence) < target) high = middle;
    else low = middle;
  }
  return Math.ceil(high);
}
