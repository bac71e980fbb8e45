import type { Sink } from '../samples/collector.ts';
import type { Outline } from '../../documents/json/outline.ts';

export interface JsonDocument {
  readonly value: unknown;
  readonly path: string;
  readonly outline: Outline;
}

/** One form of JSON document. */
export interface DocumentFormat {
  readonly name: string;
  matches(value: unknown): boolean;
  read(document: JsonDocument, sink: Sink): void;
}
