/** Time and chance: passed in, so that a test decides them. Only what starts a run, or opens git or GitHub, names the real ones. */
export interface Clock {
  /** Milliseconds since the epoch. */
  readonly now: () => number;
  /** In [0, 1). */
  readonly random: () => number;
  /** Resolves after so many milliseconds. */
  readonly pause: (milliseconds: number) => Promise<unknown>;
}

export const systemClock: Clock = {
  now: Date.now,
  random: Math.random,
  pause: (milliseconds) =>
    new Promise((resolve) => {
      setTimeout(resolve, milliseconds);
    }),
};
