/** What is written is what a cluster takes: against Kubernetes' schemas (kubernetes-validate) and KServe's own definitions. */
import { spawnSync } from 'node:child_process';
import path from 'node:path';
import { describe, expect, test } from 'vitest';
import { planEdits } from '../../../src/promotion/kinds/plan.ts';
import { digest, targetOf } from '../../support/promotion.ts';

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

const model = '{ modelFormat: { name: huggingface }, storageUri: s3://m/w1 }';
const service = `apiVersion: serving.kserve.io/v1beta1\nkind: InferenceService\nmetadata: { name: qwen }\nspec:\n`;
const member = (name: string, weight: number) =>
  `apiVersion: serving.kserve.io/v1alpha2\nkind: LLMInferenceService\nmetadata: { name: ${name} }\nspec:\n  model: { uri: s3://m/w1 }\n  router: { route: { group: qwen, weight: ${weight} } }\n`;

const manifests: readonly (readonly [string, object, string, readonly number[]])[] = [
  [
    'InferenceService',
    { kind: 'kserve' },
    `${service}  predictor: { canaryTrafficPercent: 100, model: ${model} }\n`,
    [5, 100],
  ],
  [
    'InferenceService with a list of canaries',
    { kind: 'kserve' },
    `${service}  predictor: { model: ${model} }\n  canary: [{ trafficPercent: 0, predictor: { model: ${model.replace('{', '{ name: kserve-container,')} } }]\n`,
    [5, 100],
  ],
  [
    'LLMInferenceService',
    { kind: 'llmisvc', object: 'next', stable: 'now' },
    `${member('next', 0)}---\n${member('now', 100)}`,
    [20, 100],
  ],
  [
    'Deployment',
    { kind: 'deployment', value: undefined },
    `apiVersion: apps/v1\nkind: Deployment\nmetadata: { name: qwen }\nspec:\n  selector: { matchLabels: { app: qwen } }\n  template:\n    metadata: { labels: { app: qwen } }\n    spec: { containers: [{ name: vllm, image: registry.example/qwen:v1 }] }\n`,
    [100],
  ],
];

const weights = { kind: 'weights' as const, id: 'w2', digest: digest('w2') };
const image = { kind: 'image' as const, id: 'registry.example/qwen:v2', digest: digest('v2') };

function edited([, more, text, steps]: (typeof manifests)[number]): string[] {
  const target = targetOf({ files: '*.yaml', value: 's3://m/{id}', ...more });
  const artifact = target.kind === 'deployment' ? image : weights;
  return steps.map((weight) => {
    const plan = planEdits(target, [{ file: 'a.yaml', text }], { name: 'v2', artifact }, weight);
    return plan.ok ? (plan.texts.get('a.yaml') ?? '') : JSON.stringify(plan);
  });
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
    const [kserve, , , deployment] = manifests.map(([, , text]) => text);
    const wrong = [
      kserve?.replace('storageUri', 'storageUrl') ?? '',
      deployment?.replace('selector', 'replica: 1\n  selector') ?? '',
    ];
    expect(judged(wrong).answers.map((answer) => answer.length)).toEqual([1, 1]);
  });
});
