/** Where a target stands: its manifests at the tip of the branch, and what serves by the ledger and by what has landed since. */
import { matchingPaths } from '../../kernel/matching.ts';
import { UserError } from '../../kernel/user-error.ts';
import { prepareRecords } from '../../lineage/gate/prepare.ts';
import { decodeText } from '../../documents/source/decode.ts';
import type { LineageRecord } from '../../lineage/index.ts';
import type { Target } from '../../policy/index.ts';
import type { FileTree } from '../../ports/index.ts';
import type { ManifestFile } from '../kinds/manifests.ts';
import { recordOfCommit } from '../message.ts';
import { standingOf, type Standing } from '../standing.ts';
import type { DriftPorts } from './ports.ts';
import { landedNotes, type LandedNote } from './settle.ts';

export interface TargetState {
  readonly branch: string;
  /** Full SHA. */
  readonly tip: string;
  readonly files: readonly ManifestFile[];
  readonly standing: Standing;
  /** Promotions among the last commits, the newest first. */
  readonly notes: readonly LandedNote[];
  /** Full SHAs of those of them that the ledger does not have. */
  readonly unrecorded: ReadonlySet<string>;
}

/** Most files that one target may name. */
const mostFiles = 200;

export async function stateOf(
  target: Target,
  records: readonly LineageRecord[],
  ports: DriftPorts,
): Promise<TargetState> {
  const branch = target.branch ?? ports.trunk;
  const tip = await ports.manifests.tip(branch);
  if (tip === undefined)
    throw new UserError(`there is no branch ${branch} with the manifests of ${target.name}`, {
      help: `Correct \`targets.${target.name}.branch\`.`,
    });
  const files = await filesOf(target, await ports.manifests.tree(tip));
  const notes = await landedNotes(target, tip, ports.manifests);
  const known = new Set(records.flatMap(({ parameters }) => parameters?.['promotion.commit'] ?? []));
  const fresh = notes.filter(({ sha }) => !known.has(sha));
  const standing = standingOf(target.service, [...records, ...recordsOf(fresh, ports)]);
  return { branch, tip, files, notes, standing, unrecorded: new Set(fresh.map(({ sha }) => sha)) };
}

/** The records that notes will become. */
function recordsOf(notes: readonly LandedNote[], { by, clock }: DriftPorts): readonly LineageRecord[] {
  if (notes.length === 0) return [];
  const drafts = notes.map((note) => recordOfCommit(note, note.sha));
  return prepareRecords(drafts, { at: new Date(clock.now()).toISOString(), by }).records;
}

/** The manifests that the target names. Throws a UserError for one that is not text. */
export async function filesOf(target: Target, tree: FileTree): Promise<ManifestFile[]> {
  const paths = matchingPaths(await tree.list(), target.files);
  if (paths.length > mostFiles)
    throw new UserError(`${paths.length} files match \`targets.${target.name}.files\``, {
      help: `Narrow it: at most ${mostFiles} are read.`,
    });
  return Promise.all(paths.map(async (file) => ({ file, text: await textOf(tree, file) })));
}

async function textOf(tree: FileTree, file: string): Promise<string> {
  const decoded = decodeText((await tree.read(file)) ?? '');
  if (decoded.ok) return decoded.text;
  throw new UserError(decoded.message, { place: { file }, help: decoded.help });
}

/** What the ledger itself has: notes that are not recorded yet are not among it. */
export function withoutNotes({ standing, unrecorded }: TargetState): Standing {
  const isKnown = ({ run }: { readonly run?: { readonly commit: string } }) =>
    run === undefined || !unrecorded.has(run.commit);
  return {
    ...standing,
    history: standing.history.filter(isKnown),
    canaries: standing.canaries.filter(isKnown),
  };
}
