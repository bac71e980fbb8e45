import path from 'node:path';
import { text } from '../../kernel/fields.ts';
import { UserError } from '../../kernel/user-error.ts';
import { currentRepository } from '../change.ts';
import { defineVerb } from '../verb.ts';

export const locateVerb = defineVerb({
  name: 'locate',
  summary: 'Says which merge made a metric fall, from what was measured of each.',
  options: {
    metric: {
      field: text('a metric'),
      value: 'NAME',
      help: 'Metric that fell, such as accuracy or latency:lower. Default: what the results carry.',
    },
    results: {
      field: text('a pattern'),
      value: 'PATTERN',
      help: "Result files of the commits, {sha} in place of each SHA (7 digits or more): 'results/{sha}.jsonl'.",
    },
    good: {
      field: text('a revision'),
      value: 'REF',
      help: 'Last state that was good. Default: the oldest commit that has results.',
    },
    bad: {
      field: text('a revision'),
      value: 'REF',
      help: 'First state that is known to be bad. Default: HEAD.',
    },
  },
  examples: [
    "model-gates locate --metric accuracy --results 'results/{sha}.jsonl'",
    "model-gates locate --metric accuracy --results 'results/{sha}.jsonl' --good v2.3.0 --json",
  ],
  async run({ metric, results, good, bad }, _positionals, terminal) {
    if (results === undefined)
      throw new UserError('--results is needed.', {
        help: "Name the files: --results 'results/{sha}.jsonl'.",
      });
    const { locateMerge, readResultFiles, splitPattern } = await import('#lib/locate');
    const { folderTree } = await import('#lib/git');
    const repository = await currentRepository(terminal);
    const { folder, rest } = splitPattern(results);
    const tree = await folderTree(path.resolve(terminal.cwd, folder), { followLinks: true });
    const report = await locateMerge(
      { metric, good, bad },
      { git: repository, results: (shas, take) => readResultFiles(rest, shas, tree, take), now: Date.now },
    );
    return { report };
  },
});
