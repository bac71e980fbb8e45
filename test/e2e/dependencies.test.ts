/** detect-dep-drift by itself: what its outputs say, how a move is stated, and that no credential leaves it. */
import { readFileSync } from 'node:fs';
import { createServer } from 'node:http';
import { describe, expect, it } from 'vitest';
import type { Report } from '../../src/report/model.ts';
import { at, comment, label, push, pushedAt } from '../support/gated.ts';
import { whenDone } from '../support/cleanup.ts';
import { temporaryFolder } from '../support/repository.ts';
import type { ActionRun } from '../support/runner.ts';
import { pullRequestScene, type Files, type Scene } from '../support/scene.ts';

function lock(torch: string, numpy: string, registry = 'https://index.example/simple'): string {
  const block = (name: string, version: string): string =>
    `\n[[package]]\nname = "${name}"\nversion = "${version}"\nsource = { registry = "${registry}" }\n`;
  return `version = 1\nrevision = 3\nrequires-python = ">=3.12"\n${block('numpy', numpy)}${block('torch', torch)}`;
}

const base: Files = {
  'pyproject.toml': '[project]\nname = "m"\nversion = "0"\ndependencies = ["torch>=2.9", "numpy>=1.26"]\n',
  'uv.lock': lock('2.9.1', '1.26.4'),
};
const moved: Files = { 'uv.lock': lock('2.10.0', '2.2.6') };
const lines = ['torch 2.9.1 -> 2.10.0', 'numpy 1.26.4 -> 2.2.6'];
const allowFile = '.github/dependency-moves.txt';

function run(scene: Scene, more: Parameters<Scene['run']>[0] = {}): Promise<ActionRun> {
  return scene.run({ action: 'actions/detect-dep-drift', ...more });
}

describe('outputs', () => {
  it('are lines for the moves, which a condition takes for true, and JSON for all that is known of them', async () => {
    const { exitCode, outputs } = await run(await pullRequestScene({ base, head: moved }));
    expect([exitCode, outputs['verdict']]).toEqual([1, 'fail']);
    expect(outputs['watched-moves']).toBe(lines.join('\n'));
    expect(outputs['unexplained']).toBe(lines.join('\n'));
    expect(JSON.parse(outputs['moves'] ?? '')).toMatchObject([
      {
        name: 'torch',
        before: ['2.9.1'],
        after: ['2.10.0'],
        class: 'unexplained',
        file: 'uv.lock',
        line: 12,
      },
      { name: 'numpy', before: ['1.26.4'], after: ['2.2.6'], watched: true },
    ]);
  });

  it('are empty where nothing moved, which a condition takes for false', async () => {
    const { outputs } = await run(await pullRequestScene({ base, head: { 'README.md': 'x' } }));
    expect(outputs).toMatchObject({ verdict: 'pass', moves: '[]', 'watched-moves': '', unexplained: '' });
  });
});

describe('a move that is stated', () => {
  const stated = `${lines.join('\n')}\n`;
  const trailers = lines.map((line) => `Dependency-Change: ${line}`).join('\n');
  it.each<[string, Files, Files, string | undefined, string, string]>([
    ['in the allow file of the head', base, { ...moved, [allowFile]: stated }, undefined, 'pass', ''],
    ['in the allow file of the base', { ...base, [allowFile]: stated }, moved, undefined, 'pass', ''],
    ['in trailers of a commit', base, moved, `Update torch\n\n${trailers}`, 'pass', ''],
    ['for one of two', base, { ...moved, [allowFile]: lines[1] ?? '' }, undefined, 'fail', lines[0] ?? ''],
    [
      'for another version',
      base,
      { ...moved, [allowFile]: stated.replaceAll('2.10.0', '2.11.0') },
      undefined,
      'fail',
      lines[0] ?? '',
    ],
  ])('%s', async (_, before, head, headMessage, verdict, unexplained) => {
    const scene = await pullRequestScene({
      base: before,
      head,
      ...(headMessage === undefined ? {} : { headMessage }),
    });
    const { outputs, summary } = await run(scene);
    expect(outputs).toMatchObject({ verdict, unexplained, 'watched-moves': lines.join('\n') });
    expect(summary).toContain('Moves that somebody stated');
  });

  it('by a label of the policy', async () => {
    const policy = 'exemptions:\n  - { label: deps-ok, gates: [detect-dep-drift], by: { users: [grace] } }\n';
    const scene = await pullRequestScene({
      base: { ...base, '.github/model-gates.yml': policy },
      head: moved,
    });
    push(scene.api, 'feature/routing', scene.head, pushedAt);
    comment(scene.api, 'grace', '/exempt deps-ok because the old wheel was withdrawn', { createdAt: at(4) });
    label(scene.api, 'deps-ok', 'grace', at(5));
    const { exitCode, outputs } = await run(scene);
    expect([exitCode, outputs['verdict']]).toEqual([0, 'exempt']);
  });
});

