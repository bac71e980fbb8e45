import type { RunFacts } from '../facts.ts';
import { changeCells, type ValueChange } from '../change/classify.ts';
import { count } from '../../kernel/text.ts';
import { type Finding, type Section, worstFirst } from '../../report/model.ts';

/** A run that a change touches: what it makes of its values, and what is wrong with it. */
export interface TouchedRun {
  /** `scripts/train.sh:14`, or the config that makes it. */
  readonly entry: string;
  /** `undefined` of a run that the change brings. */
  readonly changes: readonly ValueChange[] | undefined;
  readonly findings: readonly Finding[];
}

/** Runs that several scripts start, or a script and its workflow, counted once, with what is wrong in any of them. */
export function onceEach<Run extends TouchedRun & { readonly facts: RunFacts }>(
  touched: readonly Run[],
): Run[] {
  const runs = new Map<string, Run>();
  for (const run of touched) {
    const known = runs.get(run.entry);
    runs.set(run.entry, known === undefined ? run : joined(known, run));
  }
  return [...runs.values()];
}

function joined<Run extends TouchedRun & { readonly facts: RunFacts }>(one: Run, other: Run): Run {
  const changes = new Map<string, ValueChange>();
  for (const change of [...(one.changes ?? []), ...(other.changes ?? [])])
    changes.set(JSON.stringify(changeCells(change)), change);
  const isNew = one.changes === undefined && other.changes === undefined;
  return {
    ...one,
    facts: factsJoined(one.facts, other.facts),
    changes: isNew ? undefined : [...changes.values()],
    findings: [...one.findings, ...other.findings],
  };
}

/** It is judged where all of its ways are. */
export function factsJoined(one: RunFacts, other: RunFacts): RunFacts {
  const unjudged = [one, other].find(({ judged }) => !judged);
  return { ...(unjudged ?? one), files: [...new Set([...one.files, ...other.files])] };
}

export function keyOf({ rule, file, line, message }: Finding): string {
  return JSON.stringify([rule, file, line, message]);
}

/** Each finding once, with the runs in which it is true; of what is equally grave, what is true of most runs first. */
export function together(touched: readonly TouchedRun[]): Finding[] {
  const found = new Map<string, { finding: Finding; entries: Set<string> }>();
  for (const { entry, findings } of touched) {
    for (const finding of findings) {
      const key = keyOf(finding);
      const known = found.get(key) ?? { finding, entries: new Set() };
      known.entries.add(entry);
      found.set(key, known);
    }
  }
  const sorted = [...found.values()].toSorted((a, b) => b.entries.size - a.entries.size);
  return sorted.map(({ finding, entries }) => named(finding, [...entries]));
}

/** A finding that names its run itself is left as it is. */
function named(finding: Finding, entries: readonly string[]): Finding {
  const [first = ''] = entries;
  if (entries.length === 1 && finding.message.includes(` of ${first}`)) return finding;
  return { ...finding, message: `${finding.message} (${runsText(entries)})` };
}

/** `run config/ppo.yaml`, `14 runs: config/a.yaml, …`. */
export function runsText(entries: readonly string[]): string {
  if (entries.length === 1) return `run ${entries[0]}`;
  const shown = entries.slice(0, 3).join(', ');
  return `${entries.length} runs: ${shown}${entries.length > 3 ? ', …' : ''}`;
}

/** Runs with what is worst of them first, in their own order where that is the same. */
export function worstRunsFirst<Run extends TouchedRun>(touched: readonly Run[]): Run[] {
  const ranked = touched.map((run) => {
    const [worst] = worstFirst(run.findings);
    return { run, rank: worst === undefined ? ranks.length : ranks.indexOf(worst.severity) };
  });
  return ranked.toSorted((a, b) => a.rank - b.rank).map(({ run }) => run);
}

const ranks: readonly Finding['severity'][] = ['error', 'warning', 'notice'];

const maxRows = 200;

/** Values that differ in the composed runs, with the number of runs. */
export function changedSection(touched: readonly TouchedRun[]): Section[] {
  const rows = new Map<string, { cells: readonly string[]; entries: string[] }>();
  for (const { entry, changes = [] } of touched) {
    for (const change of changes) {
      const cells = changeCells(change);
      const key = JSON.stringify(cells);
      const known = rows.get(key) ?? { cells, entries: [] };
      known.entries.push(entry);
      rows.set(key, known);
    }
  }
  if (rows.size === 0) return [];
  const more = rows.size > maxRows ? ` (the first ${maxRows} of ${rows.size})` : '';
  const sorted = [...rows.values()].toSorted((a, b) => b.entries.length - a.entries.length);
  return [
    {
      kind: 'table',
      title: `What changes in ${count(touched.length, 'composed run')}${more}`,
      open: true,
      columns: [
        { title: 'parameter', code: true },
        { title: 'before', code: true },
        { title: 'after', code: true },
        { title: 'kind' },
        { title: 'in' },
      ],
      rows: sorted.slice(0, maxRows).map(({ cells, entries }) => [...cells, runsText(entries)]),
    },
  ];
}
