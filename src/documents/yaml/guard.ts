import { COLLECTION_STYLE, EVENT_ID, type Event, SCALAR_STYLE, type ScalarEvent } from 'js-yaml';
import { endOf, type NodeEvent, startOf } from './extent.ts';
import { guardMarkers, guardText, refused } from './guard-text.ts';

/**
 * Finds what js-yaml (YAML 1.2) accepts and PyYAML's scanner (YAML 1.1) refuses or reads otherwise. Each check names the rule of
 * scanner.py or parser.py that it stands for. Throws Unreadable: such a document cannot be read the same way.
 * Offsets are those of `source`, the padded text; `original` is the file's.
 */
export function guardPyYaml(original: string, source: string, events: readonly Event[]): void {
  guardText(source);
  guardMarkers(original, events);
  new Guard(source).walk(events);
}

/** The colon of a key, behind blanks, line breaks and comments. */
const colon = /(?:\s|(?<=\s)#[^\r\n]*)*:/y;

const lineBreak = /[\r\n]/g;

/** PyYAML refuses a simple key that is longer (scanner.py stale_possible_simple_keys). */
const maxKeyLength = 1024;

function refusedTab(at: number) {
  return refused('a tab outside of quotes and comments', at, at + 1, 'use spaces, or quote the text');
}

interface Frame {
  readonly kind: 'document' | 'list' | 'map';
  readonly flow: boolean;
  /** In a map: whether the next node is a key. */
  atKey: boolean;
  key:
    | {
        readonly start: number;
        readonly end: number;
        readonly explicit: boolean;
        readonly plainNode: boolean;
      }
    | undefined;
}

class Guard {
  private readonly source: string;
  private readonly stack: Frame[] = [];
  private readonly hasTabs: boolean;
  private readonly hasQuestions: boolean;
  private readonly hasReturns: boolean;
  private last = 0;
  /** A stretch of the source without a line break, and where the next one is. */
  private lineStart = 0;
  private lineEnd = -1;

  constructor(source: string) {
    this.source = source;
    this.hasTabs = source.includes('\t');
    this.hasQuestions = source.includes('?');
    this.hasReturns = source.includes('\r');
  }

  walk(events: readonly Event[]): void {
    for (const event of events) {
      if (event.type === EVENT_ID.POP) this.pop();
      else if (event.type === EVENT_ID.DOCUMENT) this.push('document', false);
      else this.node(event);
    }
    this.gap(this.last, this.source.length);
  }

  private push(kind: Frame['kind'], flow: boolean): void {
    this.stack.push({ kind, flow, atKey: true, key: undefined });
  }

  private pop(): void {
    this.stack.pop();
    const frame = this.stack.at(-1);
    if (frame?.kind !== 'map') return;
    // a collection was the key or the value: as a key it is refused later, since Python cannot hash it
    frame.atKey = !frame.atKey;
    frame.key = undefined;
  }

  private node(event: NodeEvent): void {
    const frame = this.stack.at(-1);
    const start = startOf(event);
    const from = this.last;
    if (start >= 0) this.gap(from, start);
    if (event.type === EVENT_ID.ALIAS || event.anchorStart >= 0 || event.tagStart >= 0) {
      this.names(event);
      this.properties(event, start);
    }
    if (frame?.kind === 'map') this.inMap(frame, event, start, from);
    if (event.type === EVENT_ID.SCALAR) this.scalar(event, frame);
    if (start >= 0) this.last = Math.max(this.last, endOf(event));
    if (event.type === EVENT_ID.SEQUENCE) this.push('list', event.style === COLLECTION_STYLE.FLOW);
    else if (event.type === EVENT_ID.MAPPING) this.push('map', event.style === COLLECTION_STYLE.FLOW);
    else if (frame?.kind === 'map') frame.atKey = !frame.atKey;
  }

  /** scanner.py scan_to_next_token skips spaces, comments and line breaks only. */
  private gap(from: number, to: number): void {
    if (!this.hasTabs) return;
    const tab = withoutComments(this.source.slice(from, to)).indexOf('\t');
    if (tab >= 0) throw refusedTab(from + tab);
  }

  /** scanner.py scan_anchor: letters, digits, - and _. */
  private names(event: Event): void {
    if (!('anchorStart' in event) || event.anchorStart < 0) return;
    const name = this.source.slice(event.anchorStart, event.anchorEnd);
    const bad = /[^0-9A-Za-z_-]/.exec(name);
    const after = this.source[event.anchorEnd];
    if (bad !== null || name === '' || after === '[' || after === '{')
      throw refused('the name of an anchor', event.anchorStart, event.anchorEnd);
  }

  /** scanner.py scan_tag: a blank follows; only blanks and line breaks stand between anchor, tag and value. */
  private properties(event: NodeEvent, start: number): void {
    if (!('tagStart' in event)) return;
    if (event.tagStart >= 0 && !/^(?:[ \r\n]|$)/.test(this.source.slice(event.tagEnd, event.tagEnd + 1))) {
      throw refused('a tag that no blank follows', event.tagStart, event.tagEnd);
    }
    const value = event.type === EVENT_ID.SCALAR ? event.valueStart : event.start;
    if (start >= 0) this.gap(start, value < 0 ? endOf(event) : value);
  }

  private inMap(frame: Frame, event: NodeEvent, start: number, from: number): void {
    if (frame.atKey) this.key(frame, event, start, from);
    else if (frame.key !== undefined && !frame.key.explicit) this.valueOf(frame, frame.key, event);
  }

  private key(frame: Frame, event: NodeEvent, start: number, from: number): void {
    const written = start >= 0;
    const upTo = written
      ? start
      : from + (/[:,}\]]/.exec(this.source.slice(from))?.index ?? this.source.length - from);
    const explicit = this.hasQuestions && withoutComments(this.source.slice(from, upTo)).includes('?');
    // parser.py parse_block_mapping_key and parse_flow_mapping_key expect a key before ":"
    if (!written && !explicit) throw refused('a ":" without a key', upTo);
    const plainNode = event.type === EVENT_ID.SCALAR || event.type === EVENT_ID.ALIAS;
    frame.key = { start, end: endOf(event), explicit, plainNode };
  }

  /** scanner.py: a simple key and its ":" stand in one line; what follows in that line is not a block collection. */
  private valueOf(frame: Frame, key: NonNullable<Frame['key']>, event: Event): void {
    const end = key.plainNode ? this.behindColon(key.end) : undefined;
    if (end === undefined) return;
    if (this.breaks(key.start, end)) throw refused('a key of more than one line', key.start, key.end);
    if (end - key.start - 1 > maxKeyLength)
      throw refused('a key of more than 1024 characters', key.start, key.end);
    const block =
      (event.type === EVENT_ID.MAPPING || event.type === EVENT_ID.SEQUENCE) &&
      event.style === COLLECTION_STYLE.BLOCK;
    if (frame.flow || !block) return;
    if (!this.breaks(key.end, event.start)) throw refused('a block in the line of its key', event.start);
  }

  /** Nearly every colon stands right behind its key. */
  private behindColon(at: number): number | undefined {
    if (this.source.charCodeAt(at) === 0x3a) return at + 1;
    colon.lastIndex = at;
    return colon.test(this.source) ? colon.lastIndex : undefined;
  }

  /** Whether a line ends between two places; the next end is remembered, for this is asked of every key, one behind another. */
  private breaks(from: number, to: number): boolean {
    if (from < this.lineStart || from > this.lineEnd) {
      this.lineStart = from;
      this.lineEnd = this.lineEndAfter(from);
    }
    return this.lineEnd < to;
  }

  private lineEndAfter(from: number): number {
    lineBreak.lastIndex = from;
    const end = this.hasReturns
      ? (lineBreak.exec(this.source)?.index ?? -1)
      : this.source.indexOf('\n', from);
    return end < 0 ? Infinity : end;
  }

  private scalar(event: ScalarEvent, frame: Frame | undefined): void {
    if (event.valueStart < 0) return;
    if (event.style === SCALAR_STYLE.PLAIN) this.plain(event, frame?.flow === true);
    if (event.style === SCALAR_STYLE.DOUBLE_QUOTED) this.doubleQuoted(event);
    const block = event.style === SCALAR_STYLE.LITERAL_BLOCK || event.style === SCALAR_STYLE.FOLDED_BLOCK;
    if (!block || frame?.kind !== 'document') return;
    // at the outermost level YAML 1.1 counts the indentation from 1, YAML 1.2 from 0
    const header = /[|>][-+]?[1-9]|[|>][1-9]/.test(
      this.source
        .slice(0, event.valueStart)
        .split(/\r\n?|\n/)
        .at(-2) ?? '',
    );
    if (header || event.indent === 0) throw refused('a block scalar without indentation', event.valueStart);
  }

  /** scanner.py scan_flow_scalar_breaks keeps empty lines after an escaped line break. */
  private doubleQuoted(event: ScalarEvent): void {
    const text = this.source.slice(event.valueStart, event.valueEnd);
    const escaped = /\\(?:\r\n?|\n)[ \t]*[\r\n]/.exec(text);
    if (escaped !== null)
      throw refused('an empty line after an escaped line break', event.valueStart + escaped.index);
  }

  /** scanner.py scan_plain and check_plain. */
  private plain(event: ScalarEvent, flow: boolean): void {
    if (!flow && !this.hasTabs) return;
    const text = this.source.slice(event.valueStart, event.valueEnd);
    const tab = text.indexOf('\t');
    if (tab >= 0) throw refusedTab(event.valueStart + tab);
    if (!flow) return;
    const question = text.indexOf('?');
    if (question >= 0)
      throw refused('a "?" inside [ ] or { }, outside of quotes', event.valueStart + question);
    if (text.startsWith(':'))
      throw refused('a text that starts with ":" inside [ ] or { }', event.valueStart);
  }
}

/** Comments as blanks, so that offsets stay. */
function withoutComments(gap: string): string {
  if (!gap.includes('#')) return gap;
  return gap.replaceAll(/#[^\r\n]*/g, (comment) => ' '.repeat(comment.length));
}
