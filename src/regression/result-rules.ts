import { defineRules } from '../report/rule.ts';

/** What results and baselines can lack. */
export const resultRules = defineRules('regression', {
  'no-baseline': {
    severity: 'warning',
    summary:
      'There is nothing to compare with. The verdict is inconclusive, never a pass; where the ledger could not be read it also stops the merge (an error).',
    example: 'candidate: [results/*.jsonl], and no such file at the merge base nor in the ledger',
    fix: 'Let the workflow of merges or of each night evaluate trunk and record its results, or commit them; set regression.baseline where they have another path. With regression.evaluate, regression.pool lists the samples to evaluate on both sides.',
  },
  'older-baseline': {
    severity: 'warning',
    summary:
      'The commit itself was not evaluated: it is compared with the nearest merge before it whose results the ledger keeps, at most 30 back. What the merges in between changed counts too.',
    example:
      'No evaluation of merge base 1a2b3c4d is recorded: compared with commit 5e6f7a8b, 2 merges before.',
    fix: 'Evaluate every merge (model-merge.yml with `evaluate`), or let the gate evaluate the merge base itself (regression.evaluate with regression.pool).',
  },
  'asked-again': {
    severity: 'notice',
    summary:
      "Trunk's results leave samples open that could turn the verdict, and this job evaluated them again on the commit that the results are of. A warning where its files are not used: they are committed with the change, or their set-up is another.",
    example: '12 samples of trunk without an outcome; .model-gates/baseline/again.jsonl answers 11 of them',
    fix: 'Nothing to do.',
  },
  'unread-ledger': {
    severity: 'warning',
    summary:
      'The ledger may contain results of trunk and could not be read, or what it holds is not what its records name. It is not taken for empty.',
    example: 'The ledger may contain results and could not be read: the remote is out of reach.',
    fix: 'Run the job again. For results that are damaged: record them anew, and see who wrote to the ledger.',
  },
  'several-evaluations': {
    severity: 'notice',
    summary:
      'The ledger keeps evaluations of the same commit on different numbers of samples. The newest counts: never one that the change chooses by what it evaluated.',
    example: 'evals/merge.jsonl with 500 samples after the merge, evals/nightly.jsonl with 5,000 at night',
    fix: 'Set regression.baseline to the path of the one that is meant, such as evals/merge.jsonl.',
  },
  'other-results': {
    severity: 'warning',
    summary: 'The ledger keeps results of trunk, but none under a path that the policy names.',
    example: 'The ledger keeps results of trunk under other names: evals/nightly.jsonl.',
    fix: 'Set regression.baseline in the policy to that path.',
  },
  'results-too-large': {
    severity: 'error',
    summary: 'Results were to be recorded in the ledger and are too large for it: 50,000 samples, 16 MiB.',
    example: 'The ledger does not take these results: they have 200000 samples, and at most 50000 are kept.',
    fix: 'Record a fixed part of the samples, or commit the results to the repository.',
  },
  'no-candidate': {
    severity: 'error',
    summary:
      'The policy names result files, and the job has none. A warning where the baseline has none either.',
    example: 'candidate: [results/*.jsonl], and the evaluation did not run',
    fix: 'Run the evaluation in a step before this gate, or correct regression.candidate.',
  },
  'unreadable-results': {
    severity: 'error',
    summary: 'A result file, or a row of it, cannot be read. Rows are never left out silently.',
    example: '{"id": "s17", "target": "yes", "predic',
    fix: 'Let the evaluation finish, and write rows {id, target, prediction} or {id, score}.',
  },
  'left-out-results': {
    severity: 'error',
    summary:
      'The globs match results in other formats than the ones that were read (JUnit XML, YAML, packed files), or more than 2,000 files. A notice for what may be a config.',
    example: 'candidate: [evals/*], with evals/a.jsonl and evals/junit.xml',
    fix: 'Name only the files that count, such as evals/*.jsonl.',
  },
  'duplicate-sample': {
    severity: 'error',
    summary: 'A sample id, a key or a total occurs twice, so that it is unclear which one counts.',
    example: '{"id": "s1", "score": 1}\n{"id": "s1", "score": 0}',
    fix: 'Give each sample one row; remove overlapping shards and old files.',
  },
  'unmatched-samples': {
    severity: 'error',
    summary: 'Samples are on one side only. Left-out samples could be the ones that got worse.',
    example: '12 samples are in the baseline but not in the candidate: s4, s18, s20, s31, s77 and 7 more.',
    fix: 'Evaluate both sides on the same samples.',
  },
  'changed-samples': {
    severity: 'error',
    summary: 'Samples have the same id but another content: their hash or their target changed.',
    example: 'baseline {"id": "s1", "target": "yes"}, candidate {"id": "s1", "target": "no"}',
    fix: 'Evaluate both sides on the same version of the sample set and of its prompts.',
  },
  'other-questions': {
    severity: 'error',
    summary:
      'Samples have the same id, and the question beside it is another one: the ids were given anew, or the questions were changed. These samples are not compared, and the verdict is inconclusive.',
    example:
      'baseline {"id": 1, "question": "Who wrote Emma?"}, candidate {"id": 1, "question": "Who wrote Dracula?"}',
    fix: 'Give each question an id that stays with it, or name the column of such ids in regression.id. Where the questions contain the prompt, and it is what the change is about, set regression.changed: [prompt].',
  },
  renumbered: {
    severity: 'warning',
    summary:
      'The same ids belong to other questions on the two sides, as those of an index that counts rows. Samples are paired by their questions instead.',
    example: '500 of 500 samples have another question under the same id: paired by their questions.',
    fix: 'Give each question an id that stays with it, or leave the column of numbers out.',
  },
  'different-setup': {
    severity: 'error',
    summary:
      'Both sides state how they were evaluated, and these statements differ: harness or task version, dataset revision, prompt, chat template, few-shots, decoding, dtype, batch size, seed, judge, sample limit. The verdict is inconclusive, whatever the metrics do.',
    example: 'temperature was 0 and is 1; judge was judge-1106 and is judge-0125',
    fix: 'Evaluate both sides with the same set-up, or say what the change is about: exactly, as a trailer of a commit message (`Evaluation-Change: temperature 0 -> 0.7`), or in regression.changed, such as [prompt].',
  },
  'one-sided-setup': {
    severity: 'warning',
    summary:
      'One side states a setting of the evaluation that the other does not, so that nobody can tell whether it is the same. A notice where the candidate is the first to state it.',
    example: 'only the baseline states judge (judge-1106)',
    fix: 'Let the evaluation state it on both sides.',
  },
  'declared-setup': {
    severity: 'notice',
    summary:
      'A difference in the set-up that regression.changed declares as what is tested; a warning where the change states it itself, in a trailer of a commit message.',
    example: 'the prompts of 500 of 500 samples are others, with regression.changed: [prompt]',
    fix: 'Nothing to do.',
  },
  'no-pairs': {
    severity: 'error',
    summary: 'No sample is on both sides.',
    example: 'baseline ids 0…499, candidate ids test_0…test_499',
    fix: 'Let both evaluations write the same sample ids.',
  },
  'not-a-number': {
    severity: 'error',
    summary: 'A score is missing, NaN or infinite, or a target or prediction is missing.',
    example: '{"id": "s1", "score": NaN}',
    fix: 'Find out why the evaluation gave no number; a failed sample counts as wrong, it is not left out.',
  },
  'all-equal': {
    severity: 'error',
    summary:
      'Every sample of one side has the same score. That is a broken metric far more often than a perfect or useless model.',
    example: 'exact_match is 0 on all 500 samples',
    fix: 'Look whether the answers are parsed and scored at all, or use a harder evaluation.',
  },
  'metric-missing': {
    severity: 'error',
    summary: 'A metric is asked for that the results do not carry, or its name has an unknown option.',
    example: 'metrics: [bleu] with rows {id, target, prediction}',
    fix: 'Name a metric that both sides carry.',
  },
  'positive-label': {
    severity: 'error',
    summary: 'Binary F1, precision or recall needs to know which of the labels is positive.',
    example: 'metrics: [f1_binary] with the labels cat and dog',
    fix: 'Name it: f1_binary:positive=cat.',
  },
  'undefined-metric': {
    severity: 'error',
    summary: 'A metric has nothing to divide by, such as F1 without a positive label on either side.',
    example: 'metrics: [f1] where every target and prediction is no',
    fix: 'Choose another metric or evaluate samples that have the label.',
  },
  'totals-only': {
    severity: 'warning',
    summary:
      'Only totals of whole evaluations are known; the test is the weaker unpaired one and nothing can be paired or listed.',
    example: '{"results": {"mmlu": {"acc,none": 0.61, "acc_stderr,none": 0.01}}}',
    fix: 'Keep the results of single samples (lm-eval: --log_samples).',
  },
  'too-many-slices': {
    severity: 'notice',
    summary: 'There are more than 200 slices; the largest 200 are judged.',
    example: 'slices: {"document": "d1"} with another value for each sample',
    fix: 'Slice by what has few values: task, language, length.',
  },
  'evaluation-failed': {
    severity: 'error',
    summary: 'The command of regression.evaluate could not be run, ended with an error, or wrote no results.',
    example: 'evaluate: python eval.py --ids {ids} --out {out}, and eval.py ends with exit code 1',
    fix: 'Run the command by hand with a file of sample ids, one a line.',
  },
  'time-budget': {
    severity: 'warning',
    summary: 'The samples evaluated so far do not decide, and the time budget allows no further round.',
    example: 'evaluate takes 40 minutes a round, time-budget: 60',
    fix: 'Raise the time budget, spread the evaluation over several runners, or let a person judge the change.',
  },
});
