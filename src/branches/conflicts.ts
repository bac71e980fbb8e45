import { branchRules } from './rules.ts';
import type { ConflictFile } from '../kernel/branch.ts';
import type { Finding } from '../report/model.ts';

/** One merge that would not go through by itself. */
export interface Conflict {
  /** Trunk's name, `#12`, or another branch's name. */
  readonly with: string;
  /** Of the pull request on the other side. */
  readonly number?: number;
  readonly title?: string;
  readonly files: readonly ConflictFile[];
}

/** Someone else's unmerged work on the same files. */
export interface Overlap {
  readonly with: string;
  readonly number?: number;
  readonly files: readonly string[];
}

/** What merging would meet, as far as it could be found out. */
export interface Prediction {
  /** Whether the merge with trunk could be tried. */
  readonly trunkTried: boolean;
  readonly conflicts: readonly Conflict[];
  /** Most files in common first. */
  readonly overlaps: readonly Overlap[];
  /** Other branches whose merge was tried. */
  readonly tried: number;
  /** Other branches that were not looked at, because there are so many. */
  readonly left: number;
  /** Why something was not tried; each reason once. */
  readonly unknown: readonly string[];
}

interface Judged {
  readonly branch: string;
  readonly trunk: string;
  readonly prediction: Prediction;
}

/** A warning for each merge that would conflict, at the first file to resolve; and one where that is not known. */
export function conflictFindings({ branch, trunk, prediction }: Judged): Finding[] {
  const found = prediction.conflicts.map((conflict) =>
    conflict.with === trunk ? withTrunk(branch, conflict) : withOther(branch, conflict),
  );
  return [...found, ...prediction.unknown.map(unknown)];
}

function withTrunk(branch: string, conflict: Conflict): Finding {
  return branchRules['conflicts-with-trunk'].finding({
    ...at(conflict),
    message: `${branch} and ${conflict.with} change the same lines: ${files(conflict)} would need to be resolved by hand.`,
    help: 'Run `model-gates sync`, resolve what it lists, and push: every day that passes adds to it.',
  });
}

function withOther(branch: string, conflict: Conflict): Finding {
  const whose = conflict.title === undefined ? '' : ` (${conflict.title.slice(0, 100)})`;
  return branchRules['conflicts-with-open-work'].finding({
    ...at(conflict),
    message: `${branch} and ${conflict.with}${whose}, both not merged yet, change the same lines: ${files(conflict)}. Whoever merges second resolves them.`,
    help: 'Agree on who merges first; the other one brings trunk in at once, while both still remember what they meant.',
  });
}

function at({ files: [first] }: Conflict): Pick<Finding, 'file'> {
  return first === undefined ? {} : { file: first.path };
}

function files({ files: all }: Conflict): string {
  const named = all.slice(0, 5).map(({ path, kind }) => (kind === 'content' ? path : `${path} (${kind})`));
  const more = all.length - named.length;
  return more > 0 ? `${named.join(', ')} and ${more} more` : named.join(', ');
}

function unknown(reason: string): Finding {
  return branchRules['conflicts-unknown'].finding({
    message: `Some conflicts could not be predicted: ${reason}`,
    help: 'What the report says of age and distance still applies. Fix what is named here and run it again.',
  });
}

/** `conflicts` is null where nothing could be tried at all: never an empty list. */
export function conflictFacts({ prediction }: Judged) {
  const { trunkTried, tried, conflicts, overlaps, left, unknown: reasons } = prediction;
  return {
    conflicts: trunkTried || tried > 0 ? conflicts : null,
    overlaps,
    compared: tried,
    notCompared: left,
    conflictsUnknown: reasons,
  };
}
