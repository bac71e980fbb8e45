import { defineRules } from '../report/rule.ts';

/** What locate-regression and `model-gates locate` find. */
export const locateRules = defineRules('locate', {
  culprit: {
    severity: 'error',
    summary:
      'One merge made the metric fall: it alone has 90 % of the probability, and a fall is far likelier than noise.',
    example:
      'accuracy fell 1.8 points at 4f1c22d0 (#341), probability 0.97; 14 samples turned wrong there and stayed so.',
    fix: 'Look at the samples that turned and at what the merge changed; revert it with the command that the finding has, or fix it.',
  },
  suspects: {
    severity: 'error',
    summary: 'The metric fell, and it was one of several merges: together they have 90 % of the probability.',
    example: 'accuracy fell at one of 4 merges between v2.3.0 and main, most likely 4f1c22d0 (#341).',
    fix: 'Evaluate the merges that the finding names, and locate again: each evaluation about halves the set.',
  },
  'fell-again': {
    severity: 'error',
    summary:
      'The metric fell at another merge too: there is as much evidence for it as a claim needs, beside the clearest fall.',
    example:
      'accuracy fell at 9b20c1aa (#355) too (97 %), by 0.011 (0.004 to 0.018); 9 samples turned worse there and stayed so.',
    fix: 'Look at both merges: taking one back leaves the fall of the other.',
  },
  'may-have-fallen-again': {
    severity: 'notice',
    summary:
      'Beside what is named a further fall is possible, less clear than a claim needs and not so unlikely that there is none.',
    example:
      'Whether accuracy fell at another merge too cannot be determined: beside 4f1c22d0 (#341) a further fall is 1.4 times as likely as none, most likely at 9b20c1aa (45 %, one of 12 merges).',
    fix: 'Take back what is named; where that does not restore the metric, look at the merge that this finding names first.',
  },
  'no-fall': {
    severity: 'notice',
    summary: 'Nothing speaks for a fall: the evaluations are as likely without any culprit.',
    example: 'Over 64 merges accuracy varies as it does without a change.',
    fix: 'Nothing. For smaller drops evaluate more samples, or more merges.',
  },
  'cannot-tell': {
    severity: 'warning',
    summary: 'Whether the metric fell, or where, cannot be determined from what was recorded.',
    example: 'Two evaluations of 40 samples each.',
    fix: 'Evaluate the merges that the finding names, on the same samples each time, and record the results.',
  },
  'fell-later-rose': {
    severity: 'notice',
    summary: 'The metric rose again after it fell: a later merge made up for it, or took it back.',
    example: 'accuracy rose at 9b20c1aa (#355), a revert of #341.',
    fix: 'Nothing, if the later merge was meant to.',
  },
  'no-results': {
    severity: 'warning',
    summary: 'No commit of the range has results.',
    example:
      "--results 'results/{sha}.jsonl' where no file is named after a commit of the first-parent history.",
    fix: 'Write the results of each merge to a file that its SHA names, or record them in the ledger (model-merge.yml with `evaluate`).',
  },
  'no-shared-samples': {
    severity: 'warning',
    summary: 'Evaluations share no sample with each other, so nothing can be compared sample by sample.',
    example: 'Each merge was evaluated on 500 samples drawn anew.',
    fix: 'Evaluate the same samples at every merge from now on (regression.pool), under the same ids.',
  },
  'totals-alone': {
    severity: 'notice',
    summary:
      'The results have one total for each evaluation and no samples: a small fall is not seen by these, and the set is wider.',
    example: '{"accuracy": 0.813} for each merge.',
    fix: 'Let the evaluation write a row for each sample: {"id": "a", "score": 1}.',
  },
  'does-not-fit': {
    severity: 'notice',
    summary:
      'The samples change at more merges than single changes explain, as scores do that vary a little each time: one total for each evaluation decides instead, and only large falls are seen.',
    example:
      'The scores of a judge that gives every answer another one each time, and rarely a very different one.',
    fix: 'Record right and wrong, or scores rounded to what matters, beside the fine ones, and locate by that metric.',
  },
  'bit-by-bit': {
    severity: 'warning',
    summary: 'The metric is clearly lower at the end than at the beginning, and no single merge explains it.',
    example: 'accuracy went from 0.81 to 0.78 over 64 merges, a little at a time.',
    fix: 'Compare the first and the last with `model-gates regression`; look for what changed slowly, such as the data, or locate again over a part of the range with more samples.',
  },
  unmeasured: {
    severity: 'warning',
    summary: 'The results of a commit are there and do not carry the metric, or cannot be read.',
    example: 'No sample carries accuracy in results/4f1c22d0.jsonl.',
    fix: 'Name another metric, or let the evaluation write this one for each sample.',
  },
  'direction-guessed': {
    severity: 'notice',
    summary: 'Nobody says whether more is better, so its name decided.',
    example: 'quality_v2: more was taken as better.',
    fix: 'Say so: `quality_v2:higher` or `quality_v2:lower`.',
  },
  'set-up-changed': {
    severity: 'warning',
    summary:
      'The evaluation itself changed within the range: from there on the metric may differ without any change of the model.',
    example: 'The prompt of 4f1c22d0 differs from that of the evaluation before.',
    fix: 'Evaluate one merge with both set-ups, or only compare evaluations of one set-up: `--good` or `--bad`.',
  },
  'passed-over': {
    severity: 'warning',
    summary: 'A merge could not be evaluated, as where its build is broken: the search goes on without it.',
    example: '4f1c22d0 (#341) could not be evaluated and is passed over: python ended with exit code 1.',
    fix: 'Nothing, where others about it can be evaluated: the answer is then a set that it may be in. Else run regression.evaluate by hand in a checkout of it.',
  },
  'budget-used': {
    severity: 'warning',
    summary: 'The budget was used up before the answer was sure.',
    example: 'The search ended after 6 evaluations, for max-evaluations allows no more.',
    fix: 'Locate again with a larger budget: what was evaluated and kept (`--results`, or recorded in the ledger) counts.',
  },
  'not-in-history': {
    severity: 'notice',
    summary:
      'Results are there for commits that are not in the first-parent history of the range; they do not count.',
    example: 'results/9b20c1aa.jsonl is of a commit of a feature branch.',
    fix: 'Nothing, if they are of other branches. In a shallow clone: `git fetch --unshallow`.',
  },
});
