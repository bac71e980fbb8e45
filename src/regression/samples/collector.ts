import type { Finding } from '../../report/model.ts';
import { compareText } from '../../kernel/compare.ts';
import { areOfTwoSets, keepApart, totalsApart } from './apart.ts';
import { Compactor } from './compactor.ts';
import { conflict, duplicated } from './duplicates.ts';
import { pageFindings, type Page } from './pages.ts';
import { withRun } from './kept.ts';
import { whole } from './like.ts';
import { nameOf, type Aggregate, type ResultSet, type Sample } from './sample.ts';
import { isFailed } from './status.ts';
import { SampleTable } from './table.ts';

/** Which columns of plain rows name a sample and its dataset, where the settings say so. */
export interface Columns {
  readonly id?: string;
  readonly dataset?: string;
}

/** Where readers put what they find; keeps counts and first examples of problems instead of one finding for each row. */
export interface Sink {
  /** Columns that the settings name, for plain rows. */
  readonly columns: Columns;
  sample(sample: Sample): void;
  aggregate(aggregate: Aggregate): void;
  setup(key: string, value: string): void;
  direction(score: string, higherIsBetter: boolean): void;
  /** A score that the rows list among their `scores`: the evaluation's own mark, not just a number beside the answer. */
  mark(score: string): void;
  /** What a file says of being one page of several. */
  page(file: string, page: Page): void;
  /** A table ends without a line break. */
  openEnd(file: string): void;
  problem(finding: Finding): void;
}

/** Characters of long answers that are kept in full; token F1 needs them, a comparison does not. */
const defaultTextBudget = 256 * 1024 * 1024;
const mostProblems = 50;
const mostMarks = 64;

export interface CollectorOptions {
  /** Characters of long answers to keep in full. */
  readonly textBudget?: number;
  readonly columns?: Columns;
}

/** Merges the files of one side. */
export class Collector implements Sink {
  readonly #samples = new SampleTable();
  readonly #aggregates = new Map<string, Aggregate>();
  readonly #setup = new Map<string, Set<string>>();
  readonly #directions = new Map<string, boolean>();
  readonly #marks = new Set<string>();
  readonly #openEnds: string[] = [];
  readonly #pages = new Map<string, Page>();
  readonly #formats = new Set<string>();
  readonly #files: string[] = [];
  readonly #findings: Finding[] = [];
  readonly #collided: Sample[] = [];
  /** Of a name that an earlier file has already. */
  readonly #totals: Aggregate[] = [];
  readonly #repeats = new Map<string, number>();
  readonly #counts = new Map<string, Set<string | undefined>>();
  #areRuns = false;
  #seen = 0;
  readonly #compactor: Compactor;

  readonly columns: Columns;

  constructor({ textBudget = defaultTextBudget, columns = {} }: CollectorOptions = {}) {
    this.#compactor = new Compactor(textBudget);
    this.columns = columns;
  }

  /** Everything that was found so far, good and bad. */
  get size(): number {
    return this.#seen;
  }

  file(path: string): void {
    this.#files.push(path);
  }

  format(name: string): void {
    this.#formats.add(name);
  }

