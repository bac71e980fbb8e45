/** A walk as facts for machines: one entry an artifact, with what the records say of it. */
import { uniqueBy, groupBy } from '../../kernel/group.ts';
import { byTime } from '../record/read.ts';
import type { Standing } from './claims.ts';
import { nodeKey, sameNode, type Step } from './walk.ts';
import type { LineageNode, LineageRecord, LineageVerdict } from '../record/model.ts';

export interface PullRequestOfCommit {
  readonly number: number;
  readonly title?: string;
  readonly author?: string;
}

export interface ChangedPath {
  readonly status: string;
  readonly path: string;
}

/** What git and GitHub know of a commit. */
export interface CommitFacts {
  readonly author?: string;
  readonly subject?: string;
  readonly pullRequest?: PullRequestOfCommit;
  /** Against its first parent, or of its pull request. */
  readonly files?: readonly ChangedPath[];
  /** Whether trunk or a release branch contains it; absent where that cannot be determined. */
  readonly merged?: boolean;
}

export interface ChainLink {
  readonly kind: LineageNode['kind'];
  readonly id: string;
  readonly digest?: string;
  readonly service?: string;
  readonly depth: number;
  /** Ids of the records that made it (up) or used it (down). */
  readonly records: readonly string[];
  readonly at?: string;
  readonly by?: string;
  /** Whether GitHub confirms `by`, `at` and `run`, or a signature the content; of a commit, whether git or GitHub named its author. */
  readonly standing: Standing;
  /** Who has signed the content, where somebody has who may. */
  readonly signed_by?: string;
  readonly git_ref?: string;
  readonly author?: string;
  readonly pr_number?: number;
  readonly run?: LineageRecord['run'];
  readonly metrics?: Readonly<Record<string, number>>;
  readonly verdicts?: readonly LineageVerdict[];
  readonly subject?: string;
  readonly pull_request?: PullRequestOfCommit;
  readonly files?: readonly ChangedPath[];
  /** Of a commit: whether trunk or a release branch contains it; absent where that cannot be determined. */
  readonly merged?: boolean;
  /** Of a commit: what records say that it was before, by full SHA. */
  readonly former?: readonly string[];
}

/** The entries of a chain; of a commit with what git knows of it. */
export function chainLinks(
  steps: readonly Step[],
  commits: ReadonlyMap<string, CommitFacts>,
  verified: ReadonlySet<string> = new Set(),
  signers: ReadonlyMap<string, string> = new Map(),
): ChainLink[] {
  const users = recordsUsing(steps);
  return steps.map((step) =>
    linkOf(step, users.get(nodeKey(step.node)) ?? [], commits.get(step.node.id), {
      verified,
      signer: signers.get(nodeKey(step.node)),
    }),
  );
}

/** A commit has no record that made it: who wrote it is known from those that used it. */
function recordsUsing(steps: readonly Step[]): Map<string, LineageRecord[]> {
  const uses = steps.flatMap(({ records }) =>
    records.flatMap((record) => record.inputs.map((node) => ({ key: nodeKey(node), record }))),
  );
  const groups = groupBy(uses, ({ key }) => key);
  return new Map([...groups].map(([key, found]) => [key, found.map(({ record }) => record)]));
}

/** Signatures that the records which made a step have of it. */
export function signaturesOf({ node, mentions }: Step): readonly string[] {
  return [...new Set(makersOf(node, mentions).flatMap(({ signatures = [] }) => signatures))];
}

/** What a chain shows of a step comes from these; the first of them, and the first that names a run, are shown. */
export function makersIn(steps: readonly Step[]): LineageRecord[] {
  return uniqueBy(
    steps.flatMap(({ node, mentions }) => makersOf(node, mentions).toSorted(byTime)),
    ({ id }) => id,
  );
}

