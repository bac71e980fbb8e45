/** Settings of the resolver that changed between two states of a lock. */
import { depsRules } from '../rules.ts';
import type { Finding } from '../../report/model.ts';
import type { Asked, Move, Parsed } from '../model.ts';
import { listed } from './wording.ts';

const settings = [
  'resolution-mode',
  'prerelease-mode',
  'fork-strategy',
  'exclude-newer',
  'exclude-newer-span',
  'supported-markers',
  'required-markers',
  'strategy',
] as const;

/** A cause worth naming, never an excuse: with other settings everything is chosen anew. */
export function resolverFinding(
  file: string,
  before: Parsed,
  after: Parsed,
  moves: readonly Move[],
): Finding[] {
  if (!moves.some(({ watched, consequence }) => watched && consequence !== 'pass')) return [];
  const changed = settings.flatMap((key) => {
    const [old = 'the default', now = 'the default'] = [before.header?.get(key), after.header?.get(key)];
    return old === now ? [] : [`${key} ${old} -> ${now}`];
  });
  const lists = (['constraint', 'override'] as const).flatMap((kind) => {
    const [old, now] = [textsOf(before.locked?.[kind]), textsOf(after.locked?.[kind])];
    const come = now.filter((text) => !old.includes(text));
    const gone = old.filter((text) => !now.includes(text));
    return [
      ...come.map((text) => `${kind} ${text} is new`),
      ...gone.map((text) => `${kind} ${text} is gone`),
    ];
  });
  if (changed.length + lists.length === 0) return [];
  return [
    depsRules['resolver-settings'].finding({
      message: `${file} was made with other settings of the resolver: ${listed([...changed, ...lists], 8)}. Locking with them may have moved packages that nobody meant to move.`,
      file,
      line: 1,
      help: 'Change such settings in a change of its own, with the old versions kept.',
    }),
  ];
}

function textsOf(asked: readonly Asked[] = []): readonly string[] {
  return asked.map(({ name, specifier }) => `${name} ${specifier}`.trim());
}
