/** States of an event, each with the plan that it must get: the tests hold the code to it, and docs/plan.md shows it. */
import type { Exemption } from '../../../src/report/model.ts';
import {
  emptyPolicy,
  type Authority,
  type Decision,
  type ExemptionRule,
  type Mode,
  type Policy,
  type TrunkEvent,
} from '../../../src/policy/index.ts';

export interface PlanState {
  readonly event: string;
  readonly state: string;
  readonly given: {
    readonly event: TrunkEvent;
    readonly policy: Policy;
    readonly authority?: Authority;
    readonly paths?: readonly string[];
  };
  readonly mode: Mode;
  /** Of the config, the dependency, the input and the regression gate. */
  readonly decisions: readonly [Decision, Decision, Decision, Decision];
  /** Rules of what the plan says beside it. */
  readonly findings?: readonly string[];
}

const sha = 'a'.repeat(40);
const everything = ['configs/train.yaml', 'uv.lock', 'train.py'];

const pull: TrunkEvent = {
  kind: 'pull-request',
  name: 'pull_request',
  headSha: sha,
  headRef: 'feature/routing',
  baseRef: 'main',
  defaultBranch: 'main',
  pullRequest: { number: 89, author: 'ada', draft: false, fork: false, labels: [] },
};
const facts = { number: 89, author: 'ada', draft: false, fork: false, labels: [] };
const draft: TrunkEvent = { ...pull, pullRequest: { ...facts, draft: true } };
const fork: TrunkEvent = { ...pull, pullRequest: { ...facts, fork: true } };
const hotfix: TrunkEvent = { ...pull, headRef: 'hotfix/bias' };
const group: TrunkEvent = { ...pull, kind: 'merge-group', name: 'merge_group' };
const push: TrunkEvent = {
  kind: 'push',
  name: 'push',
  headSha: sha,
  headRef: 'main',
  baseRef: 'main',
  defaultBranch: 'main',
};

/** Of a team that says what its model is fed. */
const team: Policy = { ...emptyPolicy, inputs: { command: 'python fingerprint.py --out {out}' } };

const managed: Policy = {
  ...team,
  hotfix: {
    ...emptyPolicy.hotfix,
    releaseManagers: { users: ['rita'], teams: [] },
    requiredChecks: ['unit-tests'],
  },
};
const approval = { by: 'rita', at: '2026-11-20T10:05:00Z', sha };
const approved: Authority = { exemptions: [], hotfix: { approval, notGreen: [] } };
const before = { sha: 'b'.repeat(40), branch: 'main', pullRequest: 71, due: '2026-11-19T10:00:00Z' };

/** Approved, after a hotfix that still owes its evaluation. */
function indebted(state: 'owed' | 'overdue' | 'paid'): Authority {
  const ledger = { read: true as const, owed: [{ ...before, state }] };
  return { exemptions: [], hotfix: { approval, notGreen: [], ledger } };
}

const ledgerless: Authority = {
  exemptions: [],
  hotfix: { approval, notGreen: [], ledger: { read: false, reason: 'the remote did not answer' } },
};
const red = { name: 'unit-tests', state: 'failure' };

const rule: ExemptionRule = {
  label: 'skip-full-eval',
  gates: ['regression-gate'],
  by: { users: ['grace'], teams: [] },
  authorMay: false,
  reasonRequired: true,
  sticky: false,
  effect: 'lift',
};
const exemption: Exemption = {
  by: 'grace',
  at: '2026-11-20T10:05:00Z',
  sha,
  label: rule.label,
  reason: 'the cluster is down',
};

function granted(change: Partial<ExemptionRule> = {}): Authority {
  return { exemptions: [{ granted: true, rule: { ...rule, ...change }, exemption }] };
}

const refused: Authority = {
  exemptions: [{ granted: false, rule, reason: 'the label is older than the last push' }],
};

type Rest = Omit<PlanState, 'event' | 'state' | 'given'>;

function state(event: TrunkEvent, words: string, given: Partial<PlanState['given']>, rest: Rest): PlanState {
  return {
    event: event.name,
    state: words,
    given: { event, policy: team, paths: everything, ...given },
    ...rest,
  };
}

const all = ['run', 'run', 'run', 'run'] as const;
const noEvaluation = ['run', 'run', 'run', 'exempt'] as const;

