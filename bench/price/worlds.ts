/**
 * Changes of known truth. Each sample has its own chance to be answered rightly, and every evaluation draws all answers anew: homogeneous
 * (all are unsure alike), concentrated (a few are even, the rest sure), diffuse (every chance occurs); or answers are kept, and a change flips
 * any (deterministic). Harmless changes agree with their baseline on the share asked for; a drop falls on what is unsure. F1 0.85.
 */
import { shuffled, type Random } from '../../src/regression/statistics/random.ts';

const right = 0.85;
/** Earlier evaluations of the same trunk. */
const evaluations = 8;

type Chances = readonly number[];
export type Answers = readonly boolean[];

interface World {
  /** Of each sample to be right, so that two evaluations agree on this share. */
  chances(agreement: number, pool: number, random: Random): Chances;
  /** Answers are kept from one evaluation to the next, but for the flips of a change. */
  readonly kept?: true;
  /** Share of samples that came out either way in each evaluation before, of answers that are kept. */
  readonly rare?: number;
  /** What the history is of: of a trunk of which other samples were unsure, or of other samples under the same ids. */
  readonly past?: 'drift' | 'wrong';
}

const worlds = {
  homogeneous: {
    chances: (agreement, pool, random) => {
      const unsure = (1 - Math.sqrt(1 - 2 * (1 - agreement))) / 2;
      const share = (right - unsure) / (1 - 2 * unsure);
      return drawn(pool, () => (random.uniform() < share ? 1 - unsure : unsure));
    },
  },
  concentrated: { chances: concentrated },
  diffuse: {
    chances: (agreement, pool, random) => {
      const spread = 1 - (1 - agreement) / (2 * right * (1 - right));
      const size = 1 / spread - 1;
      return drawn(pool, () => beta(right * size, (1 - right) * size, random));
    },
  },
  deterministic: { kept: true, chances: sure },
  drift: { past: 'drift', chances: concentrated },
  wrong: { past: 'wrong', chances: concentrated },
  // One in a hundred samples is even, all others are sure, but for what a change flips anywhere.
  few: { kept: true, rare: 0.01, chances: sure },
} satisfies Readonly<Record<string, World>>;

export type WorldName = keyof typeof worlds;

/** In which the history is of what is judged. */
export const plainWorlds: readonly WorldName[] = ['homogeneous', 'concentrated', 'diffuse', 'deterministic'];

function concentrated(agreement: number, pool: number, random: Random): Chances {
  const even = 2 * (1 - agreement);
  const share = (right - even / 2) / (1 - even);
  return drawn(pool, () => (random.uniform() < even ? 0.5 : Number(random.uniform() < share)));
}

function sure(_: number, pool: number, random: Random): Chances {
  return drawn(pool, () => Number(random.uniform() < right));
}

function drawn(pool: number, one: () => number): Chances {
  return Array.from({ length: pool }, one);
}

/** Jöhnk's generator, for small parameters. */
function beta(a: number, b: number, random: Random): number {
  for (;;) {
    const [x, y] = [random.uniform() ** (1 / a), random.uniform() ** (1 / b)];
    if (x + y <= 1 && x + y > 0) return x / (x + y);
  }
}

export interface Change {
  readonly before: Answers;
  readonly after: Answers;
  readonly earlier: readonly Answers[];
  /** What the strata are made from, where that is not `earlier`: another trunk, or rows of other samples under these ids. */
  readonly flips?: readonly Answers[];
}

/** Of each sample of a pool to be right in one evaluation. */
export function chancesIn(name: WorldName, agreement: number, pool: number, random: Random): Chances {
  const world: World = worlds[name];
  return world.chances(agreement, pool, random);
}

/** `lost`: share of the samples that the change loses. */
export function changeIn(
  name: WorldName,
  { agreement, pool }: { readonly agreement: number; readonly pool: number },
  lost: number,
  random: Random,
): Change {
  const world: World = worlds[name];
  const chances = world.chances(agreement, pool, random);
  const draw = drawerOf(chances, random);
  const before = draw(0);
  if (world.kept === undefined) {
    const earlier = Array.from({ length: evaluations }, () => draw(0));
    const after = draw(lost);
    return world.past === undefined
      ? { before, after, earlier }
      : { before, after, earlier: [], flips: otherPast(world.past, agreement, before, earlier, random) };
  }
  const [loses, gains] = [(1 - agreement + lost) / 2 / right, (1 - agreement - lost) / 2 / (1 - right)];
  const after = before.map((is) => (random.uniform() < (is ? loses : gains) ? !is : is));
  const { rare } = world;
  const flips = (): boolean[] =>
    before.map((is, i) => (i % (1 / (rare ?? 1)) === 0 ? random.uniform() < 0.5 : is));
  return {
    before,
    after,
    earlier: Array.from({ length: evaluations }, () => before),
    ...(rare !== undefined && { flips: Array.from({ length: evaluations }, flips) }),
  };
}

/** Answers of one evaluation. A drop falls on what the model is unsure of: in proportion to p(1 − p). */
function drawerOf(chances: Chances, random: Random): (lost: number) => boolean[] {
  const unsure = chances.reduce((sum, p) => sum + p * (1 - p), 0) / chances.length || 1;
  return (lost) => chances.map((p) => random.uniform() < p - (p * (1 - p) * lost) / unsure);
}

/** Newest first, the baseline's own before them. */
function otherPast(
  past: 'drift' | 'wrong',
  agreement: number,
  before: Answers,
  earlier: readonly Answers[],
  random: Random,
): Answers[] {
  if (past === 'wrong') {
    const from = shuffled(
      before.map((_, i) => i),
      random,
    );
    return [before, ...earlier].map((answers) => from.map((i) => answers[i] ?? false));
  }
  const old = concentrated(agreement, before.length, random);
  return [before, ...earlier.map(() => old.map((p) => random.uniform() < p))];
}

/** Thirty merges one after the other, of which the sixteenth loses this share; where answers are kept a hundredth flips with each. First of all: the anchor. */
export function* mergesIn(
  name: WorldName,
  pool: number,
  lost: number,
  random: Random,
): Generator<Answers, void> {
  const world: World = worlds[name];
  const chances = world.chances(0.95, pool, random);
  const draw = drawerOf(chances, random);
  let answers: Answers = chances.map((p) => random.uniform() < p);
  yield answers;
  for (let merge = 1; merge <= 30; merge++) {
    answers =
      world.kept === undefined
        ? draw(merge >= 16 ? lost : 0)
        : flipped(answers, merge === 16 ? lost : 0, random);
    yield answers;
  }
}

function flipped(answers: Answers, lost: number, random: Random): Answers {
  const share = answers.filter(Boolean).length / answers.length;
  return answers.map((is) =>
    random.uniform() < (is ? (0.005 + lost) / share : 0.005 / (1 - share)) ? !is : is,
  );
}
