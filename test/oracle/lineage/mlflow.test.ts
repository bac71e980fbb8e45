import { spawn } from 'node:child_process';
import path from 'node:path';
import { afterAll, beforeAll, describe } from 'vitest';
import { registrationCases } from '../../support/registration.ts';
import { freePort } from '../../support/free-port.ts';
import { temporaryFolder } from '../../support/repository.ts';

/** A Python that has MLflow and what its server needs. */
const python = process.env['LINEAGE_PYTHON'] ?? '';
if (python === '') console.log('skipped: LINEAGE_PYTHON names no Python with MLflow');

describe.skipIf(python === '')('a real MLflow server', () => {
  let url = '';
  let stop = () => {};

  beforeAll(async () => {
    const folder = temporaryFolder();
    const port = await freePort();
    url = `http://127.0.0.1:${port}`;
    const options = [
      ['--backend-store-uri', `sqlite:///${path.join(folder, 'mlflow.sqlite').replaceAll('\\', '/')}`],
      ['--default-artifact-root', path.join(folder, 'artifacts')],
      ['--host', '127.0.0.1', '--port', String(port), '--workers', '1'],
    ].flat();
    const server = spawn(python, ['-m', 'mlflow', 'server', ...options], {
      // A group of its own: the server starts workers.
      detached: true,
      cwd: folder,
      env: { ...process.env, MLFLOW_SERVER_ENABLE_JOB_EXECUTION: 'false', MLFLOW_DISABLE_TELEMETRY: 'true' },
      stdio: 'ignore',
    });
    stop = () => process.kill(-(server.pid ?? 0));
    await answering(url);
  }, 300_000);

  afterAll(() => stop());

  registrationCases(() => Promise.resolve(url));
});

async function answering(url: string): Promise<void> {
  for (;;) {
    const healthy = await fetch(`${url}/health`).then(
      ({ ok }) => ok,
      () => false,
    );
    if (healthy) return;
    await new Promise((resolve) => {
      setTimeout(resolve, 250);
    });
  }
}
