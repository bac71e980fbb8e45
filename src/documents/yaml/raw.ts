import {
  type AliasEvent,
  EVENT_ID,
  type Event,
  getScalarValue,
  type MappingEvent,
  SCALAR_STYLE,
  type ScalarEvent,
  type SequenceEvent,
} from 'js-yaml';
import { unreadable } from './problem.ts';
import { tagName, type TagHandles } from './tags.ts';

/** What the composer makes: tags still as written, aliases shared. */
export type RawNode = RawScalar | RawList | RawMap;

interface RawBase {
  /** Full tag, `!` for the non-specific one, `undefined` where none is written. */
  readonly tag: string | undefined;
  /** An alias may lead to it. */
  readonly anchored: boolean;
  readonly start: number;
  end: number;
}
export interface RawScalar extends RawBase {
  readonly kind: 'scalar';
  readonly text: string;
  readonly plain: boolean;
}
export interface RawList extends RawBase {
  readonly kind: 'list';
  readonly items: RawNode[];
}
export interface RawMap extends RawBase {
  readonly kind: 'map';
  readonly pairs: (readonly [RawNode, RawNode])[];
}

interface Anchored {
  readonly node: RawNode;
  open: boolean;
}

/** js-yaml's events as nodes, as PyYAML's composer makes them. Throws Unreadable. */
export class Composer {
  private readonly source: string;
  private readonly events: readonly Event[];
  private readonly handles: TagHandles;
  private readonly anchors = new Map<string, Anchored>();
  private index: number;
  /** Where the last event ended: the place of a value that is not written. */
  private last = 0;

  constructor(source: string, events: readonly Event[], first: number, handles: TagHandles) {
    this.source = source;
    this.events = events;
    this.index = first;
    this.handles = handles;
  }

  node(): RawNode {
    const event = this.events[this.index];
    this.index += 1;
    if (event?.type === EVENT_ID.SCALAR) return this.scalar(event);
    if (event?.type === EVENT_ID.SEQUENCE) return this.list(event);
    if (event?.type === EVENT_ID.MAPPING) return this.map(event);
    if (event?.type === EVENT_ID.ALIAS) return this.alias(event);
    throw unreadable('the document ends too early', this.last, this.last);
  }

  private scalar(event: ScalarEvent): RawScalar {
    const written = event.valueStart >= 0;
    const quotes =
      event.style === SCALAR_STYLE.SINGLE_QUOTED || event.style === SCALAR_STYLE.DOUBLE_QUOTED ? 1 : 0;
    const start = written ? event.valueStart - quotes : this.emptyPlace(event);
    const end = written ? event.valueEnd + quotes : start;
    const text = unterminated(this.source, event, getScalarValue(this.source, event));
    const plain = event.style === SCALAR_STYLE.PLAIN;
    const anchored = event.anchorStart >= 0;
    const node: RawScalar = { kind: 'scalar', tag: this.tag(event), anchored, text, plain, start, end };
    this.define(event, node, false);
    this.last = end;
    return node;
  }

  private emptyPlace(event: ScalarEvent): number {
    return Math.max(this.last, event.anchorEnd, event.tagEnd);
  }

  private list(event: SequenceEvent): RawList {
    const node: RawList = { kind: 'list', ...this.opening(event), items: [] };
    const anchored = this.define(event, node, true);
    this.last = event.start + 1;
    while (this.events[this.index]?.type !== EVENT_ID.POP) node.items.push(this.node());
    return this.close(node, anchored);
  }

  private map(event: MappingEvent): RawMap {
    const node: RawMap = { kind: 'map', ...this.opening(event), pairs: [] };
    const anchored = this.define(event, node, true);
    this.last = event.start + (this.source[event.start] === '{' ? 1 : 0);
    while (this.events[this.index]?.type !== EVENT_ID.POP) node.pairs.push([this.node(), this.node()]);
    return this.close(node, anchored);
  }

  private opening(event: SequenceEvent | MappingEvent) {
    return { tag: this.tag(event), anchored: event.anchorStart >= 0, start: event.start, end: 0 };
  }

  private close<T extends RawNode>(node: T, anchored: Anchored | undefined): T {
    this.index += 1;
    node.end = this.last;
    if (anchored !== undefined) anchored.open = false;
    return node;
  }

  private alias(event: AliasEvent): RawNode {
    const name = this.source.slice(event.anchorStart, event.anchorEnd);
    const target = this.anchors.get(name);
    this.last = event.anchorEnd;
    const start = event.anchorStart - 1;
    if (target === undefined) throw unreadable(`the alias *${name} has no anchor`, start, event.anchorEnd);
    if (!target.open) return target.node;
    throw unreadable(`the alias *${name} stands inside its own anchor`, start, event.anchorEnd);
  }

  private define(event: ScalarEvent | SequenceEvent | MappingEvent, node: RawNode, open: boolean) {
    if (event.anchorStart < 0) return undefined;
    const name = this.source.slice(event.anchorStart, event.anchorEnd);
    if (this.anchors.has(name)) {
      throw unreadable(
        `the anchor &${name} is defined twice`,
        event.anchorStart - 1,
        event.anchorEnd,
        'give each anchor its own name: PyYAML refuses the file',
      );
    }
    const anchored = { node, open };
    this.anchors.set(name, anchored);
    return anchored;
  }

  private tag(event: ScalarEvent | SequenceEvent | MappingEvent): string | undefined {
    if (event.tagStart < 0) return undefined;
    const tag = tagName(this.source.slice(event.tagStart, event.tagEnd), this.handles);
    if (tag !== undefined) return tag;
    throw unreadable('the tag has a handle that is not declared', event.tagStart, event.tagEnd);
  }
}

/** A block scalar whose last line is not ended by a line break keeps none in PyYAML; js-yaml adds one. */
export function unterminated(source: string, event: ScalarEvent, text: string): string {
  const block = event.style === SCALAR_STYLE.LITERAL_BLOCK || event.style === SCALAR_STYLE.FOLDED_BLOCK;
  if (!block || event.valueStart < 0 || !text.endsWith('\n')) return text;
  const region = source.slice(event.valueStart, event.valueEnd);
  const lastLine = /[^\r\n]*$/.exec(region)?.[0] ?? '';
  if (lastLine === '') return text;
  const blank = /^ *$/.test(lastLine) && lastLine.length <= event.indent;
  const keep = event.chomping === 3;
  return blank && !keep ? text : text.slice(0, -1);
}
