/** What the job of the merge workflow does with new weights, step by step: the same cases for the registry on loopback and for a real one. */
import { mkdirSync, readFileSync, symlinkSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { load } from 'js-yaml';
import { expect, onTestFinished, test } from 'vitest';
import { evaluated } from './contract/expressions.ts';
import { sourceFile } from './contract/sources.ts';
import { pushEvent } from './events.ts';
import { startGitHubApi } from './github-api/index.ts';
import { createRepository, temporaryFolder } from './repository.ts';
import { runAction, type ActionRun } from './runner.ts';

interface Step {
  readonly id?: string;
  readonly if?: string;
  readonly uses?: string;
  readonly with?: Readonly<Record<string, string>>;
}

/** Of 400 samples so many are right. */
const rows = (right: number): string =>
  Array.from({ length: 400 }, (_, id) => JSON.stringify({ id: `s${id}`, score: Number(id < right) })).join(
    '\n',
  );

async function repository() {
  const work = createRepository();
  // Nothing of it is checked out where weights are recorded: without it more would be better.
  const policy = 'compare:\n  metrics: [score:lower]\n';
  const served = work.commit({ '.github/model-gates.yml': policy }, 'Serve');
  const merged = work.commit({ 'train.py': 'pass\n' }, 'Train longer');
  const origin = work.publish();
  const server = temporaryFolder();
  mkdirSync(path.join(server, 'acme'));
  symlinkSync(origin.root, path.join(server, 'acme', 'qwen3-vl'), 'junction');
  const api = await startGitHubApi({ gitDir: origin.root, state: { repository: 'acme/qwen3-vl' } });
  onTestFinished(async () => {
    await api.close();
    expect(api.violations).toEqual([]);
  });
  const run = async (action: string, inputs: Record<string, string>, workspace = temporaryFolder()) => {
    const done = await runAction({
      action,
      inputs,
      workspace,
      token: api.token,
      apiUrl: api.url,
      event: pushEvent({ ref: 'refs/heads/main', before: served, after: merged }),
      env: { GITHUB_SERVER_URL: server },
    });
    expect([done.exitCode, done.exitCode === 0 ? '' : done.stdout]).toEqual([0, '']);
    return done;
  };
  const evaluate = (sha: string, right: number) => {
    const workspace = temporaryFolder();
    writeFileSync(path.join(workspace, 'a.jsonl'), rows(right));
    const inputs = { from: `commit ${sha}`, to: `evaluation merge-${sha}`, results: 'a.jsonl' };
    return run('record-lineage', inputs, workspace);
  };
  const serve = async () => {
    await run('record-lineage', { from: `commit ${served}`, to: 'weights qwen3-vl-sft-1' });
    await run('record-lineage', {
      from: 'weights qwen3-vl-sft-1',
      to: 'serving svc-qwen-v1',
      service: 'svc-qwen',
    });
  };
  return { served, merged, run, evaluate, serve };
}

type Scene = Awaited<ReturnType<typeof repository>>;

/** The steps of the job that are ours, as the workflow calls them, without a checkout. */
async function weightsJob({ run, merged }: Scene, inputs: Record<string, string>) {
  const { jobs } = load(sourceFile('.github/workflows/model-merge.yml').text) as {
    jobs: { weights: { steps: readonly Step[] } };
  };
  const contexts = {
    inputs: { 'mlflow-model': '', ...inputs },
    needs: { train: { outputs: {} } },
    github: { sha: merged },
  };
  const runs: Record<string, ActionRun> = {};
  for (const step of jobs.weights.steps) {
    const action = /^model-gates\/model-gates\/actions\/([a-z-]+)@v1$/.exec(step.uses ?? '')?.[1];
    if (action === undefined || (step.if !== undefined && evaluated(step.if, contexts) !== 'true')) continue;
    const given = Object.entries(step.with ?? {}).map(([name, text]) => [
      name,
      text.replaceAll(/\$\{\{(.*?)\}\}/g, (_, inner: string) => evaluated(inner.trim(), contexts)),
    ]);
    runs[action] = await run(action, Object.fromEntries(given) as Record<string, string>);
  }
  return runs;
}

interface Recorded {
  readonly facts: { readonly comparisons?: readonly object[] };
  readonly findings: readonly { readonly rule: string; readonly message: string }[];
}

const reportOf = (run: ActionRun | undefined): Recorded =>
  JSON.parse(readFileSync(run?.outputs['report'] ?? '', 'utf8')) as Recorded;

const digest = `sha256:${'c'.repeat(64)}`;

/** `start` gives the address of a registry. */
export function newWeightsCases(start: () => Promise<string>): void {
  test('new weights are recorded, compared with what serves on a page, and registered', async () => {
    const [mlflow, scene] = [await start(), await repository()];
    await scene.evaluate(scene.served, 340);
    await scene.serve();
    await scene.evaluate(scene.merged, 300);
    const weights = { weights: 's3://models/qwen3-vl-sft-2', 'weights-digest': digest };
    const runs = await weightsJob(scene, { ...weights, mlflow, 'mlflow-model': 'announced' });
    const recorded = runs['record-lineage'];
    expect(reportOf(recorded)).toMatchObject({
      findings: [],
      facts: {
        comparisons: [{ id: 's3://models/qwen3-vl-sft-2', against: 'svc-qwen-v1', verdict: 'better' }],
      },
    });
    expect(recorded?.summary).toContain('Against what serves');
    const page = readFileSync(recorded?.outputs['comparison'] ?? '', 'utf8');
    expect(page).toMatch(/^<!doctype html>[^]*qwen3-vl-sft-2[^]*Both chains/i);
    expect(runs['trace-lineage']?.outputs).toMatchObject({ verdict: 'pass', 'mlflow-version': '1' });
  });

  test('what is missing for their comparison is said, and they are registered all the same', async () => {
    const [mlflow, scene] = [await start(), await repository()];
    await scene.serve();
    const runs = await weightsJob(scene, {
      weights: 's3://models/qwen3-vl-sft-2',
      'weights-digest': '',
      mlflow,
      'mlflow-model': 'unmeasured',
    });
    const { facts, findings } = reportOf(runs['record-lineage']);
    expect(facts.comparisons).toMatchObject([{ verdict: 'keep-going' }]);
    expect(findings.map(({ rule }) => rule)).toEqual(['compare/missing-data', 'compare/missing-data']);
    expect(runs['record-lineage']?.summary).toContain('No results of samples are recorded');
    expect(runs['trace-lineage']?.outputs).toMatchObject({ verdict: 'pass', 'mlflow-version': '1' });
  });

  test('without a registry the ledger alone has them', async () => {
    const scene = await repository();
    const runs = await weightsJob(scene, { weights: 'first', 'weights-digest': digest, mlflow: '' });
    expect(Object.keys(runs)).toEqual(['record-lineage']);
    expect(reportOf(runs['record-lineage']).findings).toMatchObject([
      { rule: 'board/not-compared', message: expect.stringContaining('nothing serves yet') as string },
    ]);
    const traced = await scene.run('trace-lineage', { id: 'weights:first' });
    expect(traced.outputs).toMatchObject({ verdict: 'pass', commit: scene.merged });
  });
}
