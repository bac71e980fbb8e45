/** Every kind of target over the API, with its manifests in another repository: the bytes of each step, and those of before after a roll-back. */
import { execFileSync } from 'node:child_process';
import { describe, expect, test } from 'vitest';
import { connect } from '../../../src/github/index.ts';
import { checkDrift } from '../../../src/promotion/gate/check-drift.ts';
import { promote } from '../../../src/promotion/gate/promote.ts';
import { rollBack } from '../../../src/promotion/gate/rollback.ts';
import { forgePorts, manifestsAt } from '../../../src/runner/promotion.ts';
import { rememberingLog } from '../../support/log.ts';
import {
  digest,
  promotionPorts,
  recordsOf,
  serving,
  sha,
  targetOf,
  versionRecords,
  writableLedger,
} from '../../support/promotion.ts';
import { commit, loopback } from '../github/setup.ts';

const place = 'apps/qwen.yaml';
const image = (tag: string) => `registry.example/qwen:${tag}`;

/** An image as weights are: made by a job of a commit, judged and evaluated. */
const imageRecords = (tag: string) => {
  const node = { kind: 'image', id: image(tag), digest: digest(tag) };
  return [
    { inputs: [{ kind: 'commit', id: sha('trunk') }], outputs: [node] },
    {
      inputs: [{ kind: 'commit', id: sha('trunk') }],
      outputs: [{ kind: 'verdict', id: `v-${tag}` }],
      verdicts: [{ gate: 'regression-gate', verdict: 'pass' }],
    },
    { inputs: [node], outputs: [{ kind: 'evaluation', id: `e-${tag}` }] },
  ];
};

interface Kind {
  readonly target: object;
  readonly before: string;
  /** What is promoted, and what stands there at each step of the ladder. */
  readonly version: string;
  readonly steps: readonly (readonly [weight: number, replaced: readonly (readonly [string, string])[]])[];
}

const kserve = `# InferenceService\r\napiVersion: serving.kserve.io/v1beta1\r\nkind: InferenceService\r\nmetadata: {name: qwen}\r\nspec:\r\n  predictor:\r\n    canaryTrafficPercent: 100\t# share\r\n    model:\r\n      storageUri: 's3://m/w1' # {"$imagepolicy": "x"}`;

const kinds: Readonly<Record<string, Kind>> = {
  'kserve by a percentage': {
    target: { kind: 'kserve', value: 's3://m/{id}', ladder: [5, 100] },
    before: kserve.replace('\t#', ' #'),
    version: 'w2',
    steps: [
      [
        5,
        [
          ["'s3://m/w1'", "'s3://m/w2'"],
          ['Percent: 100', 'Percent: 5'],
        ],
      ],
      [100, [["'s3://m/w1'", "'s3://m/w2'"]]],
    ],
  },
  'kserve by a list of canaries': {
    target: { kind: 'kserve', value: 's3://m/{id}', ladder: [10, 100] },
    before: `kind: InferenceService\nspec:\n  predictor: {model: {storageUri: s3://m/w1}}\n  canary:\n  - trafficPercent: 0\n    predictor:\n      model: { storageUri: s3://m/w1 } # next\n`,
    version: 'w2',
    steps: [
      [
        10,
        [
          ['model: { storageUri: s3://m/w1', 'model: { storageUri: s3://m/w2'],
          ['trafficPercent: 0', 'trafficPercent: 10'],
        ],
      ],
      [
        100,
        [
          ['s3://m/w1', 's3://m/w2'],
          ['s3://m/w1 } # next', 's3://m/w2 } # next'],
        ],
      ],
    ],
  },
  llmisvc: {
    target: { kind: 'llmisvc', value: 's3://m/{id}', ladder: [20, 100], object: 'next', stable: 'now' },
    before: `kind: LLMInferenceService\nmetadata: { name: next }\nspec:\n  model: { uri: s3://m/w1 }\n  router: { route: { weight: 0 } }\n---\nkind: LLMInferenceService\nmetadata: { name: now }\nspec:\n  model: { uri: s3://m/w1 }\n  router: { route: { weight: 100 } } # rest\n`,
    version: 'w2',
    steps: [
      [
        20,
        [
          ['uri: s3://m/w1', 'uri: s3://m/w2'],
          ['weight: 0', 'weight: 20'],
          ['weight: 100', 'weight: 80'],
        ],
      ],
      [
        100,
        [
          ['uri: s3://m/w1', 'uri: s3://m/w2'],
          ['weight: 100', 'weight: 0'],
          ['weight: 0', 'weight: 100'],
        ],
      ],
    ],
  },
  kustomize: {
    target: { kind: 'kustomize', object: 'registry.example/qwen', value: undefined },
    before: `images:\n- name: registry.example/other\n  newTag: v1\n# ours\n- name: "registry.example/qwen"\n  newTag: 'v1' # for people\n  digest: ${digest('v1')}\n`,
    version: image('v2'),
    steps: [
      [
        100,
        [
          ["'v1'", "'v2'"],
          [digest('v1'), digest('v2')],
        ],
      ],
    ],
  },
  helm: {
    target: {
      kind: 'helm',
      path: 'image.tag',
      value: '{tag}',
      'weight-path': 'canary.weight',
      ladder: [50, 100],
    },
    before: `image:\n  repository: registry.example/qwen\n  tag: "v1"\ncanary: {weight: 100}\n`,
    version: image('v2'),
    steps: [
      [
        50,
        [
          ['"v1"', '"v2"'],
          ['weight: 100', 'weight: 50'],
        ],
      ],
      [100, [['"v1"', '"v2"']]],
    ],
  },
  deployment: {
    target: { kind: 'deployment', container: 'vllm', value: undefined },
    before: `kind: Deployment\nspec:\n  template:\n    spec:\n      containers:\n      - name: proxy\n        image: envoy:1\n      - image: ${image('v1')}@${digest('v1')} # pinned\n        name: vllm\n`,
    version: image('v2'),
    steps: [[100, [[`${image('v1')}@${digest('v1')}`, `${image('v2')}@${digest('v2')}`]]]],
  },
  path: {
    target: { kind: 'path', path: 'models["qwen.vl"].uri', value: '{id}' },
    before: `models:\n  "qwen.vl": { uri: w1 } # by name\n`,
    version: 'w2',
    steps: [[100, [['uri: w1', 'uri: w2']]]],
  },
};

