/** `{"q1": 1, "q2": 0}` and `{"q1": {"ndcg": 0.4}}`: scores under the ids of their samples, which look like a tree of metrics. */
import { isRecord } from '../../kernel/record.ts';
import { isKnownDirection } from '../metrics/recognised.ts';
import type { DocumentFormat } from './json-document.ts';
import { looksNumeric, scoreOf } from './own-fields.ts';
import { unreadable } from './reader.ts';

/** Below so many entries a name that counts may as well be one of a few metrics. */
const fewest = 10;

export const scoresById: DocumentFormat = {
  name: 'scores by id',
  matches: (value) => isRecord(value) && areSamples(Object.entries(value)),
  read({ value, path, outline }, sink) {
    for (const [id, of] of isRecord(value) ? Object.entries(value) : []) {
      const line = outline.memberLine(id);
      const entries = isRecord(of) ? Object.entries(of) : [[isTruth(of) ? 'correct' : 'score', of] as const];
      const scores = new Map(entries.map(([name, score]) => [name, scoreOf(score)]));
      sink.sample({ id, scores, slices: [], file: path, ...(line !== undefined && { line }) });
    }
  },
};

function areSamples(entries: readonly (readonly [string, unknown])[]): boolean {
  if (entries.length < fewest) return false;
  const values = entries.map(([, value]) => value);
  const isCounted = countBy(entries.map(([name]) => name));
  if (values.every(isRecord)) return isCounted && haveSameScores(values);
  if (!values.every(looksNumeric) || values.some(isRecord)) return false;
  return isCounted || values.every(isTruth) || values.every((value) => value === 0 || value === 1);
}

/** `q1`, `q2`, `doc-17`: all the same but for their numbers. */
function countBy(names: readonly string[]): boolean {
  const forms = new Set(names.map((name) => name.replaceAll(/\d+/g, '#')));
  return forms.size === 1 && [...forms].every((form) => form.includes('#'));
}

function haveSameScores(rows: readonly Readonly<Record<string, unknown>>[]): boolean {
  const names = (row: Readonly<Record<string, unknown>>): string => Object.keys(row).toSorted().join('\n');
  const [first] = rows;
  return (
    first !== undefined &&
    Object.keys(first).length > 0 &&
    rows.every((row) => names(row) === names(first) && Object.values(row).every(looksNumeric))
  );
}

function isTruth(value: unknown): boolean {
  return typeof value === 'boolean';
}

/** Most numbers at the top of a document of metrics of which none has the name of one. */
const mostUnknown = 30;

/** So many numbers under names that are not metrics are those of samples, of which nobody can tell what they mean. */
export const unknownNumbers: DocumentFormat = {
  name: 'numbers by name',
  matches: (value) => {
    if (!isRecord(value)) return false;
    const names = Object.keys(value);
    return (
      names.length > mostUnknown &&
      names.every((name) => looksNumeric(value[name]) && !isKnownDirection(name))
    );
  },
  read({ path, value }, sink) {
    const count = isRecord(value) ? Object.keys(value).length : 0;
    sink.problem(
      unreadable(
        path,
        `These are ${count} numbers under names that are not metrics: totals of that many metrics, or scores of samples by their ids?`,
        1,
      ),
    );
  },
};
