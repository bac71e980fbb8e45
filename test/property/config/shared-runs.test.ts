import { expect, test } from 'vitest';
import { composeHydra, explain } from '../../../src/config/index.ts';
import { LineIndex } from '../../../src/documents/source/lines.ts';
import { randomOf } from '../../oracle/config/generate.ts';
import { generateHydra } from '../../oracle/config/generate-runs.ts';
import { samples, seed } from '../../support/seed.ts';

interface Start {
  readonly entry: string;
  readonly overrides: readonly string[];
}

/** Files that give the same bytes each time, so that what one run made of them counts for the next. */
function filesOf(texts: Readonly<Record<string, string>>) {
  const bytes = new Map(Object.entries(texts).map(([path, text]) => [path, new TextEncoder().encode(text)]));
  return { paths: new Set(bytes.keys()), read: (path: string) => Promise.resolve(bytes.get(path)) };
}

async function composed({ entry, overrides }: Start, files: ReturnType<typeof filesOf>) {
  const words = overrides.map((text) => ({
    text,
    source: { kind: 'override' as const, file: 'run.sh', lines: new LineIndex(text), name: text },
    start: 0,
    end: text.length,
  }));
  const { document, files: read, order } = await composeHydra(entry, { overrides: words, files });
  return {
    values: document.root === undefined ? [] : explain(document),
    findings: document.findings,
    read,
    order: order.map(({ file, by }) => [file, by.source?.file, by.start]),
  };
}

test('a run is the same whatever runs were composed before it', async () => {
  const random = randomOf(seed);
  let kept = 0;
  for (let tree = 0; tree < samples(400, 40); tree += 1) {
    const { files: own, entry, overrides } = generateHydra(random);
    const texts = {
      ...own,
      'config/second.yaml': 'defaults:\n  - main\n  - _self_\nlr: 3\nmodel: {n: 9}\n',
      'config/third.yaml':
        'defaults:\n  - _self_\n  - model: large\n  - model@other: tiny\n  - main\ndata: {lr: 1}\n',
      'config/fourth.yaml': 'defaults:\n  - second\n  - override model: tiny\nn: 5\n',
    };
    const starts = ['config/fourth.yaml', entry, 'config/second.yaml', 'config/third.yaml', entry].flatMap(
      (each): Start[] => [
        { entry: each, overrides: [] },
        { entry: each, overrides },
      ],
    );
    const shared = filesOf(texts);
    for (const start of starts) {
      const alone = await composed(start, filesOf(texts));
      expect(await composed(start, shared)).toEqual(alone);
      if (alone.values.length > 0) kept += 1;
    }
  }
  expect(kept).toBeGreaterThan(50);
});
