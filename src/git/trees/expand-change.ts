/** From the entries that differ to the paths at which something else can be read. */
import type { ChangedFile } from '../../ports/index.ts';
import { compareText } from '../../kernel/compare.ts';
import { isUnstored, type EntryChange } from './changes.ts';
import { changedThroughLinks } from './through-links.ts';
import type { Entry } from './tree-paths.ts';
import type { TreeView } from './tree-view.ts';

/** Changes as git itself shows them, sorted by path: what holds where no link is. A file is not a submodule: what becomes one is deleted. */
export function ownChanges(changes: readonly EntryChange[]): ChangedFile[] {
  return inOrder(changes.flatMap(ownChange));
}

function ownChange({ path, previousPath, before, after }: EntryChange): ChangedFile[] {
  const [from, to] = [before?.kind === 'submodule', after?.kind === 'submodule'];
  if (before !== undefined && after !== undefined && from !== to)
    return [
      { status: 'deleted', path: previousPath ?? path, ...(from && { submodule: previousPath ?? path }) },
      { status: 'added', path, ...(to && { submodule: path }) },
    ];
  const within = (from || to) && { submodule: path };
  if (previousPath !== undefined) return [{ status: 'renamed', path, previousPath, ...within }];
  const status = before === undefined ? 'added' : after === undefined ? 'deleted' : 'modified';
  return [{ status, path, ...within }];
}

/** The same, and all that is read through links. */
export async function throughLinks(
  changes: readonly EntryChange[],
  base: TreeView,
  head: TreeView,
): Promise<ChangedFile[]> {
  const changed = new Set(changes.flatMap(({ path, previousPath = path }) => [path, previousPath]));
  const paths = new Set([
    ...(await changedThroughLinks(base, within(changed, base))),
    ...(await changedThroughLinks(head, within(changed, head))),
    ...changes.flatMap(ownLinks),
  ]);
  for (const { path, after } of changes)
    if (after === undefined && (await stateOf(head, path)).kind === 'beyond') paths.add(path);
  const moved: ChangedFile[] = [];
  for (const file of ownChanges(changes).filter(isMoved)) {
    const kept = await keptMove(file, base, head);
    if (kept !== undefined) moved.push(kept);
    for (const path of [file.path, file.previousPath])
      if (kept === undefined) paths.add(path);
      else paths.delete(path);
  }
  const own = ownChanges(changes).filter((file) => !isMoved(file));
  const linked: ChangedFile[] = [];
  for (const path of paths)
    linked.push(
      ...linkedChange(path, await stateOf(base, path), await stateOf(head, path), changed.has(path)),
    );
  const left = own.filter(({ path, submodule }) => submodule !== undefined || !paths.has(path));
  return inOrder([...left, ...moved, ...linked]);
}

function within(changed: ReadonlySet<string>, { entries }: TreeView): ReadonlySet<string> {
  return new Set([...changed].filter((path) => entries.has(path)));
}

/** Links that changed: what they are depends on where they lead. */
function ownLinks({ path, before, after }: EntryChange): string[] {
  return before?.kind === 'symlink' || after?.kind === 'symlink' ? [path] : [];
}

type Moved = ChangedFile & { readonly previousPath: string };

function isMoved(file: ChangedFile): file is Moved {
  return file.previousPath !== undefined && file.submodule === undefined;
}

/** A file is moved where its old path leads nowhere now, and its new one led nowhere before: links can make either untrue. */
async function keptMove(file: Moved, base: TreeView, head: TreeView): Promise<ChangedFile | undefined> {
  const [from, to] = [await stateOf(base, file.previousPath), await stateOf(head, file.path)];
  const [left, replaced] = [await stateOf(head, file.previousPath), await stateOf(base, file.path)];
  if (!isFile(from) || !isFile(to) || isKept(left) || isFile(replaced)) return undefined;
  return { ...file, ...targetOf(file.path, to) };
}

/** What is read at a path. */
interface State {
  /** `broken`: a link that leads to nothing here; `beyond`: below a link out of the repository, or in a loop. */
  readonly kind: 'nothing' | 'file' | 'broken' | 'beyond' | 'submodule';
  /** Another one where something else is read. */
  readonly key: string;
  /** Where it is itself. */
  readonly at?: string;
}

const nothing: State = { kind: 'nothing', key: '' };
const beyond: State = { kind: 'beyond', key: '' };

async function stateOf(tree: TreeView, path: string): Promise<State> {
  const found = await tree.lookUp(path);
  if (found.found === 'entry') return stateOfEntry(found.entry, found.at);
  if (found.found === 'nothing' || found.found === 'folder') return nothing;
  // Below a folder that is not there is nothing; a link that is there itself, and leads nowhere, cannot be read.
  if (!(await isLink(tree, path))) return found.found === 'dangling' ? nothing : beyond;
  if (found.submodule !== undefined) return stateOfEntry(found.submodule.entry, found.submodule.at);
  return { kind: 'broken', key: found.via.map((link) => tree.entries.get(link)?.oid).join(' ') };
}

function stateOfEntry({ kind, oid }: Entry, at: string): State {
  return { kind: kind === 'submodule' ? 'submodule' : 'file', key: isUnstored(oid) ? at : oid, at };
}

/** Whether the last part of the path is one, in the folder to which the others lead. */
async function isLink(tree: TreeView, path: string): Promise<boolean> {
  const slash = path.lastIndexOf('/');
  if (slash < 0) return tree.entries.get(path)?.kind === 'symlink';
  const folder = await tree.lookUp(path.slice(0, slash));
  if (folder.found !== 'folder') return false;
  const name = path.slice(slash + 1);
  return tree.entries.get(folder.at === '' ? name : `${folder.at}/${name}`)?.kind === 'symlink';
}

function linkedChange(path: string, before: State, after: State, isOwn: boolean): ChangedFile[] {
  const status = statusOf(
    isFile(before),
    isFile(before) ? isKept(after) : isFile(after),
    before.key !== after.key || isOwn,
  );
  const file =
    status === undefined ? [] : [{ status, path, ...targetOf(path, isFile(after) ? after : before) }];
  return [...file, ...submoduleChange(path, before, after)];
}

function targetOf(path: string, { at }: State): { target?: string } {
  return at === undefined || at === path ? {} : { target: at };
}

function submoduleChange(path: string, before: State, after: State): ChangedFile[] {
  const [from, to] = [before.kind === 'submodule', after.kind === 'submodule'];
  const status = statusOf(from, to, before.key !== after.key);
  const submodule = to ? after.at : before.at;
  return status === undefined || submodule === undefined || submodule === path
    ? []
    : [{ status, path, submodule }];
}

/** What was a file, and leads out of the repository now, cannot be read: that must not pass for a removal. */
function isKept(state: State): boolean {
  return isFile(state) || state.kind === 'beyond';
}

function isFile({ kind }: State): boolean {
  return kind === 'file' || kind === 'broken';
}

function statusOf(before: boolean, after: boolean, differs: boolean): ChangedFile['status'] | undefined {
  if (!before) return after ? 'added' : undefined;
  if (!after) return 'deleted';
  return differs ? 'modified' : undefined;
}

function inOrder(files: readonly ChangedFile[]): ChangedFile[] {
  return files.toSorted((a, b) => compareText(a.path, b.path));
}
