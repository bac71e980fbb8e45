import { defineRules } from '../report/rule.ts';

/** What a comparison of two versions finds. */
export const compareRules = defineRules('compare', {
  'sample-ratio': {
    severity: 'error',
    summary:
      'The arms do not have the shares of units that they were to have: units are lost, or assigned twice, on the way into the data, and what is missing is rarely like the rest. The comparison is void.',
    example: 'control has 5,200 units and treatment 4,800, where 50:50 was expected: p 0.0001.',
    fix: 'Find where units are lost (redirects, crashes, bots, filters after assignment) and start anew; where another split was meant, say it with --split.',
  },
  'one-arm': {
    severity: 'error',
    summary: 'All outcomes belong to one arm, so there is nothing to compare them with.',
    example: 'All 10,000 outcomes belong to the arm control.',
    fix: 'Export the outcomes of both arms, or name the column that contains the arm with --arm.',
  },
  'units-in-both-arms': {
    severity: 'error',
    summary:
      'Units were seen in more than one arm: at once, or because their assignment changed on the way. What they did cannot be credited to either. The comparison is void.',
    example: '37 units are in more than one arm (u12, u40, u77, u81, u90 and 32 more).',
    fix: 'Assign by a hash of the unit that never changes, name the unit that was assigned with --unit, and start anew.',
  },
  'changed-split': {
    severity: 'error',
    summary:
      'The shares of the arms changed while the test ran. Days differ, so arms that have unlike shares of them differ too (Simpson). The comparison is void.',
    example: 'On 2026-11-09 treatment got 50.3 % of the new units, on all days together 31.0 %.',
    fix: 'Begin with the outcomes after the last change of the split, each step of a ramp being a test of its own.',
  },
  'missing-days': {
    severity: 'error',
    summary:
      'Days without outcomes lie between days with many: an export that is not whole, or logging that failed. The comparison is void.',
    example: 'No outcome of treatment on 2026-11-05 and 2026-11-06, where about 480 a day are usual.',
    fix: 'Export these days again. Where they are truly lost for both arms, compare the time before or after them.',
  },
  'clock-ahead': {
    severity: 'error',
    summary:
      'Outcomes bear times that have not come yet: a clock is wrong, or the time is in another unit or zone.',
    example: 'The newest outcome is of 2026-12-24 10:00 UTC, 25 days ahead.',
    fix: 'Correct the clock or the column of times (seconds, milliseconds, UTC), and export anew.',
  },
  'unreadable-outcomes': {
    severity: 'error',
    summary:
      'Rows of outcomes could not be read. They may be of one arm more than of the other, so the comparison is void.',
    example:
      '12 rows of outcomes.jsonl cannot be read, the first of them line 9001: it is not a JSON object; was the file cut?',
    fix: 'Correct these rows, or export again; an outcome that is not known yet is empty.',
  },
  'unequal-missing': {
    severity: 'error',
    summary:
      'Units without an outcome are more frequent in one arm than chance explains: what is missing may be what failed. The comparison is void.',
    example: '4.1 % of the units of control and 9.8 % of treatment have no outcome.',
    fix: 'Give each unit its outcome, 0 where nothing came of it.',
  },
  'no-goal': {
    severity: 'error',
    summary: 'The outcomes hold no values of the metric or guardrail that was named.',
    example: 'There is no metric converted; there are outcome and latency_ms.',
    fix: 'Name one that is there with --metric or --guardrail.',
  },
  'candidate-name': {
    severity: 'warning',
    summary:
      'Of two arms the later by name is the candidate, and this one is called like a baseline, or has a lower number: v9 comes after v10.',
    example: 'The candidate is control, the later name of both.',
    fix: 'Say which one is judged with --candidate-arm.',
  },
  worse: {
    severity: 'error',
    summary: 'The candidate is shown to be worse, at a goal or beyond the margin of a guardrail.',
    example: 'outcome fell by 0.031 (interval −0.050 to −0.012).',
    fix: 'Keep serving the baseline.',
  },
  'blocks-harmless': {
    severity: 'error',
    summary:
      'The gate blocks changes that do nothing more often than the policy means it to, on the samples and with the noise that this team has.',
    example:
      'The gate blocks 41.0 % of harmless merges here (95 % interval 36.2 % to 45.8 %, 400 replays); the policy means to block 5.0 %.',
    fix: 'Evaluate more samples (regression.looks, regression.pool), set `on-inconclusive: warn`, or widen `tolerance`.',
  },
  'no-history': {
    severity: 'warning',
    summary:
      'No two evaluations of trunk can be compared, so how often the gate blocks harmless merges here is not known.',
    example: 'There are no two evaluations of trunk that can be compared.',
    fix: 'Commit the results of each merge where regression.candidate matches them, or record them (model-merge.yml with `evaluate`).',
  },
  'left-out-history': {
    severity: 'notice',
    summary: 'Neighbouring evaluations of trunk cannot be compared and were left out of the self-test.',
    example: '3 pairs of neighbouring evaluations cannot be compared: one of them has no results of samples',
    fix: 'Evaluate each merge on the same samples, and record the results of single samples.',
  },
  'missing-data': {
    severity: 'warning',
    summary:
      'Results of single samples are not recorded for one of two versions, so nothing can be shown; recorded values are only put side by side.',
    example: 'No results of samples are recorded for svc-qwen-v23, nor for anything that it was made from.',
    fix: 'Evaluate it and record its results (record-lineage with `results`, or model-merge.yml with `evaluate`).',
  },
  'keep-going': {
    severity: 'notice',
    summary: 'The outcomes show neither a difference nor its absence yet.',
    example: 'About 4,200 more units are needed, 6 days at the pace so far.',
    fix: 'Wait, and look again whenever you like: the interval stays valid.',
  },
});
