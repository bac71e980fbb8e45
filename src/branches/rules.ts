import { defineRules } from '../report/rule.ts';

/** What check-branch, sync and sweep-branches find. */
export const branchRules = defineRules('branch', {
  name: {
    severity: 'error',
    summary: 'The branch has a name that no pattern of the policy allows.',
    example: 'my-test, where the policy says `branches: { names: [feature/*, fix/*] }`.',
    fix: 'Rename it with `git branch -m NEW-NAME`, push that, and open the pull request from it. The patterns of hotfixes and of dependency bots are allowed beside branches.names.',
  },
  old: {
    severity: 'warning',
    summary: 'The branch lives longer than the policy likes: the longer, the harder its merge.',
    example: 'A branch created 30 hours ago, with warn-hours: 24.',
    fix: 'Merge what is ready, in parts if need be.',
  },
  'over-limit': {
    severity: 'error',
    summary: 'The branch is older than the limit of the policy. A warning where branches.over-limit is warn.',
    example: 'A branch created 4 days ago, with limit-hours: 72.',
    fix: 'Cut it into parts that can merge now, each on a new branch from trunk.',
  },
  'age-from-commits': {
    severity: 'notice',
    summary:
      "GitHub's record of the branch's creation could not be read, so the age is that of its first commit.",
    example: 'GitHub answered 403 to the question when the branch was created.',
    fix: 'Give the job a token with contents: read.',
  },
  behind: {
    severity: 'notice',
    summary: 'Trunk has commits that the branch lacks.',
    example: 'feature/router lacks 12 commits of main; it last left main 3 days ago.',
    fix: 'Bring trunk in: `model-gates sync`, or `sync: true` in the workflow.',
  },
  'conflicts-with-trunk': {
    severity: 'warning',
    summary: 'Merging the branch with trunk would leave conflicts: git tried it without touching any file.',
    example: 'feature/router and main change the same lines of configs/qwen3_vl_30b.yaml.',
    fix: 'Run `model-gates sync`, resolve what it lists, and push.',
  },
  'conflicts-with-open-work': {
    severity: 'warning',
    summary:
      'Two branches that are not merged yet change the same lines, so whoever merges second must resolve them.',
    example: 'feature/router and #91 both change train.py.',
    fix: 'Agree on who merges first; the other one brings trunk in at once.',
  },
  'conflicts-unknown': {
    severity: 'warning',
    summary: 'A merge could not be tried, so it is not known whether it would conflict.',
    example: 'This is git 2.34.1, and trying a merge without touching files needs git 2.38 or later.',
    fix: 'Fix what the finding names: a newer git, or a fetch that the remote allows.',
  },
  synced: {
    severity: 'notice',
    summary: 'Trunk was brought into the branch.',
    example: 'GitHub is merging main into this branch.',
    fix: 'Nothing. After model-gates sync run your tests and push; after `sync: true` pull.',
  },
  'not-synced': {
    severity: 'warning',
    summary: 'Trunk was to be brought into the branch, and was not; nothing was changed.',
    example: 'Somebody pushed to the branch meanwhile.',
    fix: 'Do what the finding says: most often `model-gates sync` in a clone.',
  },
  'sync-conflict': {
    severity: 'error',
    summary: 'model-gates sync met a conflict that a person must resolve; the merge or rebase is under way.',
    example: 'both modified: train.py, at the line of the first conflict marker.',
    fix: 'Edit the file and `git add` it, then `git merge --continue` (or `git rebase --continue`); or go back with `--abort`.',
  },
  'missing-on-trunk': {
    severity: 'error',
    summary:
      'A release line has a fix that trunk lacks: the next release loses it again. A warning until branches.forward-port-hours are over.',
    example: 'A hotfix that was merged into release/v2.3 four days ago, and never into main.',
    fix: 'Carry it over (`git cherry-pick -x`, or `model-gates branch --forward-port --open`), or say why trunk never needs it: branches.only-here in the policy, a trailer `Only-here: WHY` in the commit, or the label `only-here` on the pull request that brought it to the line.',
  },
  'not-ported': {
    severity: 'warning',
    summary: 'A pull request that carries a fix to trunk could not be opened.',
    example: 'The fix conflicts with trunk in train.py.',
    fix: 'Carry it over by hand, with the commands that the finding has.',
  },
  'line-unrelated': {
    severity: 'warning',
    summary:
      'A release line has no history in common with trunk, so what trunk lacks of it cannot be determined.',
    example: 'release/legacy was imported from another repository.',
    fix: 'Take it out of branches.releases where it is not a line of releases.',
  },
  'lines-unread': {
    severity: 'error',
    summary: 'There are more commits than are compared, so what trunk lacks may not be all.',
    example: 'Release lines with more than 5,000 commits of their own.',
    fix: 'Narrow branches.releases to the lines that are still kept.',
  },
  'ports-unread': {
    severity: 'notice',
    summary: 'Pull requests could not be read, so a fix that one carries to trunk may be listed as missing.',
    example: 'The token has no `pull-requests: read`.',
    fix: 'Give the job `pull-requests: read`.',
  },
  'sweep-announced': {
    severity: 'notice',
    summary:
      'The branch of a closed pull request will be deleted; its author was notified in the pull request. In a dry run: would be.',
    example: 'feature/router of #89, closed 5 days ago.',
    fix: 'Comment `/keep` on the pull request, or add the label keep-branch, to keep it.',
  },
  swept: {
    severity: 'notice',
    summary: 'The branch of a closed pull request was deleted. In a dry run: would be.',
    example: 'feature/router of #89; its tip is named in the report and in the pull request.',
    fix: 'Bring it back with `model-gates sweep --restore NAME`.',
  },
  'sweep-refused': {
    severity: 'error',
    summary: 'A branch could not be announced or deleted; it was left as it is.',
    example: 'A ruleset forbids deleting the branch.',
    fix: 'Give the job the permission that the finding names, or protect the name in the policy: sweep.protect.',
  },
});
