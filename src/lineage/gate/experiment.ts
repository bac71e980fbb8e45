/** Opens a run of an experiment at MLflow: what a change that only tunes wants to be trained. */
import { lineageRules } from '../rules.ts';
import {
  createExperiment,
  createRun,
  experimentIn,
  type ExperimentRun,
  findRuns,
  getExperiment,
  logParameters,
  type MlflowCall,
  runCreated,
  runFound,
  scheduleRun,
  tagRun,
} from '../index.ts';
import { isUnclear } from '../../kernel/http-outcome.ts';
import type { HttpPort } from '../../ports/http.ts';
import { shownTarget } from '../../releases/index.ts';
import type { Finding } from '../../report/model.ts';
import { ask, mlflowServer, saidOf, type MlflowAnswer, type MlflowServer } from './mlflow-server.ts';

/** Where an experiment is kept. */
export interface Tracker {
  readonly address: string;
  readonly environment: Readonly<Record<string, string | undefined>>;
}

export interface OpenedRun {
  readonly name: string;
  /** MLflow's id: `MLFLOW_RUN_ID` of the job that trains it. */
  readonly id: string;
  /** Its page. */
  readonly url: string;
}

export type Opened =
  | { readonly ok: true; readonly runs: readonly OpenedRun[] }
  | { readonly ok: false; readonly finding: Finding };

/** Opens each run once, however often it is asked. Never throws for what the server says; throws a UserError for an address that is none. */
export async function openRuns(
  runs: readonly ExperimentRun[],
  { address, environment }: Tracker,
  ports: HttpPort & { now(): number },
): Promise<Opened> {
  const experiments = new Experiments(mlflowServer(address, environment), ports);
  try {
    const opened: OpenedRun[] = [];
    for (const run of runs) opened.push(await experiments.opened(run));
    return { ok: true, runs: opened };
  } catch (error) {
    if (!(error instanceof Refusal)) throw error;
    return { ok: false, finding: error.finding };
  }
}

/** Ends the opening; never leaves this file. */
class Refusal extends Error {
  readonly finding: Finding;
  constructor(finding: Finding) {
    super(finding.message);
    this.finding = finding;
  }
}

class Experiments {
  private readonly server: MlflowServer;
  private readonly ports: HttpPort & { now(): number };
  private readonly ids = new Map<string, string>();

  constructor(server: MlflowServer, ports: HttpPort & { now(): number }) {
    this.server = server;
    this.ports = ports;
  }

  async opened(run: ExperimentRun): Promise<OpenedRun> {
    const experiment = await this.experiment(run.experiment);
    const { id, isNew } = await this.run(experiment, run);
    for (const call of logParameters(id, run)) await this.must(call);
    if (isNew) await this.must(scheduleRun(id));
    else for (const [key, value] of Object.entries(run.tags)) await this.must(tagRun(id, key, value));
    const page = `${shownTarget(this.server.url).replace(/\/+$/, '')}/#/experiments/${experiment}/runs/${id}`;
    return { name: run.name, id, url: page };
  }

  /** Another job may create it in between. */
  private async experiment(name: string): Promise<string> {
    const known = this.ids.get(name) ?? (await this.foundOrCreated(name));
    this.ids.set(name, known);
    return known;
  }

  private async foundOrCreated(name: string): Promise<string> {
    const [get, create] = [getExperiment(name), createExperiment(name)];
    const found = await ask(get, this.server, this.ports);
    if (found.ok) return this.readable(experimentIn(found.value), get);
    if (found.code !== 'RESOURCE_DOES_NOT_EXIST') throw this.refusal(found, get);
    const created = await ask(create, this.server, this.ports);
    if (created.ok) return this.readable(experimentIn(created.value), create);
    if (created.code !== 'RESOURCE_ALREADY_EXISTS') throw this.refusal(created, create);
    return this.readable(experimentIn(await this.must(get)), get);
  }

  /** Twice, because a run may have been created although the answer got lost: then the second look finds it. */
  private async run(experiment: string, run: ExperimentRun): Promise<{ id: string; isNew: boolean }> {
    const [find, create] = [findRuns(experiment, run), createRun(experiment, run, this.ports.now())];
    for (let tries = 1; ; tries += 1) {
      const { id } = this.readable(runFound(await this.must(find)), find);
      if (id !== undefined) return { id, isNew: tries > 1 };
      const answer = await ask(create, this.server, this.ports, true);
      if (answer.ok) return { id: this.readable(runCreated(answer.value), create), isNew: true };
      if (tries > 1 || !isUnclear(answer.outcome)) throw this.refusal(answer, create);
    }
  }

  private async must(call: MlflowCall): Promise<unknown> {
    const answer = await ask(call, this.server, this.ports);
    if (answer.ok) return answer.value;
    throw this.refusal(answer, call);
  }

  private readable<T>(value: T | undefined, { path }: MlflowCall): T {
    if (value !== undefined) return value;
    const server = shownTarget(this.server.url);
    throw new Refusal(
      lineageRules['experiment-not-opened'].finding({
        message: `What ${server} answered to ${path} is not what MLflow answers`,
        help: 'Check that tracker.mlflow of the policy is the address of an MLflow tracking server.',
      }),
    );
  }

  private refusal(answer: MlflowAnswer & { ok: false }, call: MlflowCall): Refusal {
    return new Refusal(lineageRules['experiment-not-opened'].finding(saidOf(answer, call, this.server)));
  }
}
