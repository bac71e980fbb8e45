import { Ajv2020 } from 'ajv/dist/2020.js';
import fc from 'fast-check';
import { expect, test } from 'vitest';
import schema from '../../../schema/lineage.schema.json' with { type: 'json' };
import { nodeKinds, readDraft, readRecord } from '../../../src/lineage/index.ts';

const accepts = new Ajv2020({ strict: false }).compile(schema);

type Fields = Record<string, fc.Arbitrary<unknown>>;
const some = (required: Fields, optional: Fields = {}) =>
  fc.record({ ...required, ...optional }, { requiredKeys: Object.keys(required) });

const text = fc.stringMatching(/^[!-~]{1,12}$/);
const sha = fc.stringMatching(/^[0-9a-f]{40}$/);
const digest = fc.stringMatching(/^sha256:[0-9a-f]{64}$/);
const time = fc.constantFrom('2026-11-22T10:00:00Z', '2026-11-22T12:00:00.123+02:00');
const node = fc.oneof(
  some({ kind: fc.constant('commit'), id: sha }, { digest, external: fc.boolean() }),
  some({ kind: fc.constantFrom(...nodeKinds.slice(1)), id: text }, { digest }),
  some({ kind: fc.constant('serving'), id: text }, { service: text }),
);
const map = (value: fc.Arbitrary<unknown>) => fc.dictionary(text, value, { maxKeys: 3 });
const valid = some(
  { inputs: fc.array(node, { maxLength: 3 }), outputs: fc.array(node, { minLength: 1, maxLength: 3 }) },
  {
    schema: fc.constant(1),
    id: text,
    at: time,
    by: text,
    git_ref: text,
    author: text,
    pr_number: fc.integer({ min: 1 }),
    repository: text,
    run: some({}, { id: text, attempt: fc.integer({ min: 1 }), url: text, workflow: text }),
    command: fc.constantFrom('', 'a\n\tb'),
    seed: fc.nat(),
    files: fc.array(some({ role: fc.constantFrom('config', 'lock', 'data', 'other'), path: text, digest }), {
      maxLength: 2,
    }),
    parameters: map(fc.oneof(text, fc.double({ noNaN: true, noDefaultInfinity: true }), fc.constant(null))),
    dependencies: map(text),
    metrics: map(fc.double({ noNaN: true, noDefaultInfinity: true })),
    results: fc.array(some({ path: text, digest, samples: fc.nat(), bytes: fc.integer({ min: 1 }) }), {
      maxLength: 2,
    }),
    verdicts: fc.array(
      some(
        { gate: text, verdict: fc.constantFrom('pass', 'fail', 'inconclusive', 'exempt', 'skipped') },
        { title: text, exempted_by: text, exempted_at: time, exempted_sha: sha, reason: text },
      ),
      { maxLength: 2 },
    ),
    replaces: text,
    corrects: text,
    note: text,
  },
);

/** What stands in the place of a value: at the limits, beyond them, of another kind. */
const odd = fc.oneof(
  fc.constantFrom<unknown>(0, 1, -1, 1.5, 2, true, null, '', 'x', 'commit', 'serving', 'sha256:abc', [], {}),
  fc.constantFrom(100, 101, 200, 201, 512, 513, 1000, 1001, 4000, 4001, 20_001).map((n) => 'a'.repeat(n)),
  fc.constantFrom(50, 51, 100, 101, 200, 201).map((n) => Array.from({ length: n }, () => 1)),
  fc
    .constantFrom(500, 501, 2000, 2001)
    .map((n) => Object.fromEntries(Array.from({ length: n }, (_, at) => [`k${at}`, 1]))),
  fc.constantFrom(100, 101).map((n) => Array.from({ length: n }, () => ({ kind: 'job', id: 'a' }))),
);
const change = fc.record({
  steps: fc.array(fc.nat(), { minLength: 1, maxLength: 4 }),
  how: fc.constantFrom('replace', 'remove', 'add'),
  name: fc.constantFrom('kind', 'service', 'digest', 'authro', '__proto__', 'constructor'),
  odd,
});

type Change = typeof change extends fc.Arbitrary<infer T> ? T : never;

/** One place of the document is changed: the steps lead there from the top. */
function changed(document: unknown, { steps, how, name, odd: value }: Change): unknown {
  const [step = 0, ...rest] = steps;
  const entries = Object.entries(Object(document) as object) as [string, unknown][];
  const [key, inner] = entries[step % Math.max(1, entries.length)] ?? ['', undefined];
  const isInner = rest.length > 0 && typeof inner === 'object' && inner !== null;
  const next = isInner ? changed(inner, { steps: rest, how, name, odd: value }) : value;
  const kept = how === 'remove' && !isInner ? entries.filter(([other]) => other !== key) : entries;
  if (Array.isArray(document)) return kept.map(([other, item]) => (other === key ? next : item));
  const added: [string, unknown][] = how === 'add' && !isInner ? [[name, value]] : [];
  const moved = kept.map(([other, item]): [string, unknown] => [
    other,
    other === key && (how === 'replace' || isInner) ? next : item,
  ]);
  return Object.fromEntries([...moved, ...added]);
}

test('the reader and the published schema accept the same records', () => {
  fc.assert(
    fc.property(valid, (document) => {
      expect(readDraft(document)).toMatchObject({ ok: true });
      expect(accepts(document)).toBe(true);
    }),
    { numRuns: 300 },
  );
});

test('the reader and the published schema refuse the same records', () => {
  let refused = 0;
  fc.assert(
    fc.property(valid, change, (document, one) => {
      const other = changed(document, one);
      const fits = accepts(other);
      if (!fits) refused += 1;
      expect(readDraft(other).ok).toBe(fits);
    }),
    { numRuns: 1500 },
  );
  expect(refused).toBeGreaterThan(500);
});

test('what is read is read again as it was', () => {
  fc.assert(
    fc.property(valid, (document) => {
      const result = readDraft(document);
      expect(result.ok && readDraft(result.draft)).toEqual(result);
    }),
    { numRuns: 200 },
  );
});

test('any JSON has an answer', () => {
  fc.assert(
    fc.property(fc.jsonValue(), (value) => {
      expect(typeof readDraft(value).ok).toBe('boolean');
    }),
  );
});

test.each(['kind', 'id', 'digest'])('lists that are nested 100,000 deep are refused: %s', (field) => {
  const deep = '['.repeat(100_000) + ']'.repeat(100_000);
  const bytes = Buffer.from(`{"inputs":[],"outputs":[{"kind":"job","id":"a","${field}":${deep}}]}`);
  expect(readRecord(bytes)).toEqual({ ok: false, problems: [expect.stringContaining('got a list')] });
});
