import { defineRules } from './rule.ts';

/** What any gate may end with. */
export const runtimeRules = defineRules('runtime', {
  'cannot-run': {
    severity: 'error',
    summary:
      'The gate could not do its work because of something in the repository, the workflow or the environment. It fails closed.',
    example: 'No merge base of 1a2b3c4d and 5e6f7a8b: the histories are unrelated.',
    fix: 'The finding says what was expected and how to fix it; run the step again afterwards.',
  },
  'another-commit': {
    severity: 'error',
    summary:
      'What the gate reads from the workspace (results, a checkpoint, the installed environment) belongs to another commit than the one that is judged.',
    example:
      'A workflow on pull_request_target with a plain actions/checkout, which checks out the base branch.',
    fix: 'Check out the commit that the event is about, with the `ref` that the finding names, before anything is made in the workspace.',
  },
  bug: {
    severity: 'error',
    summary:
      'model-gates itself failed. The gate fails closed, so that a bug in model-gates is never a green tick.',
    example: "Cannot read properties of undefined (reading 'line')",
    fix: 'Re-run the job with debug logging on and report the log. Nothing in your change needs fixing.',
  },
});
