import type { Sample } from '../samples/sample.ts';
import type { Sink } from '../samples/collector.ts';
import type { Row } from './own-fields.ts';
import type { RowPlace } from './rows.ts';

/** How the rows of one tool say what a sample is. */
export interface RowDialect {
  readonly name: string;
  matches(row: Row): boolean;
  /** The sample, several, none where the row says nothing of one; or why the row cannot be read. */
  sample(row: Row, place: RowPlace, sink: Sink): Sample | readonly Sample[] | string;
}
