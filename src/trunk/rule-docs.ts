import type { RuleDoc } from '../report/rule-doc.ts';
import { policyRuleDocs } from './policy-rule-docs.ts';

export const ruleDocs: readonly RuleDoc[] = [
  ...policyRuleDocs,
  {
    id: 'policy/changed',
    severity: 'notice',
    summary:
      'The pull request changes the policy of the gates. It is judged by the policy of its base, so it cannot loosen its own gate.',
    example: 'A pull request that raises `regression.tolerance` from 0.5 to 5.',
    mend: 'Nothing, if the change is meant. It applies to pull requests after the merge.',
  },
  {
    id: 'policy/workflow-changed',
    severity: 'notice',
    summary: 'The pull request changes a workflow, and GitHub runs the workflow of the pull request itself.',
    example: 'A pull request that removes the model-gates step from .github/workflows/pull-request.yml.',
    mend: 'Have an owner review it; require the workflow by a ruleset so that the base branch decides what runs.',
  },
];
