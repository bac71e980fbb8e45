/** What happens to a pull request, and whether a workflow that gates it starts a run then. */
import { load } from 'js-yaml';
import picomatch from 'picomatch';
import { evaluated } from './expressions.ts';

export interface Situation {
  readonly name: string;
  readonly event: string;
  readonly action: string;
  /** The payload's pull request, for conditions of jobs. */
  readonly pull?: object;
}

const repository = 'acme/qwen3-vl';
const own = { draft: false, base: { ref: 'main' }, head: { repo: { full_name: repository, fork: false } } };
const foreign = { ...own, head: { repo: { full_name: 'eve/qwen3-vl', fork: true } } };

/** After each of them another verdict may be right than the last one that stands there. */
export const situations: readonly Situation[] = [
  { name: 'opened', event: 'pull_request', action: 'opened', pull: own },
  { name: 'a push', event: 'pull_request', action: 'synchronize', pull: own },
  { name: 'reopened', event: 'pull_request', action: 'reopened', pull: own },
  { name: 'a draft becomes ready', event: 'pull_request', action: 'ready_for_review', pull: own },
  { name: 'a label is put on', event: 'pull_request', action: 'labeled', pull: own },
  { name: 'a label is taken off', event: 'pull_request', action: 'unlabeled', pull: own },
  { name: 'the base is edited', event: 'pull_request', action: 'edited', pull: own },
  { name: 'the merge queue', event: 'merge_group', action: 'checks_requested' },
  { name: 'a fork', event: 'pull_request', action: 'opened', pull: foreign },
];

interface Filter {
  readonly types?: string | readonly string[];
  readonly branches?: string | readonly string[];
  readonly 'branches-ignore'?: string | readonly string[];
  readonly paths?: unknown;
  readonly 'paths-ignore'?: unknown;
}

interface Job {
  readonly if?: string;
  readonly uses?: string;
  readonly steps?: readonly { readonly uses?: string }[];
}

interface Workflow {
  readonly on: string | readonly string[] | Readonly<Record<string, Filter | null>>;
  readonly jobs: Readonly<Record<string, Job>>;
}

/** What GitHub takes where `types` says nothing. */
const defaultTypes: Readonly<Record<string, readonly string[]>> = {
  pull_request: ['opened', 'synchronize', 'reopened'],
  pull_request_target: ['opened', 'synchronize', 'reopened'],
};

/** A workflow that judges pull requests by a gate: the names of the situations in which it starts no job with one; `undefined` for any other. */
export function missedSituations(text: string): string[] | undefined {
  const workflow = asTriggered(load(text));
  if (workflow === undefined) return undefined;
  const filters = filtersOf(workflow.on);
  const gates = Object.values(workflow.jobs).filter(isGate);
  if (gates.length === 0 || !judgesPulls(filters)) return undefined;
  return situations
    .filter((situation) => !startsRun(filters, situation) || !gates.some((job) => runs(job, situation)))
    .map(({ name }) => name);
}

function asTriggered(value: unknown): Workflow | undefined {
  const isObject = typeof value === 'object' && value !== null && 'on' in value && 'jobs' in value;
  return isObject ? (value as Workflow) : undefined;
}

function filtersOf(on: Workflow['on']): ReadonlyMap<string, Filter> {
  if (typeof on === 'string') return new Map([[on, {}]]);
  const entries = Array.isArray(on)
    ? on.map((name: string) => [name, {}] as const)
    : Object.entries(on).map(([name, filter]) => [name, filter ?? {}] as const);
  return new Map(entries);
}

const gate =
  /^(?:\.|[\w-]+\/model-gates)(?:@|$|\/(?:actions\/(?:validate-model-config|detect-dep-drift|detect-input-drift|regression-gate|plan-gates)|\.github\/workflows\/model-pull-request\.yml)(?:@|$))/;

function isGate({ uses = '', steps = [] }: Job): boolean {
  return gate.test(uses) || steps.some((step) => gate.test(step.uses ?? ''));
}

/** What only looks at closed ones judges nothing that could still be merged. */
function judgesPulls(filters: ReadonlyMap<string, Filter>): boolean {
  return [...filters].some(
    ([event, { types }]) => /^(?:pull_request|merge_group)/.test(event) && listOf(types).join() !== 'closed',
  );
}

/** A filter of paths starts no run for some change, and a required check then never comes. */
function startsRun(filters: ReadonlyMap<string, Filter>, { event, action }: Situation): boolean {
  const filter = filters.get(event);
  if (filter === undefined || 'paths' in filter || 'paths-ignore' in filter) return false;
  const types = filter.types === undefined ? (defaultTypes[event] ?? [action]) : listOf(filter.types);
  const { branches } = filter;
  const ignored = listOf(filter['branches-ignore']);
  return (
    types.includes(action) &&
    (branches === undefined || picomatch.isMatch('main', [...listOf(branches)])) &&
    (ignored.length === 0 || !picomatch.isMatch('main', [...ignored]))
  );
}

/** A condition on other jobs, or `always()`, tells nothing of the event. */
function runs({ if: condition }: Job, { event, action, pull }: Situation): boolean {
  if (condition === undefined || !condition.includes('github.') || condition.includes('needs.')) return true;
  const text = condition.replace(/^\$\{\{(.*)\}\}$/s, '$1').trim();
  const payload = { action, ...(pull === undefined ? {} : { pull_request: pull }) };
  const github = { event_name: event, repository, event: payload };
  return !['false', ''].includes(evaluated(text, { github }));
}

function listOf(value: string | readonly string[] | undefined): readonly string[] {
  if (value === undefined) return [];
  return typeof value === 'string' ? [value] : value;
}
