import type { Finding } from '../../report/model.ts';
import type { Status } from './status.ts';

/** One file of results as a caller holds it. */
export interface ResultFile {
  /** Repository-relative, forward slashes. */
  readonly path: string;
  readonly bytes: Uint8Array;
}

/** One evaluated sample. */
export interface Sample {
  /** Unique within the evaluation: `task/doc_id` where an evaluation has several tasks. */
  readonly id: string;
  /** The right label, several of them, or several accepted answers. */
  readonly target?: string | readonly string[];
  /** The model's label or labels; `null`: it gave none. */
  readonly prediction?: string | readonly string[] | null;
  /** Score name → value; NaN where the file contains no number. */
  readonly scores: ReadonlyMap<string, number>;
  /** Samples of one cluster (questions to one image) are not independent. */
  readonly cluster?: string;
  /** `language=eu`, `task=mmlu`. */
  readonly slices: readonly string[];
  /** Hash of the sample's content: its question and its target, whatever prompt it is put into. */
  readonly hash?: string;
  /** What became of it; absent where it was answered. */
  readonly status?: Status;
  /** What its row says of its run, in words of which only the rows of the whole side show the meaning (`withRun`). */
  readonly run?: 'completed' | 'failed';
  /** The sample's own name in every run, where `id` is new in each (of a trial, of a trace): `example_id`, `task_id`. */
  readonly example?: string;
  /** Digest of what the model was asked (`digestOf`), before any prompt template. */
  readonly input?: string;
  /** What was asked, in one line: of samples that only this names, and that may have to be evaluated again. */
  readonly asked?: string;
  /** Of the question that stands beside its own id (`digestOfQuestion`): another one under the same id is another sample. */
  readonly question?: number;
  /** Digest of the prompt as it was sent, template and few-shot examples included: a part of the set-up. */
  readonly prompt?: string;
  /** The set of samples, or task, whose ids may start again in another: set where the file says it. */
  readonly dataset?: string;
  /** Its id names a question, and further rows of one file under it are further answers, not mistakes. */
  readonly repeats?: boolean;
  /** Which of several answers it may be, by a column that counts them: two rows of one id and one count are a mistake. */
  readonly repetition?: string;
  readonly file: string;
  readonly line?: number;
}

/** The name by which an evaluation knows a sample: its question where it has no id. */
export function nameOf({ id, asked }: Pick<Sample, 'id' | 'asked'>): string {
  return asked ?? id;
}

/** Longer questions are named by their digest. */
const longestAsked = 2000;

/** What names a sample without an id, as a line of a file of ids, where it may have to be evaluated again; nothing is kept of those that were answered. */
export function askedOf(
  { status, scores }: Pick<Sample, 'status' | 'scores'>,
  question: () => string | undefined,
): string | undefined {
  const isOpen = status !== undefined || [...scores.values()].some((score) => score < 0);
  const text = isOpen ? question() : undefined;
  return text === undefined || text.length > longestAsked ? undefined : text.trim().replaceAll(/\s+/g, ' ');
}

/** A sample while it is put together, field by field. */
export type Draft = { -readonly [K in keyof Sample]: Sample[K] };

const taskSlice = 'task=';

/** The task or dataset of a sample; `undefined` where there is only one that nobody names. */
export function taskOf({ dataset, slices }: Pick<Sample, 'dataset' | 'slices'>): string | undefined {
  return dataset ?? slices.find((slice) => slice.startsWith(taskSlice))?.slice(taskSlice.length);
}

/** One value for a whole set, where no results of single samples are known. */
export interface Aggregate {
  readonly name: string;
  readonly value: number;
  /** Standard error, where the file states one. */
  readonly standardError?: number;
  /** Number of samples behind it. */
  readonly n?: number;
  readonly higherIsBetter?: boolean;
  /** Judged only where it is asked for: a part of another total, or bookkeeping such as the number of steps. */
  readonly secondary?: boolean;
  readonly file: string;
  readonly line?: number;
}

/** Everything read from one side's files; shards are merged. */
export interface ResultSet {
  readonly files: readonly string[];
  readonly samples: ReadonlyMap<string, Sample>;
  readonly aggregates: ReadonlyMap<string, Aggregate>;
  /** What must agree on both sides: versions of tasks and metrics, number of shots. */
  readonly setup: ReadonlyMap<string, string>;
  /** Score name → whether higher is better, where a file says so. */
  readonly directions: ReadonlyMap<string, boolean>;
  /** Scores that rows list among their `scores`. */
  readonly marks: ReadonlySet<string>;
  /** Formats that were recognised. */
  readonly formats: ReadonlySet<string>;
  /** Tables whose last line no line break ends: perhaps they were cut within its last value. */
  readonly openEnds: readonly string[];
  /** What is wrong with the files themselves. */
  readonly findings: readonly Finding[];
}
