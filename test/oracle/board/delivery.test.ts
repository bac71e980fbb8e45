/** Trunk success and the time to a verdict of recorded runs, against a computation in Python of its own. */
import { spawnSync } from 'node:child_process';
import { describe, expect, it } from 'vitest';
import { feedbackTimeOf, trunkSuccessOf, waitingOf } from '../../../src/board/delivery/figures.ts';
import type { RunRow } from '../../../src/board/delivery/model.ts';
import { seededRandom } from '../../../src/regression/statistics/random.ts';
import { samples } from '../../support/seed.ts';

const present = spawnSync('python3', ['--version']).status === 0;

/** Sorts by the shape of GitHub's answers, one run after the other, where the product groups rows. */
const program = `
import json, statistics, sys
from datetime import datetime
at = lambda text: datetime.fromisoformat(text.replace("Z", "+00:00")).timestamp()
given = json.load(sys.stdin)
since, until = given["since"], given["until"]
pushes, heads = {}, {}
for run in given["runs"]:
    (pushes if run["event"] == "push" else heads).setdefault(run["head_sha"], []).append(run)
won = lost = 0
for runs in pushes.values():
    if not since <= min(at(run["created_at"]) for run in runs) < until: continue
    first = [run["attempts"][0] for run in runs]
    if any(one in ("failure", "timed_out", "startup_failure") for one in first): lost += 1
    else:
        rest = [one for one in first if one not in ("skipped", "neutral")]
        if rest and all(one == "success" for one in rest): won += 1
waits = []
for runs in heads.values():
    began = min(at(run["created_at"]) for run in runs)
    if not since <= began < until: continue
    if any(len(run["attempts"]) > 1 or run["attempts"][0] in ("cancelled", None) for run in runs): continue
    waits.append((max(at(run["updated_at"]) for run in runs) - began) / 3600)
p90 = statistics.quantiles(waits, n=10, method="inclusive")[8] if len(waits) > 1 else (waits or [None])[0]
print(json.dumps({"success": won / (won + lost) if won + lost else None, "pushes": won + lost, "waits": len(waits), "median": statistics.median(waits) if waits else None, "p90": p90}))
`;

const start = Date.parse('2026-09-01T00:00:00Z');
const day = 86_400_000;
const conclusions = [
  'success',
  'success',
  'success',
  'failure',
  'cancelled',
  'skipped',
  'neutral',
  'timed_out',
];

interface Recorded {
  readonly id: number;
  readonly event: 'push' | 'pull_request';
  readonly head_sha: string;
  readonly created_at: string;
  readonly updated_at: string;
  /** Conclusions of its attempts, the first first; null while it runs. */
  readonly attempts: readonly (string | null)[];
}

function recordedRuns(seed: number): Recorded[] {
  const random = seededRandom(seed);
  const draw = (n: number) => Math.floor(random.uniform() * n);
  return Array.from({ length: 300 }, (_, id) => {
    const began = start + draw(60 * 86_400) * 1000;
    const one = () => conclusions[draw(conclusions.length)] ?? 'success';
    const running = draw(40) === 0;
    return {
      id,
      event: draw(2) === 0 ? 'push' : 'pull_request',
      head_sha: `sha-${draw(120)}`,
      created_at: new Date(began).toISOString(),
      updated_at: new Date(began + draw(7200) * 1000).toISOString(),
      attempts: running ? [null] : draw(5) === 0 ? [one(), one()] : [one()],
    };
  });
}

function rowOf({ id, event, head_sha: sha, created_at: createdAt, updated_at, attempts }: Recorded): RunRow {
  const last = attempts.at(-1) ?? undefined;
  return {
    id,
    event,
    sha,
    workflow: 'gates',
    createdAt,
    attempt: attempts.length,
    ...(last !== undefined && { conclusion: last, endedAt: updated_at }),
    ...(attempts.length > 1 && { first: attempts[0] ?? null }),
  };
}

describe.skipIf(!present)('figures of runs', () => {
  it('are those of Python', () => {
    for (let seed = 1; seed <= samples(60, 6); seed++) {
      const runs = recordedRuns(seed);
      const window = { since: start + 10 * day, until: start + 50 * day };
      const input = JSON.stringify({ runs, since: window.since / 1000, until: window.until / 1000 });
      const { stdout, stderr } = spawnSync('python3', ['-c', program], { input, encoding: 'utf8' });
      expect(stderr).toBe('');
      const python = JSON.parse(stdout) as Record<'success' | 'pushes' | 'waits' | 'median' | 'p90', number>;
      const rows = runs.map(rowOf);
      const success = trunkSuccessOf(rows, window, 0);
      const waiting = waitingOf(rows, window, 0);
      const feedback = feedbackTimeOf({ pulls: [], runs: rows, parts: [] }, window, 10);
      expect([success.count, waiting.count, feedback?.count]).toEqual([
        python.pushes,
        python.waits,
        python.waits,
      ]);
      expect(success.value).toBeCloseTo(python.success, 12);
      expect(waiting.value).toBeCloseTo(python.median, 9);
      expect(waiting.p90).toBeCloseTo(python.p90, 9);
      expect((feedback?.p90 ?? 0) / 3_600_000).toBeCloseTo(python.p90, 9);
    }
  });
});
