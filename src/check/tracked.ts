/** The light path of a change that only tunes: its runs are opened in the experiment tracker, and its evaluation before the merge is light. */
import { openRuns } from '../lineage/gate/experiment.ts';
import { hashes } from '../lineage/gate/hashes.ts';
import type { ConfigFacts } from '../config/index.ts';
import type { ExperimentRun } from '../lineage/index.ts';
import { globMatcher } from '../kernel/globs.ts';
import { isUserError } from '../kernel/user-error.ts';
import {
  queuedPullRequest,
  type Plan,
  type PlannedGate,
  type Policy,
  type TrunkEvent,
} from '../policy/index.ts';
import type { ChangedFile, Ports } from '../ports/index.ts';
import { lineageRules } from '../lineage/rules.ts';
import type { Finding, Report } from '../report/model.ts';
import { runPlanned } from '../policy/gate/planned.ts';
import { configGate, runGate } from './definitions.ts';
import type { OpenedExperiment } from './facts.ts';

/** What a run of an experiment is opened with, beside the policy; absent where nothing may be opened, as on a laptop. */
export interface TrackerContext {
  /** Address of the repository, such as `https://github.com/acme/model`. */
  readonly repositoryUrl: string;
  /** Where MLflow's credentials are. */
  readonly variables: Readonly<Record<string, string | undefined>>;
}

export interface Tracked {
  readonly plan: Plan;
  /** That of validate-model-config, where it ran for this. */
  readonly report?: Report<Partial<ConfigFacts>>;
  readonly experiments: readonly OpenedExperiment[];
  readonly findings: readonly Finding[];
}

export interface TrackedChange {
  readonly event: TrunkEvent;
  readonly policy: Policy;
  readonly files: readonly ChangedFile[];
  readonly tracker: TrackerContext | undefined;
}

/** More runs than this are not opened: one change asks for a few trainings. */
const maxRuns = 20;

/** The plan as it is where the change does more than tune, or its runs could not be opened. */
export async function withTracker(
  plan: Plan,
  change: TrackedChange,
  judge: (planned: PlannedGate) => Promise<Report<Partial<ConfigFacts>>>,
  ports: Ports,
): Promise<Tracked> {
  const nothing = { plan, experiments: [], findings: [] };
  const planned = plan.gates.find(({ gate }) => gate === 'validate-model-config');
  if (planned?.run !== true || !isTracked(plan, change)) return nothing;
  const report = await judge(planned);
  if (report.verdict !== 'pass' || report.facts.change !== 'tuning') return { ...nothing, report };
  if (!(await isAllTuning(report.facts, change, ports))) return { ...nothing, report };
  try {
    return { ...nothing, report, ...(await opened(plan, report.facts, change, ports)) };
  } catch (error) {
    if (!isUserError(error)) throw error;
    return { ...nothing, report, findings: [refused(error.message, error.help)] };
  }
}

/** The same for a plan alone, whose evaluation is made later. */
export function planTuning(plan: Plan, change: TrackedChange, ports: Ports): Promise<Tracked> {
  const given = { values: {}, over: 'defaults', event: change.event } as const;
  const judge = (planned: PlannedGate) =>
    runPlanned(planned, plan.mode, () => runGate(configGate, given, change.policy, ports), ports);
  return withTracker(plan, change, judge, ports);
}

/** Only what may merge: a draft is not decided, and a hotfix trains nothing. */
function isTracked({ mode }: Plan, { event, policy, tracker }: TrackedChange): boolean {
  const isMerging = event.kind === 'pull-request' || event.kind === 'merge-group';
  return (
    isMerging &&
    policy.tracker !== undefined &&
    tracker !== undefined &&
    mode !== 'draft' &&
    mode !== 'hotfix'
  );
}

/** A script does more than start runs: only where nothing but its numbers differ is it what it was. */
async function isAllTuning(
  { files = [] }: Partial<ConfigFacts>,
  { policy, files: changed }: TrackedChange,
  { change }: Ports,
): Promise<boolean> {
  const isHarmless = globMatcher(policy.plan.harmless);
  const judged = new Set(files.map(({ file }) => file));
  for (const { path, previousPath = path, status, submodule } of changed) {
    if (isHarmless(path) && isHarmless(previousPath)) continue;
    if (status !== 'modified' || submodule !== undefined || path.startsWith('.github/')) return false;
    const isConfig = judged.has(path) && /\.(?:ya?ml|json5?|jsonc|toml)$/.test(path);
    const isSame = /\.(?:sh|bash|slurm|sbatch|sub)$/.test(path) && (await onlyNumbersDiffer(path, change));
    if (!isConfig && !isSame) return false;
  }
  return true;
}

async function onlyNumbersDiffer(path: string, { base, head }: Ports['change']): Promise<boolean> {
  const [before, after] = await Promise.all([base.read(path), head.read(path)]);
  const masked = (bytes: Uint8Array | undefined): string | undefined =>
    bytes &&
    new TextDecoder()
      .decode(bytes)
      .replaceAll(/(?<![\w.])(?:\d+\.?\d*|\.\d+)(?:[eE][-+]?\d+)?(?![\w.])/g, '#');
  return before !== undefined && masked(before) === masked(after);
}

type Outcome = Pick<Tracked, 'plan' | 'experiments' | 'findings'>;

