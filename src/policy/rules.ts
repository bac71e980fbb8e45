import { defineRules } from '../report/rule.ts';

/** What is wrong with the policy, or changed in it. */
export const policyRules = defineRules('policy', {
  changed: {
    severity: 'notice',
    summary:
      'The pull request changes the policy of the gates. It is judged by the policy of its base, so it cannot loosen its own gate.',
    example: 'A pull request that raises `regression.tolerance` from 0.5 to 5.',
    fix: 'Nothing, if the change is meant. It applies to pull requests after the merge.',
  },
  misplaced: {
    severity: 'error',
    summary:
      'There is no policy, but a file that looks like one and that no gate reads, so that settings that somebody relies on do not hold.',
    example: '.github/model-gates.yaml',
    fix: 'Rename it to .github/model-gates.yml, or delete it.',
  },
  'workflow-changed': {
    severity: 'notice',
    summary: 'The pull request changes a workflow, and GitHub runs the workflow of the pull request itself.',
    example: 'A pull request that removes the model-gates step from .github/workflows/pull-request.yml.',
    fix: 'Have an owner review it; require the workflow by a ruleset so that the base branch decides what runs.',
  },
  'checkout-differs': {
    severity: 'error',
    summary:
      'A change to `.gitattributes` gives files another content in a checkout than in the commit: an encoding in which characters become others (`ASCII//TRANSLIT` makes `:` of a wide colon). Gates judge what is committed, and a training job reads what was checked out. A filter other than `lfs`, which does nothing where nobody has configured it, and `ident` are warnings; so are two paths that differ in the case of letters, or in how an accent is written, alone.',
    example: 'configs/*.yaml working-tree-encoding=ASCII//TRANSLIT',
    fix: 'Take the attribute out, and commit the files as they are read. UTF-8, UTF-16 and UTF-32 are fine.',
  },
  'unknown-key': {
    fixable: true,
    severity: 'error',
    summary: 'The policy has a key that no gate knows, so a setting that somebody relies on would not hold.',
    example: 'regression:\n  tolerence: 0.3',
    fix: 'Write the key that the finding suggests, or one of docs/policy.md.',
  },
  'missing-key': {
    severity: 'error',
    summary:
      'A part of the policy lacks a key that it must have, such as the reason for switching a rule off.',
    example: 'config:\n  rules:\n    config/token-id-range: { severity: off }',
    fix: 'Add the key that is named.',
  },
  'wrong-type': {
    severity: 'error',
    summary: 'A setting has a value of another type than it takes.',
    example: 'regression:\n  tolerance: half a point',
    fix: 'Give a value of the type that is named.',
  },
  'not-allowed': {
    fixable: true,
    severity: 'error',
    summary: 'A setting takes one of a few words, and this is none of them.',
    example: 'config:\n  dialect: yaml',
    fix: 'Use one of the words that the finding lists.',
  },
  'out-of-range': {
    severity: 'error',
    summary: 'A number, or the length of a text or list, lies outside of what the setting takes.',
    example: 'regression:\n  alpha: 0.9',
    fix: 'Give a value within the range that is named.',
  },
  'bad-value': {
    severity: 'error',
    summary: 'A value does not have the form that its setting needs.',
    example: 'config:\n  expressions:\n    - { id: Not An Id, check: hidden_size > 0 }',
    fix: 'Write it in the form that the finding shows; docs/policy.md has every setting.',
  },
});

