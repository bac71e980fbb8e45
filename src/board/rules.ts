import { defineRules } from '../report/rule.ts';

/** What the board finds to look at. */
export const boardRules = defineRules('board', {
  'evaluation-overdue': {
    severity: 'warning',
    summary:
      'A gate was lifted for a merged commit (an exemption or a hotfix), its time is over, and no verdict for that commit has been recorded since.',
    example: 'regression-gate was lifted for hotfix 5e6f7a8b (#214) and was due 2026-11-21 09:30 UTC',
    fix: 'Run the gate on that commit and record its verdict (record-lineage with `reports`). A later merge does not pay: its merge base contains the unjudged change.',
  },
  'evaluation-owed': {
    severity: 'notice',
    summary:
      'A gate was lifted for a merged commit, and what it would have said is still owed within its time.',
    example: 'regression-gate was lifted for exemption 5e6f7a8b (#214) and is due 2026-11-23 09:30 UTC',
    fix: 'Run the gate on that commit and record its verdict.',
  },
  'merge-not-passed': {
    severity: 'warning',
    summary: 'The newest commit of trunk that the ledger knows has a gate that failed or could not decide.',
    example: 'The last merge to main, 5e6f7a8b: regression-gate failed',
    fix: 'Look at its report; fix or revert it before more is built on it.',
  },
  'serving-untraced': {
    severity: 'warning',
    summary:
      'What serves now cannot be traced to a commit: no record says what a link of its chain was made of.',
    example:
      'svc-qwen-v23 serves qwen3-vl, and a link of its chain is missing: no record says which job weights qwen3-vl-8b-sft came from',
    fix: 'Record the missing link with record-lineage, in the step that makes it.',
  },
  'metric-drift': {
    severity: 'warning',
    summary:
      'A metric is worse than at the last release by more than is tolerated, though each merge may have passed by itself.',
    example: 'docvqa_f1 moved by −0.80 points since release v2.3.0; 0.50 points are tolerated',
    fix: 'Look at the merges between. Set `regression.anchor` in the policy, so that regression-gate sees slow erosion.',
  },
  'metric-below-serving': {
    severity: 'warning',
    summary:
      'A metric of the newest merge is worse than that of the version that serves, by more than is tolerated.',
    example:
      'docvqa_f1 of the newest merge is −1.00 points against svc-qwen3-vl-v2.3.1, which serves; 0.50 points are tolerated',
    fix: 'Look at the merges between before it is deployed; `model-gates locate` names the likely one.',
  },
  'metric-trend': {
    severity: 'notice',
    summary:
      'A metric gets worse from merge to merge (Mann-Kendall test over at least ten merges, corrected for the number of metrics) and is within tolerance still.',
    example: 'docvqa_f1 gets worse by −0.03 points a merge over the last 30, within tolerance still',
    fix: 'Look at the merges between; set `regression.anchor` in the policy, so that regression-gate sees slow erosion.',
  },
  'feedback-late': {
    severity: 'warning',
    summary:
      'More than one in ten pushes to pull requests waited longer for their last verdict than `feedback-minutes` of the policy, over the last 90 days.',
    example:
      'One push in ten waits more than 14.2 minutes for its verdict, and the goal is 10 minutes. Slowest: evaluate: queue 6.1 minutes, evaluate: Run the evaluation 4.4 minutes',
    fix: 'Shorten the slowest part: more runners for a queue, fewer samples first (`regression.samples`) or shards (`plan-gates`) for an evaluation.',
  },
  'not-announced': {
    severity: 'warning',
    summary: 'The summary did not reach a place that `notify` names. The board is written all the same.',
    example: 'The summary did not reach Feishu or Lark (line 2 of `notify`): 200: sign match fail',
    fix: 'Check the address and the secret of that line; the next run tries again.',
  },
  'figures-not-kept': {
    severity: 'notice',
    summary:
      'What GitHub said of pull requests and runs could not be kept beside the ledger, so the next run asks for all of it again.',
    example:
      'What GitHub said of pull requests and runs could not be kept, so the next run asks for it again: git push was refused',
    fix: 'Give the job `contents: write`: it is kept in refs/lineage/cache.',
  },
  'ledger-empty': {
    severity: 'notice',
    summary: 'The ledger was read and contains no record. The page says how to begin.',
    example: 'The ledger contains no record yet',
    fix: 'Add record-lineage to the workflows that merge, build, train and deploy.',
  },
  'records-cut': {
    severity: 'warning',
    summary: 'The ledger contains more records than one page is made from; some were not looked at.',
    example:
      '100,000 of 161,204 records were read, those since 2026-02-01; older merges, metrics, exemptions and versions are not here',
    fix: 'What serves was read whenever it was recorded. Ask `model-gates trace` for what is missing here.',
  },
  'lines-unread': {
    severity: 'warning',
    summary: 'What trunk lacks of the release lines could not be determined.',
    example: 'The checkout has a part of the history only.',
    fix: 'Check out with `fetch-depth: 0` before the board is built.',
  },
  'not-compared': {
    severity: 'warning',
    summary: 'A candidate could not be compared with what serves; the board stands without its page.',
    example:
      'qwen3-vl-30b-sft-208 was not compared with svc-qwen3-vl-v2.3.2: the recorded results of evals/mmmu.jsonl are not in the ledger',
    fix: 'Record the results of that evaluation anew, or run `model-gates compare` on both by hand.',
  },
  'tags-unread': {
    severity: 'warning',
    summary: 'The tags of the repository could not be read; the page shows only those that records name.',
    example: 'The tags could not be read: git could not reach origin',
    fix: 'Give the job access to the repository: `contents: read`.',
  },
  'policy-unread': {
    severity: 'warning',
    summary: 'The policy has errors, so tolerance, deadlines and the name of trunk are the defaults.',
    example: 'The policy was not used: tolerence is not a key of regression',
    fix: 'Fix .github/model-gates.yml; the merge gate says where.',
  },
  'figures-unread': {
    severity: 'notice',
    summary:
      'A source of the figures (the history of trunk, GitHub, the ledger) could not be read, or not as far back as they ask.',
    example:
      'The history of this clone does not reach back to the window before, so nothing is compared with it.',
    fix: 'Run `model-gates figures` in a whole clone with its remote, and with GITHUB_TOKEN set.',
  },
});
