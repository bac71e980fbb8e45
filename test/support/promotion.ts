/** A service whose manifests are in a repository in memory, and versions of it in a ledger in memory. */
import type { Clock } from '../../src/kernel/clock.ts';
import { hashes } from '../../src/lineage/gate/hashes.ts';
import { prepareRecords } from '../../src/lineage/gate/prepare.ts';
import { recordKey, recordText, type LineageRecord } from '../../src/lineage/index.ts';
import type { PromotionPorts } from '../../src/promotion/gate/ports.ts';
import type { Target } from '../../src/policy/index.ts';
import { isEntitled, targetsOf } from '../../src/policy/index.ts';
import type { FileTree } from '../../src/ports/index.ts';
import type { Ledger } from '../../src/ports/ledger.ts';
import type { ManifestStore } from '../../src/ports/manifests.ts';
import { rememberingLog } from './log.ts';
import { memoryLedger } from './memory-ledger.ts';

export const manifest = `# what serves
apiVersion: serving.kserve.io/v1beta1
kind: InferenceService
metadata: { name: qwen }
spec:
  predictor:
    canaryTrafficPercent: 100 # share
    model:
      storageUri: "s3://models/w1" # {"$marker": "x"}
`;

export const sha = (name: string): string => hashes.sha1(name);
export const digest = (name: string): string => `sha256:${hashes.sha256(name)}`;

/** `undefined` takes a part away. */
export interface VersionParts {
  readonly commit?: string | undefined;
  readonly digest?: string | undefined;
  /** Verdicts of regression-gate on the commit, oldest first. */
  readonly verdicts?: readonly Readonly<Record<string, unknown>>[];
  /** Digest that the evaluation names; `none`: no evaluation. */
  readonly evaluated?: string | undefined;
  /** Records beside the usual ones. */
  readonly more?: readonly object[];
}

/** The records of weights with a whole chain. */
export function versionRecords(id: string, parts: VersionParts = {}): object[] {
  const {
    commit,
    digest: own,
    verdicts,
    evaluated,
    more,
  } = {
    commit: sha('trunk'),
    digest: digest(id),
    verdicts: [{ verdict: 'pass' }],
    evaluated: 'digest' in parts ? parts.digest : digest(id),
    more: [],
    ...parts,
  };
  const weights = { kind: 'weights', id, ...(own === undefined ? {} : { digest: own }) };
  const job = { kind: 'job', id: `job-${id}` };
  const measured = { kind: 'weights', id, ...(evaluated === undefined ? {} : { digest: evaluated }) };
  return [
    ...(commit === undefined ? [] : [{ inputs: [{ kind: 'commit', id: commit }], outputs: [job] }]),
    { inputs: [job], outputs: [weights] },
    ...(commit === undefined ? [] : verdicts).map((verdict, at) => ({
      at: `2026-11-20T10:0${at}:00Z`,
      inputs: [{ kind: 'commit', id: commit }],
      outputs: [{ kind: 'verdict', id: `verdict-${id}-${at}` }],
      verdicts: [{ gate: 'regression-gate', ...verdict }],
    })),
    ...(evaluated === 'none'
      ? []
      : [
          {
            inputs: [measured],
            outputs: [{ kind: 'evaluation', id: `evaluation-${id}` }],
            metrics: { mmlu: 0.7 },
          },
        ]),
    ...more,
  ];
}

export const serving = (id: string, version: string, more: object = {}) => ({
  inputs: [{ kind: 'weights', id: version, digest: digest(version) }],
  outputs: [{ kind: 'serving', id, service: 'qwen-vl' }],
  ...more,
});

export function recordsOf(drafts: readonly object[], at = '2026-11-20T09:00:00Z'): readonly LineageRecord[] {
  const { records, findings } = prepareRecords(drafts, { at, by: 'ada' });
  if (findings.length > 0) throw new Error(JSON.stringify(findings));
  return records;
}

/** Written to as git's own is: create-only, by key. */
export function writableLedger(records: readonly LineageRecord[]) {
  const all = new Map(records.map((record) => [recordKey(record.id, hashes), recordText(record)]));
  const ledger: Ledger = {
    batch: 1000,
    compact: () => Promise.resolve(true),
    snapshot: () => memoryLedger({ refs: Object.fromEntries(all) }).ledger.snapshot(),
    append: (blobs) =>
      Promise.resolve(
        blobs.map(({ key, bytes }) => {
          const there = all.get(key);
          if (there !== undefined) return { created: false as const, bytes: Buffer.from(there) };
          all.set(key, Buffer.from(bytes).toString());
          return { created: true as const };
        }),
      ),
  };
  const parsed = () => [...all.values()].map((text): LineageRecord => JSON.parse(text));
  return { ledger, records: parsed };
}

