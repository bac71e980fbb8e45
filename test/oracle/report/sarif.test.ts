import { readFileSync } from 'node:fs';
import { Ajv } from 'ajv';
import addFormats from 'ajv-formats';
import { describe, expect, it } from 'vitest';
import type { Report } from '../../../src/report/model.ts';
import { sarifLog } from '../../../src/report/sarif.ts';
import { hostileReport, hostileTexts, others, report, ruleDocs, source } from '../../unit/report/sample.ts';

/** Path of OASIS's own schema (sarif-schema-2.1.0.json, errata 01), which is not kept here. */
const path = process.env['SARIF_SCHEMA'] ?? '';
if (path === '') console.log('skipped: SARIF_SCHEMA names no sarif-schema-2.1.0.json');

const samples: readonly Report[] = [report, ...Object.values(others), ...hostileTexts.map(hostileReport)];

describe.skipIf(path === '')('the official SARIF schema', () => {
  it.each(samples.map((sample) => [sample.title, sample] as const))('takes %j', (_title, sample) => {
    expect(errorsOf(sarifLog(sample, { rules: ruleDocs, source, version: '1.2.3' }))).toEqual([]);
  });

  it('refuses a broken log', () => {
    expect(errorsOf({ ...sarifLog(report), version: '2.0.0' })).not.toEqual([]);
  });
});

function errorsOf(log: unknown): unknown {
  const ajv = new Ajv({ strict: false, allErrors: true });
  addFormats.default(ajv);
  const validate = ajv.compile(officialSchema());
  return validate(JSON.parse(JSON.stringify(log))) ? [] : validate.errors;
}

/** It is written in draft 04, of which it uses nothing that draft 07 reads otherwise but `id`. */
function officialSchema(): object {
  const { id: _, ...schema }: Record<string, unknown> = JSON.parse(readFileSync(path, 'utf8'));
  return { ...schema, $schema: 'http://json-schema.org/draft-07/schema#' };
}
