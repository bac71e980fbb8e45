import { type Parsed, unreadable } from '../model.ts';
import { forEachLine } from './places.ts';

const marker = /^(?:<{7} |>{7} |={7}$|\|{7} )/;

/** A merge that was never finished, reported as such; `undefined` where there is none. */
export function conflictMarker(text: string): Parsed | undefined {
  let found: number | undefined;
  forEachLine(text, (line, number) => {
    if (found === undefined && marker.test(line)) found = number;
  });
  if (found === undefined) return undefined;
  return unreadable('it contains merge-conflict markers', {
    line: found,
    column: 1,
    help: 'Resolve the conflict: take the base version of the lock, then let the tool lock again.',
  });
}
