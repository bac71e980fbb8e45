/** A small gated repository whose change loses quality, and what people say of its pull request: for tests of exemptions, hotfixes and attacks. */
import type { GitHubApi } from './github-api/index.ts';
import type { Content } from './repository.ts';
import { pullRequestScene, type Files, type Scene, type SceneOptions } from './scene.ts';

export const policyFile = '.github/model-gates.yml';

/** Whatever a test adds stands at the end. */
export function policyText(more = ''): string {
  return `config:
  files: [configs/*.yaml]
regression:
  candidate: [evals/*.jsonl]
  metrics: [accuracy]
${more}`;
}

/** Grace may skip the evaluation, with a reason. */
export const exemptionPolicy = policyText(`exemptions:
  - label: skip-full-eval
    gates: [regression-gate]
    by: { users: [grace] }
`);

/** Rita manages releases. */
export const hotfixPolicy = policyText(`hotfix:
  release-managers: { users: [rita] }
`);

/** One row a sample; the first `wrong` are answered wrongly. */
export function results(wrong: number, total = 400): string {
  return Array.from({ length: total }, (_, id) =>
    JSON.stringify({ id: `q${id}`, target: 'a', prediction: id < wrong ? 'b' : 'a' }),
  ).join('\n');
}

export const baseFiles: Files = {
  [policyFile]: policyText(),
  '.github/model-registry.yml': `parameters:
  optimizer.lr: { type: float, min: 0, max: 1, kind: tuning }
`,
  'configs/train.yaml': 'optimizer:\n  lr: 2.0e-5\n',
  'requirements.txt': 'torch==2.9.1\n',
  'evals/val.jsonl': results(40),
};

/** Evaluated again, with the same outcome: results that stay as they are say nothing of a change. */
export const evaluatedAgain: Files = { 'evals/val.jsonl': `${results(40)}\n` };

/** A drop that the regression gate proves. */
export const worse: Readonly<Record<string, Content>> = { 'evals/val.jsonl': results(80) };

/** The pull request of ada, number 89, pushed at `pushedAt`. */
export async function gatedScene(options: Partial<SceneOptions> & { policy?: string } = {}): Promise<Scene> {
  const { policy, base = {}, ...more } = options;
  const scene = await pullRequestScene({
    head: worse,
    ...more,
    base: { ...baseFiles, ...(policy === undefined ? {} : { [policyFile]: policy }), ...base },
  });
  push(scene.api, more.branch ?? 'feature/routing', scene.head, pushedAt);
  return scene;
}

/** Minutes after ten. */
export function at(minutes: number): string {
  return new Date(Date.parse('2026-11-20T10:00:00Z') + minutes * 60_000).toISOString().replace('.000', '');
}

export const pushedAt = at(0);

/** The branch got this commit. */
export function push({ state }: GitHubApi, branch: string, after: string, when: string): void {
  const before = '0'.repeat(40);
  state.activity.push({
    ref: `refs/heads/${branch}`,
    type: state.activity.length === 0 ? 'branch_creation' : 'push',
    actor: 'ada',
    at: when,
    before,
    after,
  });
}

export function label({ state }: GitHubApi, name: string, actor: string, when = at(5)): void {
  const [pull] = state.pulls;
  if (pull !== undefined) pull.labels = [...new Set([...(pull.labels ?? []), name])];
  state.timeline.push({ number: 89, event: 'labeled', label: name, actor, at: when });
}

export function unlabel({ state }: GitHubApi, name: string, actor: string, when: string): void {
  const [pull] = state.pulls;
  if (pull !== undefined) pull.labels = (pull.labels ?? []).filter((one) => one !== name);
  state.timeline.push({ number: 89, event: 'unlabeled', label: name, actor, at: when });
}

export function comment(
  { state }: GitHubApi,
  login: string,
  body: string,
  { createdAt = at(4), updatedAt = createdAt }: { createdAt?: string; updatedAt?: string } = {},
): void {
  const id = 100 + state.comments.length;
  const type = login.endsWith('[bot]') ? ('Bot' as const) : ('User' as const);
  state.comments.push({ id, number: 89, user: { login, type }, body, createdAt, updatedAt });
}

export const because = '/exempt skip-full-eval because the cluster is down until Monday';

export type ReviewKind = 'APPROVED' | 'CHANGES_REQUESTED' | 'COMMENTED' | 'DISMISSED';

export function review(
  { state }: GitHubApi,
  user: string,
  kind: ReviewKind,
  sha: string,
  when = at(10),
): void {
  state.reviews.push({ number: 89, user, state: kind, sha, at: when });
}

/** Puts the API back to how it was: tests that only differ in what people say share one scene. */
export function remember({ state, requests, violations }: GitHubApi): () => void {
  const { now, ...first } = state;
  const kept = structuredClone(first);
  return () => {
    Object.assign(state, structuredClone(kept), { now });
    (requests as unknown[]).length = 0;
    (violations as unknown[]).length = 0;
  };
}
