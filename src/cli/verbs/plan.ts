import { loadPolicy } from '../../gates/policy.ts';
import { readEventFile } from '../../runtime/environment.ts';
import { text } from '../../runtime/fields.ts';
import { UserError } from '../../runtime/user-error.ts';
import { planGates, policyPath, type PlannedGate } from '../../trunk/index.ts';
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
  },
  examples: ['model-gates plan --event event.json'],
  async run(values, _positionals, terminal) {
    if (values.event === undefined)
      throw new UserError('--event is needed.', { help: 'Give the webhook payload as a file.' });
    const name = values.name ?? terminal.environment['GITHUB_EVENT_NAME'] ?? 'pull_request';
    const event = await readEventFile(name, values.event);
    const { policy, findings } = await loadPolicy(await currentFolder(terminal), policyPath);
    const { mode, gates, findings: remarks } = planGates(event, policy);
    const fails = findings.length > 0;
    return {
      report: {
        schema: 1,
        gate: 'plan-gates',
        verdict: fails ? 'fail' : 'pass',
        title: fails
          ? 'The policy is not valid'
          : `${gates.filter(({ run }) => run).length} of ${gates.length} gates are due for ${name}`,
        findings: [...findings, ...remarks],
        facts: { mode, plan: gates },
        sections: [
          {
            kind: 'table',
            title: 'Plan',
            open: true,
            columns: [{ title: 'Gate', code: true }, { title: 'Runs' }, { title: 'Why' }],
            rows: gates.map(row),
          },
        ],
      },
    };
  },
});

function row({ gate, run, reason }: PlannedGate): string[] {
  return [gate, run ? 'yes' : 'no', reason];
}
