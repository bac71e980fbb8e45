import { planReport } from '../../policy/gate/plan-gates.ts';
import { loadPolicy } from '../../policy/gate/policy.ts';
import { regressionDefaults } from '../../regression/settings.ts';
import { readEventFile } from '../../runner/environment.ts';
import { integer, list, text } from '../../kernel/fields.ts';
import { UserError } from '../../kernel/user-error.ts';
import { judgesNothing, mostShards, planGates, policyPath } from '../../policy/index.ts';
import { currentFolder } from '../change.ts';
import { defineVerb } from '../verb.ts';

export const planVerb = defineVerb({
  name: 'plan',
  summary: 'Tells which gates an event needs, and why.',
  options: {
    event: { field: text('a path'), value: 'FILE', help: 'The webhook payload, as in GITHUB_EVENT_PATH.' },
    name: {
      field: text('an event name'),
      value: 'NAME',
      help: 'The event. Default: GITHUB_EVENT_NAME, else pull_request.',
    },
    changed: {
      field: list,
      value: 'PATH',
      multiple: true,
      help: 'A file that the change touches; tells which gates have nothing to judge.',
    },
    shards: {
      field: integer({ min: 1, max: mostShards }),
      value: 'N',
      help: 'Runners to spread the evaluation over.',
    },
  },
  examples: [
    'model-gates plan --event event.json',
    'model-gates plan --event event.json --changed README.md',
  ],
  async run(values, _positionals, terminal) {
    if (values.event === undefined)
      throw new UserError('--event is needed.', { help: 'Give the webhook payload as a file.' });
    const name = values.name ?? terminal.environment['GITHUB_EVENT_NAME'] ?? 'pull_request';
    const event = await readEventFile(name, values.event);
    if (judgesNothing(event))
      throw new UserError(`${name} is about no change: GitHub runs it on the tip of the default branch.`, {
        help: 'Give the payload of pull_request, merge_group, push, schedule or workflow_dispatch.',
      });
    const { policy, findings } = await loadPolicy(await currentFolder(terminal), policyPath);
    const report = planReport({
      plan: planGates(event, policy, undefined, values.changed),
      eventName: name,
      goalMinutes: policy.feedbackMinutes,
      policyFindings: findings,
      shards: values.shards ?? 1,
      seed: policy.regression.seed ?? regressionDefaults.seed,
    });
    return { report };
  },
});
