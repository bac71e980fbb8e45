import { regressionGate, runGate } from '../../check/definitions.ts';
import { regressionFields } from '../../check/fields.ts';
import { withFindings } from '../../report/make.ts';
import { text } from '../../kernel/fields.ts';
import { UserError } from '../../kernel/user-error.ts';
import { openResults, pathTree, resultsTree } from '../change.ts';
import { defineVerb } from '../verb.ts';

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
    metric: {
      field: regressionFields.metrics,
      value: 'NAME',
      multiple: true,
      help: 'Metric to judge, such as f1 or accuracy. Default: what the results carry.',
    },
    mode: {
      field: regressionFields.mode,
      value: 'NAME',
      help: 'paired (default), strict or non-inferiority.',
    },
    tolerance: {
      field: regressionFields.tolerance,
      value: 'T',
      help: 'Largest drop that is tolerated. Default: 0.5.',
    },
    margin: {
      field: regressionFields.margin,
      value: 'M',
      help: 'A drop this large must be excluded for a pass. Default: 2.',
    },
    unit: {
      field: regressionFields.unit,
      value: 'NAME',
      help: 'points (default) or percent, of tolerance and margin.',
    },
    alpha: {
      field: regressionFields.alpha,
      value: 'A',
      help: 'One-sided significance level. Default: 0.05.',
    },
    seed: { field: regressionFields.seed, value: 'N', help: 'Seed of the bootstrap. Default: 1.' },
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
    const globs = { candidate: await after.list(), baseline: (await before.list()).map(asPath) };
    const given = { ...settings, ...globs, ...(metric === undefined ? {} : { metrics: metric }) };
    const report = await runGate(regressionGate, { values: given, over: 'policy' }, policy.policy, ports);
    return { report: withFindings(report, policy.findings) };
  },
});

/** The name of a file is never a ref, whatever colon it has. */
function asPath(file: string): string {
  return `./${file}`;
}
