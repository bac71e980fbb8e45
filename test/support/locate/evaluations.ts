/** Rows of an invented trunk as locating takes them: without files, and without git. */
import { search, type Evaluated, type Measured, type Merge, type Search } from '../../../src/locate/index.ts';

/** The state before all merges first, each as likely as the other. */
export function rangeOf(rows: readonly Float64Array[]): Merge[] {
  return rows.map((_, at) => ({ sha: String(at), weight: 1, reasons: [] }));
}

/** `ids`: the samples that were evaluated; absent: all. */
export function evaluationOf(row: Float64Array, at: number, ids?: ReadonlySet<string>): Evaluated<Measured> {
  const all = Array.from(row, (value, id) => ({ value, sample: { id: String(id) } }));
  const samples = ids === undefined ? all : all.filter(({ sample }) => ids.has(sample.id));
  return {
    at,
    results: { samples, value: 0, title: 'score', higherIsBetter: true, isGuessed: false, setup: new Map() },
  };
}

/** What is found where so manieth merges were evaluated. */
export function searchEvery(every: number, rows: readonly Float64Array[]): Search {
  const evaluations = rows.flatMap((row, at) => (at % every === 0 ? [evaluationOf(row, at)] : []));
  return search({ merges: rangeOf(rows), evaluations });
}
