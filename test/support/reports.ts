import { readFileSync } from 'node:fs';
import type { Report } from '../../src/report/model.ts';
import type { ActionRun } from './runner.ts';

/** The report that a run wrote: of a gate with these facts. */
export function reportOf<Facts extends object>({ outputs }: Pick<ActionRun, 'outputs'>): Report<Facts> {
  return JSON.parse(readFileSync(outputs['report'] ?? '', 'utf8')) as Report<Facts>;
}

/** Rules of its own findings, without those of the gates. */
export function rulesOf(run: Pick<ActionRun, 'outputs'>): string[] {
  return reportOf(run).findings.map(({ rule }) => rule);
}
