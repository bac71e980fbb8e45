/** How an edit lands: as a commit on the branch that the cluster follows, or as a pull request for it. */
import { UserError } from '../../kernel/user-error.ts';
import type { Target } from '../../policy/index.ts';
import { messageOf, type PromotionNote } from '../message.ts';
import type { PromotionPorts } from './ports.ts';
import type { TargetState } from './state.ts';

export interface Change {
  readonly title: string;
  readonly body: string;
  /** Path → whole new text. */
  readonly texts: ReadonlyMap<string, string>;
  readonly note: PromotionNote;
  /** Names the branch of a pull request: the same change has the same. */
  readonly slug: string;
}

export type Landing =
  | { readonly kind: 'landed'; readonly commit: string }
  | {
      readonly kind: 'opened';
      readonly commit: string;
      readonly pull: { readonly number: number; readonly url: string };
    }
  /** The branch is elsewhere by now: to be planned again. */
  | { readonly kind: 'moved' };

export async function land(
  change: Change,
  target: Target,
  state: TargetState,
  ports: PromotionPorts,
): Promise<Landing> {
  if (target.lands === 'pull-request') return openPull(change, target, state, ports);
  const commit = await commitOf(change, state, ports);
  return (await ports.manifests.move(state.branch, state.tip, commit))
    ? { kind: 'landed', commit }
    : { kind: 'moved' };
}

function commitOf(
  { title, body, note, texts }: Change,
  { tip }: TargetState,
  { manifests }: PromotionPorts,
): Promise<string> {
  return manifests.commit({ parent: tip, files: texts, message: messageOf(title, body, note) });
}

/** Killed between its branch and its pull request it finds the branch, and goes on from there. */
async function openPull(
  change: Change,
  target: Target,
  state: TargetState,
  ports: PromotionPorts,
): Promise<Landing> {
  const { pulls, manifests } = ports;
  if (pulls === undefined)
    throw new UserError(
      `\`targets.${target.name}\` lands by a pull request, and there is no token to open one`,
      {
        help: 'Set GITHUB_TOKEN, or look at the edits with --dry-run.',
      },
    );
  for (const head of [change.slug, `${change.slug}-${state.tip.slice(0, 8)}`]) {
    const there = await manifests.tip(head);
    const pull = there === undefined ? undefined : await pulls.from(head);
    const fits = there !== undefined && (await hasTexts(there, change, ports));
    if (pull?.state === 'open' && fits) return { kind: 'opened', commit: there ?? '', pull };
    if (pull !== undefined || (there !== undefined && !fits)) continue;
    const commit = there ?? (await commitOf(change, state, ports));
    if (there === undefined && !(await manifests.move(head, undefined, commit))) return { kind: 'moved' };
    const { title, body } = change;
    return { kind: 'opened', commit, pull: await pulls.open({ title, body, head, base: state.branch }) };
  }
  throw new UserError(
    `the branches ${change.slug} and ${change.slug}-${state.tip.slice(0, 8)} are there already, with other edits`,
    {
      help: 'Delete them, and run it again.',
    },
  );
}

async function hasTexts(sha: string, { texts }: Change, { manifests }: PromotionPorts): Promise<boolean> {
  const tree = await manifests.tree(sha);
  for (const [file, text] of texts) {
    const bytes = await tree.read(file);
    if (bytes === undefined || !Buffer.from(text).equals(bytes)) return false;
  }
  return true;
}
