/** The demo's story: a pull request is blocked for true reasons, fixed, passed, merged and tagged; and then the incident. */
import { run, type Published } from './actions.ts';
import { pullRequestEvent, pushEvent } from './events.ts';
import { playIncident, type Incident } from './incident.ts';
import { differences, reasonsToBlock, type Reason } from './expected.ts';
import { degraded } from './overlays/degraded.ts';
import { fixed } from './overlays/fixed.ts';
import {
  checkout,
  commitOverlay,
  createRepository,
  featureBranch,
  mergeFeature,
  pullNumber,
  pushFeature,
  startRelease,
  type Push,
  type Repository,
} from './repository.ts';

/** Reported as it happens. */
export interface Audience {
  chapter(title: string): void;
  detail(text: string): void;
  pullRequest(published: Published): void;
}

export interface Story {
  readonly blocked: Published;
  /** The checkout that was blocked. */
  readonly checkout: string;
  readonly reasons: readonly Reason[];
  readonly passed: Published;
  readonly merged: Published;
  readonly released: Published;
  /** Tags at the hub in the end: `<sha>\t<ref>` a line. */
  readonly tags: string;
  readonly incident: Incident;
  /** What did not go as it must; empty when all did. */
  readonly problems: readonly string[];
}

const releaseBranch = 'release/v0.1';
const releaseTag = 'v0.1.0';

/** Everything happens below `root`, an empty folder. */
export async function tellStory(root: string, audience: Audience): Promise<Story> {
  audience.chapter('A model repository from examples/qwen3-vl, on a hub of its own');
  const repository = createRepository(root);
  audience.detail(
    `main ${repository.git(repository.clone, 'log', '--max-count=1', '--format=%h "%s"', 'main')}`,
  );

  audience.chapter(`Pull request #${pullNumber} opens from ${featureBranch}`);
  const { published: blocked, folder } = await judge(repository, 'opened', audience);
  const reasons = reasonsToBlock(folder);

  audience.chapter('The author reads it and pushes a fixed commit');
  const { published: passed } = await judge(repository, 'synchronize', audience);

  audience.chapter('The pull request is merged; emit-version-tag names the merge');
  const merged = await nameVersion(repository, mergeFeature(repository), audience);

  audience.chapter(`${releaseBranch} starts here; emit-version-tag claims its first tag`);
  const released = await nameVersion(repository, startRelease(repository, releaseBranch), audience);

  const tags = repository.git(
    repository.hub,
    'for-each-ref',
    '--format=%(objectname)%09%(refname)',
    'refs/tags',
  );
  const incident = await playIncident(repository, audience);
  const story = { blocked, checkout: folder, reasons, passed, merged, released, tags, incident };
  return { ...story, problems: problemsOf(story) };
}

/** Commits the overlay that is due, pushes it, and runs the merge gate as the pull request's workflow does. */
async function judge(
  repository: Repository,
  action: 'opened' | 'synchronize',
  audience: Audience,
): Promise<{ published: Published; folder: string }> {
  commitOverlay(repository, action === 'opened' ? degraded : fixed);
  const pull = pushFeature(repository);
  const commit = ['log', '--max-count=1', '--format=%h "%s"'];
  audience.detail(
    `${repository.git(repository.clone, ...commit, pull.head)}: ${repository.git(repository.clone, 'diff', '--shortstat', 'HEAD^').trim()}`,
  );
  const folder = checkout(repository, action, pull.merge, `refs/pull/${pullNumber}/merge`);
  const published = await run(repository, '.', folder, pullRequestEvent(pull, action));
  audience.pullRequest(published);
  return { published, folder };
}

async function nameVersion(repository: Repository, push: Push, audience: Audience): Promise<Published> {
  const folder = checkout(repository, `push-${push.ref.replaceAll('/', '-')}`, push.after, push.ref);
  const published = await run(repository, 'actions/emit-version-tag', folder, pushEvent(push));
  const { version, tag, created } = published.outputs;
  audience.detail(
    `${push.ref} at ${push.after.slice(0, 8)} is version ${version}${tag ? `, tag ${tag}${created === 'true' ? ' created' : ''}` : ', no tag'}`,
  );
  return published;
}

function problemsOf({
  blocked,
  reasons,
  passed,
  merged,
  released,
  tags,
  incident,
}: Omit<Story, 'problems' | 'checkout'>): string[] {
  const sha = merged.outputs['sha'] ?? '';
  return [
    ...unless(
      blocked.report.verdict === 'fail' && blocked.exitCode === 1,
      'The degraded commit was not blocked.',
    ),
    ...differences(reasons, blocked.annotations).map((text) => `The degraded commit: ${text}`),
    ...unless(passed.report.verdict === 'pass' && passed.exitCode === 0, 'The fixed commit did not pass.'),
    ...differences([], passed.annotations).map((text) => `The fixed commit: ${text}`),
    ...unless(
      merged.outputs['version'] === `dev-${sha.slice(0, 8)}`,
      `The merge is named ${merged.outputs['version']}.`,
    ),
    ...unless(
      released.outputs['version'] === releaseTag,
      `The release is named ${released.outputs['version']}.`,
    ),
    ...unless(tags.endsWith(`\trefs/tags/${releaseTag}`), `The hub's tags are ${tags || 'none'}.`),
    ...incident.problems,
  ];
}

function unless(right: boolean, problem: string): string[] {
  return right ? [] : [problem];
}
