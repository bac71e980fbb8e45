/** What serves by the ledger, and what a promotion writes there. */
import { isRecord } from '../kernel/record.ts';
import {
  byTime,
  latestServing,
  sameNode,
  type LineageNode,
  type LineageRecord,
  type RecordDraft,
} from '../lineage/index.ts';
import type { Target } from '../policy/index.ts';
import type { EditFact } from './facts.ts';
import type { Version } from './version.ts';

/** What a promotion recorded of itself. */
export interface PromotionRun {
  readonly target: string;
  readonly version: string;
  /** Percent. */
  readonly weight: number;
  /** Commits of the repository of the manifests: before the first step, and the one that made this step. */
  readonly base: string;
  readonly commit: string;
  readonly edits: readonly Pick<EditFact, 'file' | 'document' | 'path'>[];
}

export interface Deployed {
  readonly node: LineageNode;
  readonly record: LineageRecord;
  readonly run?: PromotionRun;
}

export interface Standing {
  /** What serves. */
  readonly current?: Deployed;
  /** What takes over from it, step by step. */
  readonly canary?: Deployed;
  /** All records of what served, oldest first. */
  readonly history: readonly Deployed[];
  /** All records of versions that served a part, oldest first. */
  readonly canaries: readonly Deployed[];
}

/** Name under which the ledger keeps a version that serves a part of the traffic. */
export function canaryOf(service: string): string {
  return `${service}-canary`;
}

/** What the records say of a service. A canary is over once a later record says what serves. */
export function standingOf(service: string, records: readonly LineageRecord[]): Standing {
  const history = deployedAs(service, records);
  const latest = latestServing(records, service);
  const current = history.findLast(({ node }) => node.id === latest?.id);
  const canaries = deployedAs(canaryOf(service), records);
  const canary = canaries.at(-1);
  const running = canary !== undefined && (current === undefined || canary.record.at > current.record.at);
  return { history, canaries, ...(current === undefined ? {} : { current }), ...(running ? { canary } : {}) };
}

/** Commits whose promotions are recorded. */
export function recordedCommitsOf({ history, canaries }: Standing): ReadonlySet<string> {
  return new Set([...history, ...canaries].flatMap(({ run }) => run?.commit ?? []));
}

export interface Share {
  /** Percent. */
  readonly weight: number;
  /** Milliseconds since the epoch. */
  readonly since: number;
  /** Commits of the manifests before the first step, and of the last one, where promote-model made it. */
  readonly base?: string;
  readonly commit?: string;
}

/** Share of the traffic that an artifact has, and since when; `undefined` where it has none. */
export function shareOf(artifact: LineageNode, { current, canary }: Standing): Share | undefined {
  const serves = (deployed: Deployed | undefined): deployed is Deployed =>
    deployed?.record.inputs.some((input) => sameNode(input, artifact)) === true;
  if (serves(canary)) {
    const { run, record } = canary;
    return {
      weight: run?.weight ?? 0,
      since: Date.parse(record.at),
      ...(run === undefined ? {} : { base: run.base, commit: run.commit }),
    };
  }
  if (canary === undefined && serves(current)) {
    const { run, record } = current;
    const since = Date.parse(record.at);
    return { weight: 100, since, ...(run === undefined ? {} : { commit: run.commit }) };
  }
  return undefined;
}

function deployedAs(service: string, records: readonly LineageRecord[]): Deployed[] {
  return records.toSorted(byTime).flatMap((record) =>
    record.outputs
      .filter((node) => node.kind === 'serving' && node.service === service)
      .map((node) => {
        const run = runOf(record);
        return { node, record, ...(run === undefined ? {} : { run }) };
      }),
  );
}

function runOf({ parameters = {} }: LineageRecord): PromotionRun | undefined {
  const { 'promotion.target': target, 'promotion.version': version, 'promotion.weight': weight } = parameters;
  const { 'promotion.base': base, 'promotion.commit': commit, 'promotion.edits': edits } = parameters;
  if (typeof target !== 'string' || typeof version !== 'string' || typeof weight !== 'number')
    return undefined;
  if (typeof base !== 'string' || typeof commit !== 'string' || typeof edits !== 'string') return undefined;
  const read = editsOf(edits);
  return read === undefined ? undefined : { target, version, weight, base, commit, edits: read };
}

/** Written by whoever writes to the ledger: nothing but its own fields is taken from it. */
function editsOf(text: string): PromotionRun['edits'] | undefined {
  try {
    const value: unknown = JSON.parse(text);
    if (!Array.isArray(value)) return undefined;
    return value
      .filter(isRecord)
      .flatMap(({ file, document, path }) =>
        typeof file === 'string' && typeof document === 'number' && typeof path === 'string'
          ? [{ file, document, path }]
          : [],
      );
  } catch {
    return undefined;
  }
}

export interface Landed {
  readonly target: Target;
  readonly version: Version;
  /** The node that served under this name before, where it comes back; else it is made of the version. */
  readonly node?: LineageNode | undefined;
  readonly weight: number;
  readonly base: string;
  /** Every value since `base`, of earlier steps too. */
  readonly edits: PromotionRun['edits'];
  /** ISO 8601. */
  readonly at: string;
  readonly by: string;
  /** Id of what served before. */
  readonly replaces?: string | undefined;
  readonly note?: string | undefined;
}

/** Of the ledger. */
const schema = 1;

/** Characters of the list of edits that one record has room for. */
const mostEdits = 3900;

/** The record of what serves from now on, or of a canary below 100 percent; the commit is added once there is one. */
export function servingDraft(landed: Landed): RecordDraft {
  const { target, version, weight, replaces } = landed;
  const whole = weight === 100;
  const id = landed.node?.id ?? `${target.service}@${version.name}`;
  const { kind, id: artifact, digest } = version.artifact;
  return noteDraft({
    ...landed,
    inputs: [{ kind, id: artifact, ...(digest === undefined ? {} : { digest }) }],
    output: { kind: 'serving', id, service: whole ? target.service : canaryOf(target.service) },
    name: version.name,
    replaces: whole && replaces !== id ? replaces : undefined,
  });
}

type Noted = Pick<Landed, 'target' | 'weight' | 'base' | 'edits' | 'at' | 'by' | 'replaces' | 'note'> & {
  /** Address of the run that takes a version back. */
  readonly run?: string | undefined;
  readonly inputs: readonly LineageNode[];
  readonly output: LineageNode;
  /** Of the version. */
  readonly name: string;
};

/** What a promotion or a roll-back will have recorded. */
export function noteDraft({
  target,
  weight,
  base,
  edits,
  at,
  by,
  replaces,
  note,
  inputs,
  output,
  name,
  run,
}: Noted): RecordDraft {
  const places = JSON.stringify(edits.map(({ file, document, path }) => ({ file, document, path })));
  return {
    schema,
    at,
    by,
    inputs,
    outputs: [output],
    parameters: {
      'promotion.target': target.name,
      'promotion.version': name,
      'promotion.weight': weight,
      'promotion.base': base,
      'promotion.edits': places.length <= mostEdits ? places : '[]',
      ...(run === undefined ? {} : { 'promotion.run': run }),
    },
    ...(replaces === undefined ? {} : { replaces }),
    ...(note === undefined ? {} : { note }),
  };
}
