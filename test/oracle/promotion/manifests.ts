/** Manifests of each kind, and what is written to them at each step of a ladder. */
import { planEdits } from '../../../src/promotion/kinds/plan.ts';
import { digest, targetOf } from '../../support/promotion.ts';

const model = '{ modelFormat: { name: huggingface }, storageUri: s3://m/w1 }';
const service = `apiVersion: serving.kserve.io/v1beta1\nkind: InferenceService\nmetadata: { name: qwen }\nspec:\n`;
const member = (name: string, weight: number) =>
  `apiVersion: serving.kserve.io/v1alpha2\nkind: LLMInferenceService\nmetadata: { name: ${name} }\nspec:\n  model: { uri: s3://m/w1 }\n  router: { route: { group: qwen, weight: ${weight} } }\n`;

/** Name, target, text and the steps to take. */
export const manifests: readonly (readonly [string, object, string, readonly number[]])[] = [
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

/** The text after each step; where it is refused, why. */
export function edited([, more, text, steps]: (typeof manifests)[number]): string[] {
  const target = targetOf({ files: '*.yaml', value: 's3://m/{id}', ...more });
  const artifact = target.kind === 'deployment' ? image : weights;
  return steps.map((weight) => {
    const plan = planEdits(target, [{ file: 'a.yaml', text }], { name: 'v2', artifact }, weight);
    return plan.ok ? (plan.texts.get('a.yaml') ?? '') : JSON.stringify(plan);
  });
}

/** What no cluster takes: a field of KServe's and one of Kubernetes' that are misspelt. */
export function misspelt(): readonly [string, string] {
  const [kserve = '', , , deployment = ''] = manifests.map(([, , text]) => text);
  return [
    kserve.replace('storageUri', 'storageUrl'),
    deployment.replace('selector', 'replica: 1\n  selector'),
  ];
}
