import { spawnSync } from 'node:child_process';
import { mkdirSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { describe, expect, test } from 'vitest';
import { planEdits } from '../../../src/promotion/kinds/plan.ts';
import { digest, targetOf } from '../../support/promotion.ts';
import { temporaryFolder } from '../../support/repository.ts';

/** That of kubectl, which is some releases behind, and its own where KUSTOMIZE names it. */
const tools = [
  ['kubectl', 'kustomize'],
  [process.env['KUSTOMIZE'] ?? 'kustomize', 'build'],
] as const;
const isHere = ([command, verb]: Tool) => spawnSync(command, [verb, '--help']).status === 0;

type Tool = (typeof tools)[number];

const deployment = `apiVersion: apps/v1
kind: Deployment
metadata: { name: app }
spec:
  template:
    spec:
      containers:
        - { name: app, image: registry.example/app }
`;

/** What a cluster would be given. */
function built(kustomization: string, [command, verb]: Tool): string {
  const folder = temporaryFolder();
  mkdirSync(folder, { recursive: true });
  writeFileSync(path.join(folder, 'deployment.yaml'), deployment);
  writeFileSync(path.join(folder, 'kustomization.yaml'), kustomization);
  const { status, stdout, stderr } = spawnSync(command, [verb, folder], { encoding: 'utf8' });
  return status === 0 ? stdout : stderr;
}

const styles: readonly (readonly [string, string])[] = [
  [
    'blocks',
    'resources: [deployment.yaml]\nimages:\n- name: registry.example/app # {"$imagepolicy": "x"}\n  newTag: v1\n',
  ],
  ['flow', 'resources: [deployment.yaml]\nimages: [{name: registry.example/app, newTag: v1}]\n'],
  [
    'quotes and CRLF',
    'resources: [deployment.yaml]\r\nimages:\r\n- newTag: "v1"\r\n  name: \'registry.example/app\'\r\n',
  ],
  [
    'no last line break',
    'resources:\n- deployment.yaml\nimages:\n- name: registry.example/app\n  newTag: v1',
  ],
];

for (const tool of tools)
  describe.skipIf(!isHere(tool))(`${tool[0]} ${tool[1]}`, () => {
    test.each(
      styles.flatMap(([style, text]) =>
        ['v2', '2024', '1e3', 'no', '0x10', '1.10'].map((tag) => [style, tag, text] as const),
      ),
    )('takes %s with the tag %s for the tag that was meant', (_, tag, text) => {
      const target = targetOf({ kind: 'kustomize', files: '*.yaml' });
      const version = { name: tag, artifact: { kind: 'image' as const, id: `registry.example/app:${tag}` } };
      const plan = planEdits(
        { ...target, value: '{tag}' },
        [{ file: 'kustomization.yaml', text }],
        version,
        100,
      );
      const edited = plan.ok ? plan.texts.get('kustomization.yaml') : JSON.stringify(plan);
      expect(built(edited ?? '', tool)).toContain(`image: registry.example/app:${tag}\n`);
    });

    test('takes the digest', () => {
      const text = `resources: [deployment.yaml]\nimages: [{name: registry.example/app, digest: ${digest('a')}}]\n`;
      const target = { ...targetOf({ kind: 'kustomize', files: '*.yaml' }), value: '{tag}' };
      const artifact = { kind: 'image' as const, id: 'registry.example/app:v2', digest: digest('b') };
      const plan = planEdits(target, [{ file: 'kustomization.yaml', text }], { name: 'v2', artifact }, 100);
      expect(built((plan.ok && plan.texts.get('kustomization.yaml')) || '', tool)).toContain(
        `image: registry.example/app@${digest('b')}`,
      );
    });
  });
