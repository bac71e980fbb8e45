/** What the board shows: data only, in the order in which it is shown. Times are ISO 8601 in UTC. */
import type { ChainLink, DeclaredChange, LineageRun, Missing, Standing } from '../lineage/index.ts';
import type { CompareVerdict } from '../compare/index.ts';
import type { TargetDrift } from '../promotion/index.ts';
import type { Finding, Verdict } from '../report/model.ts';
import type { FeedbackTime } from './delivery/feedback.ts';
import type { Figure } from './figures/model.ts';
import type { TrendTest } from './trend-test.ts';

/** The first of a list; the board says how many there are in all. */
export interface Cut<T> {
  readonly shown: readonly T[];
  readonly total: number;
}

export interface Board {
  readonly builtAt: string;
  /** `owner/name`, or what else the repository is called. */
  readonly name: string;
  /** Web address of the repository, without a slash at the end; absent where it has none. */
  readonly url?: string | undefined;
  readonly trunk: string;
  readonly ledger: LedgerState;
  /** What somebody must look at, worst first. */
  readonly attention: Cut<Attention>;
  readonly services: Cut<Service>;
  /** Whether the manifests of each target say what serves; none where nobody has compared them. */
  readonly targets: readonly TargetDrift[];
  readonly candidates: Cut<Candidate>;
  readonly trends: Cut<Trend>;
  /** Of the last 90 days. */
  readonly figures: readonly Figure[];
  /** From the event to the verdict, over the same days; absent where no run is known. */
  readonly feedback?: FeedbackTime;
  readonly merges: Cut<Merge>;
  /** All of them, newest first, and ids of jobs and weights that were made of each commit, by full SHA. */
  readonly history: {
    readonly merges: readonly Merge[];
    readonly made: ReadonlyMap<string, readonly string[]>;
  };
  readonly debts: Cut<Debt>;
  readonly versions: Cut<VersionRow>;
  /** What could not be read, or was not looked at. */
  readonly unread: readonly Finding[];
}

/** Weights that do not serve yet, beside what does. */
export interface Candidate {
  readonly id: string;
  /** When they were recorded: ISO 8601. */
  readonly at: string;
  readonly by: string;
  readonly pullRequest: number | undefined;
  readonly service: string;
  /** Id of the version that serves now. */
  readonly against: string;
  /** Absent where the comparison could not be made. */
  readonly compared?: {
    readonly verdict: CompareVerdict;
    readonly title: string;
    /** Of its page, beside the board. */
    readonly page: string;
  };
}

export interface LedgerState {
  /** Records that were read and count. */
  readonly records: number;
  /** Commit of the ledger's branch. */
  readonly commit?: string | undefined;
  /** Time of the newest record. */
  readonly newest?: string | undefined;
}

export type Part = 'serving' | 'trends' | 'figures' | 'merges' | 'debts' | 'versions' | 'unread';

export interface Attention {
  readonly finding: Finding;
  /** The part of the board that tells more. */
  readonly part: Part;
  /** Wrong in what serves now; wrong; to be seen to; good to know. */
  readonly level: 'serving' | 'now' | 'soon' | 'note';
}

export interface GateResult {
  readonly gate: string;
  readonly verdict: Verdict;
  readonly at: string;
  readonly title?: string | undefined;
  readonly exemptedBy?: string | undefined;
  readonly exemptedAt?: string | undefined;
  /** Head commit that it was lifted on. */
  readonly exemptedSha?: string | undefined;
  readonly reason?: string | undefined;
  /** What the change said that it changes in what the model is fed. */
  readonly declared?: readonly DeclaredChange[] | undefined;
}

/** A commit on trunk or on a release branch, with what was recorded of it. */
export interface Merge {
  readonly sha: string;
  /** When it was first recorded on that branch. */
  readonly at: string;
  readonly branch: string;
  readonly author?: string | undefined;
  readonly pullRequest?: number | undefined;
  readonly hotfix: boolean;
  /** Of a hotfix: from the first push to the trigger of the deploy, and when that was recorded. */
  readonly minutes?: number | undefined;
  readonly triggeredAt?: string | undefined;
  /** Of a hotfix: from the first push until it was recorded as serving, which is when its 30 minutes end. */
  readonly servedMinutes?: number | undefined;
  /** The issue by which its evaluation is followed up. */
  readonly issue?: number | undefined;
  /** One a gate: its last verdict. Empty: none was recorded. */
  readonly gates: readonly GateResult[];
  /** The gravest of them. */
  readonly verdict?: Verdict | undefined;
  readonly metrics: ReadonlyMap<string, number>;
  readonly run?: LineageRun | undefined;
}