/** What planning an event finds: exemptions, hotfixes, drafts. */
export const trunkRules = defineRules('trunk', {
  'exemption-refused': {
    severity: 'warning',
    summary:
      'A label that may lift a gate is on the pull request, but it does not hold: not by someone entitled, not on this commit, or without the reason it needs.',
    example:
      'The label "skip-full-eval" has no effect: the label is older than the last push (2026-11-20T09:00:00Z); for 1a2b3c4d grace must take the label off and put it on again.',
    fix: 'Do what the finding says, to the letter: someone whom the policy of the base branch entitles gives the reason in a new comment where one is needed, then takes the label off and puts it on again.',
  },
  'authority-unread': {
    severity: 'warning',
    summary: 'Labels, reviews or permissions could not be read, so no exemption and no approval holds.',
    example: 'Exemptions and approvals could not be read, so none holds: GitHub answered 403.',
    fix: 'Give the job the permission that the finding names, and run it again.',
  },
  'hotfix-needs-approval': {
    severity: 'error',
    summary:
      'A hotfix may merge before its evaluation, but only with the approval of a release manager on its head commit.',
    example: 'A push to hotfix/image-bias after its approval.',
    fix: 'Ask a release manager who is not the author to approve the head commit.',
  },
  'hotfix-check-not-green': {
    severity: 'error',
    summary: 'A check that the policy requires of a hotfix is not green on the head commit.',
    example: 'The check "unit-tests" is pending.',
    fix: 'Wait for the check, or fix what it found, then run the gates again.',
  },
  'hotfix-without-managers': {
    severity: 'notice',
    summary: 'The branch is a hotfix, but the policy names nobody who could approve one, so every gate runs.',
    example: 'hotfix/image-bias, with a policy that has no hotfix.release-managers.',
    fix: 'Name release managers in the policy of the base branch.',
  },
  'feedback-late': {
    severity: 'warning',
    summary:
      'From the event to the verdict, queues and evaluation included, it took longer than `feedback-minutes` of the policy.',
    example:
      'The verdict came 14.2 minutes after the event, and the goal is 10 minutes. Slowest: queues, earlier jobs and steps 13.9 minutes, regression-gate 12.0 s.',
    fix: 'Spread the evaluation over more runners (`shards` of plan-gates), let the gate ask for fewer samples first (regression.looks), or use runners that do not queue.',
  },
  'evaluation-too-long': {
    severity: 'warning',
    summary:
      'The evaluation is expected to take longer than `feedback-minutes` of the policy, within which a pull request should get its answer.',
    example: 'evaluation-minutes: 42 on one runner.',
    fix: 'Spread it over more runners with `shards`, or let the gate ask for more samples only while undecided (regression.looks).',
  },
  'evaluation-overdue': {
    severity: 'warning',
    summary:
      'A hotfix was merged before its evaluation, and by its deadline the ledger contains none. Until it does, the next hotfix is evaluated on fewer samples instead of not at all. In the nightly follow-up this is an error.',
    example: 'The evaluation of hotfix #301 was due 2026-11-20T10:00:00.000Z, and the ledger contains none.',
    fix: 'Evaluate the merged commit in full and record its verdict with record-lineage.',
  },
  'hotfix-not-merged': {
    severity: 'warning',
    summary:
      'The ledger tells of a hotfix whose commit neither trunk nor its release branch holds. The night evaluates only what was merged: whoever can push a branch can write a record.',
    example: 'The ledger tells of hotfix #301 merged into main as 4f1c2d3e, and main does not hold it.',
    fix: 'See with `model-gates trace` who wrote the record. Where the branch was deleted or forced to another history, nothing is left to evaluate.',
  },
  'ledger-unread': {
    severity: 'warning',
    summary:
      'What earlier hotfixes still owe could not be read, so this one is evaluated on fewer samples instead of not at all.',
    example: 'The ledger could not be read: the remote did not answer.',
    fix: 'Give the job `contents: read`, and run it again.',
  },
  'hotfix-slow': {
    severity: 'warning',
    summary:
      'From the first push of a hotfix to the trigger of its deploy alone it took longer than the 30 minutes in which it is to serve.',
    example:
      'From the first push to the trigger of the deploy it took 47.5 minutes; the goal is 30 until it serves.',
    fix: 'See in the pull request where the time went; name more release managers, or fewer required checks. When it serves is known later: the board shows the minutes until then.',
  },
  'hotfix-unapproved': {
    severity: 'warning',
    summary: 'A hotfix was merged although no release manager approved its head commit.',
    example: 'The merge gate is not required on release/v2.3, and somebody merged before the approval.',
    fix: 'Require the merge gate by a ruleset on trunk and the release branches.',
  },
  'hotfix-follow-up-failed': {
    severity: 'error',
    summary:
      'The deploy was triggered, but the audit comment or the issue for the skipped evaluation could not be written.',
    example: 'The job has no "issues: write".',
    fix: 'Give the job the permission that the finding names, and run it again.',
  },
});
