import { EVENT_ID, type Event, YAMLException } from 'js-yaml';
import { readers, type Dialect } from '../dialect.ts';
import type { ConfigNode } from '../tree/node.ts';
import { Builder } from './build.ts';
import { guardPyYaml } from './guard.ts';
import { overriddenTooEarly } from './merge-order.ts';
import { mergedTwice } from './merged-lists.ts';
import { type Padded, parsePadded } from './pad.ts';
import { maxDepth, maxValues, tooDeep, tooManyValues, Unreadable, unreadable } from './problem.ts';
import { Composer } from './raw.ts';
import type { Reading } from './reading.ts';
import { tagHandles } from './tags.ts';

/** Any YAML document, by js-yaml's events and PyYAML's rules. */
export function readFully(source: string, dialect: Dialect): Reading {
  const padded: { text: string; padding: ReadonlyMap<number, number> } = { text: source, padding: new Map() };
  try {
    const { text, padding, events } = eventsOf(source, dialect);
    Object.assign(padded, { text, padding });
    // a value has at most three: its key, itself and its end
    if (events.length > 3 * (maxValues + 1)) throw tooManyValues();
    if (dialect !== 'yaml-1.2') guardPyYaml(source, text, events);
    return { ...document(text, events, dialect), text, padding };
  } catch (error) {
    if (!(error instanceof Unreadable)) throw error;
    return { root: undefined, problems: [error.problem], ...padded };
  }
}

function document(
  text: string,
  events: readonly Event[],
  dialect: Dialect,
): Pick<Reading, 'root' | 'problems'> {
  const first = events.findIndex((event) => event.type === EVENT_ID.DOCUMENT);
  const start = events[first];
  if (start?.type !== EVENT_ID.DOCUMENT) return { root: emptyDocument(), problems: [] };
  const second = events.findIndex((event, index) => index > first && event.type === EVENT_ID.DOCUMENT);
  if (second > first) throw severalDocuments(events, second, text, dialect);
  const raw = new Composer(text, events, first + 1, tagHandles(start.directives)).node();
  const builder = new Builder(dialect);
  const root = builder.build(raw);
  const refused = dialect === 'omegaconf' ? overriddenTooEarly(raw, builder) : [];
  const twice = builder.hasMerges ? mergedTwice(raw, builder) : [];
  return { root, problems: [...builder.problems, ...refused, ...twice] };
}

function emptyDocument(): ConfigNode {
  return { type: 'NoneType', value: null, start: 0, end: 0 };
}

function eventsOf(text: string, dialect: Dialect): Padded {
  try {
    return parsePadded(text, maxDepth);
  } catch (error) {
    if (!(error instanceof YAMLException)) throw error;
    const at = error.mark?.position ?? 0;
    if (error.reason.startsWith('nesting exceeded')) throw tooDeep(at);
    const reason = reasons.get(error.reason) ?? error.reason;
    throw unreadable(`${readers[dialect]} cannot read this: ${reason}`, at, at + 1);
  }
}

/** What js-yaml says of itself only to those who know it. */
const reasons: ReadonlyMap<string, string> = new Map([
  ['deficient indentation', 'a tab or too little indentation inside of brackets or quotes'],
]);

function severalDocuments(events: readonly Event[], second: number, text: string, dialect: Dialect) {
  const next = events[second + 1];
  const at = next === undefined ? text.length : Math.max(0, startOf(next));
  return unreadable(
    `the file contains more than one document: ${readers[dialect]} refuses it`,
    at,
    at + 1,
    'keep one document: remove the second "---" and what follows, or make two files',
  );
}

function startOf(event: Event): number {
  if (event.type === EVENT_ID.SCALAR) return event.valueStart;
  return event.type === EVENT_ID.SEQUENCE || event.type === EVENT_ID.MAPPING ? event.start : 0;
}