/** A gate that was lifted for a commit that is merged: what it would have said is owed. */
export interface Debt {
  readonly kind: 'exemption' | 'hotfix';
  readonly gate: string;
  readonly sha: string;
  readonly branch: string;
  readonly pullRequest?: number | undefined;
  readonly author?: string | undefined;
  readonly by?: string | undefined;
  /** Head commit that it was lifted on; a squashed merge is another. */
  readonly on?: string | undefined;
  readonly reason?: string | undefined;
  readonly at: string;
  readonly due: string;
  readonly state: 'owed' | 'overdue' | 'paid';
  /** When it was made up for, and what the gate said; no verdict where only values were recorded. */
  readonly settled?: { readonly at: string; readonly verdict?: Verdict | undefined } | undefined;
  readonly minutes?: number | undefined;
  readonly servedMinutes?: number | undefined;
  readonly issue?: number | undefined;
  /** Serving versions that are made of this commit. */
  readonly serving: readonly string[];
}

export interface Deployment {
  readonly id: string;
  readonly at: string;
  readonly by: string;
  /** The commit at the root of its chain. */
  readonly commit?: string | undefined;
  readonly pullRequest?: number | undefined;
}

/** A service and the version that serves now. */
export interface Service {
  readonly name: string;
  readonly current: Deployment;
  /** Whether GitHub confirms by whom, when and in which run it was recorded. */
  readonly standing: Standing;
  readonly run?: LineageRun | undefined;
  /** From the serving version up to the commit. */
  readonly chain: readonly ChainLink[];
  /** Links that nobody recorded, ambiguous links, clocks: plain sentences with their fix. */
  readonly gaps: readonly Finding[];
  readonly missing: readonly Missing[];
  /** The chain reaches a commit, and no link is missing. */
  readonly complete: boolean;
  /** Name, value and whether it is a share, shown in points. */
  readonly metrics: readonly { readonly name: string; readonly value: number; readonly points: boolean }[];
  /** What served before, newest first. */
  readonly before: Cut<Deployment>;
}

export interface TrendValue {
  readonly sha: string;
  readonly at: string;
  readonly value: number;
  readonly pullRequest?: number | undefined;
  /** Where locating named it as the merge that made this metric fall. */
  readonly culprit?: Culprit | undefined;
  /** How likely a search that named one thought this merge to be it, from 0 to 1. */
  readonly suspicion?: number | undefined;
}

export interface Culprit {
  /** When it was named, and how sure that was, from 0 to 1. */
  readonly at: string;
  readonly probability?: number;
}

export interface NamedMerge extends Culprit {
  readonly sha: string;
  readonly pullRequest: number | undefined;
}

export type TrendState = 'inside' | 'worse' | 'better';

/** A metric over the last merges to trunk, oldest first. */
export interface Trend {
  readonly metric: string;
  readonly values: readonly TrendValue[];
  readonly lowerIsBetter: boolean;
  /** Shown in points (hundredths), as shares are. */
  readonly points: boolean;
  /** Merges that searches named as those at which it got worse, in the order in which they were named; they need not have a value. */
  readonly culprits?: readonly NamedMerge[];
  /** Of at least ten values: whether they go one way. */
  readonly test?: TrendTest;
  /** What the values are held against: the last release before the newest of them, else the oldest of the values. */
  readonly anchor: { readonly name: string; readonly value: number; readonly release: boolean };
  /** Width of the band on each side of the anchor, in the unit of the values. */
  readonly tolerance: number;
  /** The last value less the anchor's. */
  readonly drift: number;
  /** `alone`: there is nothing else to hold the only value against. */
  readonly state: 'inside' | 'worse' | 'better' | 'alone';
  /** The same against the version that serves; absent where none that serves was evaluated, and where the last value is its own. */
  readonly serving?: {
    readonly id: string;
    readonly value: number;
    readonly drift: number;
    readonly state: TrendState;
  };
}

export interface VersionRow {
  readonly tag: string;
  readonly sha: string;
  /** No pre-release. */
  readonly release: boolean;
  /** When the ledger first heard of the tag, else of its commit. */
  readonly at?: string | undefined;
  readonly author?: string | undefined;
  readonly pullRequest?: number | undefined;
  readonly verdict?: Verdict | undefined;
  readonly serving: readonly string[];
}
