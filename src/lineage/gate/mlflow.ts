/** Registers the weights of a chain with MLflow: model, version, tags and aliases. */
import { lineageRules } from '../rules.ts';
import {
  createModel,
  createVersion,
  findVersions,
  getModel,
  mlflowProblem,
  mlflowRegistration,
  setAlias,
  setTag,
  versionCreated,
  versionsIn,
  type ChainFacts,
  type MlflowCall,
  type MlflowNames,
  type MlflowRegistration,
  type MlflowVersion,
  type RegisteredFacts,
} from '../index.ts';
import type { Finding, Report, Section } from '../../report/model.ts';
import { UserError } from '../../kernel/user-error.ts';
import { shownTarget } from '../../releases/index.ts';
import { isUnclear } from '../../kernel/http-outcome.ts';
import type { HttpPort } from '../../ports/http.ts';
import { exportable, type ExportSource } from './export.ts';
import { hashes } from './hashes.ts';
import { ask, mlflowServer, notRegistered, type MlflowAnswer, type MlflowServer } from './mlflow-server.ts';
import type { TracePorts } from './traced.ts';

/** Where the weights are registered, and as what. */
export interface MlflowTarget extends MlflowNames {
  readonly server: MlflowServer;
}

/** What a person asks for, checked before anything is read or sent. Throws a UserError for a name or an address that cannot be. */
export function mlflowTarget(
  { address, ...names }: MlflowNames & { readonly address: string },
  environment: Readonly<Record<string, string | undefined>>,
): MlflowTarget {
  const problem = mlflowProblem(names);
  if (problem !== undefined)
    throw new UserError(`${problem} in MLflow.`, {
      help: 'A model has a name without / : and quotes. An alias has letters, digits, - and _, and is neither `latest` nor v and a number.',
    });
  return { ...names, server: mlflowServer(address, environment) };
}

/**
 * The trace with what became of the registration; one that fails is a failure, and a chain that was not found is not registered.
 * The same weights are registered once: what was there gets the tags and aliases that it lacks.
 */
export async function withRegistration(
  report: Report<ChainFacts>,
  request: ExportSource & MlflowTarget,
  ports: TracePorts & HttpPort,
): Promise<Report<ChainFacts>> {
  if (report.verdict === 'fail') return report;
  const { ledger, now } = ports;
  const { walk, context } = await exportable(request, { ledger, now });
  const registration = mlflowRegistration(walk, context, hashes, request);
  if (registration === undefined) return failed(report, noWeights(request.id));
  try {
    return registered(report, registration, await register(registration, request.server, ports));
  } catch (error) {
    if (!(error instanceof Refusal)) throw error;
    return failed(report, error.finding);
  }
}

/** Ends a registration; never leaves this file. */
class Refusal extends Error {
  readonly finding: Finding;
  constructor(finding: Finding) {
    super(finding.message);
    this.finding = finding;
  }
}

type Registered = Pick<RegisteredFacts, 'version' | 'created' | 'server'>;

async function register(
  registration: MlflowRegistration,
  server: MlflowServer,
  ports: HttpPort,
): Promise<Registered> {
  const { model, tags, aliases } = registration;
  const must = async (call: MlflowCall) => valueOf(await ask(call, server, ports), call, server);
  await ensureModel(model, server, ports);
  const found = await ensureVersion(registration, server, ports);
  const { version } = found;
  for (const [key, value] of Object.entries(tags))
    if (found.tags.get(key) !== value) await must(setTag(model, version, key, value));
  for (const alias of aliases) await must(setAlias(model, version, alias));
  return { version, created: found.created, server: shownTarget(server.url) };
}

/** Asked for first: who may edit a model may not always create one. Another run may create it in between. */
async function ensureModel(model: string, server: MlflowServer, ports: HttpPort): Promise<void> {
  const known = await ask(getModel(model), server, ports);
  if (known.ok) return;
  if (known.code !== 'RESOURCE_DOES_NOT_EXIST') throw refusal(known, getModel(model), server);
  const created = await ask(createModel(model), server, ports);
  if (!created.ok && created.code !== 'RESOURCE_ALREADY_EXISTS')
    throw refusal(created, createModel(model), server);
}

/** Twice, because a version may have been created although the answer got lost: then the second look finds it. */
async function ensureVersion(
  registration: MlflowRegistration,
  server: MlflowServer,
  ports: HttpPort,
): Promise<MlflowVersion & { readonly created: boolean }> {
  const [find, create] = [findVersions(registration), createVersion(registration)];
  for (let tries = 1; ; tries += 1) {
    const [known] = readable(versionsIn(valueOf(await ask(find, server, ports), find, server)), find, server);
    if (known !== undefined) return { ...known, created: tries > 1 };
    const answer = await ask(create, server, ports, true);
    if (answer.ok) {
      const made = readable(versionCreated(answer.value), create, server);
      return { ...made, tags: new Map(Object.entries(registration.tags)), created: true };
    }
    if (tries > 1 || !isUnclear(answer.outcome)) throw refusal(answer, create, server);
  }
}

function valueOf(answer: MlflowAnswer, call: MlflowCall, server: MlflowServer): unknown {
  if (answer.ok) return answer.value;
  throw refusal(answer, call, server);
}

function refusal(answer: MlflowAnswer & { ok: false }, call: MlflowCall, server: MlflowServer): Refusal {
  return new Refusal(notRegistered(answer, call, server));
}

function readable<T>(value: T | undefined, { path }: MlflowCall, { url }: MlflowServer): T {
  if (value !== undefined) return value;
  throw new Refusal(
    lineageRules['not-registered'].finding({
      message: `What ${shownTarget(url)} answered to ${path} is not what MLflow answers`,
      help: 'Check that the address is that of an MLflow tracking server.',
    }),
  );
}

function noWeights(id: string): Finding {
  return lineageRules['not-registered'].finding({
    message: `${id.slice(0, 200)} comes from no weights that MLflow could register`,
    help: 'Name weights, or a serving version or request that comes from some; record them where the training job ends.',
  });
}

function failed(report: Report<ChainFacts>, finding: Finding): Report<ChainFacts> {
  return { ...report, verdict: 'fail', title: finding.message, findings: [finding, ...report.findings] };
}

function registered(
  report: Report<ChainFacts>,
  { model, tags, aliases, source }: MlflowRegistration,
  done: Registered,
): Report<ChainFacts> {
  const { version, created, server } = done;
  const rows = [
    ['server', server],
    ['model', model],
    ['version', `${version}${created ? '' : ' (was there)'}`],
    ['source', source],
    ...aliases.map((alias) => ['alias', alias]),
    ...Object.entries(tags),
  ];
  const section: Section = {
    kind: 'table',
    title: 'Registered with MLflow',
    columns: [{ title: 'what' }, { title: 'is', code: true }],
    rows,
  };
  return {
    ...report,
    facts: { ...report.facts, mlflow: { server, model, version, created, source, aliases, tags } },
    sections: [...(report.sections ?? []), section],
  };
}
