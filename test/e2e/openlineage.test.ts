/** The command line sends events to a backend on loopback. */
import { createServer } from 'node:http';
import { expect, onTestFinished, test } from 'vitest';
import { modelGates, servedRepository } from '../support/registration.ts';

/** Takes what is posted, and remembers it. */
async function backend(status = 201) {
  const taken: { path: string; authorization: string | undefined; event: unknown }[] = [];
  const server = createServer((request, response) => {
    const chunks: Buffer[] = [];
    request.on('data', (chunk: Buffer) => chunks.push(chunk));
    request.on('end', () => {
      const { url: path = '', headers } = request;
      const event: unknown = JSON.parse(Buffer.concat(chunks).toString());
      taken.push({ path, authorization: headers.authorization, event });
      response.writeHead(status).end();
    });
  });
  await new Promise<void>((ready) => server.listen(0, '127.0.0.1', ready));
  onTestFinished(() => void server.close());
  const address = server.address();
  return { url: `http://127.0.0.1:${typeof address === 'object' ? (address?.port ?? 0) : 0}`, taken };
}

test('a chain, and without an id all of the ledger', async () => {
  const [{ url, taken }, work] = [await backend(), await servedRepository()];
  const env = { OPENLINEAGE_API_KEY: 'the-key' };
  const chain = await modelGates(work, ['trace', 'svc-qwen-v23', '--openlineage', url, '--json'], { env });
  const { facts } = JSON.parse(chain.stdout) as { facts: { openlineage: { sent: number } } };
  expect(facts.openlineage.sent).toBeGreaterThan(2);
  expect(taken).toHaveLength(facts.openlineage.sent);
  expect(taken[0]).toMatchObject({
    path: '/api/v1/lineage',
    authorization: 'Bearer the-key',
    event: { eventType: 'COMPLETE', job: { namespace: expect.stringContaining('github.com') as string } },
  });
  const whole = await modelGates(work, ['trace', '--openlineage', url, '--json'], { env });
  expect(whole.exitCode).toBe(0);
  expect(taken.length).toBeGreaterThanOrEqual(2 * facts.openlineage.sent);
});

test('what is refused fails, and names the record', async () => {
  const [{ url }, work] = [await backend(400), await servedRepository()];
  const run = await modelGates(work, ['trace', '--openlineage', url]);
  expect(run.exitCode).toBe(1);
  expect(run.stdout).toContain('lineage/not-sent');
});
