import type { GateName } from './gate-names.ts';

/** Who may do something: any one of these suffices. Read from the policy of the base branch. */
export interface Entitled {
  /** Logins. */
  readonly users: readonly string[];
  /** `organization/team`; looking one up needs an App token with `members: read`. */
  readonly teams: readonly string[];
  /** Everyone with at least this permission in the repository. */
  readonly permission?: 'write' | 'maintain' | 'admin';
}

/** A label that lifts or lightens gates when someone entitled put it on the head commit as it is. */
export interface ExemptionRule {
  readonly label: string;
  readonly gates: readonly GateName[];
  readonly by: Entitled;
  readonly authorMay: boolean;
  /** A comment `/exempt LABEL because …` by the same person must say why. */
  readonly reasonRequired: boolean;
  /** Hours after which it ends by itself. */
  readonly hours?: number;
  /** Survives the next push. */
  readonly sticky: boolean;
  /** `lift`: the gate does not block. `light`: the evaluation may be on fewer samples, and blocks only where it shows a drop. */
  readonly effect: 'lift' | 'light';
}

export interface PlanSettings {
  /** Globs of files on which no evaluation depends: a change of these alone needs none. */
  readonly harmless: readonly string[];
}

export interface HotfixSettings {
  /** Globs of head branches. */
  readonly branches: readonly string[];
  readonly releaseManagers: Entitled;
  /** Names of checks that must be green on the head SHA: unit tests, security scan. */
  readonly requiredChecks: readonly string[];
  /** Whether an approved hotfix skips its evaluation or makes it on fewer samples. */
  readonly evaluation: 'skip' | 'light';
  /** Hours within which the evaluation that was skipped must follow. */
  readonly evaluateWithinHours: number;
}

export interface BranchSettings {
  /** Globs that a head branch must match; empty: any name. */
  readonly names: readonly string[];
  readonly warnHours: number;
  readonly limitHours: number;
  readonly overLimit: 'fail' | 'warn';
  readonly sync: 'merge' | 'rebase';
}

export interface SweepSettings {
  /** Days after its pull request was closed or merged. */
  readonly afterDays: number;
  /** Days before the deletion at which the author is reminded. */
  readonly remindDays: number;
  readonly keepLabel: string;
  /** Branches deleted, and reminders written, in one run. */
  readonly atMost: number;
  /** Globs of branches that are never touched, beside protected ones. */
  readonly protect: readonly string[];
}

export const nobody: Entitled = { users: [], teams: [] };

/** Prompts and data may be Markdown too: only what stands where repositories keep their own pages counts. */
export const planDefaults: PlanSettings = {
  harmless: [
    '*.md',
    'docs/**/*.md',
    'LICENSE*',
    '.gitignore',
    '.editorconfig',
    '.github/CODEOWNERS',
    '.github/*.md',
    '.github/ISSUE_TEMPLATE/**',
  ],
};

export const hotfixDefaults: HotfixSettings = {
  branches: ['hotfix/*'],
  releaseManagers: nobody,
  requiredChecks: [],
  evaluation: 'skip',
  evaluateWithinHours: 24,
};

export const branchDefaults: BranchSettings = {
  names: [],
  warnHours: 24,
  limitHours: 72,
  overLimit: 'fail',
  sync: 'merge',
};

export const sweepDefaults: SweepSettings = {
  afterDays: 7,
  remindDays: 2,
  keepLabel: 'keep-branch',
  atMost: 20,
  protect: ['main', 'master', 'release/*', 'model-lineage'],
};

/** `policy.versioning`: how tags are named. */
export interface VersioningSettings {
  /** In front of `v2.3.1`, for several models in one repository: `qwen3-vl/`. */
  readonly prefix: string;
}

export const versioningDefaults: VersioningSettings = { prefix: '' };
