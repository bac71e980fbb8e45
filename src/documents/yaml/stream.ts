import {
  COLLECTION_STYLE,
  EVENT_ID,
  type Event,
  getScalarValue,
  type MappingEvent,
  SCALAR_STYLE,
  type ScalarEvent,
  type SequenceEvent,
  YAMLException,
} from 'js-yaml';
import { guardPyYaml } from './guard.ts';
import { type Padded, parsePadded } from './pad.ts';
import { maxDepth, maxValues, tooDeep, tooManyValues, unreadable } from './problem.ts';
import { unterminated } from './raw.ts';
import { tagName, tagHandles, type TagHandles } from './tags.ts';

/** A node as it is written: an alias stays an alias. Offsets are of the file's own text, end-exclusive. */
export type WrittenNode = WrittenScalar | WrittenAlias | WrittenList | WrittenMap;

export type ScalarStyle = 'plain' | 'single' | 'double' | 'literal' | 'folded';

interface Written {
  readonly start: number;
  readonly anchor?: string;
  /** In full; `!` for the non-specific one. */
  readonly tag?: string;
}

export interface WrittenScalar extends Written {
  readonly kind: 'scalar';
  readonly text: string;
  readonly style: ScalarStyle;
  /** With its quotes. Of a block scalar from its first line, without the header, to where the next node or comment may begin. */
  readonly end: number;
  /** Nothing is written: `key:` alone. */
  readonly absent: boolean;
  /** Inside of `[ ]` or `{ }`. */
  readonly flow: boolean;
  /** Of a block scalar: columns in front of each line; -1 where it has no lines. */
  readonly indent: number;
}

export interface WrittenAlias extends Written {
  readonly kind: 'alias';
  readonly name: string;
}

export interface WrittenList extends Written {
  readonly kind: 'list';
  readonly items: readonly WrittenNode[];
}

export interface WrittenMap extends Written {
  readonly kind: 'map';
  readonly pairs: readonly (readonly [WrittenNode, WrittenNode])[];
}

/**
 * All documents of a YAML text, each node with its place. Throws Unreadable for what YAML 1.2 and PyYAML do not read alike. Duplicate keys and
 * unknown tags are for the caller to judge.
 */
export function writtenDocuments(source: string): WrittenNode[] {
  const { text, padding, events } = parsed(source);
  if (events.length > 3 * (maxValues + 1)) throw tooManyValues();
  guardPyYaml(source, text, events);
  const original = withoutPadding(text, padding);
  return events.flatMap((event, at) =>
    event.type === EVENT_ID.DOCUMENT
      ? [new Writer(text, events, at + 1, tagHandles(event.directives), original).node(false)]
      : [],
  );
}

function parsed(source: string): Padded {
  try {
    return parsePadded(source, maxDepth);
  } catch (error) {
    if (!(error instanceof YAMLException)) throw error;
    const at = error.mark?.position ?? 0;
    if (error.reason.startsWith('nesting exceeded')) throw tooDeep(at);
    throw unreadable(`this is not YAML: ${error.reason}`, at, at + 1);
  }
}

/** Offsets of the padded text as offsets of the file's own. */
function withoutPadding(text: string, padding: ReadonlyMap<number, number>): (offset: number) => number {
  if (padding.size === 0) return (offset) => offset;
  const starts = [0, ...Array.from(text.matchAll(/\r\n?|\n/g), (end) => end.index + end[0].length)];
  const added = [...padding]
    .map(([line, spaces]) => ({ from: starts[line] ?? 0, spaces }))
    .toSorted((a, b) => a.from - b.from);
  return (offset) =>
    added.reduce((own, { from, spaces }) => own - Math.min(spaces, Math.max(0, offset - from)), offset);
}

const styles: ReadonlyMap<number, ScalarStyle> = new Map([
  [SCALAR_STYLE.SINGLE_QUOTED, 'single'],
  [SCALAR_STYLE.DOUBLE_QUOTED, 'double'],
  [SCALAR_STYLE.LITERAL_BLOCK, 'literal'],
  [SCALAR_STYLE.FOLDED_BLOCK, 'folded'],
]);

class Writer {
  private readonly source: string;
  private readonly events: readonly Event[];
  private readonly handles: TagHandles;
  private readonly original: (offset: number) => number;
  private index: number;
  /** Where the last event ended: the place of a value that is not written. */
  private last = 0;

  constructor(
    source: string,
    events: readonly Event[],
    first: number,
    handles: TagHandles,
    original: (offset: number) => number,
  ) {
    this.source = source;
    this.events = events;
    this.index = first;
    this.handles = handles;
    this.original = original;
  }

  node(flow: boolean): WrittenNode {
    const event = this.events[this.index];
    this.index += 1;
    if (event?.type === EVENT_ID.SCALAR) return this.scalar(event, flow);
    if (event?.type === EVENT_ID.SEQUENCE) return this.list(event);
    if (event?.type === EVENT_ID.MAPPING) return this.map(event);
    if (event?.type !== EVENT_ID.ALIAS) throw unreadable('the document ends too early', this.last, this.last);
    this.last = event.anchorEnd;
    const start = this.original(event.anchorStart - 1);
    return { kind: 'alias', name: this.source.slice(event.anchorStart, event.anchorEnd), start };
  }

  private scalar(event: ScalarEvent, flow: boolean): WrittenScalar {
    const style = styles.get(event.style) ?? 'plain';
    const absent = event.valueStart < 0;
    const quotes = style === 'single' || style === 'double' ? 1 : 0;
    const start = absent ? Math.max(this.last, event.anchorEnd, event.tagEnd) : event.valueStart - quotes;
    const end = absent ? start : event.valueEnd + quotes;
    this.last = end;
    return {
      kind: 'scalar',
      ...this.properties(event),
      text: unterminated(this.source, event, getScalarValue(this.source, event)),
      style,
      absent,
      flow,
      indent: event.indent,
      start: this.original(start),
      end: this.original(end),
    };
  }

  private list(event: SequenceEvent): WrittenList {
    const items: WrittenNode[] = [];
    const flow = this.open(event);
    while (this.events[this.index]?.type !== EVENT_ID.POP) items.push(this.node(flow));
    this.index += 1;
    return { kind: 'list', ...this.properties(event), start: this.original(event.start), items };
  }

  private map(event: MappingEvent): WrittenMap {
    const pairs: (readonly [WrittenNode, WrittenNode])[] = [];
    const flow = this.open(event);
    while (this.events[this.index]?.type !== EVENT_ID.POP) pairs.push([this.node(flow), this.node(flow)]);
    this.index += 1;
    return { kind: 'map', ...this.properties(event), start: this.original(event.start), pairs };
  }

  private open(event: SequenceEvent | MappingEvent): boolean {
    const flow = event.style === COLLECTION_STYLE.FLOW;
    this.last = event.start + Number(flow);
    return flow;
  }

  private properties(event: ScalarEvent | SequenceEvent | MappingEvent): { anchor?: string; tag?: string } {
    const { anchorStart, anchorEnd, tagStart, tagEnd } = event;
    return {
      ...(anchorStart < 0 ? {} : { anchor: this.source.slice(anchorStart, anchorEnd) }),
      ...(tagStart < 0 ? {} : { tag: this.tag(tagStart, tagEnd) }),
    };
  }

  private tag(start: number, end: number): string {
    const tag = tagName(this.source.slice(start, end), this.handles);
    if (tag !== undefined) return tag;
    throw unreadable('the tag has a handle that is not declared', start, end);
  }
}
