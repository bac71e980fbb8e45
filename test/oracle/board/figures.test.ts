/** Merges and lead times of a history against a computation in Python of its own, from git alone. */
import { spawnSync } from 'node:child_process';
import path from 'node:path';
import { describe, expect, it } from 'vitest';
import { boardDefaults, figuresOf } from '../../../src/board/index.ts';
import { seededRandom } from '../../../src/regression/statistics/random.ts';
import { openRepository } from '../../../src/git/index.ts';
import { rememberingLog } from '../../support/log.ts';
import { createRepository, hermeticEnvironment } from '../../support/repository.ts';
import { samples } from '../../support/seed.ts';

const present = spawnSync('python3', ['--version']).status === 0;

/** Walks ancestors with `git rev-list`, merge by merge, where the product lists all commits once. */
const program = `
import json, re, statistics, subprocess, sys
root, since, until = sys.argv[1], float(sys.argv[2]), float(sys.argv[3])
git = lambda *args: subprocess.run(["git", "-C", root, *args], check=True, capture_output=True, text=True).stdout
firsts = git("rev-list", "--first-parent", "HEAD").split()
merges, hours, apart = 0, [], 0
for sha in firsts:
    at = int(git("log", "-1", "--format=%ct", sha))
    if not since <= at < until: continue
    lines = git("log", "-1", "--format=%B", sha).split("\\n")
    revert = any(line.startswith('Revert "') for line in (lines[0], *lines[2:3])) or any(line.startswith("This reverts commit ") for line in lines)
    parents = git("log", "-1", "--format=%P", sha).split()
    mine = git("log", "--no-merges", "--format=%at %an <%ae>", sha + "^2", "^" + sha + "^1").strip().split("\\n") if len(parents) > 1 else []
    mine = [line.split(" ", 1) for line in mine if line]
    authors = [name for _, name in mine] or [git("log", "-1", "--format=%an <%ae>", sha).strip()]
    if revert or all("[bot] <" in name or "[bot]@" in name for name in authors):
        apart += 1
        continue
    merges += 1
    if mine: hours.append(max(0, at - min(int(at) for at, _ in mine)) / 3600)
quantiles = statistics.quantiles(hours, n=10, method="inclusive") if len(hours) > 1 else [None] * 9
print(json.dumps({"merges": merges, "apart": apart, "timed": len(hours), "median": statistics.median(hours) if hours else None, "p90": quantiles[8]}))
`;

const start = 1_750_000_000;

/** Branches that are merged, or squashed, by people and machines; some are reverts. */
function historyOf(seed: number) {
  const random = seededRandom(seed);
  const { root, git } = createRepository();
  let clock = start;
  const commit = (message: string, name: string) => {
    clock += Math.floor(random.uniform() * 40_000);
    const date = `${clock} +0000`;
    const env = hermeticEnvironment({
      GIT_AUTHOR_DATE: date,
      GIT_COMMITTER_DATE: date,
      GIT_AUTHOR_NAME: name,
    });
    spawnSync('git', ['-C', root, 'commit', '-q', '--allow-empty', '-m', message], { env });
  };
  commit('First', 'Ada');
  for (let at = 0; at < 25; at++) {
    const name = random.uniform() < 0.2 ? 'renovate[bot]' : 'Ada';
    const subject = random.uniform() < 0.15 ? `Revert "Change ${at - 1}"` : `Change ${at}`;
    if (random.uniform() < 0.3) {
      commit(`${subject} (#${at})`, name);
      continue;
    }
    git(
      'switch',
      '--quiet',
      '--create',
      `branch-${at}`,
      random.uniform() < 0.3 && at > 3 ? 'HEAD~1' : 'HEAD',
    );
    for (let n = 0; n <= random.uniform() * 3; n++) commit(`Part ${n}`, name);
    git('switch', '--quiet', 'main');
    clock += 1000;
    const env = hermeticEnvironment({
      GIT_AUTHOR_DATE: `${clock} +0000`,
      GIT_COMMITTER_DATE: `${clock} +0000`,
    });
    const words = `Merge pull request #${at} from o/branch-${at}\n\n${subject}`;
    spawnSync('git', ['-C', root, 'merge', '-q', '--no-ff', '-m', words, `branch-${at}`], { env });
  }
  return { root, git, until: (clock + 1) * 1000 };
}

interface Theirs {
  readonly merges: number;
  readonly apart: number;
  readonly timed: number;
  readonly median: number | null;
  readonly p90: number | null;
}

/** Figures of trunk at HEAD, from `since` until `until` (milliseconds), of the product and of Python. */
async function bothOf(root: string, since: number, until: number) {
  const env = hermeticEnvironment();
  const repository = await openRepository({ cwd: root, log: rememberingLog(), env });
  const head = spawnSync('git', ['-C', root, 'rev-parse', 'HEAD'], { encoding: 'utf8', env }).stdout.trim();
  const trunk = await repository.trunkLog(head, 20_000);
  const all = figuresOf({ window: { since, until }, trunk, records: [], settings: boardDefaults });
  const [merges, lead] = ['merges', 'lead-time-to-merge'].map((name) => all.find((one) => one.name === name));
  const args = ['-c', program, root, String(since / 1000), String(until / 1000)];
  const { stdout, stderr } = spawnSync('python3', args, { encoding: 'utf8', env });
  expect(stderr).toBe('');
  return { merges, lead, theirs: JSON.parse(stdout) as Theirs };
}

function expectSame({ merges, lead, theirs }: Awaited<ReturnType<typeof bothOf>>): void {
  expect({
    merges: merges?.count,
    timed: lead?.count,
    median: rounded(lead?.value),
    // Python has no quantile of a single value.
    p90: theirs.timed === 1 ? null : rounded(lead?.p90),
  }).toEqual({
    merges: theirs.merges,
    timed: theirs.timed,
    median: rounded(theirs.median),
    p90: rounded(theirs.p90),
  });
}

function rounded(value: number | null | undefined): number | null {
  return value === null || value === undefined ? null : Number(value.toPrecision(12));
}

describe.skipIf(!present)('figures of a history', () => {
  it.each(Array.from({ length: samples(20, 2) }, (_, seed) => seed))('%d', async (seed) => {
    const { root, until } = historyOf(seed);
    expectSame(await bothOf(root, (start + until / 1000) * 500, until));
  });
});

/** Whole clones, with a colon between: `FIGURES_HISTORIES=/clones/a:/clones/b`. */
const clones = (process.env['FIGURES_HISTORIES'] ?? '').split(path.delimiter).filter(Boolean);

describe.skipIf(!present || clones.length === 0)('figures of a public history', () => {
  it.each(clones)(
    '%s',
    async (root) => {
      const until = Date.parse('2100-01-01T00:00:00Z');
      const both = await bothOf(root, 0, until);
      console.log(path.basename(root), both.theirs);
      expectSame(both);
    },
    0,
  );
});
