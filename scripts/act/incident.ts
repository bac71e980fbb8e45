/** The incident under act: the example's own workflows block it, lift it, merge it, serve it, find it at night and put back what served before. */
import { writeFileSync } from 'node:fs';
import path from 'node:path';
import { evaluationResults, incidentFlips } from '../demo/evaluations.ts';
import { pushEvent, scheduleEvent, dispatchEvent, type Event } from '../demo/events.ts';
import { maintainer, Play, problemsOf, type Outcome } from '../demo/incident.ts';
import { replace } from '../demo/overlays/edits.ts';
import { incidentNumber } from '../demo/overlays/slip.ts';
import { commitOverlay, type Push, type Repository } from '../demo/repository.ts';
import { assert, assertEqual } from './assert.ts';
import { edit } from './edit.ts';
import { openForge, type Forge } from './forge.ts';
import type { RunExample } from './hotfix.ts';
import type { WorkflowRun } from './workflow.ts';

export async function judgeIncident(repository: Repository, run: RunExample): Promise<void> {
  const forge = await openForge(repository, { collaborators: { [maintainer]: 'maintain' } });
  try {
    useCommand(repository);
    const play = new ActPlay(repository, forge, run);
    const told = await play.all();
    for (const problem of problemsOf(told)) play.failed(problem);
    play.passed();
  } finally {
    await forge.close();
  }
}

/** Not a file that each change brings along: a program that runs for it, as it does where the processor is installed. */
function useCommand(repository: Repository): void {
  const { git, clone } = repository;
  git(clone, 'switch', '--quiet', 'main');
  git(clone, 'pull', '--quiet', '--ff-only', 'origin', 'main');
  commitOverlay(repository, {
    message: 'Let the gate run what writes the inputs',
    edits: [
      replace(
        '.github/model-gates.yml',
        'candidate: [inputs/fingerprint.jsonl]',
        'command: cp inputs/fingerprint.jsonl {out}',
      ),
    ],
  });
  git(clone, 'push', '--quiet', 'origin', 'main');
}

class ActPlay extends Play {
  private readonly forge: Forge;
  private readonly workflow: RunExample;
  private last: WorkflowRun | undefined;

  constructor(repository: Repository, forge: Forge, workflow: RunExample) {
    super(repository, forge.api, { chapter: () => undefined, detail: () => undefined });
    this.forge = forge;
    this.workflow = workflow;
  }

  passed(): void {
    if (this.last !== undefined)
      assert(this.last, 'incident: all requests are as GitHub describes them', this.forge.api.violations);
  }

  failed(problem: string): void {
    if (this.last !== undefined) assert(this.last, 'incident: as it must go', [problem]);
  }

  private async ran(folder: string, name: string, event: Event, step: string): Promise<Outcome> {
    const { api } = this.forge;
    const secrets = { GITHUB_TOKEN: api.token };
    this.last = await this.workflow(folder, name, event, { apiUrl: api.url, secrets });
    const { result, annotations, summary, outputs } = this.last;
    return { exitCode: result === 'success' ? 0 : 1, annotations, summary, outputs: outputs(step) };
  }

  protected override async gate(folder: string, event: Event): Promise<Outcome> {
    const outcome = await this.ran(folder, 'pull-request', event, 'gate');
    const { verdict } = outcome.outputs;
    if (this.last !== undefined)
      assertEqual(
        this.last,
        `incident: ${String(event.payload['action'])}`,
        `${verdict}, inputs ${outcome.outputs['detect-input-drift']}`,
        event.payload['action'] === 'opened' ? 'fail, inputs fail' : 'exempt, inputs exempt',
      );
    return outcome;
  }

  /** Evaluated by the workflow, which also records what the merge feeds the model. */
  protected override async merged(push: Push): Promise<void> {
    const at = new Date(Date.now() - 60_000).toISOString();
    for (const pull of this.forge.api.state.pulls.filter(({ number }) => number === incidentNumber))
      Object.assign(pull, { state: 'closed', closedAt: at, mergedAt: at, mergeCommit: push.after });
    const rows = path.join(this.repository.root, 'rows.jsonl');
    writeFileSync(rows, evaluationResults(incidentFlips));
    const folder = this.checkOut(push.after);
    const called = 'model-merge.yml@v1';
    edit(folder, 'merge', called, `${called}\n    with:\n      evaluate: cp '${rows}' "$OUT"`);
    await this.ran(folder, 'merge', pushEvent(push), 'gate');
    if (this.last === undefined) return;
    assert(this.last, 'incident merged: no job failed', this.last.failed);
    assertEqual(
      this.last,
      'incident merged: inputs to record',
      this.last.outputs('gate')['inputs-due'],
      'true',
    );
    const { git, hub } = this.repository;
    const refs = git(hub, 'for-each-ref', '--format=%(refname)', 'refs/lineage/inbox').split('\n');
    const kept = refs.filter((ref) =>
      git(hub, 'grep', '-h', '', ref).includes(`"id":"merge-${push.after}","kind":"inputs"`),
    );
    assertEqual(this.last, 'incident merged: records of its inputs', String(kept.length), '1');
  }

  protected override async promote({ version = '', rollback = 'false', reason = '' }): Promise<void> {
    const folder = this.checkOut(this.main());
    const inputs = { version, rollback, reason };
    await this.ran(folder, 'promote', dispatchEvent(inputs, maintainer), 'promote');
    if (this.last !== undefined)
      assertEqual(
        this.last,
        `incident: ${version === '' ? 'roll back' : `promote ${version}`}`,
        this.last.outputs('promote')['state'],
        'landed',
      );
  }

  protected override async locate(): Promise<Outcome> {
    const folder = this.checkOut(this.main());
    this.repository.git(folder, 'fetch', '--quiet', '--unshallow', 'origin');
    edit(folder, 'nightly', 'sweep: false', 'sweep: false\n      locate: true');
    return this.ran(folder, 'nightly', scheduleEvent(), 'locate');
  }
}
