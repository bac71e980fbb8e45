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
    const { id, line, question, prompt } = this;
    return {
      ...this.one,
      id,
      line,
      ...(question !== undefined && { question }),
      ...(prompt !== undefined && { prompt }),
    };
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

  get question(): Sample['question'] {
    return this.one.question;
  }

  get prompt(): Sample['prompt'] {
    return this.one.prompt;
  }

  get file(): Sample['file'] {
    return this.one.file;
  }
}

/** With a question of its own (`digestOfQuestion`), in two whole numbers that the object contains: one of 53 bits would be an object beside it. */
class LikeAsked extends Like {
  private readonly high: number;
  private readonly low: number;

  constructor(one: Sample, id: string, line: number, question: number) {
    super(one, id, line);
    this.high = Math.floor(question / lowest) | 0;
    this.low = question % lowest;
  }

  override get question(): number {
    return (this.high >>> 0) * lowest + this.low;
  }
}

const lowest = 2 ** 21;

/** With a prompt of its own, and perhaps a question. */
class LikePrompted extends Like {
  private readonly ownQuestion: number | undefined;
  private readonly ownPrompt: string;

  constructor(one: Sample, id: string, line: number, question: number | undefined, prompt: string) {
    super(one, id, line);
    this.ownQuestion = question;
    this.ownPrompt = prompt;
  }

  override get question(): Sample['question'] {
    return this.ownQuestion ?? super.question;
  }

  override get prompt(): string {
    return this.ownPrompt;
  }
}

/** `one` is kept and simple; `question` (by `digestOfQuestion`) and `prompt` are given where they are not those of that one. */
export function like(one: Sample, id: string, line: number, question?: number, prompt?: string): Sample {
  // oxlint-disable-next-line typescript/no-unsafe-type-assertion -- a getter says undefined where the sample has no such property
  return made(one, id, line, question, prompt) as object as Sample;
}

function made(one: Sample, id: string, line: number, question?: number, prompt?: string): Like {
  if (prompt !== undefined) return new LikePrompted(one, id, line, question, prompt);
  return question === undefined ? new Like(one, id, line) : new LikeAsked(one, id, line, question);
}

export function isLike(sample: Sample): boolean {
  return sample instanceof Like;
}

/** The sample as an object with all of its properties: what is copied from one that is like another would be its id and its line alone. */
export function whole(sample: Sample): Sample {
  return sample instanceof Like ? sample.whole() : sample;
}
