import { expect, test } from 'vitest';
import { triggerPipeline } from '../../../src/releases/gate/trigger-pipeline.ts';
import { rememberingLog } from '../../support/log.ts';
import { impatientClock } from '../../support/clock.ts';

const call = {
  schema: 1,
  pipeline: 'train',
  repository: 'acme/qwen3-vl',
  version: 'v2.3.1',
  git_ref: 'main',
  sha: 'a'.repeat(40),
  author: 'ada',
  pr_number: 89,
  config_digest: null,
  dependency_digest: null,
} as const;
const target = { kind: 'repository-event', repository: call.repository, eventType: 'train' } as const;
const run = (runId: number) => ({ runId, url: `https://github.example/runs/${runId}` });

test.each<[string, number[][], string | null]>([
  ['that comes late', [[], [], [], [7]], '7'],
  ['beside one of before', [[3], [3], [8, 3]], '8'],
  ['that nobody names after the key', [[]], null],
  ['that is only the one of before', [[3]], null],
])('the run of a repository event %s', async (_name, answers, jobId) => {
  const events: string[] = [];
  let asked = 0;
  const report = await triggerPipeline(call, target, {
    log: rememberingLog(),
    send: () => Promise.reject(new Error('no platform is asked')),
    clock: impatientClock,
    dispatches: () =>
      Promise.resolve({
        workflow: () => Promise.reject(new Error('no workflow is started')),
        repository: (name) => Promise.resolve(void events.push(name)),
        runsNaming: () => Promise.resolve((answers[asked++] ?? answers.at(-1) ?? []).map(run)),
      }),
  });
  expect(events).toEqual(['train']);
  expect(report.verdict).toBe('pass');
  expect(report.facts.jobId).toBe(jobId);
  expect(report.findings.map(({ rule }) => rule)).toEqual(jobId === null ? ['pipeline/no-job-id'] : []);
});