export const planStates: readonly PlanState[] = [
  state(pull, 'ready for review', {}, { mode: 'standard', decisions: all }),
  state(
    pull,
    'into `release/v2.3`',
    { event: { ...pull, baseRef: 'release/v2.3' } },
    { mode: 'release', decisions: all },
  ),
  state(fork, 'from a fork', {}, { mode: 'standard', decisions: all }),
  state(draft, 'draft', {}, { mode: 'draft', decisions: ['run', 'run', 'run', 'later'] }),
  state(
    draft,
    'draft of a hotfix branch',
    { event: { ...draft, headRef: 'hotfix/bias' }, policy: managed, authority: approved },
    { mode: 'draft', decisions: ['run', 'run', 'run', 'later'] },
  ),
  state(
    pull,
    'nothing is known of the changed files',
    { event: pull, policy: team, paths: [] },
    { mode: 'standard', decisions: all },
  ),
  state(
    pull,
    'only a config changed',
    { paths: ['configs/train.yaml'] },
    { mode: 'standard', decisions: ['run', 'run', 'run', 'run'] },
  ),
  state(
    pull,
    'only code changed',
    { paths: ['train.py'] },
    { mode: 'standard', decisions: ['not-applicable', 'not-applicable', 'run', 'run'] },
  ),
  state(
    pull,
    'only documentation changed',
    { paths: ['README.md', 'docs/use.md'] },
    { mode: 'standard', decisions: ['not-applicable', 'not-applicable', 'not-applicable', 'not-applicable'] },
  ),
  state(
    pull,
    'a gate turned off by the policy',
    { policy: { ...team, gates: { 'detect-dep-drift': false } } },
    { mode: 'standard', decisions: ['run', 'off', 'run', 'run'] },
  ),
  state(
    pull,
    'label `skip-full-eval` granted',
    { authority: granted() },
    { mode: 'standard', decisions: noEvaluation },
  ),
  state(
    pull,
    'label with `effect: light` granted',
    { authority: granted({ effect: 'light' }) },
    { mode: 'standard', decisions: ['run', 'run', 'run', 'light'] },
  ),
  state(
    pull,
    'label for the dependency gate granted',
    { authority: granted({ gates: ['detect-dep-drift'] }) },
    { mode: 'standard', decisions: ['run', 'exempt', 'run', 'run'] },
  ),
  state(
    pull,
    'label that does not hold',
    { authority: refused },
    { mode: 'standard', decisions: all, findings: ['trunk/exemption-refused'] },
  ),
  state(
    hotfix,
    'hotfix, approved, checks green',
    { policy: managed, authority: approved },
    { mode: 'hotfix', decisions: noEvaluation },
  ),
  state(
    hotfix,
    'hotfix, approved, `evaluation: light`',
    { policy: { ...managed, hotfix: { ...managed.hotfix, evaluation: 'light' } }, authority: approved },
    { mode: 'hotfix', decisions: ['run', 'run', 'run', 'light'] },
  ),
  state(
    hotfix,
    'hotfix, approved; an earlier one owes its evaluation, in time',
    { policy: managed, authority: indebted('owed') },
    { mode: 'hotfix', decisions: noEvaluation },
  ),
  state(
    hotfix,
    'hotfix, approved; the evaluation of an earlier one is overdue',
    { policy: managed, authority: indebted('overdue') },
    { mode: 'hotfix', decisions: ['run', 'run', 'run', 'light'], findings: ['trunk/evaluation-overdue'] },
  ),
  state(
    hotfix,
    'hotfix, approved; the ledger could not be read',
    { policy: managed, authority: ledgerless },
    { mode: 'hotfix', decisions: ['run', 'run', 'run', 'light'], findings: ['trunk/ledger-unread'] },
  ),
  state(
    hotfix,
    'hotfix, not approved on its head',
    { policy: managed, authority: { exemptions: [], hotfix: { notGreen: [] } } },
    { mode: 'hotfix', decisions: all, findings: ['trunk/hotfix-needs-approval'] },
  ),
  state(
    hotfix,
    'hotfix, approved, a required check red',
    { policy: managed, authority: { exemptions: [], hotfix: { approval, notGreen: [red] } } },
    { mode: 'hotfix', decisions: all, findings: ['trunk/hotfix-check-not-green'] },
  ),
  state(
    hotfix,
    'hotfix, people and checks could not be read',
    { policy: managed },
    {
      mode: 'hotfix',
      decisions: all,
      findings: ['trunk/hotfix-needs-approval', 'trunk/hotfix-check-not-green'],
    },
  ),
  state(
    hotfix,
    'hotfix, approved, a label would lift another gate',
    {
      policy: managed,
      authority: { ...approved, ...granted({ gates: ['detect-dep-drift'] }) },
    },
    { mode: 'hotfix', decisions: noEvaluation, findings: ['trunk/exemption-refused'] },
  ),
  state(
    hotfix,
    'hotfix, the policy names no release managers',
    {},
    { mode: 'hotfix', decisions: all, findings: ['trunk/hotfix-without-managers'] },
  ),
  state(
    hotfix,
    'hotfix branch into a feature branch',
    { event: { ...hotfix, baseRef: 'feature/x' }, policy: managed, authority: approved },
    { mode: 'standard', decisions: all },
  ),
  state(
    fork,
    'a branch called hotfix in a fork',
    { event: { ...fork, headRef: 'hotfix/bias' }, policy: managed, authority: approved },
    { mode: 'standard', decisions: all },
  ),
  state(group, 'nothing was granted', {}, { mode: 'standard', decisions: all }),
  state(
    group,
    'its pull request has a granted label',
    { authority: granted() },
    { mode: 'standard', decisions: noEvaluation },
  ),
  state(
    group,
    'its pull request is an approved hotfix',
    { event: { ...group, headRef: 'hotfix/bias' }, policy: managed, authority: approved },
    { mode: 'hotfix', decisions: noEvaluation },
  ),
  state(
    push,
    'the merge of a pull request with a granted label',
    { event: { ...pull, kind: 'push', name: 'push' }, authority: granted() },
    { mode: 'standard', decisions: noEvaluation },
  ),
  state(push, 'to trunk', {}, { mode: 'standard', decisions: all }),
  state(
    push,
    'to `release/v2.3`',
    { event: { ...push, headRef: 'release/v2.3', baseRef: 'release/v2.3' } },
    { mode: 'release', decisions: all },
  ),
  state({ kind: 'other', name: 'workflow_dispatch' }, 'by hand', {}, { mode: 'standard', decisions: all }),
  state({ kind: 'other', name: 'schedule' }, 'nightly', {}, { mode: 'standard', decisions: all }),
];
