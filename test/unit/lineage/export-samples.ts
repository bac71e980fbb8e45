/** Chains as exports meet them: an ordinary one, and one in which every text is as strange as the ledger allows. */
import { hashes } from '../../../src/lineage/gate/hashes.ts';
import {
  exportWalk,
  sameNode,
  walk,
  type ExportFormat,
  type LineageNode,
  type LineageRecord,
} from '../../../src/lineage/index.ts';
import { digest, link, record, sha } from './support.ts';

export const records: readonly LineageRecord[] = [
  link(
    [`commit ${sha('a')}`, `image python:3.12 ${digest('9')}`],
    `image registry.example/acme/qwen3-vl:v2.3.1 ${digest('a')}`,
    {
      at: '2026-11-20T10:00:00Z',
      git_ref: 'refs/tags/v2.3.1',
      pr_number: 89,
      run: { url: 'https://github.com/acme/qwen3-vl/actions/runs/1', id: '1', attempt: 1 },
      verdicts: [
        { gate: 'validate-model-config', verdict: 'pass' },
        { gate: 'regression-gate', verdict: 'exempt', exempted_by: 'grace' },
        { gate: 'detect-dep-drift', verdict: 'skipped' },
      ],
    },
  ),
  link(
    [
      `commit ${sha('a')}`,
      `image registry.example/acme/qwen3-vl:v2.3.1 ${digest('a')}`,
      `weights Qwen/Qwen3-VL-30B ${digest('b')}`,
    ],
    'job job-7781',
    {
      at: '2026-11-20T11:00:00Z',
      command: 'python train.py',
      seed: 7,
      files: [{ role: 'config', path: 'configs/a.yaml', digest: digest('c') }],
    },
  ),
  link(['job job-7781', `weights Qwen/Qwen3-VL-30B ${digest('b')}`], `weights qwen3-vl-sft ${digest('d')}`, {
    at: '2026-11-21T10:00:00Z',
    metrics: { 'mmmu/accuracy': 0.71 },
  }),
  link(`weights qwen3-vl-sft ${digest('d')}`, 'serving svc-qwen-v23', { at: '2026-11-22T10:00:00Z' }),
];

const strange = [
  'a b/ç"\'<>\\^`{|}%#?&=',
  'größe:模型@🚀',
  'x'.repeat(512),
  '../..//.',
  'http://[broken',
  'urn:x',
  '%zz',
];

/** Every kind of id, name and reference is one of the strange texts; times have fractions, and what may be absent is. */
export const strangeRecords: readonly LineageRecord[] = strange.flatMap((text, at) => {
  const [image, weights] = [
    { kind: 'image', id: text, digest: `sha512:${'e'.repeat(128)}` },
    { kind: 'weights', id: text },
  ];
  const made = {
    kind: 'weights',
    id: `${text.slice(0, 500)} 2`,
    digest: `multihash+base58:${'Q'.repeat(46)}`,
  };
  const common = { at: `2026-11-2${at}T10:00:00.123Z`, author: text.slice(0, 200), by: text.slice(0, 200) };
  const commit = { kind: 'commit', id: sha('b') };
  return [
    {
      inputs: [commit],
      outputs: [image],
      git_ref: text.slice(0, 300),
      run: { url: text },
      verdicts: [{ gate: text.slice(0, 90), verdict: 'fail' }],
      files: [{ role: 'data', path: text, digest: digest('f') }],
    },
    {
      inputs: [image, weights],
      outputs: [{ kind: 'job', id: text }],
      parameters: { [text.slice(0, 90)]: null },
    },
    {
      inputs: [{ kind: 'job', id: text }, weights],
      outputs: [made],
      metrics: { [text.slice(0, 90)]: -1e-9 },
    },
    { inputs: [made], outputs: [{ kind: 'serving', id: text, service: text }] },
    { inputs: [made], outputs: [{ kind: 'evaluation', id: text }], metrics: { 'a/b/c': 1e300 } },
  ].map((one) => record({ ...one, ...common }));
});

const context = {
  repository: 'acme/qwen3-vl',
  repositoryUrl: 'https://github.com/acme/qwen3-vl',
  version: '0.1.0',
};

/** The chain of every serving version among the records, for the tool. */
export async function exportedFrom(all: readonly LineageRecord[], format: ExportFormat): Promise<unknown[]> {
  const lookup = async (nodes: readonly LineageNode[]) =>
    nodes.map((node) =>
      all.filter(({ inputs, outputs }) => [...inputs, ...outputs].some((one) => sameNode(one, node))),
    );
  const served = all.flatMap(({ outputs }) => outputs.filter(({ kind }) => kind === 'serving'));
  const chains = await Promise.all(
    served.map(async (node) => exportWalk(format, await walk([node], 'up', lookup), context, hashes)),
  );
  return chains.flatMap((chain): unknown[] => (Array.isArray(chain) ? chain : [chain]));
}
