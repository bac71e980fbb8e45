/** Structure as the published specifications have it; the schemas below are their required parts, in our own words. */
import { Ajv2020 } from 'ajv/dist/2020.js';
import formats from 'ajv-formats';
import { describe, expect, test } from 'vitest';
import { hashes } from '../../../src/gates/lineage/hashes.ts';
import { exportFormats, exportWalk, walk, sameNode, type ExportFormat } from '../../../src/lineage/index.ts';
import { uuidV5 } from '../../../src/lineage/exports/uuid.ts';
import { digest, link, sha } from './support.ts';

const records = [
  link(
    [`commit ${sha('a')}`, `image python:3.12 ${digest('9')}`],
    `image ghcr.io/acme/qwen3-vl:v2.3.1 ${digest('a')}`,
    {
      at: '2026-11-20T10:00:00Z',
      git_ref: 'refs/tags/v2.3.1',
      pr_number: 89,
      run: { url: 'https://github.com/acme/qwen3-vl/actions/runs/1', id: '1', attempt: 1 },
      verdicts: [
        { gate: 'validate-model-config', verdict: 'pass' },
        { gate: 'regression-gate', verdict: 'exempt', exempted_by: 'grace' },
        { gate: 'detect-dep-drift', verdict: 'skipped' },
      ],
    },
  ),
  link(
    [
      `commit ${sha('a')}`,
      `image ghcr.io/acme/qwen3-vl:v2.3.1 ${digest('a')}`,
      `weights Qwen/Qwen3-VL-30B ${digest('b')}`,
    ],
    'job job-7781',
    {
      at: '2026-11-20T11:00:00Z',
      command: 'python train.py',
      seed: 7,
      files: [{ role: 'config', path: 'configs/a.yaml', digest: digest('c') }],
    },
  ),
  link(['job job-7781', `weights Qwen/Qwen3-VL-30B ${digest('b')}`], `weights qwen3-vl-sft ${digest('d')}`, {
    at: '2026-11-21T10:00:00Z',
    metrics: { 'mmmu/accuracy': 0.71 },
  }),
  link(`weights qwen3-vl-sft ${digest('d')}`, 'serving svc-qwen-v23', { at: '2026-11-22T10:00:00Z' }),
];

const context = {
  repository: 'acme/qwen3-vl',
  repositoryUrl: 'https://github.com/acme/qwen3-vl',
  version: '0.1.0',
};

async function exported(format: ExportFormat): Promise<unknown[]> {
  const lookup = async (nodes: readonly Parameters<typeof sameNode>[0][]) =>
    nodes.map((node) =>
      records.filter(({ inputs, outputs }) => [...inputs, ...outputs].some((one) => sameNode(one, node))),
    );
  const found = await walk([{ kind: 'serving', id: 'svc-qwen-v23' }], 'up', lookup);
  const value = exportWalk(format, found, context, hashes);
  return Array.isArray(value) ? value : [value];
}

function problems(schema: object, value: unknown): string[] {
  const ajv = new Ajv2020({ strict: false, allErrors: true });
  formats.default(ajv);
  const validate = ajv.compile(schema);
  validate(value);
  return (validate.errors ?? []).map(({ instancePath, message }) => `${instancePath} ${message ?? ''}`);
}

const text = { type: 'string', minLength: 1 };
const uri = { type: 'string', format: 'uri' };
const closed = (properties: object, required: readonly string[]) => ({
  type: 'object',
  additionalProperties: false,
  properties,
  required,
});

test('UUIDv5 of the example in RFC 9562, appendix A.4', () => {
  const dns = '6ba7b810-9dad-11d1-80b4-00c04fd430c8';
  expect(uuidV5('www.example.com', hashes, dns)).toBe('2ed6657d-e927-568b-95e1-2665a8aea6a2');
});

