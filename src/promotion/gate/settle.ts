/** Records what has landed: by this run, by one that was killed before it could, or by the merge of a pull request. */
import { appendRecords } from '../../lineage/gate/record.ts';
import { prepareRecords } from '../../lineage/gate/prepare.ts';
import type { RecordDraft } from '../../lineage/index.ts';
import type { Finding } from '../../report/model.ts';
import type { LoggedCommit, ManifestStore } from '../../ports/manifests.ts';
import type { Ledger } from '../../ports/ledger.ts';
import type { Target } from '../../policy/index.ts';
import { isUserError } from '../../kernel/user-error.ts';
import { promotionRules } from '../rules.ts';
import { noteIn, recordOfCommit, type PromotionNote } from '../message.ts';

/** Commits that are looked through for what has landed. */
const most = 100;

export interface LandedNote extends PromotionNote {
  readonly sha: string;
}

/** Promotions of a target among the last commits, the newest first. A text that speaks of another service says nothing. */
export async function landedNotes(
  target: Target,
  tip: string,
  manifests: ManifestStore,
): Promise<readonly LandedNote[]> {
  return notesIn(await manifests.log(tip, most), target);
}

export function notesIn(commits: readonly LoggedCommit[], { name, service }: Target): LandedNote[] {
  return commits.flatMap(({ sha, message }) => {
    const note = noteIn(message);
    const isOwn =
      note?.target === name &&
      note.draft.outputs.every(
        (output) =>
          output.kind === 'serving' && (output.service === service || output.service === `${service}-canary`),
      );
    return note !== undefined && isOwn ? [{ ...note, sha }] : [];
  });
}

export interface Settled {
  /** Ids of records that are new. */
  readonly recorded: readonly string[];
  readonly findings: readonly Finding[];
}

/**
 * Writes the record of each promotion that has none. The text of a commit gives all of a record, its time too: whoever writes it, and
 * however often, the ledger has it once.
 */
export async function settle(
  notes: readonly LandedNote[],
  known: ReadonlySet<string>,
  {
    ledger,
    by,
    now,
  }: {
    readonly ledger: Ledger;
    readonly by: string;
    readonly now: () => number;
  },
): Promise<Settled> {
  const drafts: RecordDraft[] = notes
    .filter(({ sha }) => !known.has(sha))
    .map((note) => recordOfCommit(note, note.sha))
    .toReversed();
  if (drafts.length === 0) return { recorded: [], findings: [] };
  const prepared = prepareRecords(drafts, { at: new Date(now()).toISOString(), by });
  try {
    const { facts, findings } = await appendRecords(prepared, ledger);
    return { recorded: facts.ids, findings };
  } catch (error) {
    return { recorded: [], findings: [notRecorded(error)] };
  }
}

/** The commit says what is to be recorded, so nothing is lost by it. */
function notRecorded(error: unknown): Finding {
  if (!isUserError(error)) throw error;
  return promotionRules['not-recorded'].finding({
    message: `the edit landed, and what serves could not be recorded: ${error.message}`,
    help: `${error.help ?? ''} Run the same command again: it finds the edit and records it.`.trim(),
  });
}
