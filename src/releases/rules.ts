import { defineRules } from '../report/rule.ts';

/** What emit-version-tag finds. */
export const versionRules = defineRules('version', {
  'tag-exists-elsewhere': {
    severity: 'error',
    summary:
      'The tag to be claimed points at another commit, or the same version is there in another spelling (`2.3.1`, `v2.3.1`). A tag is never moved: whoever has fetched it would keep the old one.',
    example: 'v2.3.1 is at 1a2b3c4d, and 5e6f7a8b claims it.',
    fix: 'Claim another version, or let the next number be found (`next: v2.3`).',
  },
  'invalid-tag': {
    severity: 'error',
    summary: 'The tag to be claimed is not a version by Semantic Versioning, so nothing could order it.',
    example: 'claim: v2.3',
    fix: 'Give three numbers, and a pre-release behind a dash where it is one: v2.3.1, v2.4.0-rc.1.',
  },
  'invalid-next': {
    severity: 'error',
    summary: 'What the next version is to follow is neither a line of releases nor a kind of step.',
    example: 'next: 2',
    fix: 'Give a line (v2.3), or patch, minor, major, conventional or auto; a pre-release name is a word such as rc.',
  },
  'outside-line': {
    severity: 'warning',
    summary: 'The tag to be claimed does not belong to the line of releases that the branch keeps.',
    example: 'claim: v2.4.0 on release/v2.3',
    fix: 'Claim v2.3.x on release/v2.3, or make the branch release/v2.4.',
  },
  'not-contained': {
    severity: 'warning',
    summary:
      'A patch release whose commit does not have the release that it patches in its history: what only that release contains is lost to whoever takes the patch.',
    example: 'v2.5.0 is on release/v2.5 alone, and the merge of a hotfix to main gets v2.5.1.',
    fix: 'Merge the fix into the branch that keeps the line and tag it there, merge the release in first, or make it the next minor.',
  },
  'unread-tags': {
    severity: 'warning',
    summary: 'Tags that look like versions and read as none, so that the next number does not count them.',
    example: 'v1.2.3.4, or 2026.04.1 with a leading zero.',
    fix: 'Tag releases with three numbers: v2.3.1, v2.4.0-rc.1, 2.4.0rc1.',
  },
  'calendar-tags': {
    severity: 'warning',
    summary:
      'Dates lie beside versions by number: counted as versions they would be the highest for good, so they are not.',
    example: '2026.11.0 beside v2.3.1.',
    fix: 'Give the dates a prefix of their own, or name their line: `next: v2026.11`.',
  },
  'commits-unread': {
    severity: 'warning',
    summary: 'More commits since the last release than are read for a `conventional` number.',
    example: 'v1.0.0 is 20,000 commits ago.',
    fix: 'Give the step: `next: major`, `minor` or `patch`.',
  },
  unpublished: {
    severity: 'warning',
    summary: 'A version is claimed for a commit that no branch of the remote contains.',
    example: '`model-gates version --next patch` on a branch that was never pushed.',
    fix: 'Push the branch and merge it; the tag alone would keep the commit out of every branch.',
  },
  'tags-unread': {
    severity: 'warning',
    summary:
      'This clone has no tags, and the remote could not be asked for them: that the commit has no version is not known.',
    example: '`git clone --no-tags`, offline.',
    fix: '`git fetch --tags`, or run it where the remote can be reached.',
  },
  contended: {
    severity: 'error',
    summary:
      'So many others claimed the next number at the same time that this commit came away without one.',
    example: 'v2.3.1 to v2.3.100 were all taken between reading and claiming.',
    fix: 'Run the job again: nothing was changed.',
  },
});

/** What trigger-pipeline finds. */
export const pipelineRules = defineRules('pipeline', {
  'not-started': {
    severity: 'error',
    summary: 'The pipeline was not started: the platform refused the request or could not be reached.',
    example: 'https://ml.example/jobs: it answered 401 (bad signature).',
    fix: 'The finding says what the platform answered; check the address and the secret.',
  },
  unclear: {
    severity: 'error',
    summary:
      'No answer came, or one that does not tell, now or in an earlier attempt of the same job: the pipeline may run or not. It is not started again by itself.',
    example: 'https://ml.example/jobs: no answer within 30 s.',
    fix: 'Look for a job with the idempotency key before running this again; set `idempotent: true` where a platform keeps such keys, and `start-again: true` where nothing of GitHub was started.',
  },
  unseen: {
    severity: 'error',
    summary:
      'The event was sent, and no run was seen to come of it: GitHub takes an event also where no workflow listens. The report is inconclusive.',
    example: 'event-type: train, and the workflow on the default branch listens to `training`.',
    fix: 'Let a workflow on the default branch listen to the type, and name its runs after the key (`run-name:`); the token needs `actions: read` to see them.',
  },
  'already-started': {
    severity: 'notice',
    summary:
      'A run with the same idempotency key is there and has not failed, or a platform has a job of that key, so nothing was started again.',
    example: 'The job is run again after a later step failed.',
    fix: 'Nothing; `start-again: true` starts it all the same.',
  },
  'repeated-blindly': {
    severity: 'warning',
    summary:
      'A run is repeated, and the platform cannot be asked what an earlier attempt started: the request was sent again, and only its idempotency key keeps the platform from a second job.',
    example: 'Attempt 2 of a job that starts training by `url`, without `status-url`.',
    fix: 'Set `status-url` to where the platform tells the job of a key; or `idempotent: true` where it keeps the keys.',
  },
  'bad-inputs': {
    severity: 'error',
    summary:
      "What would be sent does not fit what the receiver takes: undeclared or missing inputs, a value of another type, or GitHub's limits. Nothing was sent.",
    example: 'train.yml requires the input `cluster`, and nothing gives it.',
    fix: "Give the receiver's own inputs as `inputs`, and declare those that are sent.",
  },
  'no-job-id': {
    severity: 'warning',
    summary:
      'The platform took the request, but nothing in its answer names the job: nobody saw it start, and the lineage has a gap. The report is inconclusive.',
    example: 'The answer {"status": "ok"} of a platform.',
    fix: 'Set `job-id-path` to where the answer names the job, such as `data.job.id`.',
  },
});
