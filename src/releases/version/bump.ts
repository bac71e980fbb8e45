import type { Commit } from '../../kernel/commit.ts';
import { inForce } from '../../kernel/reverts.ts';
import type { Version } from './version.ts';

/** What a change asks of the next version. */
export const bumps = ['patch', 'minor', 'major'] as const;
export type Bump = (typeof bumps)[number];

/** `feat(vision)!: subject`, as in Conventional Commits 1.0.0. */
const header = /^(\p{L}[\p{L}\d-]{0,40})(?:\([^()\n]{1,100}\))?(!)?: /u;
const breakingFooter = /^BREAKING[ -]CHANGE: /m;

/** What the commits since the last release ask for. */
export interface AskedBump {
  readonly bump: Bump;
  /** Those that ask for no less; none where no commit asks for more than a patch. */
  readonly decidedBy: readonly Pick<Commit, 'sha' | 'message'>[];
}

/** The largest bump that the commits ask for, newest first, without those that are reverted; `patch` where none says more. */
export function bumpOfCommits(commits: readonly Pick<Commit, 'sha' | 'message'>[]): AskedBump {
  const asked = inForce(commits).map((commit) => ({ commit, bump: bumpOfCommit(commit.message) }));
  const bump = largest(asked.map((one) => one.bump));
  const deciding = bump === 'patch' ? [] : asked.filter((one) => one.bump === bump);
  return { bump, decidedBy: deciding.map(({ commit }) => commit) };
}

/** Before 1.0.0 a breaking change makes the next minor (rule 4 of Semantic Versioning): 1.0.0 is somebody's decision, no commit's. */
export function whileInitial(bump: Bump, highest: Pick<Version, 'major'> | undefined): Bump {
  return bump === 'major' && highest?.major === 0 ? 'minor' : bump;
}

function bumpOfCommit(message: string): Bump {
  const [, type = '', breaking] = header.exec(message) ?? [];
  if (breaking !== undefined || breakingFooter.test(message)) return 'major';
  return type.toLowerCase() === 'feat' ? 'minor' : 'patch';
}

/** The largest bump among labels such as `version:minor`; `undefined` where no label names one. */
export function bumpOfLabels(labels: readonly string[]): Bump | undefined {
  const named = bumps.filter((bump) =>
    labels.some((label) => label.trim().toLowerCase() === `version:${bump}`),
  );
  return named.length === 0 ? undefined : largest(named);
}

function largest(all: readonly Bump[]): Bump {
  return bumps.findLast((bump) => all.includes(bump)) ?? 'patch';
}
