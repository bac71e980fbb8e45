/** A ledger of chains of five records, each with a service of its own. */
import { execFileSync, spawn } from 'node:child_process';
import { once } from 'node:events';
import { closeSync, createWriteStream, mkdtempSync, openSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import type { Writable } from 'node:stream';
import { hashes } from '../src/lineage/gate/hashes.ts';
import { completeRecord, pathsOf, readDraft, recordText, type LineageRecord } from '../src/lineage/index.ts';

/**
 * Contents by fast-import, names through an index, sorted: fast-import itself looks through a whole folder for each name, which at
 * a million records takes hours.
 */
export async function fill(bare: string, size: number): Promise<void> {
  const folder = mkdtempSync(path.join(tmpdir(), 'bench-fill-'));
  const names = path.join(folder, 'names');
  const list = createWriteStream(names);
  const importing = spawn('git', ['fast-import', '--quiet'], {
    cwd: bare,
    stdio: ['pipe', 'ignore', 'inherit'],
  });
  const closed = once(importing, 'close');
  const write = async (to: Writable, text: string) => {
    if (!to.write(text)) await once(to, 'drain');
  };
  for (let at = 0; at < size / 5; at += 1) {
    const records = chainOf(at).map((record) => ({ record, text: recordText(record) }));
    await write(
      importing.stdin,
      records.map(({ text }) => `blob\ndata ${Buffer.byteLength(text)}\n${text}\n`).join(''),
    );
    const lines = records.flatMap(({ record, text }) => {
      const oid = hashes.sha1(`blob ${Buffer.byteLength(text)}\0${text}`);
      return pathsOf(record, hashes).map((file) => `100644 ${oid}\t${file}\n`);
    });
    await write(list, lines.join(''));
  }
  importing.stdin.end();
  list.end();
  await Promise.all([closed, once(list, 'close')]);
  execFileSync('sort', ['-t', '\t', '-k', '2', '-o', names, names], { env: { ...process.env, LC_ALL: 'C' } });
  const env = { ...process.env, GIT_INDEX_FILE: path.join(folder, 'index') };
  const input = openSync(names, 'r');
  execFileSync('git', ['update-index', '--index-info'], {
    cwd: bare,
    env,
    stdio: [input, 'ignore', 'inherit'],
  });
  closeSync(input);
  const tree = execFileSync('git', ['write-tree'], { cwd: bare, env, encoding: 'utf8' }).trim();
  rmSync(folder, { recursive: true });
  const person = ['-c', 'user.name=bench', '-c', 'user.email=bench@example.org'];
  const git = (...args: string[]) => execFileSync('git', args, { cwd: bare, encoding: 'utf8' }).trim();
  const commit = git(...person, 'commit-tree', '-m', 'bench', tree);
  for (const ref of ['refs/heads/model-lineage', 'refs/lineage/head']) git('update-ref', ref, commit);
  git('repack', '-adq');
}

function chainOf(at: number): LineageRecord[] {
  const commit = { kind: 'commit', id: hashes.sha1(`commit ${at}`) };
  const image = { kind: 'image', id: `qwen3-vl:pr-${at}`, digest: `sha256:${hashes.sha256(`image ${at}`)}` };
  const job = { kind: 'job', id: `job-${at}` };
  const weights = { kind: 'weights', id: `weights-${at}` };
  const serving = { kind: 'serving', id: `svc-${at}` };
  const evaluation = { kind: 'evaluation', id: `eval-${at}` };
  return [
    { inputs: [commit], outputs: [image], git_ref: 'refs/heads/main', pr_number: at + 1 },
    { inputs: [commit, image], outputs: [job], seed: 7, command: 'python train.py' },
    { inputs: [job], outputs: [weights] },
    { inputs: [weights], outputs: [evaluation], metrics: { accuracy: 0.8 } },
    { inputs: [weights], outputs: [serving] },
  ].map((value) => {
    const result = readDraft(value);
    if (!result.ok) throw new Error(result.problems.join());
    return completeRecord(result.draft, { at: timeOf(at), by: 'bench' }, hashes);
  });
}

/** A chain an hour, the newest last. */
function timeOf(chain: number): string {
  return new Date(Date.parse('2026-11-22T10:00:00.000Z') - (200_000 - chain) * 3_600_000).toISOString();
}