async function scene({ target: more, before, version }: Kind) {
  const [code, cluster] = [await loopback(), await loopback({ state: { repository: 'acme/cluster' } })];
  const start = await commit(cluster.api, 'init', [], { [place]: before, 'README.md': 'x' });
  await cluster.api.git.createRef('refs/heads/live', start);
  const isImage = version.startsWith('registry');
  const was = isImage
    ? [
        ...imageRecords('v1'),
        ...imageRecords('v2'),
        {
          inputs: [{ kind: 'image', id: image('v1'), digest: digest('v1') }],
          outputs: [{ kind: 'serving', id: 'svc-1', service: 'qwen-vl' }],
        },
      ]
    : [...versionRecords('w1', { commit: sha('before') }), ...versionRecords('w2'), serving('svc-1', 'w1')];
  const kept = writableLedger(recordsOf(was));
  const apis = new Map([code, cluster].map(({ api }) => [api.state.repository, api]));
  const connected = (repository: string) => {
    const api = apis.get(repository);
    if (api === undefined) throw new Error(`no ${repository}`);
    return Promise.resolve(connect({ token: api.token, apiUrl: api.url, repository, log: rememberingLog() }));
  };
  const { repository } = code.api.state;
  const target = targetOf({ files: 'apps/*.yaml', repository: 'acme/cluster', branch: 'live', ...more });
  const ports = () => ({
    ...promotionPorts(
      kept.ledger,
      manifestsAt(() => connected(repository)),
    ),
    ...forgePorts({ repository, serverUrl: 'https://git.example', connect: connected }),
  });
  const git = (...args: readonly string[]) =>
    execFileSync('git', ['--git-dir', cluster.api.git.gitDir, ...args], { encoding: 'utf8' });
  return {
    target,
    ports,
    text: () => git('show', `live:${place}`),
    log: () => git('log', '--format=%s', 'live'),
    code,
    cluster,
  };
}

describe.each(Object.entries(kinds))('%s', (_, kind) => {
  test('is edited step by step in another repository, and put back', async () => {
    const { target, ports, text, log, code, cluster } = await scene(kind);
    for (const [weight, replaced] of kind.steps) {
      const { facts, findings } = await promote(
        { version: kind.version, target, weight, dryRun: false },
        ports(),
      );
      expect({ findings, state: facts.state, weight: facts.weight }).toEqual({
        findings: [],
        state: 'landed',
        weight,
      });
      expect(text()).toBe(replaced.reduce((all, [from, to]) => all.replace(from, () => to), kind.before));
      expect((await checkDrift([target], false, ports())).verdict).toBe('pass');
    }
    const back = await rollBack({ target, reason: 'slow', dryRun: false }, ports());
    expect({ findings: back.findings, state: back.facts.state }).toEqual({ findings: [], state: 'landed' });
    expect(text()).toBe(kind.before);
    expect(log()).toContain('Roll qwen-vl back to svc-1');
    expect(code.api.state.deployments).toEqual([]);
    expect(cluster.api.state.deployments.at(-1)?.statuses.at(-1)?.state).toBe('success');
  });
});
