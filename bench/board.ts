/**
 * The built board and trace over large ledgers, beside a plain program that reads the same records with git: processor time of all processes,
 * git's on both sides too, and how it grows. Build first; `node bench/board.ts [--ledgers FOLDER] [--rounds N] [--cli FILE]… records…`. Ledgers
 * are made where they are not in the folder, and stay there. Several builds of the CLI take turns.
 */
import { execFileSync } from 'node:child_process';
import { existsSync, mkdirSync, mkdtempSync, renameSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { parseArgs } from 'node:util';
import { measureCommand } from './job/meter.ts';
import { fill } from './lineage-ledger.ts';
import { median } from './measure.ts';

const root = path.resolve(import.meta.dirname, '..');
const scratch = mkdtempSync(path.join(tmpdir(), 'bench-board-'));
process.on('exit', () => rmSync(scratch, { recursive: true, force: true }));
const { values, positionals } = parseArgs({
  allowPositionals: true,
  options: {
    ledgers: { type: 'string', default: scratch },
    rounds: { type: 'string', default: '1' },
    cli: { type: 'string', multiple: true, default: [path.join(root, 'dist/cli/index.js')] },
  },
});

let before: { size: number; costs: ReadonlyMap<string, number> } | undefined;
for (const size of positionals.length === 0 ? [10_000, 100_000] : positionals.map(Number)) {
  const costs = await costsOf(size, await ledgerOf(size));
  for (const [name, cpu] of costs) {
    const grown = cpu / (before?.costs.get(name) ?? Number.NaN);
    const power = Math.log(grown) / Math.log(size / (before?.size ?? size));
    const growth = Number.isNaN(power) ? '' : `, grows with the power of ${power.toFixed(2)}`;
    console.log(`${size} records, ${name}: ${(cpu / 1000).toFixed(2)} s${growth}`);
  }
  before = { size, costs };
}

async function ledgerOf(size: number): Promise<string> {
  const bare = path.resolve(values.ledgers, `${size}.git`);
  if (existsSync(bare)) return bare;
  const making = `${bare}-${process.pid}`;
  execFileSync('git', ['init', '--quiet', '--bare', making]);
  execFileSync('git', ['config', 'uploadpack.allowFilter', 'true'], { cwd: making });
  await fill(making, size);
  renameSync(making, bare);
  return bare;
}

async function costsOf(size: number, remote: string): Promise<Map<string, number>> {
  const found = new Map<string, number[]>();
  for (let round = 0; round < Number(values.rounds); round += 1) {
    const plain = [path.join(import.meta.dirname, 'board-floor.ts'), remote];
    const timed = async (name: string, args: readonly string[], cwd: string) =>
      found.set(name, [...(found.get(name) ?? []), await cpuOf(args, cwd)]);
    await timed('a plain program', plain, cloneOf(remote));
    for (const [at, cli] of values.cli.map((file) => path.resolve(file)).entries()) {
      const which = values.cli.length > 1 ? `CLI ${at + 1}: ` : '';
      const [clone, other] = [cloneOf(remote), cloneOf(remote)];
      const board = [cli, 'dashboard', '--state', 'state', '--out', 'page/index.html'];
      await timed(`${which}board, first`, board, clone);
      await timed(`${which}board, nothing new`, board, clone);
      const trace = [cli, 'trace', `svc-${Math.floor(size / 10)}`];
      await timed(`${which}trace, first`, trace, other);
      await timed(`${which}trace, again`, trace, other);
    }
  }
  return new Map([...found].map(([name, all]) => [name, median(all)]));
}

function cloneOf(remote: string): string {
  const cwd = path.join(mkdtempSync(path.join(scratch, 'run-')), 'clone');
  mkdirSync(cwd);
  execFileSync('git', ['init', '--quiet'], { cwd });
  execFileSync('git', ['remote', 'add', 'origin', remote], { cwd });
  return cwd;
}

async function cpuOf(args: readonly string[], cwd: string): Promise<number> {
  const env = { PATH: process.env['PATH'] ?? '', HOME: scratch, NO_COLOR: '1' };
  const { cpu, exitCode } = await measureCommand({ args, cwd, env });
  if (exitCode !== 0) throw new Error(`${args.join(' ')} ended with ${exitCode}`);
  return cpu;
}
