import { spawnSync } from 'node:child_process';
import { describe, expect, test } from 'vitest';
import { editManifest } from '../../../src/promotion/index.ts';
import { generateManifest, newValues, randomOf } from '../../support/manifests.ts';
import { samples, seed } from '../../support/seed.ts';
import { hasModule } from '../config/python.ts';

const count = samples(20_000, 500);

/** A line of JSON in, a line out: the paths at which PyYAML reads two texts differently, with both values. */
const differ = `
import json, sys, yaml
def walk(a, b, path):
    if type(a) is type(b) is dict and list(a) == list(b):
        for key in a: yield from walk(a[key], b[key], path + [key])
    elif type(a) is type(b) is list and len(a) == len(b):
        for at in range(len(a)): yield from walk(a[at], b[at], path + [at])
    elif type(a) is not type(b) or a != b:
        yield [path, repr(a), b]
for line in sys.stdin:
    before, after = json.loads(line)
    try:
        documents = [list(yaml.safe_load_all(text)) for text in (before, after)]
        print(json.dumps(list(walk(*documents, []))))
    except Exception as error:
        print(json.dumps(str(error)))
`;

describe.skipIf(!hasModule('yaml'))('PyYAML', () => {
  test(`finds no other difference in ${count} edited manifests (seed ${seed})`, () => {
    const random = randomOf(seed);
    const edits = Array.from({ length: count }, () => {
      const { text, values } = generateManifest(random);
      const { path, keys, document, style } = values[random.below(values.length)] ?? values[0] ?? empty;
      const value = newValues[random.below(newValues.length)] ?? '';
      const edited = editManifest(text, { file: 'a.yaml', path, value, document });
      const expected = style === 'number' ? Number(value) : value;
      return { text, path: [document - 1, ...keys], expected, edited };
    });
    const done = edits.flatMap(({ edited, ...edit }) =>
      edited.ok && edited.changed ? [{ ...edit, after: edited.text }] : [],
    );
    const input = done.map(({ text, after }) => JSON.stringify([text, after])).join('\n');
    const { stdout, stderr } = spawnSync('python3', ['-c', differ], {
      input,
      encoding: 'utf8',
      maxBuffer: 1 << 30,
    });
    expect(stderr).toBe('');
    const answers = stdout
      .trimEnd()
      .split('\n')
      .map((line): unknown => JSON.parse(line));
    const wrong = done.filter(({ path, expected }, at) => {
      const [difference, ...others] = answers[at] as [unknown, string, unknown][];
      return (
        others.length > 0 ||
        JSON.stringify([difference?.[0], difference?.[2]]) !== JSON.stringify([path, expected])
      );
    });
    console.log(`PyYAML, seed ${seed}: ${count} manifests, ${done.length} edited, ${wrong.length} wrong`);
    expect(wrong.slice(0, 3)).toEqual([]);
    expect(done.length).toBeGreaterThan(count * 0.5);
  });
});

const empty = { path: 'x', keys: ['x'], document: 1, style: 'plain' } as const;
