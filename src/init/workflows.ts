import { type Choices, quoted } from './choices.ts';

/** Runs every gate on each pull request; with hotfixes also when a review approves one. */
export function pullRequestWorkflow(trunk: string, hotfix: boolean): string {
  const review = hotfix
    ? '  pull_request_review: # the approval that a hotfix needs starts the gate by itself\n    types: [submitted, dismissed]\n'
    : '';
  const rights = hotfix
    ? '  checks: read # the checks that a hotfix requires\n  statuses: read # the same, where they are commit statuses\n'
    : '';
  return `name: model-gates
on:
  pull_request:
    branches: [${quoted(trunk)}, "release/**"]
    types: [opened, synchronize, reopened, edited, ready_for_review, labeled, unlabeled]
${review}  merge_group:

permissions:
  contents: read # to read configs, locks and results
  pull-requests: write # to keep one comment with the verdict up to date
${rights}
concurrency:
  group: model-gates-\${{ github.event.pull_request.number || github.ref }}
  cancel-in-progress: true

jobs:
  gates:
    # A draft goes without its evaluation: under another name, so that it cannot satisfy the required check.
    name: \${{ github.event.pull_request.draft && 'gates (draft)' || 'gates' }}
    runs-on: ubuntu-latest
    timeout-minutes: 10
    steps:
      - uses: actions/checkout@v6
        with:
          persist-credentials: true # so that the gate can fetch the merge base
      - uses: model-gates/model-gates@v1
`;
}

export function mergeWorkflow(trunk: string): string {
  return `name: model-merge
# Each merge has one version (main: dev-<commit>; release/v2.3: v2.3.0, v2.3.1, …) and leads back to its commit and pull request.
on:
  push:
    branches: [${quoted(trunk)}, "release/v*"]

permissions: {}

jobs:
  merged:
    permissions:
      contents: write # the tag of a release, and the records of the ledger
      pull-requests: read # which pull request was merged, and who lifted what
      checks: read # the checks that a hotfix had to have
      statuses: read # the same, where they are commit statuses
      actions: write # training may be a workflow
    uses: model-gates/model-gates/.github/workflows/model-merge.yml@v1
    # with:
    #   workflow: train.yml # starts a training
    #   evaluate: python eval.py --out "$OUT" # makes the baseline of the next pull requests
`;
}

export function nightlyWorkflow(): string {
  return `name: model-nightly
# Each night: the age of branches, what trunk lacks of release lines, closed branches, the ledger, the decision board, and what hotfixes owe.
on:
  schedule:
    - cron: "17 3 * * *"
  workflow_dispatch:

permissions: {}

jobs:
  nightly:
    permissions:
      contents: write # fold the ledger; delete branches once sweep is true
      pull-requests: write # remind the authors of branches
      issues: write # keep the issues of hotfixes that owe their evaluation
    uses: model-gates/model-gates/.github/workflows/model-nightly.yml@v1
    with:
      sweep: false # true: delete branches 7 days after their pull request was closed

  # Trunk into every open branch that lacks commits of it, where it merges by itself.
  sync:
    runs-on: ubuntu-latest
    timeout-minutes: 30
    permissions:
      contents: write # the merge commit
      pull-requests: write # to update the branch
    steps:
      - uses: actions/checkout@v6
        with:
          persist-credentials: true # so that branches can be fetched
      - uses: model-gates/model-gates/actions/check-branch@v1
        with:
          sync: true
          # With GITHUB_TOKEN alone the checks of the new commit wait until a person starts them: give the token of a GitHub App.
          github-token: \${{ secrets.SYNC_APP_TOKEN || github.token }}
`;
}

export function hotfixWorkflow(trunk: string, { deploy }: Choices): string {
  return `name: model-hotfix
# After the merge of a hotfix: its patch tag, the emergency deploy, and an issue for the evaluation that it owes.
on:
  pull_request:
    types: [closed]
    branches: [${quoted(trunk)}, "release/v*"]

permissions: {}

jobs:
  hotfix:
    permissions:
      contents: write # the patch tag, and the record of the deploy
      actions: write # the deploy is a workflow
      pull-requests: write # the audit comment
      issues: write # the issue for the evaluation that was skipped
      checks: read # the checks that the hotfix had to have
      statuses: read # the same, where they are commit statuses
    uses: model-gates/model-gates/.github/workflows/model-hotfix.yml@v1
    with:
      workflow: ${quoted(deploy)} # or url: an address of a platform that deploys
`;
}
