import { spawnSync } from 'node:child_process';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { composeHydra, composeMmengine } from '../../../src/config/index.ts';
import { LineIndex } from '../../../src/documents/source/lines.ts';
import type { ConfigNode } from '../../../src/documents/tree/node.ts';
import { samples, seed } from '../../support/seed.ts';
import { equal } from './compare.ts';
import { randomOf } from './generate.ts';
import { generateHydra, generateMmengine, type Run } from './generate-runs.ts';
import { type Answer, encode, hasModule } from './python.ts';

const runs = samples(5000, 60);

function composedWithPython(reader: 'hydra' | 'mmengine', all: readonly Run[]): Answer[] {
  const script = join(process.cwd(), 'test', 'oracle', 'config', 'compose.py');
  const input = all.map((run) => JSON.stringify({ reader, ...run })).join('\n');
  const { status, stdout, stderr } = spawnSync('python3', [script], {
    input,
    encoding: 'utf8',
    maxBuffer: 1 << 30,
  });
  if (status !== 0) throw new Error(stderr);
  return stdout
    .trimEnd()
    .split('\n')
    .map((line): Answer => JSON.parse(line));
}

function filesOf({ files }: Run) {
  return {
    paths: new Set(Object.keys(files)),
    read: (path: string) =>
      Promise.resolve(files[path] === undefined ? undefined : new TextEncoder().encode(files[path])),
  };
}

async function composedHere(run: Run): Promise<ConfigNode | undefined> {
  const overrides = run.overrides.map((text) => ({
    text,
    source: { kind: 'override' as const, file: 'run.sh', lines: new LineIndex(text) },
    start: 0,
    end: text.length,
  }));
  return (await composeHydra(run.entry, { overrides, files: filesOf(run) })).document.root;
}

interface Comparison {
  readonly same: number;
  readonly refused: number;
  readonly unknown: number;
  readonly different: readonly string[];
}

async function compared(
  reader: 'hydra' | 'mmengine',
  all: readonly Run[],
  compose: (run: Run) => Promise<ConfigNode | undefined>,
): Promise<Comparison> {
  const answers = composedWithPython(reader, all);
  const tally = { resolved: 0, skipped: 0, unknown: 0 };
  const counts = { same: 0, refused: 0 };
  const different: string[] = [];
  for (const [index, run] of all.entries()) {
    const root = await compose(run);
    const { ok, error, endless } = answers[index] ?? {};
    if (endless === true) continue;
    if (root === undefined && ok === undefined) counts.refused += 1;
    else if (root !== undefined && ok !== undefined && equal(encode(root), ok, tally)) counts.same += 1;
    else different.push(shown(run, root, JSON.stringify(ok) ?? error));
  }
  return { ...counts, unknown: tally.unknown, different };
}

function shown(run: Run, root: ConfigNode | undefined, theirs: string | undefined): string {
  const files = Object.entries(run.files).map(([file, text]) => `## ${file}\n${text}`);
  return `${files.join('')}\n${run.entry} ${run.overrides.join('   ')}\n  ours   ${root && JSON.stringify(encode(root))}\n  Python ${theirs}`;
}

/** In parts, so that no test nears the time after which one counts as hung. */
const mostInPart = 500;

function partsOf(
  from: number,
  generate: (random: ReturnType<typeof randomOf>) => Run,
): (readonly [string, Run[]])[] {
  const random = randomOf(from);
  const all = Array.from({ length: runs }, () => generate(random));
  return Array.from({ length: Math.ceil(runs / mostInPart) }, (_, part) => {
    const own = all.slice(part * mostInPart, (part + 1) * mostInPart);
    return [`${part * mostInPart + 1} to ${part * mostInPart + own.length}`, own] as const;
  });
}

describe.skipIf(!hasModule('hydra'))('hydra-core', () => {
  test.each(partsOf(seed + 21, generateHydra))(
    `composes generated runs %s as we do (seed ${seed})`,
    async (part, all) => {
      const { same, refused, different } = await compared('hydra', all, composedHere);
      console.log(
        `hydra-core, seed ${seed}: runs ${part}, ${same} composed alike, ${refused} refused by both, ${different.length} different`,
      );
      expect(different.slice(0, 3)).toEqual([]);
      expect(same).toBeGreaterThan(all.length * 0.1);
    },
  );
});

describe.skipIf(!hasModule('mmengine'))('mmengine', () => {
  test.each(partsOf(seed + 22, generateMmengine))(
    `composes generated runs %s as we do (seed ${seed})`,
    async (part, all) => {
      const compose = async (run: Run) => (await composeMmengine(run.entry, filesOf(run))).document.root;
      const { same, refused, unknown, different } = await compared('mmengine', all, compose);
      console.log(
        `mmengine, seed ${seed}: runs ${part}, ${same} composed alike (${unknown} values unknown to us), ${refused} refused by both, ${different.length} different`,
      );
      expect(different.slice(0, 3)).toEqual([]);
      expect(same).toBeGreaterThan(all.length * 0.1);
    },
  );
});
