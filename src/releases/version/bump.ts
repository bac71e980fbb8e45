/** What a change asks of the next version. */
export const bumps = ['patch', 'minor', 'major'] as const;
export type Bump = (typeof bumps)[number];

/** `feat(vision)!: subject`, as in Conventional Commits 1.0.0. */
const header = /^(\p{L}[\p{L}\d-]{0,40})(?:\([^()\n]{1,100}\))?(!)?: /u;
const breakingFooter = /^BREAKING[ -]CHANGE: /m;

/** The largest bump that the messages ask for; `patch` where none says more. */
export function bumpOfCommits(messages: readonly string[]): Bump {
  return largest(messages.map(bumpOfCommit));
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
