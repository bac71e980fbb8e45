import type { LineageRecord, Lookup } from '../lineage/index.ts';
import type { TargetDrift } from '../promotion/index.ts';
import type { Finding } from '../report/model.ts';
import { compareText } from '../kernel/compare.ts';
import { grouped } from '../kernel/text.ts';
import { boardRules } from './rules.ts';
import type { TrunkLog } from '../kernel/trunk-log.ts';
import { attentionOf } from './attention.ts';
import { candidatesOf } from './candidates.ts';
import { earlier, mergesOf, metricsOf, recordedCommits } from './commits.ts';
import { withCulprits } from './culprits.ts';
import { debtsOf } from './debts.ts';
import { feedbackTimeOf } from './delivery/figures.ts';
import { lateFeedback } from './delivery/texts.ts';
import type { KnownDelivery } from './delivery/model.ts';
import { figuresOf } from './figures/figures.ts';
import { windowOf } from './figures/figure.ts';
import { madeOf } from './history/made.ts';
import type { Board, Cut, Debt, Merge, Service, VersionRow } from './model.ts';
import { servicesOf, type Signers, type Verify } from './serving.ts';
import { limits, type BoardSettings } from './settings.ts';
import { trendsOf } from './trends.ts';
import { versionsOf, type TaggedCommit } from './versions.ts';

export interface BoardInput {
  /** Those that count: a record that another corrects is left out. */
  readonly records: readonly LineageRecord[];
  /** Finds the records of a chain where `records` are not all there are. */
  readonly lookup?: Lookup | undefined;
  /** Ids of those records whose writer GitHub confirms. */
  readonly verify?: Verify | undefined;
  /** Who has signed what a chain has. */
  readonly signers?: Signers | undefined;
  /** Version tags of the repository; empty where they could not be read, and `unread` says so. */
  readonly tags: readonly TaggedCommit[];
  /** What could not be read of the ledger, the tags or the policy. */
  readonly unread: readonly Finding[];
  /** Trunk as it was merged; absent without a clone. */
  readonly trunkLog?: TrunkLog | undefined;
  /** What GitHub says of pull requests and runs; absent where it was not asked. */
  readonly delivery?: KnownDelivery | undefined;
  /** Fixes of release lines that trunk lacks; absent where nobody can tell. */
  readonly missing?: readonly Finding[];
  /** Whether the manifests of the targets say what serves, and what is to be said of it; absent where nobody has compared them. */
  readonly drift?: { readonly targets: readonly TargetDrift[]; readonly findings: readonly Finding[] };
  /** Commit of the ledger's branch. */
  readonly ledgerCommit?: string | undefined;
  /** `owner/name`. */
  readonly name: string;
  /** Web address of the repository; links lead there and nowhere else. */
  readonly url?: string | undefined;
  /** Milliseconds since the epoch. */
  readonly now: number;
  readonly settings: BoardSettings;
}

