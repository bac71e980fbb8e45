/** What is to be said of samples and totals that a side has twice. */
import { count } from '../../kernel/text.ts';
import type { Finding } from '../../report/model.ts';
import { regressionRules } from '../rules.ts';
import { shown, shownList } from '../shown.ts';
import type { Aggregate, Sample } from './sample.ts';

/** One finding for all of them; none where there are none. `before`: those that were read before, by their ids. */
export function duplicated(samples: readonly Sample[], before: ReadonlyMap<string, Sample>): Finding[] {
  const [sample] = samples;
  if (sample === undefined) return [];
  const many = samples.length;
  const first = samples.slice(0, 5).map(({ id }) => id);
  return [
    regressionRules['duplicate-sample'].finding({
      message: `${count(many, 'sample occurs', 'samples occur')} more than once: ${shownList(first, many)}, ${placesOf(sample, before.get(sample.id))}.`,
      file: sample.file,
      ...(sample.line !== undefined && { line: sample.line }),
      help: 'Give each sample one row. Where shards overlap or an old file matches the globs, remove the extra one. Where these are several datasets, name the column that tells them apart in regression.dataset.',
    }),
  ];
}

/** `in a.jsonl and b.csv`, or twice in one file. */
function placesOf(sample: Sample, other: Sample | undefined): string {
  if (other === undefined || other.file === sample.file) return `in ${shown(sample.file)}`;
  return `in ${shown(other.file)} and again in ${shown(sample.file)}`;
}

/** Two values of one total. */
export function conflict(before: Aggregate, after: Aggregate): Finding {
  return regressionRules['duplicate-sample'].finding({
    message: `${shown(after.name)} is given twice with different values: ${before.value} in ${before.file} and ${after.value} in ${after.file}.`,
    file: after.file,
    ...(after.line !== undefined && { line: after.line }),
    help: 'Keep the file of one evaluation run, or give each run its own globs.',
  });
}