test('OpenLineage 2-0-2: a run event for each record, the records of one job in one run', async () => {
  const facet = {
    type: 'object',
    required: ['_producer', '_schemaURL'],
    properties: { _producer: uri, _schemaURL: uri },
  };
  const facets = { type: 'object', additionalProperties: facet };
  const dataset = {
    type: 'object',
    required: ['namespace', 'name'],
    properties: { namespace: text, name: text, facets },
  };
  const schema = {
    type: 'object',
    required: ['eventTime', 'producer', 'schemaURL', 'run', 'job'],
    properties: {
      eventType: { enum: ['START', 'RUNNING', 'COMPLETE', 'ABORT', 'FAIL', 'OTHER'] },
      eventTime: { type: 'string', format: 'date-time' },
      producer: uri,
      schemaURL: uri,
      run: { type: 'object', required: ['runId'], properties: { runId: { type: 'string', format: 'uuid' } } },
      job: {
        type: 'object',
        required: ['namespace', 'name'],
        properties: { namespace: text, name: text, facets },
      },
      inputs: { type: 'array', items: dataset },
      outputs: { type: 'array', items: dataset },
    },
  };
  const events = await exported('openlineage');
  expect(events).toHaveLength(4);
  for (const event of events) expect(problems(schema, event)).toEqual([]);
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
  const events = (await exported('cdevents')) as {
    context: { id: string; type: string; links?: { from: { contextId: string } }[] };
    subject: object;
  }[];
  const predicates = events.map(({ context: { type } }) => type.split('.')[3] ?? '');
  expect(predicates).toEqual(['merged', 'published', 'published', 'deployed']);
  events.forEach((event, at) => {
    const subject = closed({ id: text, source: text, content: contents[predicates[at] ?? ''] ?? false }, [
      'id',
      'content',
    ]);
    expect(problems(closed({ context: contextSchema, subject }, ['context', 'subject']), event)).toEqual([]);
  });
  const from = events.map(({ context: { links = [] } }) =>
    links.map((one) => events.findIndex(({ context: { id } }) => id === one.from.contextId)),
  );
  expect(from).toEqual([[], [0], [0, 1], [2]]);
});

describe('in-toto Statement v1', () => {
  const digestSet = {
    type: 'object',
    minProperties: 1,
    additionalProperties: { type: 'string', pattern: '^[0-9a-f]+$' },
  };
  const resource = {
    type: 'object',
    properties: { digest: digestSet, uri: text, name: text },
    anyOf: [{ required: ['digest'] }, { required: ['uri'] }],
  };
  const statement = (predicateType: string, predicate: object) => ({
    type: 'object',
    required: ['_type', 'subject', 'predicateType', 'predicate'],
    properties: {
      _type: { const: 'https://in-toto.io/Statement/v1' },
      subject: { type: 'array', minItems: 1, items: { ...resource, required: ['digest'] } },
      predicateType: { const: predicateType },
      predicate,
    },
  });

  test('SLSA provenance v1, of what has a digest', async () => {
    const schema = statement('https://slsa.dev/provenance/v1', {
      type: 'object',
      required: ['buildDefinition', 'runDetails'],
      properties: {
        buildDefinition: {
          type: 'object',
          required: ['buildType', 'externalParameters'],
          properties: {
            buildType: uri,
            externalParameters: { type: 'object' },
            resolvedDependencies: { type: 'array', items: resource },
          },
        },
        runDetails: {
          type: 'object',
          required: ['builder'],
          properties: { builder: { type: 'object', required: ['id'], properties: { id: uri } } },
        },
      },
    });
    const statements = await exported('slsa-provenance');
    expect(statements).toHaveLength(2);
    for (const one of statements) expect(problems(schema, one)).toEqual([]);
    expect(statements[0]).toMatchObject({
      subject: [{ digest: { sha256: 'a'.repeat(64) } }],
      predicate: {
        buildDefinition: {
          resolvedDependencies: [{ digest: { gitCommit: sha('a') } }, { digest: { sha256: '9'.repeat(64) } }],
        },
      },
    });
  });

  test('test-result v0.1: an exemption is a warning, what was skipped is not told', async () => {
    const names = { type: 'array', items: text };
    const schema = statement('https://in-toto.io/attestation/test-result/v0.1', {
      type: 'object',
      required: ['result', 'configuration'],
      properties: {
        result: { enum: ['PASSED', 'WARNED', 'FAILED'] },
        configuration: { type: 'array', items: resource },
        url: uri,
        passedTests: names,
        warnedTests: names,
        failedTests: names,
      },
    });
    const [one, ...others] = await exported('test-result');
    expect(problems(schema, one)).toEqual([]);
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
