/**
 * The incident for which this project was made: a slip in preprocessing that no test sees. It is blocked before any evaluation; lifted
 * by a maintainer it merges, serves, shows in the trend, is found by what the ledger keeps, and what served before is put back.
 */
import { existsSync, readFileSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { startGitHubApi, type GitHubApi } from '../../test/support/github-api/index.ts';
import { run, type Published } from './actions.ts';
import { evaluationResults, incidentFlips, fixedFlips, type Flips } from './evaluations.ts';
import { pullRequestEvent, pushEvent, type Event, type Proposal } from './events.ts';
import { resultsFile } from './overlays/degraded.ts';
import { incidentBranch, incidentNumber, lateMerges, slip } from './overlays/slip.ts';
import {
  checkout,
  commitOverlay,
  mergeFeature,
  pushFeature,
  repositoryName,
  type Push,
  type Repository,
} from './repository.ts';

export interface IncidentAudience {
  chapter(title: string): void;
  detail(text: string): void;
}

/** What a gate, or a workflow around it, published. */
export type Outcome = Pick<Published, 'exitCode' | 'annotations' | 'outputs' | 'summary'>;

export interface Incident {
  readonly blocked: Outcome;
  readonly lifted: Outcome;
  /** The merge of the slip: full SHA. */
  readonly merge: string;
  readonly board: string;
  readonly located: Outcome;
  readonly served: readonly string[];
  readonly problems: readonly string[];
}

export const maintainer = 'rita';
const labels = ['accept-inputs', 'skip-full-eval'];
const manifest = 'deploy/prod/inference-service.yaml';
const proposal: Proposal = { number: incidentNumber, title: slip.message, branch: incidentBranch };

/** In the repository after its release: main is checked out in the clone. */
export async function playIncident(repository: Repository, audience: IncidentAudience): Promise<Incident> {
  const api = await startGitHubApi({ gitDir: repository.hub, state: { repository: repositoryName } });
  api.state.collaborators[maintainer] = 'maintain';
  try {
    return await new Play(repository, api, audience).all();
  } finally {
    await api.close();
  }
}

/** By the actions themselves; under act workflows take the place of some. */
export class Play {
  protected readonly repository: Repository;
  protected readonly api: GitHubApi;
  private readonly audience: IncidentAudience;
  private checkouts = 0;

  constructor(repository: Repository, api: GitHubApi, audience: IncidentAudience) {
    this.repository = repository;
    this.api = api;
    this.audience = audience;
  }

  /** From the merges before to the rollback. */
  async all(): Promise<Incident> {
    const { audience } = this;
    audience.chapter('Each merge is evaluated, and what it feeds the model is kept');
    for (const overlay of lateMerges.slice(0, 3)) await this.record(this.merge(overlay), fixedFlips);
    const before = this.main();
    await this.serving('qwen3-vl-docs-1', before, 0.8549);
    await this.promote({ version: 'qwen3-vl-docs-1' });

    audience.chapter(`Draft #${incidentNumber} brings another normalisation, and its tests pass`);
    const blocked = await this.judge('opened', { ...proposal, draft: true });
    audience.detail(
      blocked.annotations.find(({ level }) => level === 'error')?.message.split('\n', 1)[0] ?? '',
    );

    audience.chapter(`${maintainer} lifts it; it is merged, evaluated and served`);
    this.lift();
    const lifted = await this.judge('labeled', { ...proposal, labels });
    audience.detail(`detect-input-drift: ${lifted.outputs['detect-input-drift']}`);
    const merged = mergeFeature(this.repository, incidentBranch, incidentNumber);
    const merge = merged.after;
    await this.merged(merged, lifted);
    await this.serving('qwen3-vl-docs-2', merge, 0.837);
    await this.promote({ version: 'qwen3-vl-docs-2' });
    const during = this.served();
    for (const overlay of lateMerges.slice(3)) await this.record(this.merge(overlay), incidentFlips);

    audience.chapter(
      'The board shows the trend; locate-regression names the merge; what served before is put back',
    );
    const board = await this.board();
    const located = await this.locate();
    audience.detail(`Located: ${located.outputs['culprit']}`);
    await this.promote({ rollback: 'true', reason: 'F1 fell' });
    audience.detail(`What serves: ${this.served()}`);
    const told = { blocked, lifted, merge, board, located, served: [during, this.served()] };
    return { ...told, problems: problemsOf(told) };
  }

  protected main(): string {
    return this.repository.git(this.repository.clone, 'rev-parse', 'main');
  }

  /** A small change of somebody else, pushed to main. */
  private merge(overlay: (typeof lateMerges)[number]): Push {
    const { git, clone } = this.repository;
    git(clone, 'switch', '--quiet', 'main');
    git(clone, 'pull', '--quiet', '--ff-only', 'origin', 'main');
    const before = this.main();
    const after = commitOverlay(this.repository, overlay);
    git(clone, 'push', '--quiet', 'origin', 'main');
    return { ref: 'refs/heads/main', before, after };
  }

  protected step(inputs: Record<string, string>) {
    return { inputs, token: this.api.token, apiUrl: this.api.url };
  }

  protected async act(
    action: string,
    sha: string,
    inputs: Record<string, string>,
    prepare?: (folder: string) => void,
  ) {
    const folder = this.checkOut(sha);
    prepare?.(folder);
    const event = pushEvent({ ref: 'refs/heads/main', before: '0'.repeat(40), after: sha });
    return run(this.repository, action, folder, event, this.step(inputs));
  }

  /** What model-merge.yml records of a merge: its evaluation, what it feeds the model, and what the gates said. */
  protected async record({ after }: Push, flips: Flips, reports = ''): Promise<void> {
    const record = (inputs: Record<string, string>) =>
      this.act('actions/record-lineage', after, { from: `commit ${after}`, ...inputs }, (folder) => {
        writeFileSync(path.join(folder, resultsFile), evaluationResults(flips));
      });
    await record({ to: `evaluation merge-${after}`, results: 'policy' });
    await record({ to: `inputs merge-${after}`, results: 'inputs/fingerprint.jsonl' });
    if (reports !== '') await record({ to: `verdict merge-${after}`, reports });
  }

  /** What happens after the slip was merged. */
  protected merged(push: Push, lifted: Outcome): Promise<void> {
    return this.record(push, incidentFlips, lifted.outputs['report']);
  }

  /** Weights of a commit, evaluated. */
  private async serving(weights: string, sha: string, f1: number): Promise<void> {
    const node = { kind: 'weights', id: weights, digest: `sha256:${weights.at(-1)?.repeat(64)}` };
    const job = { kind: 'job', id: `job-${weights}` };
    const commit = { kind: 'commit', id: sha };
    const verdict = { inputs: [commit], outputs: [{ kind: 'verdict', id: `verdict-${weights}` }] };
    const records = [
      { inputs: [commit], outputs: [job] },
      { inputs: [job], outputs: [node] },
      { inputs: [node], outputs: [{ kind: 'evaluation', id: `evaluation-${weights}` }], metrics: { f1 } },
      ...(weights.endsWith('1')
        ? [{ ...verdict, verdicts: [{ gate: 'regression-gate', verdict: 'pass' }] }]
        : []),
    ];
    await this.act('actions/record-lineage', sha, { record: JSON.stringify(records) });
  }

  protected async promote(inputs: Record<string, string>): Promise<void> {
    await this.act('actions/promote-model', this.main(), { target: 'prod', ...inputs });
  }

  private served(): string {
    const { git, hub } = this.repository;
    return /s3:\/\/models\/(\S+)/.exec(git(hub, 'show', `main:${manifest}`))?.[1] ?? '';
  }

  private async judge(action: 'opened' | 'labeled', how: Proposal): Promise<Outcome> {
    const { git, clone } = this.repository;
    if (action === 'opened') {
      git(clone, 'switch', '--quiet', 'main');
      git(clone, 'pull', '--quiet', '--ff-only', 'origin', 'main');
      git(clone, 'switch', '--quiet', '--create', incidentBranch, 'main');
      commitOverlay(this.repository, slip);
    }
    const pull = pushFeature(this.repository, incidentBranch, incidentNumber);
    if (action === 'opened')
      this.api.state.pulls.push({
        number: incidentNumber,
        title: slip.message,
        author: 'mira-sandoval',
        state: 'open',
        base: { ref: 'main', sha: pull.base },
        head: { ref: incidentBranch, sha: pull.head },
      });
    this.api.state.activity.push({
      ref: `refs/heads/${incidentBranch}`,
      type: 'push',
      actor: 'mira-sandoval',
      at: minutesAgo(30),
      before: '0'.repeat(40),
      after: pull.head,
    });
    const folder = this.checkOut(pull.merge, `refs/pull/${incidentNumber}/merge`);
    return this.gate(folder, pullRequestEvent(pull, action, how));
  }

  protected gate(folder: string, event: Event): Promise<Outcome> {
    return run(this.repository, '.', folder, event, this.step({}));
  }

  protected checkOut(sha: string, ref = 'refs/heads/main'): string {
    return checkout(this.repository, `incident-${++this.checkouts}`, sha, ref);
  }

  /** The reason, then the label, as the policy asks for. */
  private lift(): void {
    const { state } = this.api;
    for (const label of labels) {
      const body = `/exempt ${label} because the new tower wants this normalisation`;
      const user = { login: maintainer, type: 'User' as const };
      const at = minutesAgo(20);
      state.comments.push({
        id: 500 + state.comments.length,
        number: incidentNumber,
        user,
        body,
        createdAt: at,
        updatedAt: at,
      });
      state.timeline.push({
        number: incidentNumber,
        event: 'labeled',
        label,
        actor: maintainer,
        at: minutesAgo(10),
      });
    }
    for (const pull of state.pulls) pull.labels = labels;
  }

  private async board(): Promise<string> {
    const sha = this.main();
    let page = '';
    await this.act('actions/build-dashboard', sha, { out: 'board/index.html' }, (folder) => {
      page = path.join(folder, 'board/index.html');
    });
    return existsSync(page) ? readFileSync(page, 'utf8') : '';
  }

  protected locate(): Promise<Outcome> {
    const { git } = this.repository;
    return this.act('actions/locate-regression', this.main(), {}, (folder) => {
      git(folder, 'fetch', '--quiet', '--unshallow', 'origin');
    });
  }
}

function minutesAgo(minutes: number): string {
  return new Date(Date.now() - minutes * 60_000).toISOString();
}

/** What did not go as it must. */
export function problemsOf({
  blocked,
  lifted,
  merge,
  board,
  located,
  served,
}: Omit<Incident, 'problems'>): string[] {
  const [cause = ''] = blocked.annotations
    .filter(({ title }) => title === 'inputs/changed')
    .map(({ message }) => message);
  const checks: readonly (readonly [boolean, string])[] = [
    [blocked.exitCode === 1, 'The slip was not blocked.'],
    [blocked.outputs['detect-input-drift'] === 'fail', 'Something else than its inputs blocked the slip.'],
    [blocked.outputs['regression-gate'] === 'skipped', 'An evaluation judged the slip.'],
    [/CLIP/.test(cause), `The cause of the slip is not named: ${cause}`],
    [
      lifted.exitCode === 0 && lifted.outputs['verdict'] === 'exempt',
      `The slip was not lifted: ${lifted.outputs['verdict']}.`,
    ],
    [board.includes('83.7'), 'The board does not show the fall.'],
    [located.outputs['culprit'] === merge, `Located is ${located.outputs['culprit']}, not ${merge}.`],
    [served.join() === 'qwen3-vl-docs-2,qwen3-vl-docs-1', `What served is ${served.join(', ')}.`],
  ];
  return checks.filter(([holds]) => !holds).map(([, problem]) => problem);
}
