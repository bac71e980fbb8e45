import { COLLECTION_STYLE, EVENT_ID, type Event, SCALAR_STYLE, type ScalarEvent } from 'js-yaml';

/** The stretch of the source that a node takes. */
export interface Extent {
  /** Where anchor, tag or value start, whichever is first; -1 of a node that is not written. */
  readonly start: number;
  readonly end: number;
}

/** Anchor, tag and value of a node; of a collection only up to its start. */
export function extentOf(event: Event): Extent {
  if (event.type === EVENT_ID.ALIAS) return { start: event.anchorStart - 1, end: event.anchorEnd };
  if (event.type !== EVENT_ID.SCALAR && event.type !== EVENT_ID.SEQUENCE && event.type !== EVENT_ID.MAPPING) {
    return { start: -1, end: -1 };
  }
  const value =
    event.type === EVENT_ID.SCALAR ? scalarExtent(event) : { start: event.start, end: openingEnd(event) };
  if (event.anchorStart < 0 && event.tagStart < 0) return value;
  const anchor = event.anchorStart < 0 ? -1 : event.anchorStart - 1;
  return {
    start: firstWritten(value.start, firstWritten(anchor, event.tagStart)),
    end: Math.max(value.end, event.anchorEnd, event.tagEnd),
  };
}

function firstWritten(a: number, b: number): number {
  if (a < 0) return b;
  return b < 0 ? a : Math.min(a, b);
}

function openingEnd(event: { readonly start: number; readonly style: number }): number {
  return event.style === COLLECTION_STYLE.FLOW ? event.start + 1 : event.start;
}

function scalarExtent(event: ScalarEvent): Extent {
  if (event.valueStart < 0) return { start: -1, end: -1 };
  const quotes =
    event.style === SCALAR_STYLE.SINGLE_QUOTED || event.style === SCALAR_STYLE.DOUBLE_QUOTED ? 1 : 0;
  return { start: event.valueStart - quotes, end: event.valueEnd + quotes };
}
