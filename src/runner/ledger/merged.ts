import type { GitHub } from '../../ports/github.ts';

/** Release branches that are asked for one commit. */
const mostReleases = 10;

/** Whether trunk or a release branch contains a commit; `undefined` where more are there than are asked. */
export async function isMerged(
  { commits, refs }: Pick<GitHub, 'commits' | 'refs'>,
  trunk: string,
  sha: string,
): Promise<boolean | undefined> {
  if (await commits.holds(trunk, sha)) return true;
  const releases = await refs.matching('heads/release/');
  for (const { ref } of releases.slice(0, mostReleases))
    if (await commits.holds(ref.replace('refs/heads/', ''), sha)) return true;
  return releases.length > mostReleases ? undefined : false;
}
