import type { Channels } from './publish/channels.ts';
import type { Report } from '../report/model.ts';

export interface ActionResult {
  readonly report: Report;
  /** The action's own outputs, beside verdict, report and sarif. */
  readonly outputs: Readonly<Record<string, string>>;
  readonly channels: Channels;
}
