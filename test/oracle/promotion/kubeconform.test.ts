/** What is written, by kubeconform: with the schemas that kubernetes-validate and KServe's module bring, from files alone. */
import { spawnSync } from 'node:child_process';
import { writeFileSync } from 'node:fs';
import path from 'node:path';
import { beforeAll, describe, expect, test } from 'vitest';
import { temporaryFolder } from '../../support/repository.ts';
import { edited, manifests, misspelt } from './manifests.ts';

const kubeconform = process.env['KUBECONFORM'] ?? '';
const python = process.env['KUBERNETES_PYTHON'] ?? '';
const crds = process.env['KSERVE_CRDS'] ?? '';
const isHere = [kubeconform, python, crds].every((one) => one !== '');
if (!isHere)
  console.log('skipped: KUBECONFORM, KUBERNETES_PYTHON and KSERVE_CRDS name no tool and no schemas');

interface Resource {
  readonly filename: string;
  readonly kind: string;
  readonly status: string;
  readonly msg: string;
}

/** One answer for each document of the texts, in their order. */
function judged(texts: readonly string[]): readonly Resource[] {
  const folder = temporaryFolder();
  const files = texts.map((text, at) => {
    const file = path.join(folder, `${String(at).padStart(3, '0')}.yaml`);
    writeFileSync(file, text);
    return file;
  });
  const place = `${schemas}/{{ .ResourceKind }}{{ .KindSuffix }}.json`;
  const args = ['-schema-location', place, '-strict', '-verbose', '-n', '1', '-output', 'json', ...files];
  const { stdout, stderr } = spawnSync(kubeconform, args, { encoding: 'utf8', maxBuffer: 1 << 26 });
  if (stdout === '') throw new Error(stderr);
  const { resources } = JSON.parse(stdout) as { readonly resources: readonly Resource[] };
  return resources.toSorted((a, b) => (a.filename < b.filename ? -1 : 1));
}

/** A folder with the schemas of both. */
let schemas = '';

describe.skipIf(!isHere)('kubeconform', () => {
  beforeAll(() => {
    schemas = temporaryFolder();
    const script = path.join(import.meta.dirname, 'schemas.py');
    const { status, stderr } = spawnSync(python, [script, crds, schemas], { encoding: 'utf8' });
    if (status !== 0) throw new Error(stderr);
  }, 120_000);

  test('takes what is written, at each step', () => {
    const answers = judged(manifests.flatMap((one) => [one[2], ...edited(one)]));
    expect(answers.filter(({ status }) => status !== 'statusValid')).toEqual([]);
    expect([...new Set(answers.map(({ kind }) => kind))]).toEqual([
      'InferenceService',
      'LLMInferenceService',
      'Deployment',
    ]);
  });

  test('would not with a misspelt field', () => {
    expect(
      judged(misspelt()).map(({ status, msg }) => [status, /storageUrl|replica/.exec(msg)?.[0]]),
    ).toEqual([
      ['statusInvalid', 'storageUrl'],
      ['statusInvalid', 'replica'],
    ]);
  });
});
