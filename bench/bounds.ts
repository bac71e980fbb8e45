/**
 * How cost grows with what a change brings, at three sizes each in one run: `npm run build && node bench/bounds.ts`. Processor time
 * and peak memory of the whole CLI; a growth of about two for twice the size is linear. What no processor pays for, an API that never
 * answers, is counted in test/hostile/bounds.test.ts.
 */
import { spawnSync } from 'node:child_process';
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { strToU8, zipSync } from 'fflate';
import { measure } from './measure.ts';

const cli = path.join(import.meta.dirname, '../dist/cli/index.js');
const root = mkdtempSync(path.join(tmpdir(), 'bench-bounds-'));

interface Case {
  readonly name: string;
  readonly sizes: readonly number[];
  /** Arguments to the CLI; writes what they name into the folder. */
  readonly prepare: (folder: string, size: number) => readonly string[];
}

function write(folder: string, name: string, content: string | Uint8Array): string {
  const file = path.join(folder, name);
  mkdirSync(path.dirname(file), { recursive: true });
  writeFileSync(file, content);
  return file;
}

/** Packages that each need the next, all of them new, or all of them moved. */
const chain =
  (moved: boolean) =>
  (folder: string, size: number): readonly string[] => {
    const head = 'version = 1\nrevision = 3\n';
    const lock = (version: string): string =>
      Array.from({ length: size }, (_, at) => {
        const needs = at + 1 < size ? `dependencies = [{ name = "p${at + 1}" }]\n` : '';
        return `\n[[package]]\nname = "p${at}"\nversion = "${version}"\nsource = { registry = "https://index.example/simple" }\n${needs}`;
      }).join('');
    const before = path.dirname(write(folder, 'before/uv.lock', head + (moved ? lock('1.0') : '')));
    const after = path.dirname(write(folder, 'after/uv.lock', head + lock('2.0')));
    return ['deps', '--before', before, '--after', after];
  };

function configs(folder: string, size: number): readonly string[] {
  const git = (...args: string[]) =>
    spawnSync('git', ['-c', 'user.name=a', '-c', 'user.email=a@example.org', ...args], { cwd: folder });
  git('init', '--quiet', '--initial-branch=main', '.');
  for (const value of [1, 2]) {
    for (let at = 0; at < size; at++)
      write(folder, `configs/${at}.yaml`, `hidden_size: 64\nlr: 0.1\nseed: ${value}\n`);
    git('add', '.');
    git('commit', '--quiet', '--message', `seed ${value}`);
  }
  return ['check', '--base', 'HEAD~1'];
}

function workbook(folder: string, size: number): readonly string[] {
  const row = (...texts: readonly (string | number)[]) =>
    `<row>${texts.map((text) => `<c t="str"><v>${text}</v></c>`).join('')}</row>`;
  const rows = Array.from({ length: size }, (_, at) => row(at, 'A', 'B')).join('');
  const bytes = zipSync({
    'xl/workbook.xml': strToU8('<workbook><sheets><sheet r:id="r"/></sheets></workbook>'),
    'xl/_rels/workbook.xml.rels': strToU8('<R><Relationship Id="r" Target="sheet.xml"/></R>'),
    'xl/sheet.xml': strToU8(`<sheet>${row('index', 'answer', 'prediction')}${rows}</sheet>`),
  });
  const file = write(folder, 'results.xlsx', bytes);
  return ['regression', '--baseline', file, '--candidate', file, '--metric', 'accuracy'];
}

const cases: readonly Case[] = [
  { name: 'new packages in a chain', sizes: [50_000, 100_000, 200_000], prepare: chain(false) },
  { name: 'moved packages in a chain', sizes: [50_000, 100_000, 200_000], prepare: chain(true) },
  { name: 'changed configs', sizes: [25_000, 50_000, 100_000], prepare: configs },
  { name: 'rows of a workbook', sizes: [25_000, 50_000, 100_000], prepare: workbook },
];

for (const { name, sizes, prepare } of cases) {
  let last: number | undefined;
  for (const size of sizes) {
    const folder = path.join(root, `${name.replaceAll(' ', '-')}-${size}`);
    mkdirSync(folder, { recursive: true });
    const args = prepare(folder, size);
    const [used] = measure([{ name, args: [cli, ...args] }], 1, folder);
    if (used === undefined) continue;
    const growth = last === undefined ? '' : `, × ${(used.cpu / last).toFixed(2)}`;
    console.log(
      `${size.toLocaleString('en')} ${name}: ${(used.cpu / 1000).toFixed(2)} s CPU, ${used.rss.toFixed(0)} MiB${growth}`,
    );
    last = used.cpu;
  }
}
rmSync(root, { recursive: true, force: true });