  sample(sample: Sample): void {
    this.#seen++;
    if (sample.run === 'completed' && !this.#areRuns) this.#failRuns();
    this.#place(this.#areRuns ? withRun(sample) : sample);
  }

  /** The first run that is said to be complete: those before it that failed are errors too. */
  #failRuns(): void {
    this.#areRuns = true;
    for (const sample of this.#samples.values()) this.#samples.set(withRun(sample));
    for (const sample of this.#collided.splice(0)) this.#place(withRun(sample));
  }

  #place(sample: Sample): void {
    if (this.#samples.isNext(sample.id)) return this.#samples.append(this.#compactor.compact(sample));
    const before = this.#samples.get(sample.id);
    if (before === undefined || this.#isRerun(before, sample)) this.#keep(sample);
    else if (
      sample.repeats === true &&
      before.file === sample.file &&
      !areOfTwoSets(before, sample) &&
      !this.#isCountedTwice(before, sample)
    )
      this.#keep(this.#numbered(sample));
    else if (!this.#fillsRepeat(sample) && !isFailed(sample.status) && !this.#isRerun(sample, before))
      this.#collided.push(this.#compactor.compact(sample));
  }

  /** One of several answers to a question that was evaluated again, in another file, takes the place of one that failed. */
  #fillsRepeat(sample: Sample): boolean {
    if (sample.repeats !== true) return false;
    for (let number = 2; number <= (this.#repeats.get(sample.id) ?? 1); number++) {
      const before = this.#samples.get(`${sample.id}/repeat ${number}`);
      if (before === undefined || !this.#isRerun(before, sample)) continue;
      this.#keep({ ...whole(sample), id: before.id, cluster: sample.cluster ?? sample.id });
      return true;
    }
    return false;
  }

  /** Whether a row of this id has this count already. */
  #isCountedTwice(before: Sample, { id, repetition }: Sample): boolean {
    if (repetition === undefined) return false;
    const counts = this.#counts.get(id) ?? new Set([before.repetition]);
    this.#counts.set(id, counts);
    if (counts.has(repetition)) return true;
    counts.add(repetition);
    return false;
  }

  #keep(sample: Sample): void {
    this.#samples.set(this.#compactor.compact(sample));
  }

  /** What failed, or was not simply answered in another file, was evaluated again: that is not a second answer. */
  #isRerun(before: Sample, after: Sample): boolean {
    if (before.status === undefined || (after.repeats === true && before.file === after.file)) return false;
    return isFailed(before.status)
      ? !isFailed(after.status)
      : after.status === undefined && before.file !== after.file;
  }

  /** The second and further answers to one question, in the order of the file. */
  #numbered(sample: Sample): Sample {
    const number = (this.#repeats.get(sample.id) ?? 1) + 1;
    this.#repeats.set(sample.id, number);
    return { ...whole(sample), id: `${sample.id}/repeat ${number}`, cluster: sample.cluster ?? sample.id };
  }

  /** Leaves the samples of these names (`nameOf`) out again, for they are evaluated anew. */
  forget(ids: Iterable<string>): void {
    const names = new Set(ids);
    this.#samples.remove((sample) => names.has(sample.id) || names.has(nameOf(sample)));
  }

  aggregate(aggregate: Aggregate): void {
    this.#seen++;
    const before = this.#aggregates.get(aggregate.name);
    if (before !== undefined && before.file !== aggregate.file) this.#totals.push(aggregate);
    else if (before !== undefined && before.value !== aggregate.value)
      this.problem(conflict(before, aggregate));
    else this.#aggregates.set(aggregate.name, aggregate);
  }

  setup(key: string, value: string): void {
    const values = this.#setup.get(key);
    if (values === undefined) this.#setup.set(key, new Set([value]));
    else if (values.size <= mostValues) values.add(value);
  }

  direction(score: string, higherIsBetter: boolean): void {
    this.#directions.set(score, higherIsBetter);
  }

  mark(score: string): void {
    if (this.#marks.size < mostMarks) this.#marks.add(score);
  }

  page(file: string, page: Page): void {
    this.#pages.set(file, page);
  }

  openEnd(file: string): void {
    this.#openEnds.push(file);
  }

  problem(finding: Finding): void {
    this.#seen++;
    if (this.#findings.length < mostProblems) this.#findings.push(finding);
  }

  result(): ResultSet {
    const { samples, duplicates } = keepApart(this.#samples, this.#collided);
    const { totals, conflicts } = totalsApart(this.#aggregates, this.#totals);
    return {
      files: this.#files,
      samples,
      aggregates: totals,
      setup: setupOf(this.#setup),
      directions: this.#directions,
      marks: this.#marks,
      formats: this.#formats,
      openEnds: this.#openEnds,
      findings: [
        ...this.#findings,
        ...pageFindings(this.#pages),
        ...duplicated(duplicates, this.#samples),
        ...conflicts.map(([before, after]) => conflict(before, after)),
      ],
    };
  }
}

/** More values of one key than this vary from sample to sample, and are not a set-up. */
const mostValues = 8;

function setupOf(values: ReadonlyMap<string, ReadonlySet<string>>): ReadonlyMap<string, string> {
  return new Map(
    [...values]
      .filter(([, all]) => all.size <= mostValues)
      .map(([key, all]) => [key, [...all].toSorted(compareText).join(', ')]),
  );
}
