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
  {
    id: 'trunk/exemption-refused',
    severity: 'warning',
    summary:
      'A label that may lift a gate is on the pull request, but it does not hold: not by someone entitled, not on this commit, or without the reason it needs.',
    example:
      'The label "skip-full-eval" lifts nothing: the label is older than the last push (2026-11-20T09:00:00Z).',
    mend: 'Let someone whom the policy of the base branch entitles put the label on again, with the reason in a comment.',
  },
  {
    id: 'trunk/authority-unread',
    severity: 'warning',
    summary: 'Labels, reviews or permissions could not be read, so no exemption and no approval holds.',
    example: 'Exemptions and approvals could not be read, so none holds: GitHub answered 403.',
    mend: 'Give the job the permission that the finding names, and run it again.',
  },
  {
    id: 'trunk/hotfix-needs-approval',
    severity: 'error',
    summary:
      'A hotfix may merge before its evaluation, but only with the approval of a release manager on its head commit.',
    example: 'A push to hotfix/image-bias after its approval.',
    mend: 'Ask a release manager who is not the author to approve the head commit.',
  },
  {
    id: 'trunk/hotfix-check-not-green',
    severity: 'error',
    summary: 'A check that the policy requires of a hotfix is not green on the head commit.',
    example: 'The check "unit-tests" is pending.',
    mend: 'Wait for the check, or mend what it found, then run the gates again.',
  },
  {
    id: 'trunk/hotfix-without-managers',
    severity: 'notice',
    summary: 'The branch is a hotfix, but the policy names nobody who could approve one, so every gate runs.',
    example: 'hotfix/image-bias, with a policy that has no hotfix.release-managers.',
    mend: 'Name release managers in the policy of the base branch.',
  },
  {
    id: 'trunk/evaluation-too-long',
    severity: 'warning',
    summary:
      'The evaluation is expected to take longer than the ten minutes within which a pull request should get its answer.',
    example: 'evaluation-minutes: 42 on one runner.',
    mend: 'Spread it over more runners with `shards`, or let the gate ask for more samples only while undecided (regression.looks).',
  },
  {
    id: 'trunk/evaluation-overdue',
    severity: 'warning',
    summary:
      'A hotfix was merged before its evaluation, and by its deadline the ledger holds none. Until it does, the next hotfix is evaluated on fewer samples instead of not at all. In the nightly follow-up this is an error.',
    example: 'The evaluation of hotfix #301 was due 2026-11-20T10:00:00.000Z, and the ledger holds none.',
    mend: 'Evaluate the merged commit in full and record its verdict with record-lineage.',
  },
  {
    id: 'trunk/hotfix-not-merged',
    severity: 'warning',
    summary:
      'The ledger tells of a hotfix whose commit neither trunk nor its release branch holds. The night evaluates only what was merged: whoever can push a branch can write a record.',
    example: 'The ledger tells of hotfix #301 merged into main as 4f1c2d3e, and main does not hold it.',
    mend: 'See with `model-gates trace` who wrote the record. Where the branch was deleted or forced to another history, nothing is left to evaluate.',
  },
  {
    id: 'trunk/ledger-unread',
    severity: 'warning',
    summary:
      'What earlier hotfixes still owe could not be read, so this one is evaluated on fewer samples instead of not at all.',
    example: 'The ledger could not be read: the remote did not answer.',
    mend: 'Give the job `contents: read`, and run it again.',
  },
  {
    id: 'trunk/hotfix-slow',
    severity: 'warning',
    summary:
      'From the first push of a hotfix to the trigger of its deploy it took longer than the goal of 30 minutes.',
    example: 'From the first push to the trigger of the deploy it took 47.5 minutes; the goal is 30.',
    mend: 'See in the pull request where the time went; name more release managers, or fewer required checks.',
  },
  {
    id: 'trunk/hotfix-unapproved',
    severity: 'warning',
    summary: 'A hotfix was merged although no release manager approved its head commit.',
    example: 'The merge gate is not required on release/v2.3, and somebody merged before the approval.',
    mend: 'Require the merge gate by a ruleset on trunk and the release branches.',
  },
  {
    id: 'trunk/hotfix-follow-up-failed',
    severity: 'error',
    summary:
      'The deploy was triggered, but the audit comment or the issue for the skipped evaluation could not be written.',
    example: 'The job has no "issues: write".',
    mend: 'Give the job the permission that the finding names, and run it again.',
  },
  {
    id: 'pipeline/not-started',
    severity: 'error',
    summary: 'The pipeline was not started: the platform refused the request or could not be reached.',
    example: 'https://ml.example/jobs: it answered 401 (bad signature).',
    mend: 'The finding says what the platform answered; check the address and the secret.',
  },
  {
    id: 'pipeline/unclear',
    severity: 'error',
    summary:
      'No answer came, or one that does not tell: the pipeline may run or not. It is not started again by itself.',
    example: 'https://ml.example/jobs: no answer within 30 s.',
    mend: 'Look for a job with the idempotency key before running this again; set `idempotent: true` where the platform keeps such keys.',
  },
  {
    id: 'pipeline/no-job-id',
    severity: 'warning',
    summary: 'The pipeline was started, but nothing in the answer names its job, so the lineage has a gap.',
    example: 'The answer {"status": "ok"} of a platform.',
    mend: 'Set `job-id-path` to where the answer names the job, such as `data.job.id`.',
  },
];
