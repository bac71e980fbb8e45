/** Registration against a real MLflow server, on loopback and on an empty store. */
import { spawn } from 'node:child_process';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { setTimeout } from 'node:timers/promises';
import { afterAll, describe } from 'vitest';
import { registrationCases } from '../../support/registration.ts';
import { experimentCases } from '../../support/experiments.ts';
import { newWeightsCases } from '../../support/new-weights.ts';
import { freePort } from '../../support/free-port.ts';

/** A Python that has MLflow and what its server needs. */
const python = process.env['MLFLOW_PYTHON'] ?? '';
const server = python === '' ? 'MLFLOW_PYTHON names no Python with MLflow' : await startServer(python);
if (typeof server === 'string') console.log(`skipped: ${server}`);

describe.skipIf(typeof server === 'string')('a real MLflow server', () => {
  afterAll(() => (typeof server === 'string' ? undefined : server.stop()));

  const start = () => Promise.resolve(typeof server === 'string' ? '' : server.url);
  registrationCases(start);
  newWeightsCases(start);
  experimentCases(start);
});

interface Server {
  readonly url: string;
  stop(): void;
}

/** The server once it answers, or why there is none: what cannot be started says nothing of what is tested. */
async function startServer(command: string): Promise<Server | string> {
  const folder = mkdtempSync(path.join(tmpdir(), 'mlflow-'));
  const port = await freePort();
  const url = `http://127.0.0.1:${port}`;
  const options = [
    ['--backend-store-uri', `sqlite:///${path.join(folder, 'mlflow.sqlite').replaceAll('\\', '/')}`],
    ['--default-artifact-root', path.join(folder, 'artifacts')],
    ['--host', '127.0.0.1', '--port', String(port), '--workers', '1'],
  ].flat();
  // Its end is sure, even where these tests are killed: `timeout` ends it with the workers that it starts.
  const child = spawn('timeout', ['600', command, '-m', 'mlflow', 'server', ...options], {
    detached: true,
    cwd: folder,
    env: { ...process.env, MLFLOW_SERVER_ENABLE_JOB_EXECUTION: 'false', MLFLOW_DISABLE_TELEMETRY: 'true' },
    stdio: ['ignore', 'ignore', 'pipe'],
  });
  let [ended, said] = [false, ''];
  child.stderr.on('data', (chunk: Buffer) => (said = `${said}${chunk.toString('utf8')}`.slice(-500)));
  child.on('error', (error) => ([ended, said] = [true, error.message]));
  child.on('exit', () => (ended = true));
  const stop = () => {
    if (child.pid !== undefined && !ended) process.kill(-child.pid);
    rmSync(folder, { recursive: true, force: true, maxRetries: 5 });
  };
  if (await answers(url, () => ended)) return { url, stop };
  stop();
  return `the MLflow server did not start: ${said.trim().split('\n').at(-1) ?? ''}`;
}

async function answers(url: string, over: () => boolean): Promise<boolean> {
  const until = Date.now() + 240_000;
  while (!over() && Date.now() < until) {
    const asked = fetch(`${url}/health`, { signal: AbortSignal.timeout(5000) });
    if (await asked.then(({ ok }) => ok).catch(() => false)) return true;
    await setTimeout(250);
  }
  return false;
}
