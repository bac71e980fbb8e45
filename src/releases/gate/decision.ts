/** What the next number follows where commits and labels decide it. */
import { versionRules } from '../rules.ts';
import {
  bumpOfCommits,
  bumpOfLabels,
  commitsDecide,
  countedVersions,
  isRelease,
  versionsOf,
  whileInitial,
  type Bump,
} from '../index.ts';
import type { Finding, Section } from '../../report/model.ts';
import type { Tag } from '../../ports/tags.ts';
import type { CommitsSince, VersionRequest } from './version-request.ts';

export interface Decision {
  readonly bump: Bump;
  /** `1a2b3c4d feat!: new tokenizer`, `label version:minor`. */
  readonly decidedBy: readonly string[];
  readonly findings: readonly Finding[];
  readonly sections: readonly Section[];
}

/** `undefined` where neither commits nor labels are asked. */
export async function decisionOf(
  request: VersionRequest,
  tags: readonly Tag[],
): Promise<Decision | undefined> {
  if (!commitsDecide(request)) return byLabel(request);
  const since = await request.since?.(tags);
  return since === undefined ? undefined : byCommits(request, tags, since);
}

function byLabel({ next, labels = [] }: VersionRequest): Decision | undefined {
  const bump = next === 'conventional' ? bumpOfLabels(labels) : undefined;
  return bump === undefined ? undefined : decided(bump, [`label version:${bump}`], 'The label decides', []);
}

function byCommits({ prefix }: VersionRequest, tags: readonly Tag[], since: CommitsSince): Decision {
  const { commits, paths, base, cut } = since;
  const { bump: asked, decidedBy } = bumpOfCommits(commits);
  const names = tags.map(({ name }) => name);
  const [highest] = countedVersions(versionsOf(names, prefix)).filter(isRelease);
  const bump = whileInitial(asked, highest);
  const about = paths.length === 0 ? '' : ` that change ${paths.join(', ')}`;
  const initial = bump === asked ? '' : '; before 1.0.0 a breaking change is a minor';
  const title = `${bump}: of ${commits.length} commits since ${base ?? 'the beginning'}${about}${initial}`;
  const by = decidedBy.map(({ sha, message }) => `${sha.slice(0, 8)} ${message.split('\n', 1)[0] ?? ''}`);
  return decided(bump, by, title, cut ? [tooMany(commits.length, base)] : []);
}

function tooMany(count: number, base: string | undefined): Finding {
  return versionRules['commits-unread'].finding({
    message: `More than ${count} commits lie between ${base ?? 'the last release'} and this one: those before were not asked what they change`,
    help: 'Say the step yourself: `next: major`, `minor` or `patch`.',
  });
}

/** Shown of the commits that decide. */
const mostShown = 20;

function decided(
  bump: Bump,
  decidedBy: readonly string[],
  title: string,
  findings: readonly Finding[],
): Decision {
  const items = decidedBy.slice(0, mostShown);
  if (decidedBy.length > mostShown) items.push(`and ${decidedBy.length - mostShown} more`);
  if (items.length === 0) items.push('no commit asks for more');
  return { bump, decidedBy, findings, sections: [{ kind: 'list', title, items }] };
}
