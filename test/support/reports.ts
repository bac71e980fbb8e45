import { readFileSync } from 'node:fs';
import type { Report } from '../../src/report/model.ts';
import type { ActionRun } from './runner.ts';

/** The report that a run wrote. */
export function reportOf({ outputs }: Pick<ActionRun, 'outputs'>): Report {
  return JSON.parse(readFileSync(outputs['report'] ?? '', 'utf8')) as Report;
}

/** Rules of its own findings, without those of the gates. */
export function rulesOf(run: Pick<ActionRun, 'outputs'>): string[] {
  return reportOf(run).findings.map(({ rule }) => rule);
}
