/**
 * The same invented trunks, evaluated at every merge, for four locators side by side: ours, git_bayesect and Apache Otava from PyPI, and
 * `git bisect run` at the threshold midway between both ends. `LOCATORS_PYTHON` has both packages. `--worlds N` of each churn (40).
 */
import { execFileSync } from 'node:child_process';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { parseArgs } from 'node:util';
import { evidenceOf } from '../src/locate/model/evidence.ts';
import { posteriorOf } from '../src/locate/posterior.ts';
import { worldOf, type World } from '../test/support/locate/worlds.ts';

const samples = 500;
const merges = 64;
const python = process.env['LOCATORS_PYTHON'] ?? '';

function main(): void {
  const { values } = parseArgs({ options: { worlds: { type: 'string' } } });
  const worlds = Number(values.worlds ?? 40);
  if (python === '') {
    console.log('LOCATORS_PYTHON names no Python with git_bayesect and apache-otava: nothing is compared');
    process.exitCode = 77;
    return;
  }
  const repository = new Bisected();
  try {
    console.log(
      `right merge named, ${worlds} worlds a row, −1.8 points by few samples, 64 merges, ${samples} samples`,
    );
    console.log('churn | model-gates | git_bayesect, all counts | Otava | git bisect run');
    for (const churn of [0.02, 0.1, 0.3, 1]) console.log(`${churn} | ${rowOf(churn, worlds, repository)}`);
  } finally {
    repository.remove();
  }
}

function rowOf(churn: number, count: number, repository: Bisected): string {
  const worlds = Array.from({ length: count }, (_, seed) =>
    worldOf({ seed: 500 + seed, merges, samples, churn, kind: 'concentrated' }),
  );
  const right = worlds.map(({ rows }) => rows.map((row) => row.reduce((sum, value) => sum + value, 0)));
  const asked = JSON.stringify({ worlds: right, samples });
  const script = path.join(import.meta.dirname, 'locate-peers.py');
  const answers: unknown = JSON.parse(
    execFileSync(python, [script], { input: asked, encoding: 'utf8', maxBuffer: 1e8 }),
  );
  const columns = [
    worlds.map(ours),
    listIn(answers, 'bayesect'),
    listIn(answers, 'otava'),
    right.map((counts) => repository.culprit(counts)),
  ];
  return columns
    .map((named) => worlds.filter(({ culprit }, at) => named[at] === culprit).length)
    .map((hits) => `${Math.round((100 * hits) / count)} %`)
    .join(' | ');
}

function ours({ rows }: World): number {
  const candidates = rows.slice(1).map((_, at) => ({ at: at + 1, step: at + 1, weight: 1 }));
  const { given } = posteriorOf(candidates, evidenceOf({ values: rows }).down);
  return given.indexOf(Math.max(...given)) + 1;
}

function listIn(answers: unknown, name: string): readonly unknown[] {
  const list: unknown =
    typeof answers === 'object' && answers !== null ? Reflect.get(answers, name) : undefined;
  return Array.isArray(list) ? list : [];
}

/** A repository of as many commits as there are evaluations, and `git bisect run` in it. */
class Bisected {
  readonly #folder = mkdtempSync(path.join(tmpdir(), 'model-gates-bisect-'));
  readonly #shas: string[] = [];

  constructor() {
    this.#git('init', '--quiet');
    for (let at = 0; at <= merges; at++) {
      writeFileSync(path.join(this.#folder, 'merge'), String(at));
      this.#git('add', 'merge');
      this.#git('-c', 'user.name=a', '-c', 'user.email=a@example.com', 'commit', '--quiet', '-m', String(at));
      this.#shas.push(this.#git('rev-parse', 'HEAD').trim());
    }
  }

  culprit(counts: readonly number[]): number {
    const [first = 0, last = 0] = [counts[0], counts.at(-1)];
    const verdicts = counts.map((count) => (2 * count < first + last ? 'bad' : 'good'));
    if (verdicts[0] === 'bad' || verdicts.at(-1) === 'good') return -1;
    writeFileSync(path.join(this.#folder, '.git', 'verdicts'), `${verdicts.join('\n')}\n`);
    this.#git('bisect', 'start', this.#shas.at(-1) ?? '', this.#shas[0] ?? '');
    this.#git('bisect', 'run', 'sh', '-c', 'test "$(sed -n "$(($(cat merge) + 1))p" .git/verdicts)" = good');
    const found = this.#git('rev-parse', 'refs/bisect/bad').trim();
    this.#git('bisect', 'reset');
    return this.#shas.indexOf(found);
  }

  remove(): void {
    rmSync(this.#folder, { recursive: true, force: true, maxRetries: 3 });
  }

  #git(...args: string[]): string {
    return execFileSync('git', args, {
      cwd: this.#folder,
      encoding: 'utf8',
      stdio: ['ignore', 'pipe', 'ignore'],
    });
  }
}

main();
