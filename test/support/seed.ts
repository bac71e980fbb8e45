import { configureGlobal } from 'fast-check';

/**
 * What generated tests draw from: the same each time, so that a change is never blamed for what another seed would have found. The
 * nightly run of CI takes a new one each night; MODEL_GATES_SEED plays it again.
 */
export const seed = Number(process.env['MODEL_GATES_SEED'] || 20_261_122);

/** The share of what a night draws: all of it in `.ci/night`, a tenth in `.ci/run`, a few hundred in `npm test`. */
const share = Number(process.env['MODEL_GATES_SAMPLES'] || 0.004);

/** How many to draw where a night draws this many; `fewest` are enough to catch a careless change. */
export function samples(inTheNight: number, fewest = 200): number {
  return Math.min(inTheNight, Math.max(fewest, Math.round(inTheNight * share)));
}

/** In the night every bundle runs in a process of its own, as on a runner. */
export const wholeNight = share === 1;

configureGlobal({ seed });
