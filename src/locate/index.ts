/** Which merge made a metric fall: evaluations of a range in, a posterior out. Pure. */
export type * from './facts.ts';
export { locate, type LocateInput } from './answer.ts';
export type { Evaluated, Measured, MeasuredSample, Merge, Naming, Seen, SeenVerdict } from './merges.ts';
export { nameOf } from './names.ts';
export { isSettled, wantedAgain, wantedAt, wantedEnds, wantedNext, type Wanted } from './next.ts';
export { search, type Search } from './search.ts';
export { locateRules } from './rules.ts';
export {
  fewestCulprits,
  kindsOf,
  learnedWeights,
  touchedBy,
  weigh,
  weights,
  type Surfaces,
  type Weights,
} from './priors.ts';
