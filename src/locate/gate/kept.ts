/** What is kept of results for as long as a search lasts: a sample that a thousand evaluations have is kept once. */
import type { Sample, SideOutcomes } from '../../regression/index.ts';
import type { Measured, MeasuredSample } from '../index.ts';

/** Makes evaluations small: all of a search are handed to the same one. */
export class Keeper {
  /** The last of each id. */
  readonly #known = new Map<string, MeasuredSample>();

  keep(outcomes: SideOutcomes): Measured {
    const samples = outcomes.samples.map(({ sample, value }) => ({ sample: this.#one(sample), value }));
    return { ...outcomes, samples };
  }

  #one(sample: Sample): MeasuredSample {
    const known = this.#known.get(sample.id);
    if (known !== undefined && isSame(known, sample)) return known;
    this.#known.set(sample.id, sample);
    return sample;
  }
}

function isSame(a: MeasuredSample, b: MeasuredSample): boolean {
  return (
    a.hash === b.hash &&
    a.example === b.example &&
    a.input === b.input &&
    a.cluster === b.cluster &&
    a.prompt === b.prompt &&
    String(a.target) === String(b.target) &&
    typeof a.target === typeof b.target
  );
}
