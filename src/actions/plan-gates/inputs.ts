import { changeInputs, mostShards } from '#lib/change';
import { integer, number, text, type Field } from '../../kernel/fields.ts';
import { inputs } from '../../kernel/settings.ts';
import { switchInput, tokenInput } from '../../runner/shared-inputs.ts';

const shards: Field<number | 'auto'> = {
  expects: `a whole number from 1 to ${mostShards}, or auto`,
  parse: (raw) => {
    if (raw === 'auto') return raw;
    const count = /^\d{1,3}$/.test(raw) ? Number(raw) : 0;
    return count >= 1 && count <= mostShards ? count : undefined;
  },
};

const given = number({ min: 0, max: 100_000 });

const minutes: Field<number | 'auto'> = {
  expects: `${given.expects}, or auto`,
  parse: (raw) => (raw === 'auto' ? raw : given.parse(raw)),
};

export const planInputs = inputs({
  shards: {
    field: shards,
    default: 1,
    description:
      'Runners to spread the evaluation over, from 1 to 256, or `auto`: as many as `evaluation-minutes` needs to stay within ten minutes.',
  },
  samples: {
    field: integer({ min: 1 }),
    description:
      'Which round to spread - the samples that the look at this number adds, `next-samples` of regression-gate. Default - the first look of the policy (`regression.looks`), all samples where it has none.',
  },
  rerun: {
    field: text('a path'),
    description:
      'File with ids of samples that are to be evaluated again, the output `rerun` of regression-gate - spread beside those of `samples`, and alone where `samples` is not given.',
  },
  'evaluation-minutes': {
    field: minutes,
    description:
      'How long the whole evaluation takes on one runner, or `auto`: as the ledger knows it, the median of the last nine records with `evaluation_minutes`. The plan warns where the goal of ten minutes will be missed.',
  },
  'follow-up': switchInput(
    '`true`: read from the ledger which merged hotfixes still owe their evaluation, fail for those that are overdue, and keep their issues: closed once it is recorded, reminded and opened again once it is overdue. Needs `issues: write`.',
  ),
  ...changeInputs,
  'github-token': tokenInput(
    'Token to read labels, comments, reviews, checks and who may do what. Without one no exemption and no approval holds.',
  ),
  comment: switchInput(
    '`true`: keep one comment with the plan on the pull request. Needs `pull-requests: write`.',
  ),
  'check-run': switchInput('`true`: publish the plan as a check on the head commit. Needs `checks: write`.'),
});
