import { pageSize, type Client } from '../client/client.ts';
import { ghost } from '../pulls.ts';
import type { Activity, ActivityType, Branch, Branches } from '../../ports/github-repository.ts';

const mostActivities = 1000;

export function branches(client: Client): Branches {
  const { rest, repo } = client;
  return {
    list: async () => {
      const listed = await client.all(
        'read branches',
        () => rest.repos.listBranches({ ...repo, per_page: pageSize }),
        100,
      );
      return listed.map(branchOf);
    },
    get: async (branch) => {
      const found = await client.find('read branches', () => rest.repos.getBranch({ ...repo, branch }));
      return found === undefined ? undefined : branchOf(found);
    },
    activity: (name, types) => activity(client, name, types),
  };
}

/** GitHub filters by one type only: several are filtered here. */
async function activity(client: Client, name: string, types?: readonly ActivityType[]): Promise<Activity[]> {
  const { rest, repo } = client;
  const only = types?.length === 1 && types[0] !== undefined ? { activity_type: types[0] } : {};
  const found: Activity[] = [];
  const send = () =>
    rest.repos.listActivities({ ...repo, ref: `refs/heads/${name}`, per_page: pageSize, ...only });
  for await (const page of client.pages('read activity', send)) {
    found.push(...page.map(activityOf).filter(({ type }) => types?.includes(type) ?? true));
    if (found.length >= mostActivities) break;
  }
  return found.slice(0, mostActivities);
}

function branchOf(branch: { name: string; commit: { sha: string }; protected: boolean }): Branch {
  return { name: branch.name, sha: branch.commit.sha, protected: branch.protected };
}

interface ApiActivity {
  readonly activity_type: ActivityType;
  readonly actor: { login: string } | null;
  readonly timestamp: string;
  readonly before: string;
  readonly after: string;
}

function activityOf({ activity_type, actor, timestamp, before, after }: ApiActivity): Activity {
  return { type: activity_type, by: actor?.login ?? ghost, at: timestamp, before, after };
}
