/** Standard normal distribution. */

/** W. J. Cody, "Rational Chebyshev approximations for the error function", Math. Comp. 23 (1969): coefficients of the three ranges. */
const central = {
  p: [2.2352520354606837, 161.02823106855587, 1067.6894854603709, 18154.98125334356, 0.06568233791820745],
  q: [47.202581904688245, 976.0985517377767, 10260.932208618979, 45507.78933502673],
};
const middle = {
  p: [
    0.39894151208813466, 8.883149794388377, 93.50665613217785, 597.2702763948002, 2494.5375852903726,
    6848.190450536283, 11602.65143764735, 9842.714838383978, 1.0765576773720192e-8,
  ],
  q: [
    22.266688044328117, 235.387901782625, 1519.3775994075547, 6485.558298266761, 18615.571640885097,
    34900.95272114598, 38912.00328609327, 19685.429676859992,
  ],
};
const tail = {
  p: [
    0.215898534057957, 0.12740116116024736, 0.022235277870649807, 0.0014216191932278934,
    2.9112874951168793e-5, 0.023073441764940174,
  ],
  q: [
    1.284260096144911, 0.4682382124808651, 0.06598813786892856, 0.0037823963320275824, 7.297515550839662e-5,
  ],
};
const inverseSqrtTwoPi = 0.3989422804014327;

/** P(Z ≤ x): relative error below 1e-15 in the lower tail as well. */
export function normalCdf(x: number): number {
  if (Number.isNaN(x)) return NaN;
  const size = Math.abs(x);
  if (size <= 0.67448975) return 0.5 + x * rational(central.p, central.q, x * x);
  const upper =
    Math.exp((-x * x) / 2) * (size <= Math.sqrt(32) ? rational(middle.p, middle.q, size) : farTail(size));
  return x < 0 ? upper : 1 - upper;
}

/** Cody's form: the last coefficient of p leads; both polynomials have the same degree, q's leading coefficient is 1. */
function rational(p: readonly number[], q: readonly number[], x: number): number {
  let numerator = (p.at(-1) ?? 0) * x;
  let denominator = x;
  for (let i = 0; i < q.length - 1; i++) {
    numerator = (numerator + (p[i] ?? 0)) * x;
    denominator = (denominator + (q[i] ?? 0)) * x;
  }
  const last = q.length - 1;
  return (numerator + (p[last] ?? 0)) / (denominator + (q[last] ?? 0));
}

function farTail(size: number): number {
  const inverse = 1 / (size * size);
  const ratio = inverse * rational(tail.p, tail.q, inverse);
  return (inverseSqrtTwoPi - ratio) / size;
}

/** P. J. Acklam's rational start (relative error 1.15e-9), then refined with `normalCdf`. */
const start = {
  a: [
    -39.69683028665376, 220.9460984245205, -275.9285104469687, 138.357751867269, -30.66479806614716,
    2.506628277459239,
  ],
  b: [-54.47609879822406, 161.5858368580409, -155.6989798598866, 66.80131188771972, -13.28068155288572, 1],
  c: [
    -0.007784894002430293, -0.3223964580411365, -2.400758277161838, -2.549732539343734, 4.374664141464968,
    2.938163982698783,
  ],
  d: [0.007784695709041462, 0.3224671290700398, 2.445134137142996, 3.754408661907416, 1],
};

/** The x with P(Z ≤ x) = p; ∓Infinity at 0 and 1, NaN outside. */
export function normalQuantile(p: number): number {
  if (!(p >= 0 && p <= 1)) return NaN;
  if (p === 0) return -Infinity;
  if (p > 0.5) return -normalQuantile(1 - p);
  return refine(p, refine(p, acklam(p)));
}

function acklam(p: number): number {
  if (p >= 0.02425) {
    const r = (p - 0.5) ** 2;
    return ((p - 0.5) * horner(start.a, r)) / horner(start.b, r);
  }
  const q = Math.sqrt(-2 * Math.log(p));
  return horner(start.c, q) / horner(start.d, q);
}

/** One step of Halley's method. */
function refine(p: number, x: number): number {
  const step = ((normalCdf(x) - p) / inverseSqrtTwoPi) * Math.exp((x * x) / 2);
  return x - step / (1 + (x * step) / 2);
}

function horner(coefficients: readonly number[], x: number): number {
  return coefficients.reduce((sum, coefficient) => sum * x + coefficient, 0);
}
