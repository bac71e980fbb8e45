/**
 * Hashing of models against `sha256sum`, and the search for a request in logs against `grep`, in one run:
 * `node bench/large-files.ts [GB of a model] [GB of a log]`.
 */
import { spawnSync } from 'node:child_process';
import { closeSync, mkdtempSync, openSync, rmSync, writeSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { hashParts } from '../src/runner/hash-parts.ts';
import { linesIn } from '../src/runner/logs/file.ts';

const [model = 1, log = 1] = process.argv.slice(2).map(Number);
const folder = mkdtempSync(path.join(tmpdir(), 'model-gates-bench-'));
const row = (name: string, bytes: number, ms: number, cpuMs: number) =>
  console.log(
    `${name.padEnd(28)} ${(bytes / 1e9).toFixed(2)} GB ${(ms / 1e3).toFixed(2)} s ${(bytes / 1e6 / ms).toFixed(2)} GB/s, CPU ${(cpuMs / 1e3).toFixed(2)} s`,
  );

/** Writes pieces until the file is large enough; returns its bytes. */
function made(name: string, bytes: number, piece: (at: number) => Uint8Array): string {
  const file = path.join(folder, name);
  const handle = openSync(file, 'w');
  for (let [at, written] = [0, 0]; written < bytes; at += 1) written += writeSync(handle, piece(at));
  closeSync(handle);
  return file;
}

async function timed(name: string, bytes: number, run: () => unknown): Promise<void> {
  const [start, cpu] = [performance.now(), process.cpuUsage()];
  await run();
  const { user, system } = process.cpuUsage(cpu);
  row(name, bytes, performance.now() - start, (user + system) / 1e3);
}

function compared(name: string, bytes: number, program: string, args: readonly string[]): void {
  const start = performance.now();
  const { stderr } = spawnSync(
    'bash',
    ['-c', `TIMEFORMAT='%U %S'; time "$@" >/dev/null`, '-', program, ...args],
    { encoding: 'utf8' },
  );
  const cpu = stderr
    .trim()
    .split(' ')
    .reduce((sum, text) => sum + Number(text), 0);
  row(name, bytes, performance.now() - start, cpu * 1e3);
}

try {
  const size = Math.round((model * 1e9) / 4);
  const noise = Buffer.from(Array.from({ length: 1 << 20 }, (_, at) => (at * 2_654_435_761) >>> 24));
  const files = [0, 1, 2, 3].map((part) => made(`model-${part}.safetensors`, size, () => noise));
  const bytes = 4 * Math.ceil(size / noise.length) * noise.length;
  const parts = files.map((file) => ({ file, start: 0, end: bytes / 4 }));
  compared('sha256sum', bytes, 'sha256sum', files);
  for (const algorithm of ['sha256', 'blake2b', 'blake3'] as const)
    await timed(`verify, ${algorithm}`, bytes, () => hashParts(parts, algorithm, () => undefined)).catch(
      (error: unknown) => console.log(algorithm, String(error)),
    );

  const entry = (at: number) =>
    `{"ts":${1.79e9 + at},"request_id":"req-${at}","path":"/v1/chat/completions","version":"svc-1","text":"${'x'.repeat(900)}"}\n`;
  const lines = Math.floor((0.9 * log * 1e9) / entry(1e6).length);
  const file = made('gateway.jsonl', log * 1e9, (at) =>
    Buffer.from(Array.from({ length: 1000 }, (_, one) => entry(1000 * at + one)).join('')),
  );
  compared('grep -F', log * 1e9, 'grep', ['-nF', `req-${lines}"`, file]);
  await timed('trace --traces', log * 1e9, async () => {
    let found = 0;
    for await (const { number } of linesIn('gateway.jsonl', file, [`req-${lines}"`])) found = number;
    console.log(`found in line ${found} of about ${lines}`);
  });
  console.log(`peak memory ${Math.round(process.resourceUsage().maxRSS / 1024)} MiB`);
} finally {
  rmSync(folder, { recursive: true, force: true });
}
