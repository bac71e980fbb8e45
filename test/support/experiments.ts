/** A change that only tunes and the run that it opens: the same cases for the tracker on loopback and for a real one. */
import { expect, test } from 'vitest';
import { pullRequestScene, type Files } from './scene.ts';

const registry = `parameters:
  train.lr: { type: float, min: 0, max: 1, kind: tuning }
  train.warmup_steps: { type: int, kind: tuning }
  train.hub_token: { type: str, kind: tuning }
  model.num_hidden_layers: { type: int, kind: structural }
`;
const config =
  'train:\n  lr: 2.0e-5\n  warmup_steps: 100\n  hub_token: secret-of-the-hub\nmodel:\n  num_hidden_layers: 24\n';
const rows = (wrong: number): string =>
  Array.from({ length: 60 }, (_, id) =>
    JSON.stringify({ id: `q${id}`, target: 'a', prediction: id < wrong ? 'b' : 'a' }),
  ).join('\n');

export function tunedPolicy(tracker: string, experiment = 'qwen3-vl'): string {
  return `config:\n  files: [configs/*.yaml]\ntracker:\n  mlflow: ${tracker}\n  experiment: ${experiment}\nregression:\n  candidate: [evals/*.jsonl]\n  metrics: [accuracy]\n`;
}

/** A repository whose policy names this tracker. */
export function tunedFiles(tracker: string, experiment = 'qwen3-vl'): Files {
  return {
    '.github/model-gates.yml': tunedPolicy(tracker, experiment),
    '.github/model-registry.yml': registry,
    'configs/train.yaml': config,
    'evals/val.jsonl': rows(6),
  };
}

export const tuned: Files = { 'configs/train.yaml': config.replace('2.0e-5', '3.0e-5') };
export const structural: Files = {
  'configs/train.yaml': config.replace('24', '28').replace('2.0e-5', '3.0e-5'),
};

interface Listed {
  readonly runs?: readonly {
    readonly info: { readonly run_id: string; readonly status: string; readonly run_name: string };
    readonly data: {
      readonly tags: readonly { readonly key: string; readonly value: string }[];
      readonly params?: readonly { readonly key: string; readonly value: string }[];
    };
  }[];
}

/** The runs of an experiment, as the server lists them. */
export async function runsOf(server: string, experiment: string) {
  const api = `${server}/api/2.0/mlflow`;
  const found = await fetch(`${api}/experiments/get-by-name?experiment_name=${experiment}`);
  if (!found.ok) return [];
  const { experiment: known } = (await found.json()) as { experiment: { experiment_id: string } };
  const answer = await fetch(`${api}/runs/search`, {
    method: 'POST',
    headers: { 'content-type': 'application/json' },
    body: JSON.stringify({
      experiment_ids: [known.experiment_id],
      filter: "tags.`model_gates.entry` = 'configs/train.yaml'",
    }),
  });
  const { runs = [] } = (await answer.json()) as Listed;
  return runs.map(({ info, data }) => ({
    ...info,
    tags: Object.fromEntries(data.tags.map(({ key, value }) => [key, value])),
    params: Object.fromEntries((data.params ?? []).map(({ key, value }) => [key, value])),
  }));
}

export function experimentCases(start: () => Promise<string>): void {
  test('parameters, commit, pull request and link are there, once, and the evaluation is light', async () => {
    const server = await start();
    const scene = await pullRequestScene({ base: tunedFiles(server, 'opened'), head: tuned });
    const run = await scene.run();
    expect([run.outputs['verdict'], run.outputs['change']]).toEqual(['exempt', 'tuning']);
    await scene.run();
    const opened = await runsOf(server, 'opened');
    expect(opened).toEqual([
      expect.objectContaining({
        run_name: '#89 configs/train.yaml',
        status: 'SCHEDULED',
        params: { 'train.lr': '3e-05', 'train.warmup_steps': '100', 'model.num_hidden_layers': '24' },
      }),
    ]);
    expect(opened[0]?.tags).toMatchObject({
      'mlflow.source.git.commit': scene.head,
      'model_gates.change': 'train.lr 2e-05 → 3e-05',
      'model_gates.pull_request': expect.stringMatching(/\/acme\/qwen3-vl\/pull\/89$/),
    });
    const [comment] = scene.api.state.comments;
    expect(comment?.body).toContain(opened[0]?.run_id);
    expect(run.stdout + (comment?.body ?? '')).not.toContain('secret-of-the-hub');
  });

  test('what does more than tune opens none', async () => {
    const server = await start();
    const scene = await pullRequestScene({ base: tunedFiles(server, 'structural'), head: structural });
    await scene.run();
    const beside = { ...tuned, 'train.py': 'print()\n' };
    await (await pullRequestScene({ base: tunedFiles(server, 'structural'), head: beside })).run();
    expect(await runsOf(server, 'structural')).toEqual([]);
  });
}
