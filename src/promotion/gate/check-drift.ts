/** Whether the manifests say what serves by the ledger. */
import { matchingRun } from '../kinds/deployed.ts';
import { openReader } from '../../lineage/gate/reader.ts';
import { traceFrom } from '../../lineage/gate/traced.ts';
import { makeReport } from '../../report/make.ts';
import type { Finding, Report, Section } from '../../report/model.ts';
import { errorFinding } from '../../report/error-report.ts';
import { count } from '../../kernel/text.ts';
import type { Target } from '../../policy/index.ts';
import type { DriftFacts, EditFact, TargetDrift } from '../facts.ts';
import { planEdits } from '../kinds/plan.ts';
import { promotionRules } from '../rules.ts';
import { recordedCommitsOf } from '../standing.ts';
import { portsFor } from './elsewhere.ts';
import { readServing } from './gather.ts';
import type { DriftPorts } from './ports.ts';
import { editTable, gate, planFindings } from './promotion-report.ts';
import { settle } from './settle.ts';
import { stateOf, withoutNotes } from './state.ts';

interface Compared {
  readonly drift: TargetDrift;
  readonly findings: readonly Finding[];
  readonly recorded: readonly string[];
}

/** Every target, or those that are named. What has landed and was not recorded is recorded first, unless it is a dry run. */
export async function checkDrift(
  targets: readonly Target[],
  dryRun: boolean,
  ports: DriftPorts,
): Promise<Report<DriftFacts>> {
  const reader = await openReader(await ports.ledger.snapshot(), ports);
  const compared: Compared[] = [];
  for (const target of targets)
    compared.push(
      await compare(target, reader, dryRun, ports).catch((error: unknown) => unreadable(target, error)),
    );
  const drifts = compared.map(({ drift }) => drift);
  const findings = compared.flatMap((one) => one.findings);
  return makeReport({
    gate,
    ...(targets.length === 0 ? { verdict: 'skipped' as const } : unsure(drifts, findings)),
    title: titleOf(drifts),
    findings,
    facts: { targets: drifts, recorded: compared.flatMap(({ recorded }) => recorded) },
    sections: sectionsOf(drifts),
  });
}

/** What could not be compared does not pass. */
function unsure(drifts: readonly TargetDrift[], findings: readonly Finding[]) {
  const isClear = findings.every(({ severity }) => severity !== 'error');
  return isClear && drifts.some(({ state }) => state === 'unknown')
    ? { verdict: 'inconclusive' as const }
    : {};
}

type Reader = Awaited<ReturnType<typeof openReader>>;

async function compare(
  target: Target,
  reader: Reader,
  dryRun: boolean,
  given: DriftPorts,
): Promise<Compared> {
  const ports = portsFor(target, given);
  const state = await stateOf(target, await readServing(target.service, reader), ports);
  const { clock, by, ledger } = ports;
  const settled = dryRun
    ? { recorded: [], findings: [] }
    : await settle(state.notes, recordedCommitsOf(withoutNotes(state)), { ledger, by, now: clock.now });
  const { standing } = state;
  const serving = standing.current?.node.id ?? null;
  const facts = { target: target.name, service: target.service, serving };
  const unknown = (findings: readonly Finding[]): Compared => ({
    drift: { ...facts, state: 'unknown', differs: [] },
    findings: [...settled.findings, ...findings],
    recorded: settled.recorded,
  });
  const deployed = matchingRun(target, standing);
  if (typeof deployed === 'string') return unknown([notCompared(deployed)]);
  const traced = await traceFrom(
    `${deployed.artifact.kind}:${deployed.artifact.digest ?? deployed.artifact.id}`,
    reader,
    { now: ports.now },
  );
  const commit = traced?.chain.find(({ kind }) => kind === 'commit')?.id;
  const digest = deployed.artifact.digest ?? traced?.chain.find(({ depth }) => depth === 0)?.digest;
  const artifact = { ...deployed.artifact, ...(digest === undefined ? {} : { digest }) };
  const version = { name: deployed.name, artifact, ...(commit === undefined ? {} : { commit }) };
  const plan = planEdits(target, state.files, version, deployed.weight);
  if (!plan.ok) return unknown(planFindings(plan.problems));
  const differs = plan.edits.filter(({ changed }) => changed);
  return {
    drift: { ...facts, state: differs.length === 0 ? 'same' : 'drift', differs },
    findings: [...settled.findings, ...differs.map((edit) => drifted(edit, target, deployed.name))],
    recorded: settled.recorded,
  };
}

function drifted(
  { file, line, column, path, before, after }: EditFact,
  { name, service }: Target,
  version: string,
): Finding {
  return promotionRules.drift.finding({
    message: `${path} is ${JSON.stringify(before.slice(0, 200))}; by the ledger ${service} serves ${version}, which is ${JSON.stringify(after.slice(0, 200))}`,
    file,
    line,
    column,
    help: `Where the manifest is wrong: \`model-gates promote ${version} --to ${name}\`. Where it is right, record what serves: record-lineage.`,
  });
}

function notCompared(message: string): Finding {
  const rule = promotionRules['not-compared'];
  return rule.finding({ message, help: rule.fix });
}

function unreadable(target: Target, error: unknown): Compared {
  const { message, help } = errorFinding(error);
  return {
    drift: { target: target.name, service: target.service, serving: null, state: 'unknown', differs: [] },
    findings: [
      promotionRules['not-compared'].finding({
        severity: 'error',
        message: `${target.name} cannot be compared: ${message}`,
        ...(help === undefined ? {} : { help }),
      }),
    ],
    recorded: [],
  };
}

function titleOf(drifts: readonly TargetDrift[]): string {
  if (drifts.length === 0) return 'The policy names no targets';
  const off = drifts.filter(({ state }) => state === 'drift');
  const unknown = drifts.filter(({ state }) => state === 'unknown');
  if (off.length > 0)
    return `${off.map(({ target }) => target).join(', ')}: the manifests do not say what serves by the ledger`;
  if (unknown.length > 0)
    return `${unknown.map(({ target }) => target).join(', ')} could not be compared with the ledger`;
  return `The manifests of ${count(drifts.length, 'target')} say what serves by the ledger`;
}

function sectionsOf(drifts: readonly TargetDrift[]): Section[] {
  const rows = drifts.map(({ target, service, serving, state }) => [target, service, serving ?? '', state]);
  const columns = [
    { title: 'Target' },
    { title: 'Service' },
    { title: 'Serves by the ledger', code: true },
    { title: 'Manifests' },
  ];
  const table: Section = { kind: 'table', title: 'Targets', open: true, columns, rows };
  return [
    table,
    ...editTable(
      drifts.flatMap(({ differs }) => differs),
      'Drift',
      ['In the manifest', 'By the ledger'],
    ),
  ];
}