interface MemoryCommit {
  readonly parent: string | undefined;
  readonly message: string;
  readonly files: ReadonlyMap<string, string>;
}

/** Branches and commits; a branch moves only from where it is. */
export function memoryManifests(files: Readonly<Record<string, string>>, branch = 'main') {
  const commits = new Map<string, MemoryCommit>();
  const branches = new Map<string, string>();
  const add = (commit: MemoryCommit): string => {
    const name = hashes.sha1(`${commits.size}${commit.message}`);
    commits.set(name, commit);
    return name;
  };
  const known = (name: string): MemoryCommit => {
    const commit = commits.get(name);
    if (commit === undefined) throw new Error(`no commit ${name}`);
    return commit;
  };
  branches.set(branch, add({ parent: undefined, message: 'init', files: new Map(Object.entries(files)) }));
  const tree = (name: string): FileTree => ({
    name,
    sha: name,
    list: () => Promise.resolve([...known(name).files.keys()].toSorted()),
    read: (file) => {
      const text = known(name).files.get(file);
      return Promise.resolve(text === undefined ? undefined : Buffer.from(text));
    },
  });
  const store: ManifestStore = {
    tip: async (name) => branches.get(name),
    tree: async (name) => tree(name),
    log: async (name, most) => {
      const found = [];
      for (let at: string | undefined = name; at !== undefined && found.length < most; at = known(at).parent)
        found.push({ sha: at, message: known(at).message });
      return found;
    },
    commit: async ({ parent, files: changed, message }) =>
      add({ parent, message, files: new Map([...known(parent).files, ...changed]) }),
    move: async (name, from, to) => {
      if (branches.get(name) !== from) return false;
      branches.set(name, to);
      return true;
    },
  };
  const text = (file: string, at = branch) => known(branches.get(at) ?? '').files.get(file);
  /** What somebody else commits. */
  const edit = (file: string, content: string, message = 'by hand') => {
    const parent = branches.get(branch) ?? '';
    branches.set(branch, add({ parent, message, files: new Map([...known(parent).files, [file, content]]) }));
  };
  return { store, text, edit, branches, log: async () => store.log(branches.get(branch) ?? '', 1000) };
}

export const file = 'deploy/prod/qwen.yaml';

export function targetOf(more: object = {}): Target {
  const prod = {
    service: 'qwen-vl',
    kind: 'kserve',
    files: 'deploy/prod/*.yaml',
    value: 's3://models/{id}',
    lands: 'commit',
    approvers: ['grace'],
    ...more,
  };
  const target = targetsOf({ targets: { prod } }).get('prod');
  if (target === undefined) throw new Error('no target');
  return target;
}

export interface SteppingClock extends Clock {
  pass(milliseconds: number): void;
}

/** Time that passes only when it is moved. */
export function steppingClock(start = Date.parse('2026-11-21T10:00:00Z')): SteppingClock {
  let now = start;
  let drawn = 0;
  return {
    now: () => now,
    random: () => (drawn = (drawn * 16_807 + 7) % 2_147_483_647) / 2_147_483_647,
    pause: () => Promise.resolve(),
    pass: (milliseconds) => void (now += milliseconds),
  };
}

/** Ports of one run; trunk has every commit but that of the name `elsewhere`. */
export function promotionPorts(
  ledger: Ledger,
  manifests: ManifestStore,
  clock: Clock = steppingClock(),
  more: Partial<PromotionPorts> = {},
): PromotionPorts {
  return {
    ledger,
    manifests,
    clock,
    now: clock.now,
    log: rememberingLog(),
    trunk: 'main',
    by: 'ada',
    owed: () => Promise.resolve([]),
    mayApprove: (login, approvers) =>
      Promise.resolve(isEntitled(approvers, { login, permission: 'none', teams: [] })),
    commits: { describe: (name) => Promise.resolve({ merged: name !== sha('elsewhere') }) },
    ...more,
  };
}

/** A service that serves w1, with versions beside it. */
export function scene(
  drafts: readonly object[] = versionRecords('w2'),
  files: Readonly<Record<string, string>> = { [file]: manifest },
) {
  const kept = writableLedger(
    recordsOf([...versionRecords('w1', { commit: sha('trunk-before') }), serving('svc-1', 'w1'), ...drafts]),
  );
  const repository = memoryManifests(files);
  const clock = steppingClock();
  const ports = (more: Partial<PromotionPorts> = {}) =>
    promotionPorts(kept.ledger, repository.store, clock, more);
  return { ...kept, repository, clock, ports };
}
