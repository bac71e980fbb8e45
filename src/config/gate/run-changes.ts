import { type ValueChange, valueChanges } from '../change/classify.ts';
import { reorderedFindings } from '../compose/order.ts';
import type { Finding } from '../../report/model.ts';
import { type Parameter, parameterAt, type ParameterKind, type Registry } from '../registry/registry.ts';
import { isTuningName } from '../registry/tuning.ts';
import { parametersNamed } from '../registry/named.ts';
import type { JudgedEntry } from '../runs/run.ts';
import { fingerprint, type Path } from '../../documents/tree/node.ts';

/** An entry as it is and as it was; one of them is absent where the change brings or removes it. */
export interface EntryPair {
  readonly head: JudgedEntry | undefined;
  readonly old: JudgedEntry | undefined;
}

/** Entries at the same place belong together; where lines moved, those left over do in their order. */
export function pairedEntries(
  before: readonly JudgedEntry[] | undefined,
  now: readonly JudgedEntry[],
): EntryPair[] {
  const isSameLength = before?.length === now.length;
  const left = [...(before ?? [])];
  if (isSameLength) return now.map((head, at) => ({ head, old: left[at] }));
  const taken = new Map<JudgedEntry, JudgedEntry>();
  for (const head of now) {
    const at = left.findIndex((old) => placeOf(old) === placeOf(head));
    const [old] = at < 0 ? [] : left.splice(at, 1);
    if (old !== undefined) taken.set(head, old);
  }
  const pairs = now.map((head) => ({ head, old: taken.get(head) ?? left.shift() }));
  return pairs;
}

function placeOf({ entry: { entry, kind } }: JudgedEntry): string {
  return `${kind} ${entry}`;
}

/** Where a run is composed in another order than it was, what overrides what now. */
export function reorderedRuns(
  old: JudgedEntry | undefined,
  { runs: [now] }: JudgedEntry,
  changes: readonly ValueChange[] = [],
): Finding[] {
  const before = old?.runs[0]?.order;
  if (before === undefined || now?.order === undefined) return [];
  return reorderedFindings({ order: before }, { order: now.order, document: now.document }, changes);
}

/** Registries as a change sees them. */
interface Registries {
  readonly registry?: Registry;
  readonly baseRegistry?: Registry;
}

/** The values that runs get and did not get before. */
export class RunChanges {
  private readonly registries: Registries;

  constructor(registries: Registries) {
    this.registries = registries;
  }

  /** Of one entry, in each way in which it runs. */
  between(before: JudgedEntry | undefined, now: JudgedEntry | undefined): ValueChange[] {
    const count = Math.max(before?.runs.length ?? 0, now?.runs.length ?? 0);
    const changes: ValueChange[] = [];
    for (let at = 0; at < count; at += 1) {
      const [old, head] = [before?.runs[at]?.document.root, now?.runs[at]?.document.root];
      changes.push(...valueChanges(old, head, (path) => this.kindOf(path)));
    }
    return RunChanges.distinct(changes);
  }

  static distinct(changes: readonly ValueChange[]): ValueChange[] {
    return [
      ...new Map(
        changes.map((one) => [JSON.stringify([one.path, textOf(one.before), textOf(one.after)]), one]),
      ).values(),
    ];
  }

  /** As the registry of the base says, by the path or by the name alone; the head's may make it stricter, never lighter. */
  private kindOf(path: Path): ParameterKind {
    const known = kindIn(this.registries.baseRegistry, path);
    if (known !== undefined) return known;
    const name = path.findLast((step) => typeof step === 'string');
    const isTuning = name !== undefined && isTuningName(name.replaceAll('-', '_'));
    return isTuning && kindIn(this.registries.registry, path) !== 'structural' ? 'tuning' : 'structural';
  }
}

function kindIn(registry: Registry | undefined, path: Path): ParameterKind | undefined {
  if (registry === undefined) return undefined;
  const exact = parameterAt(registry, path);
  const named: readonly Parameter[] = exact === undefined ? parametersNamed(registry, path) : [exact];
  const [first] = named;
  return first === undefined || named.every(({ kind }) => kind === first.kind) ? first?.kind : 'structural';
}

function textOf(node: ValueChange['before']): string {
  return node === undefined ? '' : fingerprint(node);
}
