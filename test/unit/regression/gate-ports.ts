import { UserError } from '../../../src/kernel/user-error.ts';
import type {
  ChangeSet,
  CommandResult,
  Commands,
  FileTree,
  Ports,
  RecordedAnswer,
  Scratch,
} from '../../../src/ports/index.ts';
import { readResults, recordedRows } from '../../../src/regression/index.ts';

export type Files = Readonly<Record<string, string>>;

export function tree(name: string, files: Files): FileTree {
  const bytes = new TextEncoder();
  return {
    name,
    list: async () => Object.keys(files).toSorted((a, b) => (a < b ? -1 : 1)),
    read: async (path) => (Object.hasOwn(files, path) ? bytes.encode(files[path]) : undefined),
  };
}

export interface World {
  readonly base?: Files;
  readonly disk?: Files;
  /** What is committed at the head; else what is on disk. */
  readonly head?: Files;
  /** Messages of its commits. */
  readonly commits?: readonly string[];
  /** Paths that the change touches. */
  readonly changed?: readonly string[];
  readonly refs?: Readonly<Record<string, Files>>;
  readonly run?: (
    args: readonly string[],
    scratch: Map<string, string>,
    cwd: string | undefined,
  ) => CommandResult | undefined;
  /** What the ledger contains for the merge base. */
  readonly recorded?: Files;
  /** Evaluations of trunk in it, newest first: when each was recorded, and its rows. */
  readonly history?: readonly { readonly at: string; readonly rows: string }[];
  /** What it contains of what trunk feeds the model, and how many merges before. */
  readonly fed?: { readonly text: string; readonly merges?: number } | 'unreadable';
  /** Whether a folder of the merge base can be made. */
  readonly checkout?: boolean;
  /** Milliseconds that pass with every look at the clock. */
  readonly tick?: number;
}

function nearest(
  recorded: Files | undefined,
  sha: string,
  wanted: (path: string) => boolean,
): RecordedAnswer {
  const files = readResults(
    Object.entries(recorded ?? {})
      .filter(([path]) => wanted(path))
      .map(([path, text]) => ({ path, bytes: new TextEncoder().encode(text) })),
  );
  const rows = recordedRows(files);
  if (files.files.length === 0 || !('text' in rows)) return { findings: [] };
  const kept = new Map([['results/test.jsonl', new TextEncoder().encode(rows.text)]]);
  const told = { sha, merges: 0, by: 'ci', at: '2026-11-22T10:00:00Z', sizes: [files.samples.size] };
  return { evaluation: { ...told, files: kept }, findings: [] };
}

function nearestFed(fed: World['fed'], sha: string, ancestors: number): RecordedAnswer {
  if (fed === 'unreadable') throw new UserError('the remote hung up');
  if (fed === undefined || (fed.merges ?? 0) > ancestors) return { findings: [] };
  const files = new Map([['inputs.jsonl', new TextEncoder().encode(fed.text)]]);
  const told = { sha, merges: fed.merges ?? 0, by: 'ci', at: '2026-11-22T10:00:00Z', sizes: [3] };
  return { evaluation: { ...told, files }, findings: [] };
}

function keptFiles(text: string): ReadonlyMap<string, Uint8Array> {
  const bytes = new TextEncoder().encode(text);
  const rows = recordedRows(readResults([{ path: 'results/test.jsonl', bytes }]));
  return new Map('text' in rows ? [['results/test.jsonl', new TextEncoder().encode(rows.text)]] : []);
}

/** Ports over plain objects; commands write into a scratch folder in memory. */
export function portsOf({
  base = {},
  disk = {},
  head = disk,
  refs = {},
  changed = [],
  commits = [],
  run,
  tick = 0,
  recorded,
  history = [],
  fed,
  checkout = false,
}: World): Ports & { readonly scratchFiles: Map<string, string> } {
  const scratchFiles = new Map<string, string>();
  const change: ChangeSet = {
    base: { ...tree('merge base', base), sha: 'b'.repeat(40) },
    head: tree('head', head),
    files: changed.map((path) => ({ status: 'modified' as const, path })),
    commits: async () => commits.map((message) => ({ sha: 'c'.repeat(40), author: 'a', message })),
  };
  const scratch: Scratch = {
    write: async (name, text) => {
      scratchFiles.set(`/scratch/${name}`, text);
      return `/scratch/${name}`;
    },
    pathOf: (name) => `/scratch/${name}`,
    read: async (name) => {
      const text = scratchFiles.get(`/scratch/${name}`);
      return text === undefined ? undefined : new TextEncoder().encode(text);
    },
    keep: async (name, text) => {
      scratchFiles.set(`/kept/${name}`, text);
      return `/kept/${name}`;
    },
  };
  const commands: Commands = { run: async (_, args, options) => run?.(args, scratchFiles, options?.cwd) };
  let now = 0;
  return {
    change,
    workspace: tree('working tree', disk),
    log: { info: () => undefined, debug: () => undefined, warning: () => undefined },
    commands,
    now: () => (now += tick),
    treeAt: async (ref) => (Object.hasOwn(refs, ref) ? tree(ref, refs[ref] ?? {}) : undefined),
    evaluations: {
      nearest: async (sha, { wanted, kind, ancestors }) =>
        kind === 'inputs' ? nearestFed(fed, sha, ancestors) : nearest(recorded, sha, wanted),
      earlier: async () => ({ evaluations: [] }),
      recent: async (sha, { most, until = Infinity }) =>
        history
          .filter(({ at }) => Date.parse(at) <= until)
          .slice(0, most)
          .map(({ at, rows }) => ({ sha, at, files: keptFiles(rows) })),
      trend: async () => ({ values: [], findings: [] }),
      minutes: async () => [],
      close: async () => undefined,
    },
    ...(checkout && { baseFolder: async () => '/base' }),
    scratch,
    scratchFiles,
  };
}
