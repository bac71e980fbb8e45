import { describe, expect, it } from 'vitest';
import { makePlan } from '../../../src/policy/gate/planned.ts';
import { keepIssues } from '../../../src/board/gate/owed.ts';
import type { PullRequestSource } from '../../../src/ports/index.ts';
import { UserError } from '../../../src/kernel/user-error.ts';
import { emptyPolicy, type HotfixSettings, type Plan, type TrunkEvent } from '../../../src/policy/index.ts';
import type { OwedEvaluation } from '../../../src/report/owed-evaluation.ts';

const sha = 'a'.repeat(40);
const earlier: OwedEvaluation = {
  sha: 'b'.repeat(40),
  branch: 'main',
  pullRequest: 71,
  issue: 72,
  due: '2026-11-19T10:00:00Z',
  state: 'overdue',
};

interface Asked {
  readonly plan: Plan;
  readonly times: number;
}

interface Given {
  readonly branch?: string;
  readonly approved?: boolean;
  readonly hotfix?: Partial<HotfixSettings>;
}

/** The plan of a pull request, and how often the ledger was asked for it. */
async function planOf(
  owed: () => Promise<readonly OwedEvaluation[]>,
  { branch = 'hotfix/x', approved = true, hotfix }: Given = {},
): Promise<Asked> {
  const unused = () => Promise.reject(new Error('not asked for'));
  const review = { by: 'rita', state: 'APPROVED' as const, sha, at: '2026-11-20T10:05:00Z' };
  const source: PullRequestSource = {
    current: unused,
    labels: unused,
    labelEvents: unused,
    baseChangedAt: async () => undefined,
    comments: unused,
    pushedAt: unused,
    standing: unused,
    checks: async () => new Map(),
    reviews: async () => (approved ? [review] : []),
  };
  const event: TrunkEvent = {
    kind: 'pull-request',
    name: 'pull_request',
    headSha: sha,
    headRef: branch,
    baseRef: 'main',
    defaultBranch: 'main',
    pullRequest: { number: 89, author: 'ada', draft: false, fork: false, labels: [] },
  };
  const releaseManagers = { users: ['rita'], teams: [] };
  const policy = { ...emptyPolicy, hotfix: { ...emptyPolicy.hotfix, releaseManagers, ...hotfix } };
  let times = 0;
  const asking = () => {
    times += 1;
    return owed();
  };
  const change = { files: [], base: {}, head: {}, commits: async () => [] };
  // oxlint-disable-next-line typescript/no-unsafe-type-assertion -- the plan looks at nothing but the files
  const ports = { now: () => 0, change, owed: asking } as unknown as Parameters<typeof makePlan>[3];
  return { plan: await makePlan(event, policy, source, ports), times };
}

const decision = ({ plan }: Asked) => plan.gates[3]?.decision;
const rules = ({ plan }: Asked) => plan.findings.map(({ rule }) => rule);

describe('the ledger in the plan of a hotfix', () => {
  it.each<[string, () => Promise<readonly OwedEvaluation[]>, string, string[]]>([
    ['nothing is owed', async () => [], 'exempt', []],
    ['one is overdue', async () => [earlier], 'light', ['trunk/evaluation-overdue']],
    [
      'it cannot be read',
      () => Promise.reject(new UserError('the remote did not answer')),
      'light',
      ['trunk/ledger-unread'],
    ],
    ['reading it breaks', () => Promise.reject(new Error('boom')), 'light', ['trunk/ledger-unread']],
  ])('%s', async (_, owed, expected, told) => {
    const asked = await planOf(owed);
    expect([decision(asked), rules(asked), asked.times]).toEqual([expected, told, 1]);
  });

  it.each<[string, Given]>([
    ['what is not a hotfix', { branch: 'feature/x' }],
    ['a hotfix that nobody approved', { approved: false }],
    ['a hotfix that lacks a check', { hotfix: { requiredChecks: ['unit-tests'] } }],
    ['a policy by which every hotfix is evaluated', { hotfix: { evaluation: 'light' } }],
  ])('is not asked for %s', async (_, given) => {
    expect((await planOf(async () => [earlier], given)).times).toBe(0);
  });
});

describe('the issues of hotfixes', () => {
  const facts = { title: 'Evaluate hotfix v2.3.1', open: true, bot: true };

  it('one that cannot be written keeps none of the others from it', async () => {
    const written: number[] = [];
    const findings = await keepIssues([earlier, { ...earlier, issue: 73 }, { ...earlier, issue: 74 }], {
      issue: async (number) => (number === 74 ? undefined : facts),
      keepComment: async (number) => {
        if (number === 72) throw new UserError('refused', { help: 'Give the job `issues: write`.' });
        written.push(number);
      },
      change: async () => undefined,
    });
    expect(findings.map(({ rule, help }) => [rule, help])).toEqual([
      ['trunk/hotfix-follow-up-failed', 'Give the job `issues: write`.'],
    ]);
    expect(written).toEqual([73]);
  });

  it('stay open while trunk lacks the hotfix, and only those that would close ask', async () => {
    const asked: (number | undefined)[] = [];
    const changed: string[] = [];
    const paid = { ...earlier, state: 'paid', verdict: 'pass' } as const;
    await keepIssues(
      [
        { ...paid, issue: 81 },
        { ...paid, issue: 82 },
        { ...paid, state: 'owed', issue: 83 },
      ],
      {
        issue: async () => facts,
        keepComment: async () => undefined,
        change: async (number, state) => void changed.push(`${number} ${state}`),
        lacking: async ({ issue }) => {
          asked.push(issue);
          return issue === 81 ? 'it is not on main' : undefined;
        },
      },
    );
    expect(asked).toEqual([81, 82]);
    expect(changed).toEqual(['82 closed']);
  });
});
