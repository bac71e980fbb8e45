import type { ConfigFileFacts } from '../config/index.ts';
import type { MoveFact } from '../dependencies/index.ts';
import type { BlamedLine, Commit } from '../kernel/commit.ts';
import type { ChainLink } from './chain/chain.ts';
import type { RankedChanges } from './chain/changes.ts';
import type { Difference } from './chain/difference.ts';
import type { Ambiguity, Missing } from './chain/walk.ts';
import type { MlflowRegistration } from './exports/mlflow.ts';
import type { Reproduction } from './reproduce.ts';

/** What trace-lineage knows of an artifact, or of the later one of two. */
export interface ChainFacts {
  /** From the artifact up to its commit. */
  readonly chain: readonly ChainLink[];
  readonly mlflow?: RegisteredFacts;
}

/** What became of events that were sent to an OpenLineage backend. */
export interface SentFacts {
  readonly openlineage: {
    /** Address without what may be a key. */
    readonly server: string;
    /** Records of which it took an event. */
    readonly sent: number;
  };
}

/** A request, and what its log says of it. */
export interface RequestFacts {
  readonly id: string;
  /** Where it was looked for. */
  readonly logs: string;
  /** Entries of it. */
  readonly entries: number;
  /** Id of what answered; `null` where that is not known. */
  readonly version: string | null;
  /** Which field says so, and where. */
  readonly field: string | null;
  readonly line: number | null;
  /** The trace that an entry of the request names, where only entries of that say what answered. */
  readonly via: string | null;
  /** All entries that say what answered: one request may have several, such as tries. */
  readonly answers: readonly AnswerFacts[];
}

/** One entry of a log that says what answered. */
export interface AnswerFacts {
  readonly version: string;
  readonly field: string;
  readonly log: string;
  readonly line: number;
  /** ISO 8601; `null` where the entry does not say it. */
  readonly at: string | null;
}

/** A record that another corrects. */
export interface CorrectionFacts {
  readonly before: WriterFacts;
  readonly after: WriterFacts;
  /** Fields that differ, each with both versions. */
  readonly changed: readonly string[];
  readonly accepted: boolean;
  /** Why not. */
  readonly refused?: string;
}

/** Who wrote a record and when (ISO 8601), as it says. */
export interface WriterFacts {
  readonly record: string;
  readonly by: string;
  readonly at: string;
}

export interface TraceFacts extends ChainFacts {
  readonly id: string;
  /** Those that were met; absent where there are none. */
  readonly corrections?: readonly CorrectionFacts[];
  /** What it went into. */
  readonly down: readonly ChainLink[];
  /** Where the id is that of a request, looked for in logs. */
  readonly request?: RequestFacts;
  readonly missing: readonly Missing[];
  readonly ambiguous: readonly Ambiguity[];
  /** Full SHAs; absent for an unknown id. */
  readonly commits?: readonly string[];
  /** Of what serves, and of a request: in what it differs from the version before. */
  readonly changes?: RankedChanges;
  /** What repeats each training job, where that was asked for. */
  readonly reproduce?: readonly Reproduction[];
  /** Of a file, where it was asked for: those that changed since the version that was served before, and which that is. */
  readonly lines?: readonly BlamedLine[];
  readonly previous?: { readonly id: string; readonly commit?: string } | null;
}

/** Between two artifacts, from the one that was recorded first. */
export interface DiffFacts extends ChainFacts {
  readonly before: string;
  readonly after: string;
  /** Full SHAs; `null` where a chain leads to no single commit. */
  readonly from: string | null;
  readonly to: string | null;
  readonly chains: { readonly before: readonly ChainLink[]; readonly after: readonly ChainLink[] };
  readonly diff: Difference & ComparedCode;
  /** Absent where the ledger does not keep what both feed the model. */
  readonly inputs?: FedFacts;
}

/** What the commits feed the model. */
export interface FedFacts {
  /** Tensors that changed. */
  readonly tensors: readonly { readonly name: string; readonly kind: string; readonly cause: string }[];
  /** First recorded commit after the older that feeds something else; `null` where nothing changed, or none is known. */
  readonly since: { readonly sha: string; readonly pr: number | null } | null;
}

/** What git has between two commits. */
export interface ComparedCode {
  readonly commits: readonly Commit[];
  readonly moves: readonly MoveFact[];
  readonly configs: readonly ConfigFileFacts[];
}

/** In MLflow. */
export interface RegisteredFacts extends Pick<MlflowRegistration, 'model' | 'source' | 'aliases' | 'tags'> {
  /** Address without anything secret. */
  readonly server: string;
  readonly version: string;
  /** By this run. */
  readonly created: boolean;
}

/** What record-lineage wrote to the inbox, and what it folded into the branch. */
export interface RecordFacts extends FoldFacts {
  readonly ids: readonly string[];
  /** The first of them. */
  readonly id: string;
  /** Whether any of them is new, and how many are. */
  readonly created: boolean;
  readonly count: number;
}

export interface FoldFacts {
  /** Records. */
  readonly folded?: number;
  /** Files of evaluation results. */
  readonly foldedResults?: number;
}
