import { defineRules } from '../report/rule.ts';

/** Every rule of the regression gate, for docs/rules.md. */

/** Every rule of the regression gate. */
export const regressionRules = defineRules('regression', {
  drop: {
    severity: 'error',
    summary: 'A metric fell beyond what is tolerated, and the paired test shows that this is not chance.',
    example: 'F1 fell 1.8 points, 95 % interval −2.9 to −0.7, on 500 paired samples; 0.5 is tolerated.',
    fix: 'Look at the samples that flipped, and fix the change; or have it exempted by whom the policy names (exemptions).',
  },
  'slice-drop': {
    severity: 'error',
    summary:
      'A metric fell in one slice (task, language, length) beyond chance, counted over all slices by Holm, though perhaps not overall.',
    example:
      'F1 of language=eu fell 6.1 points, 95 % interval −9.0 to −3.2, on 210 paired samples; 0.5 is tolerated.',
    fix: 'Look at the samples of this slice that flipped.',
  },
  undecided: {
    severity: 'warning',
    summary:
      'The samples neither show a drop nor exclude one as large as the margin. An error when the observed drop is beyond the tolerance (see on-inconclusive).',
    example:
      'F1 fell 1.0 points, 95 % interval −3.0 to 1.0, on 500 paired samples: neither a drop nor its absence is shown.',
    fix: 'Evaluate more samples on both sides, as many as the finding says, or let a person judge the change.',
  },
  unanswered: {
    severity: 'error',
    summary:
      'Samples have no outcome to compare: the call failed or timed out, nothing could score the answer, a judge gave the mark by which it says so, or one side has more cut, unparsed or filtered answers than chance explains. An error, and the verdict inconclusive, where they could turn the verdict; else a warning.',
    example:
      '20 of 500 samples of the candidate have no outcome to compare: 18 timed out, 2 ended in an error (s1, s4, s9, s12, s30 and 15 more). Left out, score did not move, 95 % interval −0.5 to 0.5, on 480 paired samples. Whatever they had been, the difference is between −4.0 points and 0.0 points: that could turn the verdict.',
    fix: 'Evaluate exactly these samples again; facts.rerun of the report lists them, and rows that are answered then take the place of those that failed.',
  },
  'different-scale': {
    severity: 'error',
    summary:
      'The scores of the two sides are on different scales, such as 0 to 1 and 0 to 100, so that their difference says nothing. The verdict is inconclusive.',
    example: 'score reaches 1 in the baseline and 89.9 in the candidate: another scale.',
    fix: 'Let both evaluations write the same scale.',
  },
  'stale-results': {
    severity: 'error',
    summary:
      "The change was due for an evaluation, and its result files are byte for byte the baseline's: nothing shows that it was evaluated. The verdict is inconclusive.",
    example: 'a pull request that changes a config and leaves the committed results as they were',
    fix: 'Evaluate the change and commit or write its results. Where results may stay as they are, set regression.stale to allow in the policy.',
  },
  'other-form': {
    severity: 'warning',
    summary:
      'The answers changed their form: labels in another spelling, or a score that falls under one filter of the answers and not under another. It explains the difference better than a worse model.',
    example:
      '50 of 500 predictions of the candidate are not a label that any target has, such as "A." for "A". Read as these labels 400 would be right in place of 350 (baseline 400).',
    fix: 'Extract the answers in the same way on both sides; look for a changed prompt, template or stop sequence.',
  },
  'guessed-direction': {
    severity: 'notice',
    summary:
      'The results do not say whether more or less of a metric is better, and its name is none that everybody reads alike. What was taken is said.',
    example: 'less of toxicity_level is taken as better',
    fix: 'Say it in regression.metrics: toxicity_level:lower.',
  },
  saturated: {
    severity: 'notice',
    summary:
      'The candidate is right on every sample, as the baseline is on nearly all: nothing fell, and only a drop of the size that is said would be found.',
    example:
      'Score is as good as it can be on all 500 samples. A later drop is found reliably from 1.1 points on (power 80 %).',
    fix: 'Nothing to do. A harder evaluation would show more of what changes.',
  },
  erosion: {
    severity: 'error',
    summary:
      'Against the pinned anchor, such as the last release, many small drops have added up (tested at α = 0.01 on every change).',
    example:
      'Against the anchor v2.3.0, F1 fell 2.9 points, 95 % interval −4.4 to −1.5, on 500 paired samples; 0.5 is tolerated.',
    fix: 'Find the merges that lost the most, or release and move the anchor if the loss is accepted.',
  },
  'trunk-fell': {
    severity: 'error',
    summary:
      'A metric of trunk, as it was evaluated last, fell against the anchor: tested on every merge, at a level that leaves one false alarm in 20 over 30 merges.',
    example:
      'Trunk at commit 1a2b3c4d of 2026-11-29, against v2.3.0: F1 fell 1.8 points, 95 % interval −2.5 to −1.1, on 5,000 paired samples; 0.5 is tolerated.',
    fix: 'Find the merge that did it (locate-regression, or the trend of the report); fix or revert it, or release if the loss is accepted.',
  },
  'no-anchor': {
    severity: 'warning',
    summary: 'An anchor is configured and cannot be read, so slow erosion is not watched.',
    example: 'anchor: v2.3.0:results/test.jsonl, and that tag has no such file',
    fix: 'Correct regression.anchor in the policy, or commit the results of the release.',
  },
  underpowered: {
    severity: 'notice',
    summary:
      'The margin is smaller than the drop that this many samples can find with a power of 80 %. A warning while a metric is undecided.',
    example:
      'The margin for F1 is 1 point, but on 500 samples only drops of 2.5 points or more are found reliably (power 80 %).',
    fix: 'Evaluate more samples, or widen the margin.',
  },
  'unjudged-scores': {
    severity: 'warning',
    summary:
      'No metric is named, and the results carry more scores than are judged then. Those that are left out are listed.',
    example: 'one evaluation of a dozen tasks, with two scores for each',
    fix: 'Name the metrics that count in regression.metrics.',
  },
  history: {
    severity: 'notice',
    summary:
      'The ledger has earlier evaluations of the trunk that is the baseline. Their mean takes the noise of one side away; what was used, what it bought, and what was not used is said.',
    example:
      'The baseline is the mean of 9 evaluations of trunk: the standard error of F1 is 0.8 points in place of 1.0, as 888 samples would without.',
    fix: 'Nothing to do.',
  },
  'same-results': {
    severity: 'notice',
    summary:
      "Every result is exactly the baseline's. Right for a change that does not touch the model; else a sign that old results were compared.",
    example: 'a pull request that changes a config and leaves the committed results as they were',
    fix: 'Evaluate the change itself before the gate runs.',
  },
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
