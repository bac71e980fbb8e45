/**
 * Start-up of every bundle as a ratio to bare Node, its size, and the size of what a runner downloads.
 * An action is started without a runner's environment, so that it loads all that it always loads and ends;
 * a library is only loaded. `--json` prints the figures alone, `--rounds N` changes the number of runs (15).
 */
import { execFileSync } from 'node:child_process';
import { readdirSync, readFileSync, statSync } from 'node:fs';
import path from 'node:path';
import { parseArgs } from 'node:util';
import { gzipSync } from 'node:zlib';
import { measure, type Measurement, type Program } from './measure.ts';

const root = path.resolve(import.meta.dirname, '..');
const dist = path.join(root, 'dist');

/** What the design asks for on paths that need no API, and of the archive. */
const goals = { ratio: 1.6, archiveBytes: 1_500_000 };

interface Row extends Measurement {
  readonly wallRatio: number;
  readonly cpuRatio: number;
  /** Bytes of all files of the bundle; 0 for bare Node. */
  readonly bytes: number;
  readonly gzipBytes: number;
}

main();

function main(): void {
  const { values } = parseArgs({
    options: { json: { type: 'boolean' }, rounds: { type: 'string', default: '15' } },
  });
  const rounds = Math.max(10, Number.parseInt(values.rounds, 10) || 0);
  const rows = measured(rounds);
  const archive = execFileSync('git', ['archive', '--format=tar.gz', 'HEAD'], {
    cwd: root,
    maxBuffer: 1 << 30,
  }).length;
  if (values.json === true)
    console.log(
      JSON.stringify({ node: process.version, rounds, rows, archiveBytes: archive, goals }, null, 2),
    );
  else print(rows, rounds, archive);
}

function measured(rounds: number): Row[] {
  const programs: Program[] = [{ name: 'node -e 0', args: ['-e', '0'] }, ...bundles().map(program)];
  const measurements = measure(programs, rounds);
  const bare = measurements[0];
  if (bare === undefined) return [];
  return measurements.map((item) => ({
    ...item,
    wallRatio: item.wall / bare.wall,
    cpuRatio: item.cpu / bare.cpu,
    ...sizeOf(item.name),
  }));
}

/** `check`, `cli`, `lib/config`, …: every folder of dist that contains an index.js. */
function bundles(): string[] {
  const files = readdirSync(dist, { recursive: true, encoding: 'utf8' }).map((file) =>
    file.replaceAll('\\', '/'),
  );
  return files
    .filter((file) => file.endsWith('/index.js'))
    .map((file) => path.posix.dirname(file))
    .toSorted();
}

function program(name: string): Program {
  const file = path.join(dist, name, 'index.js');
  return { name, args: name === 'cli' ? [file, '--help'] : [file] };
}

function sizeOf(name: string): { bytes: number; gzipBytes: number } {
  const folder = path.join(dist, name);
  const files = name.startsWith('node ')
    ? []
    : readdirSync(folder)
        .map((file) => path.join(folder, file))
        .filter((file) => statSync(file).isFile());
  const contents = files.map((file) => readFileSync(file));
  const sum = (sizes: readonly number[]): number => sizes.reduce((total, size) => total + size, 0);
  return {
    bytes: sum(contents.map(({ length }) => length)),
    gzipBytes: sum(contents.map((content) => gzipSync(content).length)),
  };
}

function print(rows: readonly Row[], rounds: number, archive: number): void {
  console.log(`Node ${process.version}, medians of ${rounds} runs\n`);
  const titles = ['bundle', 'wall ms', '× bare', 'CPU ms', '× bare', 'RSS MiB', 'KiB', 'gzip KiB'];
  const cells = rows.map((row) => [
    row.name,
    ...[row.wall, row.wallRatio, row.cpu, row.cpuRatio, row.rss].map(rounded),
    ...[row.bytes, row.gzipBytes].map(kib),
  ]);
  const widths = titles.map((title, at) =>
    Math.max(title.length, ...cells.map((line) => line[at]?.length ?? 0)),
  );
  for (const line of [titles, ...cells])
    console.log(
      line
        .map((text, at) => (at === 0 ? text.padEnd(widths[at] ?? 0) : text.padStart(widths[at] ?? 0)))
        .join('  '),
    );
  const started = rows.filter(({ name }) => !name.startsWith('lib/'));
  const worst = (ratio: (row: Row) => number): string => Math.max(...started.map(ratio)).toFixed(2);
  const [wall, cpu] = [worst(({ wallRatio }) => wallRatio), worst(({ cpuRatio }) => cpuRatio)];
  console.log(
    `\nslowest action or CLI: ${wall} × bare Node, ${cpu} × its processor time (goal ${goals.ratio})`,
  );
  console.log(
    `git archive HEAD, gzip: ${(archive / 1e6).toFixed(2)} MB (goal ${goals.archiveBytes / 1e6} MB)`,
  );
}

function rounded(value: number): string {
  return value < 10 ? value.toFixed(2) : value.toFixed(1);
}

function kib(bytes: number): string {
  return bytes === 0 ? '' : (bytes / 1024).toFixed(0);
}
