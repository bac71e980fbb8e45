/** Each fact that a repetition stands on, held against what can be found: files at the commit, and what other records say. */
import type { Walk } from './chain/walk.ts';
import type { LineageFile, LineageNode, LineageRecord, Scalar } from './record/model.ts';

export interface ReproductionCheck {
  /** `commit`, `image`, `config`, `lock`, `data`, `input`, `command`, `seed`, `gpus` or `driver`. */
  readonly fact: string;
  /** Path of the file, or id of the artifact. */
  readonly name?: string;
  /**
   * `same`: what is recorded was found, or every record says it alike; `differs`; `not recorded`; `not checked`: it is recorded, and what it
   * names lies where nobody here can look.
   */
  readonly state: 'same' | 'differs' | 'not recorded' | 'not checked';
  readonly recorded: string | null;
  readonly found: string | null;
}

/** What the records of a job say of its repetition. */
interface Told {
  readonly job: string;
  readonly image?: string | undefined;
  readonly image_digest?: string | undefined;
  readonly configs: readonly LineageFile[];
  readonly locks: readonly LineageFile[];
  readonly data: readonly LineageFile[];
  readonly inputs: readonly LineageNode[];
}

/** Digests of files at a commit, by path; `null` where the commit has none of that name, absent where nobody could look. */
export type FilesAtCommit = ReadonlyMap<string, string | null>;

/** All facts of one job, those that are not recorded too. `files`: `undefined` where the commit cannot be read. */
export function reproductionChecks(
  told: Told,
  walk: Walk,
  files: FilesAtCommit | undefined,
): readonly ReproductionCheck[] {
  const step = walk.steps.find(({ node }) => node.kind === 'job' && node.id === told.job);
  const records = step === undefined ? [] : [...new Set([...step.records, ...step.mentions])];
  const makers = step?.records ?? [];
  return [
    agreed('commit', [...new Set(makers.flatMap(commitsOf))]),
    ...filesChecks('config', told, files),
    ...filesChecks('lock', told, files),
    ...filesChecks('data', told, files),
    imageCheck(told, walk),
    ...told.inputs
      .filter(({ kind }) => kind === 'weights' || kind === 'dataset' || kind === 'inputs')
      .map((node) => artifactCheck('input', node, walk)),
    agreed(
      'command',
      said(makers, ({ command }) => command),
    ),
    agreed(
      'seed',
      said(records, ({ seed, parameters }) => seed ?? parameters?.['seed']),
    ),
    agreed(
      'gpus',
      said(records, ({ parameters }) => parameterNamed(parameters, gpus)),
    ),
    agreed(
      'driver',
      said(records, ({ parameters }) => parameterNamed(parameters, driver)),
    ),
  ];
}

const gpus = /^(?:gpus?|(?:gpu|num|n)[._-]?(?:gpus?|count)|world[._-]?size)$/i;
const driver = /^(?:(?:gpu|cuda|nvidia)[._-])?driver(?:[._-]version)?$/i;

function parameterNamed(parameters: LineageRecord['parameters'] = {}, name: RegExp): Scalar | undefined {
  return Object.entries(parameters).find(([key]) => name.test(key))?.[1];
}

function commitsOf({ inputs }: LineageRecord): string[] {
  return inputs.filter(({ kind }) => kind === 'commit').map(({ id }) => id);
}

function said(
  records: readonly LineageRecord[],
  of: (record: LineageRecord) => Scalar | undefined,
): string[] {
  const values = records.flatMap((record) => {
    const value = of(record);
    return value === undefined || value === null ? [] : [String(value)];
  });
  return [...new Set(values)];
}

/** What several records say: one thing, or not. */
function agreed(fact: string, [first, second]: readonly string[]): ReproductionCheck {
  if (first === undefined) return { fact, state: 'not recorded', recorded: null, found: null };
  if (second === undefined) return { fact, state: 'same', recorded: first, found: first };
  return { fact, state: 'differs', recorded: first, found: second };
}

const roles = { config: 'configs', lock: 'locks', data: 'data' } as const;

function filesChecks(
  role: keyof typeof roles,
  told: Told,
  files: FilesAtCommit | undefined,
): ReproductionCheck[] {
  const recorded = told[roles[role]];
  // Most data is an artifact, not a file of the commit.
  if (recorded.length === 0 && role === 'data') return [];
  if (recorded.length === 0) return [agreed(role, [])];
  return recorded.map(({ path: name, digest }) => {
    const found = files?.get(name);
    const one = { fact: role, name, recorded: digest, found: found ?? null };
    // Data need not lie in the repository.
    if (found === undefined || (found === null && role === 'data')) return { ...one, state: 'not checked' };
    return { ...one, state: found === digest ? 'same' : 'differs' };
  });
}

function imageCheck({ image, image_digest: digest }: Told, walk: Walk): ReproductionCheck {
  if (image === undefined) return agreed('image', []);
  return artifactCheck(
    'image',
    { kind: 'image', id: image, ...(digest === undefined ? {} : { digest }) },
    walk,
  );
}

/** An artifact that the job was given, held against what the record of its making says of it. */
function artifactCheck(fact: string, node: LineageNode, walk: Walk): ReproductionCheck {
  const { id: name, digest, kind } = node;
  const mentions = walk.steps.flatMap((step) => step.mentions);
  const made = mentions
    .flatMap(({ outputs }) => outputs)
    .filter((one) => one.kind === kind && one.id === name);
  for (const key of ['digest', 'revision', 'license'] as const) {
    const recorded = node[key];
    const found = made.flatMap((one) => one[key] ?? []);
    const [first] = found;
    if (recorded === undefined || first === undefined || found.includes(recorded)) continue;
    const named = key === 'digest' ? '' : `${key} `;
    return { fact, name, state: 'differs', recorded: `${named}${recorded}`, found: `${named}${first}` };
  }
  if (digest === undefined) return { fact, name, state: 'not recorded', recorded: null, found: null };
  // A digest names its content, whoever else speaks of it.
  return { fact, name, state: 'same', recorded: digest, found: digest };
}