/** Everything that the page shows, from the records alone: the same input gives the same board, in whatever order it comes. */
export async function buildBoard(input: BoardInput): Promise<Board> {
  const { settings, delivery, missing = [], drift = { targets: [], findings: [] } } = input;
  const window = windowOf(input.now);
  const feedback = delivery && feedbackTimeOf(delivery.data, window, settings.feedbackMinutes);
  const builtAt = new Date(input.now).toISOString();
  const records = input.records.toSorted(earlier);
  const commits = recordedCommits(records);
  const { services, total } = await servicesOf(records, builtAt, {
    ...input,
    ...(input.lookup !== undefined && { most: limits.services }),
  });
  const unread = [...input.unread, ...unfollowed(total, services.length)];
  const merges = mergesOf(commits, records, settings).map((merge) => withServedMinutes(merge, services));
  const servingAt = servingByCommit(services);
  const debts = debtsOf(merges, commits, settings, builtAt).map((debt) => withServing(debt, servingAt));
  const versions = versionsOf(input.tags, commits, settings).map((row) => withServing(row, servingAt));
  const metricsAt = (sha: string) => metricsOf(commits.get(sha)?.records ?? []);
  const released = versions
    .filter(({ release }) => release)
    .map(({ tag, sha }) => ({ tag, sha, recordedAt: commits.get(sha)?.records[0]?.at ?? '' }));
  const trends = withCulprits(trendsOf(merges, released, metricsAt, services, settings), records);
  return {
    builtAt,
    name: input.name,
    url: input.url?.replace(/\/+$/, ''),
    trunk: settings.trunk ?? 'main',
    ledger: { records: records.length, commit: input.ledgerCommit, newest: records.at(-1)?.at },
    attention: cut(
      attentionOf(
        {
          services,
          debts,
          merges,
          trends,
          unread,
          missing,
          drift: drift.findings,
          late: lateFeedback(feedback),
        },
        settings.trunk,
      ),
      limits.attention,
    ),
    services: { shown: shownOf(services), total },
    targets: drift.targets,
    candidates: cut(candidatesOf(records, services), limits.candidates),
    trends: cut(trends, limits.trends),
    figures: figuresOf({
      window,
      trunk: input.trunkLog,
      delivery,
      records,
      known: { commits, recorded: merges },
      settings,
    }),
    ...(feedback && { feedback }),
    merges: cut(merges, limits.merges),
    history: { merges, made: madeOf(records) },
    debts: cut(debts, limits.debts),
    versions: cut(versions, limits.versions),
    unread: unread.slice(0, limits.unread),
  };
}

/** By name; of more than have room those that were deployed last. */
function shownOf(services: readonly Service[]): Service[] {
  if (services.length <= limits.services) return [...services];
  const last = services.toSorted((a, b) => compareText(b.current.at, a.current.at)).slice(0, limits.services);
  const names = new Set(last.map(({ name }) => name));
  return services.filter(({ name }) => names.has(name));
}

/** Chains that nobody has followed are not whole for all that is known. */
function unfollowed(total: number, followed: number): Finding[] {
  if (total <= followed) return [];
  return [
    boardRules['records-cut'].finding({
      message: `${grouped(total)} services are recorded; the chains of the ${grouped(followed)} that were deployed last were followed, whether the others are whole is not known here`,
      help: 'Give the versions of one service the same `service`. Ask `model-gates trace` for a service that is not shown.',
    }),
  ];
}

/** The time of a hotfix ends when it serves, not when its deploy was started: with the first version that was recorded as serving of it. */
function withServedMinutes(merge: Merge, services: readonly Service[]): Merge {
  const { minutes, triggeredAt, sha } = merge;
  if (minutes === undefined || triggeredAt === undefined) return merge;
  const deployed = services.flatMap(({ current, before }) => [current, ...before.shown]);
  const served = deployed
    .filter(({ commit, at }) => commit === sha && at >= triggeredAt)
    .map(({ at }) => Date.parse(at));
  if (served.length === 0) return merge;
  const later = (Math.min(...served) - Date.parse(triggeredAt)) / 60_000;
  return { ...merge, servedMinutes: Math.round((minutes + later) * 10) / 10 };
}

/** Full SHA → the services whose serving version is made of it. */
function servingByCommit(services: readonly Service[]): ReadonlyMap<string, readonly string[]> {
  const by = new Map<string, string[]>();
  for (const { current, chain } of services)
    for (const { kind, id } of chain) if (kind === 'commit') by.set(id, [...(by.get(id) ?? []), current.id]);
  return by;
}

function withServing<T extends Debt | VersionRow>(row: T, at: ReadonlyMap<string, readonly string[]>): T {
  return { ...row, serving: at.get(row.sha) ?? [] };
}

function cut<T>(all: readonly T[], most: number): Cut<T> {
  return { shown: all.slice(0, most), total: all.length };
}