async function opened(
  plan: Plan,
  facts: Partial<ConfigFacts>,
  change: TrackedChange,
  ports: Ports,
): Promise<Outcome> {
  const { policy, tracker } = change;
  const nothing = { plan, experiments: [], findings: [] };
  if (policy.tracker === undefined || tracker === undefined || ports.http === undefined) return nothing;
  const entries = entriesOf(facts);
  const runs = await runsOf(entries.slice(0, maxRuns), facts, change, ports);
  if (runs.length === 0) return nothing;
  const answer = await openRuns(
    runs,
    { address: policy.tracker.mlflow, environment: tracker.variables },
    { ...(await ports.http()), now: ports.now },
  );
  if (!answer.ok) return { ...nothing, findings: [answer.finding] };
  return {
    plan: lightened(plan, answer.runs, change, ports),
    experiments: answer.runs,
    findings: [waiting(answer.runs, entries.length - runs.length)],
  };
}

const maxShown = 5;

function waiting(runs: readonly OpenedExperiment[], more: number): Finding {
  const rule = lineageRules['experiment-opened'];
  const shown = runs.slice(0, maxShown).map(({ name, url }) => `${name} waits at ${url}`);
  const opened = runs.length > maxShown ? [`${runs.length - maxShown} more wait there`] : [];
  const left = more > 0 ? [`${more} more are not opened`] : [];
  return rule.finding({ message: [...shown, ...opened, ...left].join('; '), help: rule.fix });
}

/** The runs that are touched, and configs that none of them reads. */
function entriesOf({ runs = [], files = [] }: Partial<ConfigFacts>): string[] {
  const read = new Set(runs.flatMap((run) => run.files));
  const alone = files.filter(({ file, change }) => change === 'tuning' && !read.has(file));
  return [
    ...new Set([
      ...runs.filter((run) => run.judged).map(({ entry }) => entry),
      ...alone.map(({ file }) => file),
    ]),
  ];
}

async function runsOf(
  entries: readonly string[],
  facts: Partial<ConfigFacts>,
  { event, policy, tracker }: TrackedChange,
  { change }: Ports,
): Promise<ExperimentRun[]> {
  const { runParameters, settingsOf, hashOf } = await loaded(policy);
  const number = event.pullRequest?.number ?? queuedPullRequest(event);
  const url = tracker?.repositoryUrl ?? '';
  const pull = number === undefined ? '' : `${url}/pull/${number}`;
  const what = (facts.files ?? [])
    .flatMap(({ changes = [] }) => changes)
    .map(({ path, before, after }) => `${path} ${before} → ${after}`);
  const found: ExperimentRun[] = [];
  for (const entry of entries) {
    const all = await runParameters(entry, change.head, settingsOf);
    if (all === undefined) continue;
    const parameters = new Map([...all].filter(([path]) => !isSecret(path)));
    const commit = event.headSha ?? change.head.sha ?? '';
    found.push({
      experiment: policy.tracker?.experiment ?? '',
      name: number === undefined ? entry : `#${number} ${entry}`,
      key: hashOf(JSON.stringify([url, number, entry, [...parameters]])),
      parameters,
      tags: {
        'mlflow.source.name': entry,
        'mlflow.source.git.commit': commit,
        'mlflow.source.git.repoURL': url,
        'mlflow.note.content': `Asked for by ${pull === '' ? commit : pull}`,
        'model_gates.entry': entry,
        'model_gates.commit': commit,
        'model_gates.change': [...new Set(what)].join('; '),
        ...(pull === '' ? {} : { 'model_gates.pull_request': pull }),
      },
    });
  }
  return found;
}

/** A value of a name like this may be a secret, and belongs in no other system. */
function isSecret(path: string): boolean {
  return /(?:password|passwd|secret|credential|api_?key|access_?key|private_?key|(?:^|[._])(?:hub|hf|auth|access|wandb|bearer)_?token)(?:$|[._[])/i.test(
    path,
  );
}

async function loaded(policy: Policy) {
  const { runParameters } = await import('#lib/config');
  const settingsOf = { ...configGate.defaults, ...configGate.section(policy) };
  return { runParameters, settingsOf, hashOf: (text: string) => hashes.sha256(text) };
}

/** Of an evaluation that is due in full: on fewer samples, where being undecided does not block. */
function lightened(
  plan: Plan,
  runs: readonly OpenedExperiment[],
  { event }: TrackedChange,
  ports: Ports,
): Plan {
  const gates = plan.gates.map((planned): PlannedGate => {
    if (planned.gate !== 'regression-gate' || planned.decision !== 'run') return planned;
    const what = runs.length === 1 ? 'the run waits' : `${runs.length} runs wait`;
    const reason = `only tuning parameters change, and ${what} in the experiment tracker: on fewer samples`;
    const exemption = {
      by: 'the policy (tracker)',
      at: new Date(ports.now()).toISOString(),
      sha: event.headSha ?? ports.change.head.sha ?? '',
      label: 'tuning',
      reason,
    };
    return { gate: planned.gate, decision: 'light', run: true, reason, exemption };
  });
  return { ...plan, gates };
}

function refused(message: string, help: string | undefined): Finding {
  const rule = lineageRules['experiment-not-opened'];
  return rule.finding({ message, help: help ?? rule.fix });
}
