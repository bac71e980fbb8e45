/** The kinds of samples that there may be, by what they answer when they answer anew, and how a merge may change a sample's kind. */

export interface Classes {
  readonly size: number;
  readonly levels: number;
  /** Probability of a level in a class, class by class. */
  readonly emission: Float64Array;
  readonly kernels: readonly Kernel[];
}

/** `none`: samples answer anew and stay what they are. */
export type Direction = 'down' | 'up' | 'none';

/** How the samples that a merge hits change: from one class to another with a weight; the weights from one class sum to 1. */
export interface Kernel {
  readonly direction: Direction;
  readonly from: Uint8Array;
  readonly to: Uint8Array;
  readonly weight: Float64Array;
  /** Parts of the samples that may be hit, each as likely as the other. */
  readonly shares: readonly number[];
  /** Probability of this kernel among those of its direction. */
  readonly prior: number;
}

/** Rates of right answers; nobody is always right. */
const rates = [0.005, 0.03, 0.08, 0.16, 0.27, 0.4, 0.53, 0.66, 0.78, 0.88, 0.95, 0.985, 0.998];

/** A family is a line of classes from worse to better; `place` is on the scale from 0 to 1. */
interface Family {
  readonly places: readonly number[];
  emission(place: number, level: number): number;
}

/** `samples`: how many there are. */
export function classesFor(levels: number, samples: number): Classes {
  const families = levels <= 2 ? [rightOrWrong] : scored(levels);
  const emission = families.flatMap(({ places, ...family }) =>
    places.map((place) => normalised(Array.from({ length: levels }, (_, at) => family.emission(place, at)))),
  );
  return {
    size: emission.length,
    levels,
    emission: Float64Array.from(emission.flat()),
    kernels: [
      ...(['down', 'up'] as const).flatMap((direction) =>
        changes.map((change) => kernelOf(visible(change, samples), direction, families)),
      ),
      kernelOf({ by: 0, shares: [0.03, 0.1, 0.3], prior: 1 }, 'none', families),
    ],
  };
}

const rightOrWrong: Family = {
  places: rates,
  emission: (rate, level) => (level === 0 ? 1 - rate : rate),
};

/** Scores vary little about a sample's own, or more, or are mostly the lowest or the highest there is. */
function scored(levels: number): Family[] {
  const top = levels - 1;
  const places = Array.from({ length: levels }, (_, at) => at / top);
  const about = (spread: number): Family => ({
    places,
    emission: (place, level) => 0.02 / levels + Math.exp(-(((place * top - level) / spread) ** 2) / 2),
  });
  const ends: Family = {
    places: rates.filter((_, at) => at % 2 === 1),
    emission: (rate, level) => 0.02 / levels + (level === 0 ? 1 - rate : 0) + (level === top ? rate : 0),
  };
  return [about(0.45), about(1.5), ends];
}

function normalised(weights: readonly number[]): number[] {
  const sum = weights.reduce((total, weight) => total + weight, 0);
  return weights.map((weight) => weight / sum);
}

interface Change {
  /** Part of the scale by which a sample's place falls. */
  readonly by: number;
  readonly shares: readonly number[];
  readonly prior: number;
}

/** From few samples that lose most to all that lose a little. What breaks something breaks it for the samples that need it: that counts for three quarters. */
const changes: readonly Change[] = [
  { by: 0.6, shares: [0.005, 0.02, 0.05], prior: 3 / 4 },
  { by: 0.25, shares: [0.03, 0.1, 0.3], prior: 1 / 12 },
  { by: 0.08, shares: [0.1, 0.3, 1], prior: 1 / 12 },
  { by: 0.025, shares: [0.3, 1], prior: 1 / 12 },
];

/** What hits fewer is not seen among those that turn anyway, and would only make every merge seem to have harmed a few. */
const fewestHit = 6;

function visible(change: Change, samples: number): Change {
  const shares = change.shares.filter(
    (share, at) => share * samples >= fewestHit || at === change.shares.length - 1,
  );
  return { ...change, shares };
}

function kernelOf({ by, shares, prior }: Change, direction: Direction, families: readonly Family[]): Kernel {
  const entries: [number, number, number][] = [];
  let first = 0;
  for (const { places } of families) {
    for (const at of places.keys())
      for (const [to, weight] of targets(places, at, direction, by))
        if (weight > 0) entries.push([first + at, first + to, weight]);
    first += places.length;
  }
  return {
    direction,
    shares,
    prior,
    from: Uint8Array.from(entries, ([from]) => from),
    to: Uint8Array.from(entries, ([, to]) => to),
    weight: Float64Array.from(entries, ([, , weight]) => weight),
  };
}

/** Where a sample of the place `at` goes. At the end of the scale it stays. */
function targets(
  places: readonly number[],
  at: number,
  direction: Direction,
  by: number,
): [number, number][] {
  const sign = { down: -1, up: 1, none: 0 }[direction];
  return sign === 0 ? [[at, 1]] : between(places, (places[at] ?? 0) + sign * by);
}

/** The two places about a point of the scale, so that their mean is the point. */
function between(places: readonly number[], point: number): [number, number][] {
  const above = places.findIndex((place) => place >= point);
  if (above === 0) return [[0, 1]];
  if (above < 0) return [[places.length - 1, 1]];
  const [low, high] = [places[above - 1] ?? 0, places[above] ?? 1];
  const weight = (point - low) / (high - low);
  return [
    [above - 1, 1 - weight],
    [above, weight],
  ];
}
