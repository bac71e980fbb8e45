import { COLLECTION_STYLE, EVENT_ID, type Event, SCALAR_STYLE, type ScalarEvent } from 'js-yaml';

/** What stands in the source: an alias, or a node with its anchor and its tag. */
export type NodeEvent = Exclude<Event, { type: typeof EVENT_ID.POP | typeof EVENT_ID.DOCUMENT }>;

/** Where anchor, tag or value of a node start, whichever is first; -1 of a node that is not written. */
export function startOf(event: NodeEvent): number {
  if (event.type === EVENT_ID.ALIAS) return event.anchorStart - 1;
  const value = event.type === EVENT_ID.SCALAR ? scalarStart(event) : event.start;
  if (event.anchorStart < 0 && event.tagStart < 0) return value;
  const anchor = event.anchorStart < 0 ? -1 : event.anchorStart - 1;
  return firstWritten(value, firstWritten(anchor, event.tagStart));
}

/** Where all of them end, of a collection what opens it; -1 of a node that is not written. */
export function endOf(event: NodeEvent): number {
  if (event.type === EVENT_ID.ALIAS) return event.anchorEnd;
  const value = event.type === EVENT_ID.SCALAR ? scalarEnd(event) : openingEnd(event);
  if (event.anchorStart < 0 && event.tagStart < 0) return value;
  return Math.max(value, event.anchorEnd, event.tagEnd);
}

function firstWritten(a: number, b: number): number {
  if (a < 0) return b;
  return b < 0 ? a : Math.min(a, b);
}

function openingEnd(event: { readonly start: number; readonly style: number }): number {
  return event.style === COLLECTION_STYLE.FLOW ? event.start + 1 : event.start;
}

function scalarStart(event: ScalarEvent): number {
  return event.valueStart < 0 ? -1 : event.valueStart - quotesOf(event);
}

function scalarEnd(event: ScalarEvent): number {
  return event.valueStart < 0 ? -1 : event.valueEnd + quotesOf(event);
}

function quotesOf({ style }: ScalarEvent): number {
  return style === SCALAR_STYLE.SINGLE_QUOTED || style === SCALAR_STYLE.DOUBLE_QUOTED ? 1 : 0;
}
