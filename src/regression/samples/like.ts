import type { Sample } from './sample.ts';

/**
 * A sample that says what another one says, but for its id and its line: a million of them take half the room of samples of their own.
 * All else is read from that one, which says nothing beyond these properties, and is not among those of the object itself (`whole`).
 */
class Like {
  readonly id: string;
  readonly line: number;
  private readonly one: Sample;

  constructor(one: Sample, id: string, line: number) {
    this.id = id;
    this.line = line;
    this.one = one;
  }

  whole(): Sample {
    return { ...this.one, id: this.id, line: this.line };
  }

  get target(): Sample['target'] {
    return this.one.target;
  }

  get prediction(): Sample['prediction'] {
    return this.one.prediction;
  }

  get scores(): Sample['scores'] {
    return this.one.scores;
  }

  get cluster(): Sample['cluster'] {
    return this.one.cluster;
  }

  get slices(): Sample['slices'] {
    return this.one.slices;
  }

  get status(): Sample['status'] {
    return this.one.status;
  }

  get dataset(): Sample['dataset'] {
    return this.one.dataset;
  }

  get file(): Sample['file'] {
    return this.one.file;
  }
}

export function like(one: Sample, id: string, line: number): Sample {
  // oxlint-disable-next-line typescript/no-unsafe-type-assertion -- a getter says undefined where the sample has no such property
  return new Like(one, id, line) as object as Sample;
}

export function isLike(sample: Sample): boolean {
  return sample instanceof Like;
}

/** The sample as an object with all of its properties: what is copied from one that is like another would be its id and its line alone. */
export function whole(sample: Sample): Sample {
  return sample instanceof Like ? sample.whole() : sample;
}
