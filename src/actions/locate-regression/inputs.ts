import { integer, number, text, type Field } from '../../kernel/fields.ts';
import { inputs, type ValuesOf } from '../../kernel/settings.ts';
import { folderInput, remoteInput, switchInput, tokenInput } from '../../runner/shared-inputs.ts';

const issueNumber = integer({ min: 1 });

const issueField: Field<number | 'auto'> = {
  expects: 'the number of an issue, or auto',
  parse: (raw) => (raw.trim() === 'auto' ? 'auto' : issueNumber.parse(raw)),
};

export const locateInputs = inputs({
  metric: {
    field: text('a metric'),
    description:
      'Metric that fell, such as `accuracy` or `latency:lower`. Default: the first of `regression.metrics` in the policy, else what the results carry.',
  },
  good: {
    field: text('a revision'),
    description:
      'Last state that was good. Default: the last release after which at least two commits were evaluated, else the oldest commit that was.',
  },
  bad: {
    field: text('a revision'),
    default: 'HEAD',
    description: 'First state that is known to be bad; the policy is read from it.',
  },
  results: {
    field: text('a pattern'),
    description:
      'Result files of further evaluations, `{sha}` in place of each SHA, such as `located/{sha}.jsonl`; they count beside what the ledger keeps.',
  },
  flat: switchInput('Count every merge as equally likely before any evaluation, whatever it changed.'),
  'max-evaluations': {
    field: integer({ min: 0, max: 1000 }),
    description:
      'Most merges that this job evaluates itself, each time the one that says most, by `regression.evaluate` of the policy; kept under `results`. Default: none.',
  },
  'max-minutes': {
    field: number({ min: 0 }),
    description:
      'The same by time: no evaluation begins that would last longer, and one that does is stopped.',
  },
  evaluate: {
    field: text('a revision'),
    description:
      'One merge that `next` of an earlier run named: it is evaluated, and no other, so that many runners share the work; kept under `results`.',
  },
  issue: {
    field: issueField,
    description:
      'Number of an issue on which one comment with the answer is kept up to date, as soon as a fall is found. `auto` opens one with the label model-regression where none is open.',
  },
  remote: remoteInput('Git remote that keeps the ledger.'),
  'working-directory': folderInput(' It needs the history of the range (`fetch-depth: 0`).'),
  'github-token': tokenInput(
    'Token to read the ledger and the history (`contents: read`), and to write the comment (`issues: write`).',
  ),
});

export type LocateInputs = ValuesOf<typeof locateInputs>;
