/** What is exported, read by the packages of OpenLineage, in-toto, package-url and the Hugging Face Hub. */
import { spawnSync } from 'node:child_process';
import path from 'node:path';
import { describe, expect, test } from 'vitest';
import type { ExportFormat } from '../../../src/lineage/index.ts';
import { exportedFrom, records, strangeRecords } from '../../unit/lineage/export-samples.ts';

/** A Python that has those packages. */
const python = process.env['LINEAGE_PYTHON'] ?? '';
if (python === '') console.log('skipped: LINEAGE_PYTHON names no Python with the readers of the exports');

const formats = ['openlineage', 'cdevents', 'slsa-provenance', 'test-result', 'model-card'] as const;

/** What the readers refuse. */
function refused(exported: object): unknown {
  const reader = path.join(import.meta.dirname, 'read.py');
  const { status, stdout, stderr } = spawnSync(python, [reader], {
    input: JSON.stringify(exported),
    encoding: 'utf8',
  });
  if (status !== 0) throw new Error(stderr);
  return JSON.parse(stdout);
}

async function allFormats(all: typeof records): Promise<Record<ExportFormat, unknown[]>> {
  const pairs = formats.map(async (format) => [format, await exportedFrom(all, format)] as const);
  return Object.fromEntries(await Promise.all(pairs)) as Record<ExportFormat, unknown[]>;
}

describe.skipIf(python === '')('the readers', () => {
  test.each([
    ['an ordinary chain', records],
    ['one whose texts are strange', strangeRecords],
  ])('take %s in every format', async (_name, all) => {
    const exported = await allFormats(all);
    for (const format of formats) expect(exported[format].length).toBeGreaterThan(0);
    expect(refused(exported)).toEqual([]);
  });

  test.each<[ExportFormat, RegExp, string]>([
    ['openlineage', /"runId":"[^"]+"/, '"runId":"7"'],
    ['openlineage', /"datasetVersion"/, '"dataset_version"'],
    ['cdevents', /"pkg:/, '"https:'],
    ['slsa-provenance', /"buildType"/, '"build"'],
    ['slsa-provenance', /"digest":\{[^}]+\}/, '"digest":{}'],
    ['test-result', /"passedTests":\[/, '"passedTests":[{},'],
    ['model-card', /"results":/, '"values":'],
  ])('refuse a broken %s: %s', async (format, what, instead) => {
    const whole = JSON.stringify(await exportedFrom(records, format));
    const broken = whole.replace(what, instead);
    expect(broken).not.toBe(whole);
    expect(refused({ [format]: JSON.parse(broken) as unknown })).not.toEqual([]);
  });
});
