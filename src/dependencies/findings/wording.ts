/** Moves in words: plain text for a person who has never seen the gate. */
import type { Move } from '../model.ts';

/** As its tool writes it. */
export function nameOf({ name, spelling = name }: Pick<Move, 'name' | 'spelling'>): string {
  return spelling;
}

/** `2.9.1 -> 2.10.0`, with the part of the sources that differs where the versions say nothing. */
export function arrow(
  move: Pick<
    Move,
    'before' | 'after' | 'beforeSources' | 'afterSources' | 'class' | 'statements' | 'environments'
  >,
): string {
  const [left, right] = sides(move);
  return `${left.join(' | ') || 'none'} -> ${right.join(' | ') || (isUnpinned(move) ? 'not pinned' : 'none')}`;
}

/** A person took the pin out, and still asks for the package. */
function isUnpinned({
  class: kind,
  statements,
  environments,
}: Pick<Move, 'class' | 'statements' | 'environments'>): boolean {
  return kind === 'requested' && statements.length > 0 && environments.length === 0;
}

/** Both sides' versions; where they are alike, each with where it comes from. */
export function sides({
  before,
  after,
  beforeSources,
  afterSources,
}: Pick<Move, 'before' | 'after' | 'beforeSources' | 'afterSources'>): readonly [
  readonly string[],
  readonly string[],
] {
  if (before.join() !== after.join()) return [before, after];
  const cut = commonWords([...beforeSources, ...afterSources]);
  const labelled = (versions: readonly string[], sources: readonly string[]): readonly string[] => {
    const texts = sources
      .map((source) => source.split(' ').slice(cut).join(' '))
      .filter((text) => text !== '');
    return texts.length === 0 ? versions : [`${versions.join(' | ')} (${texts.join(', ')})`];
  };
  return [labelled(before, beforeSources), labelled(after, afterSources)];
}

/** How many leading words all sources share. */
function commonWords(sources: readonly string[]): number {
  const lists = sources.map((source) => source.split(' '));
  const [first = []] = lists;
  const differs = first.findIndex((word, index) => lists.some((list) => list[index] !== word));
  return differs < 0 ? 0 : differs;
}

export function listed(items: readonly string[], most: number): string {
  const more = items.length > most ? ` and ${items.length - most} more` : '';
  return items.slice(0, most).join(', ') + more;
}

/** ` in linux-64`, where the lock keeps environments apart. */
export function environmentText({ environments }: Move): string {
  return environments.length === 0 ? '' : ` in ${listed(environments, 4)}`;
}

/** `pyproject.toml:14 "torch>=2.6"` */
export function statementsText({ statements }: Move): string {
  return listed(
    statements.map(({ file, line, text }) => `${file}:${line} "${text.slice(0, 160)}"`),
    3,
  );
}

/** What a reader must know of the size of the step, as sentences; empty for an ordinary one. */
export function signals({ name, before, after }: Move): string {
  const [old, now] = [majors(before), majors(after)];
  const isMajor =
    old.size > 0 &&
    now.size > 0 &&
    [...now].some((major) => !old.has(major)) &&
    [...old].some((major) => major !== '0');
  if (!isMajor) return '';
  const step = `from major version ${[...old].join('/')} to ${[...now].join('/')}`;
  return name === 'numpy' ? `It goes ${step}: compiled packages must be built for it.` : `It goes ${step}.`;
}

function majors(versions: readonly string[]): ReadonlySet<string> {
  return new Set(versions.flatMap((version) => /^\d+/.exec(version)?.[0] ?? []));
}
