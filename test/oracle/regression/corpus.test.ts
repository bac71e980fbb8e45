import { existsSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { describe, expect, it } from 'vitest';
import {
  compareResults,
  readResults,
  regressionDefaults,
  type ResultFile,
} from '../../../src/regression/index.ts';

const folder = path.resolve(import.meta.dirname, '../../../../shared/corpus/evals');
const present = existsSync(folder);
if (!present) console.log(`skipped: no evaluation results at ${folder}`);

const file = (name: string): ResultFile => ({ path: name, bytes: readFileSync(path.join(folder, name)) });

describe.skipIf(!present)('real results', () => {
  it.each([
    ['lmeval_latxa7b-v1_belebele.json', 0, 2],
    ['lmeval_latxa7b-v1.1_belebele.json', 0, 2],
    ['latxa_gpt35_vaxx_samples.jsonl', 312, 0],
    ['mmmupro_gpt4o_standard10_direct.jsonl', 1730, 0],
    ['mathvista_output_gpt4.json', 1000, 0],
    ['mathvista_output_chatgpt.json', 1000, 0],
    ['mathvista_output_llava_llama_2_13b.json', 1000, 0],
    ['mathvista_scores_gpt4.json', 0, 75],
    ['mathvista_scores_gpt4_2shot_code.json', 0, 75],
    ['inspect_security-guide.json', 3, 0],
    ['inspect_popularity_b.eval', 10, 0],
    ['pytestbench_lagom_3.10.json', 0, 4],
    ['dvc_pr10_scores.json', 0, 2],
    ['dvc_pr13_evaluation.json', 0, 2],
    ['dvc_pr24_evaluation.json', 0, 2],
    ['deepeval_test_run_sample.json', 1, 0],
  ])('%s holds %d samples and %d totals', (name, samples, totals) => {
    const set = readResults([file(name)]);
    expect(set.findings).toEqual([]);
    expect(set.samples.size).toBe(samples);
    expect(set.aggregates.size).toBe(totals);
  });

  it('answers without targets are refused', () => {
    const { findings } = readResults([file('mmmu_llava15_13b_val.json')]);
    expect(findings.map(({ rule }) => rule)).toEqual(['regression/unreadable-results']);
  });

  it('accuracies are those that were published', () => {
    const { samples } = readResults([file('mathvista_output_gpt4.json')]);
    const right = [...samples.values()].filter(({ scores }) => scores.get('true_false') === 1).length;
    expect(right / samples.size).toBe(0.261);
    const totals = readResults([file('mathvista_scores_gpt4.json')]).aggregates.get('average.accuracy');
    expect(totals).toMatchObject({ value: 0.261, n: 1000 });
  });

  it('two models on the same samples are distinguished', () => {
    const report = compareResults(
      [file('mathvista_output_gpt4.json')],
      [file('mathvista_output_llava_llama_2_13b.json')],
      { ...regressionDefaults, metrics: ['accuracy'] },
    );
    expect(report.facts.metrics).toMatchObject([{ n: 1000, baseline: 0.261, unit: 'points' }]);
    expect(report.facts.slices).toHaveLength(2);
  });
});