describe('credentials in indexes, sources, links and images', () => {
  const secret = (text: string): string => text.replaceAll('https://', 'https://robot:s3cretT0ken@');
  const files = (torch: string): Files => ({
    'pyproject.toml': secret(
      `[project]\nname = "m"\nversion = "0"\ndependencies = ["peft @ git+https://git.example/peft@v${torch}"]\n[tool.uv]\nindex = [{ url = "https://index.example/simple" }]\n`,
    ),
    'uv.lock': secret(lock(torch, '1.26.4', `https://index.example/${torch}`)),
    'requirements.txt': secret(
      `--index-url https://index.example/${torch}\n-r https://index.example/more.txt\npeft @ https://files.example/peft-${torch}.whl\nwhat is this https://x.example/${torch}\n`,
    ),
    Dockerfile: secret(
      `FROM https://images.example/base:${torch}\nRUN pip install -i https://index.example/a torch==${torch}\n`,
    ),
  });

  it('reach no report, summary, comment, annotation or log', async () => {
    const scene = await pullRequestScene({ base: files('2.9.1'), head: files('2.10.0') });
    const { outputs, stdout, stderr, summary } = await run(scene, {
      inputs: { comment: 'true' },
      env: { RUNNER_DEBUG: '1', ACTIONS_STEP_DEBUG: 'true' },
    });
    expect(outputs['verdict']).toBe('fail');
    const report = readFileSync(outputs['report'] ?? '', 'utf8');
    expect((JSON.parse(report) as Report).findings.length).toBeGreaterThan(3);
    const sarif = readFileSync(outputs['sarif'] ?? '', 'utf8');
    const posted = JSON.stringify(scene.api.state.comments);
    expect(posted).toContain('torch');
    const told = { report, sarif, stdout, stderr, summary, posted, outputs: JSON.stringify(outputs) };
    expect(Object.entries(told).filter(([, text]) => /s3cretT0ken|robot:/.test(text))).toEqual([]);
  });
});

describe('advisories', () => {
  async function serve(): Promise<{ url: string; asked: string[]; close(): void }> {
    const asked: string[] = [];
    const server = createServer((request, response) => {
      asked.push(request.url ?? '');
      const isBatch = request.url?.endsWith('querybatch') === true;
      request.resume().on('end', () => {
        response.end(isBatch ? '{"results": [{"vulns": [{"id": "GHSA-1"}]}]}' : '{"info": {"yanked": true}}');
      });
    });
    const port = await new Promise<number>((resolve) => {
      server.listen(0, '127.0.0.1', () => {
        const address = server.address();
        resolve(typeof address === 'object' && address !== null ? address.port : 0);
      });
    });
    const close = (): void => {
      server.close();
      server.closeAllConnections();
    };
    whenDone(close);
    return { url: `http://127.0.0.1:${port}/api`, asked, close };
  }

  it('are asked for once, kept for the next run, and change no verdict where nobody answers', async () => {
    const server = await serve();
    const policy = `dependencies:\n  advisories: { index: "${server.url}", osv: "${server.url}" }\n`;
    const files = (version: string): Files => ({ 'requirements.txt': `torch==${version}\n` });
    const scene = await pullRequestScene({
      base: { '.github/model-gates.yml': policy, ...files('2.5.1') },
      head: files('2.6.0'),
    });
    const told = async (folder: string): Promise<readonly string[]> => {
      const { outputs } = await run(scene, { env: { MODEL_GATES_CACHE: folder } });
      const { findings } = JSON.parse(readFileSync(outputs['report'] ?? '', 'utf8')) as Report;
      return [outputs['verdict'] ?? '', ...findings.map(({ rule }) => rule)];
    };
    const [kept, empty] = [temporaryFolder(), temporaryFolder()];
    expect(await told(kept)).toEqual(['pass', 'deps/yanked', 'deps/advisory']);
    expect(server.asked.toSorted()).toEqual(['/api/torch/2.6.0/json', '/api/v1/querybatch']);
    server.close();
    expect(await told(kept)).toEqual(['pass', 'deps/yanked', 'deps/advisory']);
    // Neither the index nor the database answers.
    expect(await told(empty)).toEqual(['pass', 'deps/advisories-unknown', 'deps/advisories-unknown']);
    expect(server.asked).toHaveLength(2);
  });
});
