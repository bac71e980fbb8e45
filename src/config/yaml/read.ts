import { EVENT_ID, type Event, parseEvents, YAMLException } from 'js-yaml';
import type { Dialect } from '../settings.ts';
import type { ConfigNode } from '../model/node.ts';
import { Builder, readers } from './build.ts';
import { type Problem, unreadable } from './problem.ts';
import { Composer } from './raw.ts';
import { tagHandles } from './tags.ts';

/** Deepest nesting that is read. */
const maxDepth = 100;

/** A YAML document as the dialect's reader would hold it. Throws Unreadable. */
export function readYaml(text: string, dialect: Dialect): { root: ConfigNode; problems: readonly Problem[] } {
  const events = eventsOf(text, dialect);
  const documents = events.flatMap((event, index) => (event.type === EVENT_ID.DOCUMENT ? [index] : []));
  const [first, second] = documents;
  if (first === undefined) return { root: emptyDocument(), problems: [] };
  if (second !== undefined) throw severalDocuments(events, second, text, dialect);
  const document = events[first];
  const directives = document?.type === EVENT_ID.DOCUMENT ? document.directives : [];
  const raw = new Composer(text, events, first + 1, tagHandles(directives)).node();
  const builder = new Builder(dialect);
  const root = builder.build(raw);
  return { root, problems: builder.problems };
}

function emptyDocument(): ConfigNode {
  return { type: 'NoneType', value: null, start: 0, end: 0 };
}

function eventsOf(text: string, dialect: Dialect): Event[] {
  try {
    return parseEvents(text, { maxDepth });
  } catch (error) {
    if (!(error instanceof YAMLException)) throw error;
    const at = error.mark?.position ?? 0;
    throw unreadable(`${readers[dialect]} cannot read this: ${error.reason}`, at, at + 1);
  }
}

function severalDocuments(events: readonly Event[], second: number, text: string, dialect: Dialect) {
  const next = events[second + 1];
  const at = next === undefined ? text.length : Math.max(0, startOf(next));
  return unreadable(
    `the file holds more than one document: ${readers[dialect]} refuses it`,
    at,
    at + 1,
    'keep one document: remove the second "---" and what follows, or make two files',
  );
}

function startOf(event: Event): number {
  if (event.type === EVENT_ID.SCALAR) return event.valueStart;
  return event.type === EVENT_ID.SEQUENCE || event.type === EVENT_ID.MAPPING ? event.start : 0;
}
