/** The example's pull request, as a runner finds it: a hub, GitHub's API for it, and a checkout of depth 1. */
import { cpSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { pullRequestEvent } from '../../scripts/demo/events.ts';
import { degraded } from '../../scripts/demo/overlays/degraded.ts';
import { fixed } from '../../scripts/demo/overlays/fixed.ts';
import {
  checkout,
  commitOverlay,
  createRepository,
  featureBranch,
  pullNumber,
  pushFeature,
  repositoryName,
  type PullRequest,
  type Repository,
} from '../../scripts/demo/repository.ts';
import { startGitHubApi, type GitHubApi } from '../../test/support/github-api/index.ts';
import { inputVariables, readAction } from '../../test/support/runner/action.ts';
import { hostEnvironment, runnerVariables } from '../../test/support/runner/variables.ts';
import type { Command } from './meter.ts';

const root = path.resolve(import.meta.dirname, '../..');

export interface Scene {
  readonly folder: string;
  readonly repository: Repository;
  readonly pull: PullRequest;
  readonly api: GitHubApi;
  /** The checkout that each run gets a copy of. */
  readonly fresh: string;
  close(): Promise<void>;
}

export async function openScene(): Promise<Scene> {
  const folder = mkdtempSync(path.join(tmpdir(), 'bench-job-'));
  const repository = createRepository(folder);
  commitOverlay(repository, degraded);
  commitOverlay(repository, fixed);
  const pull = pushFeature(repository);
  const fresh = checkout(repository, 'fresh', pull.merge, `refs/pull/${pullNumber}/merge`);
  const api = await startGitHubApi({ gitDir: repository.hub, state: stateOf(pull) });
  return {
    folder,
    repository,
    pull,
    api,
    fresh,
    close: async () => {
      await api.close();
      rmSync(folder, { recursive: true });
    },
  };
}

function stateOf({ base, head }: PullRequest) {
  const title = 'Steady the expert router, train slower';
  const branches = { base: { ref: 'main', sha: base }, head: { ref: featureBranch, sha: head } };
  const pull = { number: pullNumber, title, author: 'mira-sandoval', state: 'open' as const, ...branches };
  return { repository: repositoryName, pulls: [pull] };
}

interface ActionRun {
  readonly action: string;
  readonly token: boolean;
  /** Once more in the same process, with all code loaded and run before. */
  readonly again?: boolean;
}

export interface Job {
  readonly name: string;
  /** Folder of an action, or the words of a command line. */
  readonly run: ActionRun | { readonly args: readonly string[] };
}

/** What starts the job in a checkout that nothing has run in yet. */
export function commandOf(scene: Scene, { run }: Job): Command {
  const cwd = mkdtempSync(path.join(scene.folder, 'run-'));
  cpSync(scene.fresh, cwd, { recursive: true });
  const host = { ...hostEnvironment(), ...scene.repository.env };
  return 'args' in run ? { args: run.args, cwd, env: host } : actionCommand(scene, run, { cwd, host });
}

function actionCommand(
  { pull, api }: Scene,
  { action, token, again = false }: ActionRun,
  { cwd, host }: { readonly cwd: string; readonly host: Record<string, string> },
): Command {
  const event = pullRequestEvent(pull, 'synchronize');
  const temp = mkdtempSync(`${cwd}-temp-`);
  const variables = runnerVariables({ action, event, workspace: cwd, apiUrl: api.url, temp });
  const { main, ...metadata } = readAction(path.join(root, action));
  const given = { ...variables, GITHUB_TOKEN: token ? api.token : '' };
  const files = commandFiles(temp, event.payload);
  return {
    args: again ? ['-e', twice(main)] : [main],
    cwd,
    env: { ...host, ...variables, ...inputVariables({ main, ...metadata }, {}, given), ...files },
  };
}

function twice(main: string): string {
  const file = JSON.stringify(main);
  return `process.once('beforeExit', () => { delete require.cache[${file}]; require(${file}); }); require(${file});`;
}

function commandFiles(folder: string, payload: unknown): Record<string, string> {
  const file = (name: string, content = ''): string => {
    writeFileSync(path.join(folder, name), content);
    return path.join(folder, name);
  };
  return {
    GITHUB_OUTPUT: file('output'),
    GITHUB_STEP_SUMMARY: file('summary'),
    GITHUB_STATE: file('state'),
    GITHUB_ENV: file('env'),
    GITHUB_PATH: file('path'),
    GITHUB_EVENT_PATH: file('event.json', JSON.stringify(payload)),
  };
}
