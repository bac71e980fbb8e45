/** What the exports say. That their readers take them is shown in test/oracle/lineage; no package reads CDEvents, so their schema is here, in our own words. */
import { Ajv2020 } from 'ajv/dist/2020.js';
import formats from 'ajv-formats';
import { describe, expect, test } from 'vitest';
import { hashes } from '../../../src/lineage/gate/hashes.ts';
import { exportFormats, type ExportFormat } from '../../../src/lineage/index.ts';
import { uuidV5 } from '../../../src/lineage/exports/uuid.ts';
import { exportedFrom, records, strangeRecords } from './export-samples.ts';
import { digest, sha } from './support.ts';

function exported(format: ExportFormat): Promise<unknown[]> {
  return exportedFrom(records, format);
}

function problems(schema: object, value: unknown): string[] {
  const ajv = new Ajv2020({ strict: false, allErrors: true });
  formats.default(ajv);
  const validate = ajv.compile(schema);
  validate(value);
  return (validate.errors ?? []).map(({ instancePath, message }) => `${instancePath} ${message ?? ''}`);
}

const text = { type: 'string', minLength: 1 };
const closed = (properties: object, required: readonly string[]) => ({
  type: 'object',
  additionalProperties: false,
  properties,
  required,
});

type CdEvent = {
  readonly context: { id: string; type: string; links?: { from: { contextId: string } }[] };
  readonly subject: { id: string };
};

test('UUIDv5 of the example in RFC 9562, appendix A.4', () => {
  const dns = '6ba7b810-9dad-11d1-80b4-00c04fd430c8';
  expect(uuidV5('www.example.com', hashes, dns)).toBe('2ed6657d-e927-568b-95e1-2665a8aea6a2');
});

test('OpenLineage 2-0-2: a run event for each record, the records of one job in one run', async () => {
  const events = await exported('openlineage');
  expect(events).toHaveLength(4);
  expect(events[0]).toMatchObject({
    job: {
      facets: {
        sourceCodeLocation: { type: 'git', version: sha('a'), tag: 'v2.3.1', pullRequestNumber: '89' },
      },
    },
  });
  const runs = (events as { run: { runId: string } }[]).map(({ run }) => run.runId);
  expect(runs[1]).toBe(runs[2]);
  expect(new Set(runs).size).toBe(3);
});

test('CDEvents: merged, published, deployed, each linked to what it came from', async () => {
  const events = (await exported('cdevents')) as CdEvent[];
  expect(events.map(({ context: { type } }) => type.split('.')[3])).toEqual([
    'merged',
    'published',
    'published',
    'deployed',
  ]);
  const from = events.map(({ context: { links = [] } }) =>
    links.map((one) => events.findIndex(({ context: { id } }) => id === one.from.contextId)),
  );
  expect(from).toEqual([[], [0], [0, 1], [2]]);
  expect(events.map(({ subject }) => subject.id)).toEqual([
    `git+https://github.com/acme/qwen3-vl@${sha('a')}`,
    `pkg:oci/qwen3-vl@sha256%3A${'a'.repeat(64)}?repository_url=registry.example%2Facme%2Fqwen3-vl&tag=v2.3.1`,
    `pkg:generic/qwen3-vl-sft?checksum=sha256%3A${'d'.repeat(64)}`,
    'https://github.com/acme/qwen3-vl#serving/svc-qwen-v23',
  ]);
});

test.each([
  ['ordinary', records],
  ['strange', strangeRecords],
])('CDEvents of a chain that is %s have the fields of their types and no others', async (_name, all) => {
  const contextSchema = closed(
    {
      specversion: text,
      id: text,
      source: { type: 'string', format: 'uri-reference' },
      type: {
        enum: [
          'dev.cdevents.change.merged.0.3.0',
          'dev.cdevents.artifact.published.0.3.0',
          'dev.cdevents.service.deployed.0.3.0',
        ],
      },
      timestamp: { type: 'string', format: 'date-time' },
      chainId: text,
      links: {
        type: 'array',
        items: closed({ linkType: { const: 'PATH' }, from: closed({ contextId: text }, ['contextId']) }, [
          'linkType',
          'from',
        ]),
      },
    },
    ['specversion', 'id', 'source', 'type', 'timestamp'],
  );
  const reference = closed({ id: text, source: text }, ['id']);
  const contents: Record<string, object> = {
    merged: closed({ repository: reference }, []),
    published: closed({ sbom: {}, user: text }, []),
    deployed: closed({ environment: reference, artifactId: text }, ['environment', 'artifactId']),
  };
  const events = (await exportedFrom(all, 'cdevents')) as CdEvent[];
  expect(events.length).toBeGreaterThan(3);
  for (const event of events) {
    const content = contents[event.context.type.split('.')[3] ?? ''] ?? false;
    const subject = closed({ id: text, source: text, content }, ['id', 'content']);
    expect(problems(closed({ context: contextSchema, subject }, ['context', 'subject']), event)).toEqual([]);
  }
});

describe('in-toto Statement v1', () => {
  test('SLSA provenance v1, of what has a digest', async () => {
    const statements = await exported('slsa-provenance');
    expect(statements).toHaveLength(2);
    // in-toto's reader for Go refuses a step without parameters.
    for (const one of [...statements, ...(await exportedFrom(strangeRecords, 'slsa-provenance'))])
      expect(one).toHaveProperty(
        'predicate.buildDefinition.externalParameters.repository',
        'https://github.com/acme/qwen3-vl',
      );
    expect(statements[0]).toMatchObject({
      subject: [{ digest: { sha256: 'a'.repeat(64) } }],
      predicate: {
        buildDefinition: {
          resolvedDependencies: [{ digest: { gitCommit: sha('a') } }, { digest: { sha256: '9'.repeat(64) } }],
        },
      },
    });
  });

  test('test-result v0.1: an exemption is a warning, what was skipped is not reported', async () => {
    const [one, ...others] = await exported('test-result');
    expect(others).toEqual([]);
    expect(one).toMatchObject({
      predicate: {
        result: 'WARNED',
        passedTests: ['validate-model-config'],
        warnedTests: ['regression-gate'],
        failedTests: [],
      },
    });
  });
});

test('OCI labels of the image', async () => {
  expect(await exported('oci-labels')).toEqual([
    {
      'org.opencontainers.image.source': 'https://github.com/acme/qwen3-vl',
      'org.opencontainers.image.created': '2026-11-20T10:00:00.000Z',
      'org.opencontainers.image.revision': sha('a'),
      'org.opencontainers.image.version': 'v2.3.1',
      'org.opencontainers.image.base.name': 'python:3.12',
      'org.opencontainers.image.base.digest': digest('9'),
    },
  ]);
});

test('the model card of the weights: what they come from, and how they did', async () => {
  const [card] = await exported('model-card');
  expect(card).toEqual({
    base_model: ['Qwen/Qwen3-VL-30B'],
    'model-index': [
      {
        name: 'qwen3-vl-sft',
        results: [
          {
            task: { type: 'image-text-to-text' },
            dataset: { name: 'mmmu', type: 'mmmu' },
            metrics: [{ type: 'accuracy', value: 0.71, name: 'mmmu/accuracy' }],
          },
        ],
      },
    ],
  });
});

test.each(exportFormats)('%s is the same each time', async (format) => {
  expect(await exported(format)).toEqual(await exported(format));
});