function linkOf(
  step: Step,
  users: readonly LineageRecord[],
  facts: CommitFacts | undefined,
  { verified, signer }: { readonly verified: ReadonlySet<string>; readonly signer: string | undefined },
): ChainLink {
  const { node, depth, records, mentions } = step;
  const isCommit = node.kind === 'commit';
  const telling = isCommit ? [...users, ...mentions] : makersOf(node, mentions);
  const first = telling.toSorted(byTime)[0];
  const pick = <K extends keyof LineageRecord>(key: K) =>
    telling.find((record) => record[key] !== undefined)?.[key];
  const metrics = Object.fromEntries(
    [...makersOf(node, mentions), ...evaluationsOf(node, mentions)].flatMap((record) =>
      Object.entries(record.metrics ?? {}),
    ),
  );
  const verdicts = verdictsOn(step);
  const shown = [first, telling.find(({ run }) => run !== undefined)].filter((one) => one !== undefined);
  const confirmed = isCommit
    ? facts?.author !== undefined
    : shown.length > 0 && shown.every(({ id }) => verified.has(id));
  const pull = facts?.pullRequest ?? pullOf(isCommit ? pick('pr_number') : undefined);
  const former = isCommit ? formerOf(node, mentions) : [];
  return compact({
    kind: node.kind,
    id: node.id,
    digest: node.digest,
    service: node.service,
    depth,
    records: records.map(({ id }) => id),
    at: isCommit ? undefined : first?.at,
    by: isCommit ? undefined : first?.by,
    standing: confirmed || signer !== undefined ? 'verified' : 'claimed',
    signed_by: signer,
    git_ref: pick('git_ref'),
    author: facts?.author ?? pick('author'),
    pr_number: pull?.number ?? pick('pr_number'),
    run: isCommit ? undefined : pick('run'),
    metrics: Object.keys(metrics).length === 0 ? undefined : metrics,
    verdicts: verdicts.length === 0 ? undefined : verdicts,
    subject: facts?.subject,
    pull_request: pull,
    files: facts?.files,
    merged: facts?.merged,
    former: former.length === 0 ? undefined : former,
  });
}

/** Commits that a record made this one of: its names before it was squashed or rebased. */
function formerOf(node: LineageNode, mentions: readonly LineageRecord[]): string[] {
  const inputs = makersOf(node, mentions).flatMap((record) => record.inputs);
  return inputs.filter(({ kind, id }) => kind === 'commit' && id !== node.id).map(({ id }) => id);
}

function makersOf(node: LineageNode, mentions: readonly LineageRecord[]): readonly LineageRecord[] {
  return mentions.filter(({ outputs }) => outputs.some((output) => sameNode(output, node)));
}

/** What was measured on it, oldest first. */
function evaluationsOf(node: LineageNode, mentions: readonly LineageRecord[]): readonly LineageRecord[] {
  return mentions
    .filter(
      ({ inputs, outputs }) =>
        outputs.some(({ kind }) => kind === 'evaluation') && inputs.some((input) => sameNode(input, node)),
    )
    .toSorted(byTime);
}

function pullOf(number: number | undefined): PullRequestOfCommit | undefined {
  return number === undefined ? undefined : { number };
}

/** Verdicts of gates that were recorded with this step, or on this artifact. */
function verdictsOn({ node, mentions }: Step): LineageVerdict[] {
  const judged = mentions.filter(
    ({ inputs, outputs }) =>
      outputs.some(({ kind }) => kind === 'verdict') &&
      inputs.some(({ kind, id }) => kind === node.kind && id === node.id),
  );
  const made = makersOf(node, mentions);
  const all = uniqueBy([...made, ...judged], ({ id }) => id);
  return all.flatMap(({ verdicts = [] }) => verdicts);
}

function compact(link: { [K in keyof ChainLink]: ChainLink[K] | undefined }): ChainLink {
  // oxlint-disable-next-line typescript/no-unsafe-type-assertion -- what is required is never undefined
  return Object.fromEntries(
    Object.entries(link).filter(([, value]) => value !== undefined),
  ) as unknown as ChainLink;
}
