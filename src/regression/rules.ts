import { defineRules } from '../report/rule.ts';
import { resultRules } from './result-rules.ts';

/** What a comparison can say. */
const comparisonRules = defineRules('regression', {
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
      "The change was due for an evaluation, and its result files are byte for byte the baseline's: nothing shows that it was evaluated. The verdict is inconclusive. The same values in other bytes are a warning.",
    example: 'a pull request that changes a config and leaves the committed results as they were',
    fix: 'Evaluate the change and commit or write its results. Where results may stay as they are, set regression.stale to allow in the policy.',
  },
  'other-form': {
    severity: 'warning',
    summary:
      'The answers changed their form: labels in another spelling, answers that are a class more for a macro average, or a score that falls under one filter of the answers and not under another. It explains the difference better than a worse model. An error, and the verdict inconclusive, where read plainly nothing fell; else a warning.',
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
  'nothing-to-lose': {
    severity: 'error',
    summary:
      'Every sample of both sides has the same score, and it is not the best one: nothing can be seen to fall, whatever the change does. The verdict is inconclusive.',
    example: 'exact_match is 0 on all 500 samples of both sides',
    fix: 'Look whether the answers are parsed and scored at all; else use an evaluation of which the model solves a part, or leave the metric out of regression.metrics.',
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
      'No metric is named, and the results carry more scores than are judged then. Those that are left out are listed; a notice where none of them got worse.',
    example: 'one evaluation of a dozen tasks, with two scores for each',
    fix: 'Name the metrics that count in regression.metrics.',
  },
  'unjudged-totals': {
    severity: 'notice',
    summary:
      'Files with totals of whole evaluations lie beside results of single samples: the samples are judged, the totals are not. A warning where such a total fell by more than is tolerated and the samples show no drop.',
    example:
      'evals/samples.jsonl and evals/results.json with {"mmlu": {"acc": 0.61}}, both matched by evals/*',
    fix: 'Nothing to do where the totals are made of the same samples. Else write single samples of that evaluation too, or match only the files that count.',
  },
  history: {
    severity: 'notice',
    summary:
      'The ledger has earlier evaluations of the trunk that is the baseline. Their mean takes the noise of one side away; what was used, what it bought, and what was not used is said.',
    example:
      'The baseline is the mean of 9 evaluations of trunk: the standard error of F1 is 0.8 points in place of 1.0, as 888 samples would without.',
    fix: 'Nothing to do.',
  },
  sampling: {
    severity: 'notice',
    summary:
      'The samples of the pool were drawn by what flipped between earlier evaluations of trunk, as the policy asks (regression.sampling). What was drawn, what it bought, and what was not used is said; or why they were drawn at random all the same.',
    example:
      'Drawn are 199 of 201 samples that flipped between 9 evaluations of trunk, and 301 of 1799 that did not; each counts for as many as it stands for.',
    fix: 'Nothing to do.',
  },
  'same-results': {
    severity: 'notice',
    summary:
      "Every result is exactly the baseline's. Right for a change that does not touch the model; else a sign that old results were compared.",
    example: 'a pull request that changes a config and leaves the committed results as they were',
    fix: 'Evaluate the change itself before the gate runs.',
  },
});

/** Every rule of the regression gate. */
export const regressionRules = { ...comparisonRules, ...resultRules };
