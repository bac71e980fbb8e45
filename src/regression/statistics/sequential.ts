import { normalCdf, normalQuantile } from './normal.ts';

const known = new Map<string, number>();

/**
 * O'Brien–Fleming's constant C for looks at the given shares of the full information: on the scale of the score process
 * the boundary is flat, so C solves P(max B(t_k) ≥ C) = alpha for a Brownian motion B (O'Brien & Fleming 1979; Jennison &
 * Turnbull 2000, ch. 2). The probability comes from the recursion of Armitage, McPherson & Rowe (1969).
 */
export function obrienFlemingConstant(alpha: number, fractions: readonly number[]): number {
  if (fractions.length <= 1) return normalQuantile(1 - alpha);
  const key = `${alpha}|${fractions.join(',')}`;
  const found =
    known.get(key) ??
    rootOf(
      (c) => Math.log(crossingProbability(c, fractions) / alpha),
      normalQuantile(1 - alpha) - 0.01,
      normalQuantile(1 - alpha / 2) + 0.1,
    );
  known.set(key, found);
  return found;
}

/** z at one look: C·√(N / n_k). */
export function obrienFlemingZ(alpha: number, looks: readonly number[], look: number): number {
  const most = looks.at(-1) ?? 1;
  const fractions = looks.map((n) => n / most);
  return obrienFlemingConstant(alpha, fractions) / Math.sqrt(fractions[look] ?? 1);
}

/** Where a falling function is 0 between `low` and `high`, to 1e-9: by secants, as each step costs an integration (Illinois; Dowell & Jarratt 1971). */
function rootOf(f: (x: number) => number, low: number, high: number): number {
  let [a, b] = [low, high];
  let [atA, atB] = [f(a), f(b)];
  for (let step = 0; step < 100 && Math.abs(b - a) > 1e-9 && atB !== 0; step++) {
    const x = b - (atB * (b - a)) / (atB - atA);
    const atX = f(x);
    if (atX * atB < 0) [a, atA] = [b, atB];
    else atA /= 2;
    if (Math.abs(x - b) < 1e-10) return x;
    [b, atB] = [x, atX];
  }
  return b;
}

const gridSize = 160;
const reach = 8;

/** P(B(t_k) ≥ c at any of the times), by carrying the density of paths that have not crossed from look to look. */
export function crossingProbability(c: number, times: readonly number[]): number {
  let crossed = 0;
  let before: Grid | undefined;
  let last = 0;
  for (const [look, time] of times.entries()) {
    const sd = Math.sqrt(time - last);
    crossed += before === undefined ? normalCdf(-c / sd) : integrate(before, (x) => normalCdf((x - c) / sd));
    if (look < times.length - 1) before = carry(before, c, sd, Math.sqrt(time));
    last = time;
  }
  return crossed;
}

interface Grid {
  readonly points: Float64Array;
  /** Density times Simpson weight. */
  readonly mass: Float64Array;
}

function carry(before: Grid | undefined, c: number, sd: number, sdTotal: number): Grid {
  const low = -reach * sdTotal;
  const step = (c - low) / gridSize;
  const points = Float64Array.from({ length: gridSize + 1 }, (_, i) => low + i * step);
  const mass = points.map((x, i) => simpsonWeight(i) * (step / 3) * densityAt(before, x, sd));
  return { points, mass };
}

function simpsonWeight(i: number): number {
  if (i === 0 || i === gridSize) return 1;
  return i % 2 === 1 ? 4 : 2;
}

function densityAt(before: Grid | undefined, x: number, sd: number): number {
  const density = (distance: number): number =>
    Math.exp(-0.5 * (distance / sd) ** 2) / (sd * Math.sqrt(2 * Math.PI));
  return before === undefined ? density(x) : integrate(before, (from) => density(x - from));
}

function integrate({ points, mass }: Grid, f: (x: number) => number): number {
  let sum = 0;
  for (let i = 0; i < points.length; i++) sum += (mass[i] ?? 0) * f(points[i] ?? 0);
  return sum;
}
