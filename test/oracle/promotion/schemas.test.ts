/** What is written is what a cluster takes: against Kubernetes' schemas (kubernetes-validate) and KServe's own definitions. */
import { spawnSync } from 'node:child_process';
import path from 'node:path';
import { describe, expect, test } from 'vitest';
import { edited, manifests, misspelt } from './manifests.ts';

const python = process.env['KUBERNETES_PYTHON'] ?? '';
const crds = process.env['KSERVE_CRDS'] ?? '';
const isHere = python !== '' && crds !== '';
if (!isHere) console.log('skipped: KUBERNETES_PYTHON and KSERVE_CRDS name no schemas');

function judged(texts: readonly string[]) {
  const script = path.join(import.meta.dirname, 'schemas.py');
  const { status, stdout, stderr } = spawnSync(python, [script, crds], {
    input: JSON.stringify(texts),
    encoding: 'utf8',
  });
  if (status !== 0) throw new Error(stderr);
  return JSON.parse(stdout) as {
    readonly kinds: readonly string[];
    readonly answers: readonly (readonly string[])[];
  };
}

describe.skipIf(!isHere)('what is written', () => {
  test('is valid, and stays so at each step', () => {
    const texts = manifests.flatMap((one) => [one[2], ...edited(one)]);
    const { kinds, answers } = judged(texts);
    expect(kinds).toEqual(['InferenceService', 'LLMInferenceService']);
    expect(answers).toEqual(texts.map(() => []));
    expect(texts.filter((text) => /w2|qwen:v2@sha256/.test(text)).length).toBeGreaterThan(5);
  });

  test('would not be with a misspelt field', () => {
    expect(judged(misspelt()).answers.map((answer) => answer.length)).toEqual([1, 1]);
  });
});
