/** What a run meets outside of git: GitHub's API and an ML platform, both on loopback. */
import { createServer } from 'node:http';
import { startGitHubApi, type GitHubApi, type State } from '../../test/support/github-api/index.ts';
import { repositoryName, type Repository } from '../demo/repository.ts';

export interface Forge {
  readonly api: GitHubApi;
  readonly platform: Platform;
  close(): Promise<void>;
}

export interface Platform {
  readonly url: string;
  /** Bodies of the requests to start a job; each got the id `deploy-1`, `deploy-2`, … */
  readonly started: readonly Record<string, unknown>[];
}

export async function openForge({ hub }: Repository, state: Partial<State>): Promise<Forge> {
  const api = await startGitHubApi({ gitDir: hub, state: { repository: repositoryName, ...state } });
  const started: Record<string, unknown>[] = [];
  const server = createServer((request, response) => {
    const chunks: Buffer[] = [];
    request.on('data', (chunk: Buffer) => chunks.push(chunk));
    request.on('end', () => {
      started.push(JSON.parse(Buffer.concat(chunks).toString()) as Record<string, unknown>);
      response.end(JSON.stringify({ job_id: `deploy-${started.length}` }));
    });
  });
  const port = await new Promise<number>((resolve) => {
    server.listen(0, '127.0.0.1', () => {
      const address = server.address();
      resolve(typeof address === 'object' && address !== null ? address.port : 0);
    });
  });
  return {
    api,
    platform: { url: `http://127.0.0.1:${port}`, started },
    close: async () => {
      server.closeAllConnections();
      server.close();
      await api.close();
    },
  };
}
