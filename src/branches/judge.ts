/** Judges one branch: its name, its age, how far trunk has moved on, and with what it would conflict. */
import { count } from '../kernel/text.ts';
import { branchRules } from './rules.ts';
import picomatch from 'picomatch';
import type { Finding, Judgement } from '../report/model.ts';
import type { BranchFacts } from './facts.ts';
import { spanText } from './age.ts';
import { conflictFacts, conflictFindings } from './conflicts.ts';
import { branchSections } from './sections.ts';
import { ageOf, hoursSinceSync, listed, startText, type BranchState } from './state.ts';
import type { BranchSettings } from '../policy/settings.ts';

/** The settings of the policy, and the other globs that a name may fit: those of hotfixes and of bots. */
export interface BranchRules {
  readonly settings: BranchSettings;
  readonly alsoNamed: readonly string[];
}

/** What is said of a branch; an error for a name that no glob allows, and beyond the limit of age where the policy says so. */
export function judgeBranch(state: BranchState, rules: BranchRules): Omit<Judgement<BranchFacts>, 'verdict'> {
  const findings = [
    ...nameFindings(state, rules),
    ...ageFindings(state, rules.settings),
    ...behindFindings(state),
    ...conflictFindings(state),
  ];
  const ageHours = ageOf(state);
  return {
    title: titleOf(state, findings),
    findings,
    facts: {
      branch: state.branch,
      trunk: state.trunk,
      head: state.head,
      base: state.base,
      mergeBase: state.mergeBase,
      pullRequest: state.pullRequest ?? null,
      ageHours: ageHours === undefined ? null : Math.round(ageHours * 10) / 10,
      startedAt: state.start?.at ?? null,
      ageSource: state.start?.source ?? null,
      ahead: state.ahead,
      behind: state.behind,
      daysSinceSync: Math.round((hoursSinceSync(state) / 24) * 10) / 10,
      lastSync: state.lastSync,
      ...conflictFacts(state),
    },
    sections: branchSections(state),
  };
}

function nameFindings({ branch }: BranchState, { settings: { names }, alsoNamed }: BranchRules): Finding[] {
  if (names.length === 0 || fits(branch, [...names, ...alsoNamed])) return [];
  return [
    branchRules.name.finding({
      message: `The branch name ${branch} fits none of the patterns of the policy: ${listed(names)}.`,
      help: 'Rename it: `git branch -m NEW-NAME`, push that, and open the pull request from it. Patterns stand under branches.names in the policy of trunk.',
    }),
  ];
}

/** Whether one of the globs matches a branch's name. */
export function fits(branch: string, globs: readonly string[]): boolean {
  return globs.some((glob) => picomatch.isMatch(branch, glob));
}

function ageFindings(state: BranchState, settings: BranchSettings): Finding[] {
  const hours = ageOf(state);
  const { warnHours, limitHours, overLimit } = settings;
  if (hours === undefined || hours < Math.min(warnHours, limitHours)) return [];
  const since = `${state.branch} is ${spanText(hours)} old (${startText(state)})`;
  if (hours < limitHours)
    return [
      branchRules.old.finding({
        message: `${since}; from ${warnHours} hours on a branch drifts from trunk, and ${limitHours} are the limit.`,
        help: 'Merge what is ready, in parts if need be, and go on from trunk with a new branch.',
      }),
    ];
  return [
    branchRules['over-limit'].finding({
      severity: overLimit === 'fail' ? 'error' : 'warning',
      message: `${since}, beyond the limit of ${limitHours} hours.`,
      help: 'Cut it into parts that can merge now: a new branch from trunk for each (`git switch -c PART origin/TRUNK`, `git cherry-pick`). The policy sets the limit: branches.limit-hours and branches.over-limit.',
    }),
  ];
}

function behindFindings(state: BranchState): Finding[] {
  const { behind, trunk, branch, lastSync } = state;
  if (behind === 0) return [];
  const how = lastSync.how === 'merge' ? `merged ${trunk} in` : `left ${trunk}`;
  return [
    branchRules.behind.finding({
      message: `${branch} lacks ${count(behind, 'commit')} of ${trunk}; it last ${how} ${spanText(hoursSinceSync(state))} ago.`,
      help: 'Bring trunk in: `model-gates sync`, or `sync: true` in the workflow.',
    }),
  ];
}

function titleOf(state: BranchState, findings: readonly Finding[]): string {
  const worst = findings.find(({ severity }) => severity === 'error');
  if (worst !== undefined) return worst.message;
  const hours = ageOf(state);
  const age = hours === undefined ? 'has no commits of its own' : `is ${spanText(hours)} old`;
  const distance =
    state.behind === 0 ? 'up to date' : `${count(state.behind, 'commit')} behind ${state.trunk}`;
  const clashes = new Set(state.prediction.conflicts.map((conflict) => conflict.with)).size;
  return `${state.branch} ${age}, ${distance}${clashes === 0 ? '' : `, and would conflict with ${clashes === 1 ? (state.prediction.conflicts[0]?.with ?? '') : `${clashes} others`}`}`;
}
