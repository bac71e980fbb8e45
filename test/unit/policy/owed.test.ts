import { describe, expect, it } from 'vitest';
import { holdsBack, issueStep, type IssueFacts } from '../../../src/policy/index.ts';
import type { OwedEvaluation } from '../../../src/report/owed-evaluation.ts';

const sha = 'a'.repeat(40);
const owed: OwedEvaluation = {
  sha,
  branch: 'main',
  pullRequest: 71,
  issue: 72,
  due: '2026-11-20T10:00:00Z',
  state: 'owed',
};
const ours: IssueFacts = { title: 'Evaluate hotfix v2.3.1 (#71) by …', open: true, bot: true };

describe('what the issue of a hotfix says', () => {
  it.each<[string, Partial<OwedEvaluation>, Partial<IssueFacts>, string | undefined, string | undefined]>([
    ['nothing while there is time', {}, {}, undefined, undefined],
    ['nothing while there is time, though somebody closed it', {}, { open: false }, undefined, undefined],
    ['that it is overdue', { state: 'overdue' }, {}, 'Overdue since 2026-11-20T10:00:00Z', undefined],
    ['and is opened again for it', { state: 'overdue' }, { open: false }, 'Overdue since', 'open'],
    ['that it is paid, and is closed', { state: 'paid', verdict: 'pass' }, {}, '**pass**', 'closed'],
    ['the same where only values are recorded', { state: 'paid' }, {}, 'its values', 'closed'],
    ['that it failed, and stays open', { state: 'paid', verdict: 'fail' }, {}, '**failed**', undefined],
    [
      'nothing more once it is closed',
      { state: 'paid', verdict: 'pass' },
      { open: false },
      undefined,
      undefined,
    ],
    ['nothing where a person opened it', { state: 'overdue' }, { bot: false }, undefined, undefined],
    [
      'nothing where it is about something else',
      { state: 'overdue' },
      { title: 'Bug' },
      undefined,
      undefined,
    ],
  ])('%s', (_, change, facts, says, become) => {
    const step = issueStep({ ...owed, ...change }, { ...ours, ...facts });
    expect(step?.become).toBe(become);
    expect(step === undefined).toBe(says === undefined);
    expect(step?.comment ?? '').toContain(says ?? '');
  });
});

describe('a hotfix that trunk lacks', () => {
  const paid = { ...owed, state: 'paid', verdict: 'pass' } as const;
  it.each([
    ['is evaluated, and its issue stays open', paid, 'ab is not on main', 'Trunk still lacks it', undefined],
    ['is evaluated, and on trunk', paid, undefined, 'is evaluated', 'closed'],
    ['failed its evaluation', { ...paid, verdict: 'fail' }, 'ab is not on main', 'it **failed**', undefined],
  ] as const)('%s', (_, one, lacking, says, become) => {
    const step = issueStep(one, ours, lacking);
    expect(step?.comment).toContain(says);
    expect(step?.become).toBe(become);
  });
});

describe('what keeps a hotfix back from going without its evaluation', () => {
  it.each([
    ['nothing: the ledger was not asked', undefined, undefined],
    ['nothing is owed', { read: true as const, owed: [] }, undefined],
    ['owed in time', { read: true as const, owed: [owed] }, undefined],
    ['paid', { read: true as const, owed: [{ ...owed, state: 'paid' as const }] }, undefined],
    [
      'overdue',
      { read: true as const, owed: [{ ...owed, state: 'overdue' as const }] },
      'hotfix #71 is overdue',
    ],
    ['a ledger that could not be read', { read: false as const, reason: 'x' }, 'could not be read'],
  ])('%s', (_, word, says) => {
    const held = holdsBack(word, 'b'.repeat(40));
    expect(held === undefined).toBe(says === undefined);
    expect(held ?? '').toContain(says ?? '');
  });

  it('not its own', () => {
    const word = { read: true as const, owed: [{ ...owed, state: 'overdue' as const }] };
    expect(holdsBack(word, sha)).toBeUndefined();
  });
});
