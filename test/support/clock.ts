import { systemClock, type Clock } from '../../src/kernel/clock.ts';

/** The real time and chance, but no pause takes any. */
export const impatientClock: Clock = { ...systemClock, pause: () => Promise.resolve() };
