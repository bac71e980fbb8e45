/** Every request of a promotion fails once, in every way: nothing is half done, it is said in clear words, and the same command goes on. */
import { execFileSync } from 'node:child_process';
import { describe, expect, test } from 'vitest';
import { checkDrift } from '../../../src/promotion/gate/check-drift.ts';
import { promote } from '../../../src/promotion/gate/promote.ts';
import { noteIn } from '../../../src/promotion/message.ts';
import { standingOf } from '../../../src/promotion/standing.ts';
import { forgePorts, manifestsAt } from '../../../src/runner/promotion.ts';
import { connect } from '../../../src/github/index.ts';
import { isUserError } from '../../../src/kernel/user-error.ts';
import type { Fault } from '../../support/github-api/index.ts';
import {
  file,
  manifest,
  promotionPorts,
  recordsOf,
  serving,
  targetOf,
  versionRecords,
  writableLedger,
} from '../../support/promotion.ts';
import { rememberingLog } from '../../support/log.ts';
import { samples } from '../../support/seed.ts';
import { commit, loopback } from '../github/setup.ts';

const after = manifest.replace('w1', 'w2');
const failures: readonly Omit<Fault, 'path'>[] = [
  { status: 401, message: 'Bad credentials' },
  { status: 403, message: 'Resource not accessible by integration' },
  { status: 404, message: 'Not Found' },
  { status: 409, message: 'Conflict' },
  { status: 422, message: 'Validation Failed' },
  { status: 429, message: 'slow down', headers: { 'retry-after': '1' } },
  { status: 500, message: 'Server Error' },
  { reset: true },
  // The run is killed before the answer, or the answer is lost.
  { reset: true, carriedOut: true },
  { status: 502, message: 'Bad gateway', carriedOut: true },
  // Longer than anybody waits for it.
  { delayMs: 5000 },
];

type Lands = 'commit' | 'pull-request';

async function scene(lands: Lands) {
  const { api } = await loopback();
  const sha = await commit(api, 'init', [], { [file]: manifest, 'README.md': 'x' });
  await api.git.createRef('refs/heads/main', sha);
  const kept = writableLedger(
    recordsOf([
      ...versionRecords('w1', { commit: sha }),
      serving('svc-1', 'w1'),
      ...versionRecords('w2', { commit: sha }),
    ]),
  );
  const { repository } = api.state;
  /** Of a new process; nothing is repeated, so that one failure is one. */
  const portsNow = (limits: { readonly requestMs?: number } = {}) => {
    const github = connect({
      token: api.token,
      apiUrl: api.url,
      repository,
      log: rememberingLog(),
      retry: { attempts: 1, ...limits },
    });
    const connected = () => Promise.resolve(github);
    const forge = forgePorts({ repository, serverUrl: 'https://git.example', connect: connected });
    return { ...promotionPorts(kept.ledger, manifestsAt(connected)), ...forge };
  };
  const target = targetOf({ lands });
  const run = (limits = {}) => promote({ version: 'w2', target, dryRun: false }, portsNow(limits));
  const tip = async (branch: string) => (await api.git.ref(`refs/heads/${branch}`))?.sha ?? '';
  const state = () => {
    const git = (...args: readonly string[]) =>
      execFileSync('git', ['--git-dir', api.git.gitDir, ...args], { encoding: 'utf8' });
    const text = git('show', `main:${file}`);
    const messages = git('log', '--format=%B%x00', 'main').split('\0');
    const promotions = messages.filter((message) => noteIn(message) !== undefined);
    return {
      text,
      promotions: promotions.length,
      serving: standingOf('qwen-vl', kept.records()).history.length,
    };
  };
  return { api, run, state, tip, portsNow, target };
}

/** Requests of one promotion that meets no fault. */
async function protocolOf(lands: Lands): Promise<readonly string[]> {
  const { api, run } = await scene(lands);
  const before = api.requests.length;
  await run();
  return api.requests
    .slice(before)
    .map(({ method, path }) => `${method} ${path.replaceAll(/[0-9a-f]{40}/g, '…')}`);
}

/** What a run says where it does not pass: words, and what to do. */
async function saidBy(run: () => ReturnType<typeof promote>): Promise<string> {
  try {
    const { findings, verdict } = await run();
    const error = findings.find(({ severity }) => severity === 'error');
    return verdict === 'pass' ? 'passed' : clarityOf(error);
  } catch (error) {
    return isUserError(error) ? clarityOf(error) : String(error);
  }
}

function clarityOf(
  told: { readonly message: string; readonly help?: string | undefined } | undefined,
): string {
  return /\w/.test(told?.message ?? '') && /\w/.test(told?.help ?? '')
    ? 'said'
    : `unclear: ${told?.message ?? ''}`;
}

describe.each<Lands>(['commit', 'pull-request'])('by a %s', (lands) => {
  test('every request fails in every way', async () => {
    const protocol = await protocolOf(lands);
    expect(protocol.length).toBeGreaterThan(8);
    const cases = protocol.flatMap((request, at) => failures.map((fault) => ({ request, at, fault })));
    const step = Math.max(1, Math.round(1 / samples(1, 1 / 19)));
    for (const { request, at, fault } of cases.filter((_, number) => number % step === 0)) {
      const one = await scene(lands);
      one.api.failNext({ ...fault, path: '/', skip: at });
      const first = await saidBy(() => one.run(fault.delayMs === undefined ? {} : { requestMs: 1000 }));
      const half = one.state();
      const again = await one.run();
      await merged(lands, one);
      const states = one.api.state.deployments.flatMap(({ statuses }) => statuses.map(({ state }) => state));
      expect({
        case: `${request} (${at}) ${JSON.stringify(fault)}`,
        isClear: first === 'passed' || first === 'said' ? 'clear' : first,
        // Either the edit is there whole, with its note, or nothing is; what is recorded has landed.
        text: half.text,
        isAhead: half.serving - 1 > half.promotions,
        again: again.verdict,
        pulls: one.api.state.pulls.length,
        announced: states.filter((state) => state === (lands === 'commit' ? 'success' : 'in_progress'))
          .length,
        end: one.state(),
      }).toEqual({
        case: expect.stringContaining(request) as string,
        isClear: 'clear',
        text: half.promotions === 1 ? after : manifest,
        isAhead: false,
        again: 'pass',
        pulls: lands === 'commit' ? 0 : 1,
        announced: 1,
        end: { text: after, promotions: 1, serving: 2 },
      });
    }
  });
});

/** A pull request is merged, and what has landed is recorded by the next check. */
async function merged(
  lands: Lands,
  { api, tip, target, portsNow }: Awaited<ReturnType<typeof scene>>,
): Promise<void> {
  if (lands === 'commit') return;
  await api.git.updateRef('refs/heads/main', await tip(api.state.pulls[0]?.head.ref ?? ''), false);
  await checkDrift([target], false, portsNow());
}
