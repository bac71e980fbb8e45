import { regressionTable } from '../../regression/settings.ts';
import { regressionGate, runGate } from '../../check/definitions.ts';
import { withFindings } from '../../report/make.ts';
import { text } from '../../kernel/fields.ts';
import { UserError } from '../../kernel/user-error.ts';
import { openResults, pathTree, resultsTree } from '../change.ts';
import { optionOf } from '../option-of.ts';
import { defineVerb } from '../verb.ts';
import { readablePaths } from '../../ports/readable-paths.ts';

export const regressionVerb = defineVerb({
  name: 'regression',
  summary: 'Compares two sets of evaluation results by paired statistics.',
  options: {
    baseline: {
      field: text('a path, or REF:PATH'),
      value: 'PATH',
      help: 'Results before: a file, a folder of shards, or REF:PATH of the repository, such as main:evals or v2.3.0:evals/*.jsonl.',
    },
    candidate: {
      field: text('a path'),
      value: 'PATH',
      help: 'Results after: a file, or a folder of shards.',
    },
    metric: optionOf(regressionTable.metrics),
    mode: optionOf(regressionTable.mode),
    tolerance: optionOf(regressionTable.tolerance),
    margin: optionOf(regressionTable.margin),
    unit: optionOf(regressionTable.unit),
    alpha: optionOf(regressionTable.alpha),
    seed: optionOf(regressionTable.seed),
    id: optionOf(regressionTable.id),
    dataset: optionOf(regressionTable.dataset),
    changed: optionOf(regressionTable.changed),
  },
  examples: [
    'model-gates regression --baseline main.jsonl --candidate evals/mmmu.jsonl --metric f1',
    'model-gates regression --baseline main:evals/mmmu.jsonl --candidate evals/mmmu.jsonl',
  ],
  async run(values, _positionals, terminal) {
    const { baseline, candidate, metric, ...settings } = values;
    if (baseline === undefined || candidate === undefined) {
      throw new UserError('--baseline and --candidate are both needed.', {
        help: 'See model-gates regression --help.',
      });
    }
    const [before, after] = await Promise.all([resultsTree(terminal, baseline), pathTree(candidate)]);
    const { ports, policy } = await openResults(terminal, before, after);
    const globs = {
      candidate: await readablePaths(after),
      baseline: (await readablePaths(before)).map(asPath),
    };
    const given = { ...settings, ...globs, ...(metric === undefined ? {} : { metrics: metric }) };
    const report = await runGate(regressionGate, { values: given, over: 'policy' }, policy.policy, ports);
    return { report: withFindings(report, policy.findings) };
  },
});

/** The name of a file is never a ref, whatever colon it has. */
function asPath(file: string): string {
  return `./${file}`;
}
