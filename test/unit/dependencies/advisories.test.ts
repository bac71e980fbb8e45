import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { afterEach, describe, expect, it } from 'vitest';

import { dependencyDefaults } from '../../../src/dependencies/index.ts';
import { judgeDependencies } from '../../../src/dependencies/gate/detect-dep-drift.ts';
import type { TextCache } from '../../../src/ports/cache.ts';
import { httpPort } from '../../../src/runner/http.ts';
import { portsOf } from './support/world.ts';

interface Asked {
  readonly path: string;
  readonly body: string;
}

const closing: (() => void)[] = [];
afterEach(() => {
  for (const close of closing.splice(0)) close();
});

/** A server on loopback; what it was asked. */
async function serve(answer: (asked: Asked) => readonly [status: number, body: string]) {
  const asked: Asked[] = [];
  const server = createServer((request, response) => {
    const chunks: Buffer[] = [];
    request.on('data', (chunk: Buffer) => chunks.push(chunk));
    request.on('end', () => {
      const one = { path: request.url ?? '', body: Buffer.concat(chunks).toString('utf8') };
      asked.push(one);
      const [status, body] = answer(one);
      response.writeHead(status).end(body);
    });
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  closing.push(() => server.close());
  const { port } = server.address() as AddressInfo;
  return { address: `http://127.0.0.1:${port}/x`, asked };
}

const before = { 'requirements.txt': 'torch==2.5.1\npillow==9.4.0\nvllm==0.10.0+cu128\nrich==1.0\n' };
const after = { 'requirements.txt': 'torch==2.6.0\npillow==9.5.0\nvllm==0.11.0+cu128\nrich==1.0\n' };

async function judged(advisories: { index?: string; osv?: string }, now?: () => number, cache?: TextCache) {
  const ports = await portsOf(before, after);
  const http = () => Promise.resolve(httpPort(ports.log));
  const report = await judgeDependencies(
    { ...dependencyDefaults, advisories },
    { ...ports, http, ...(now === undefined ? {} : { now }), ...(cache === undefined ? {} : { cache }) },
  );
  return {
    report,
    told: report.findings.map(
      ({ rule, severity, line, message }) => `${line ?? '-'} ${severity} ${rule} ${message}`,
    ),
  };
}

describe('advisories', () => {
  it('are asked of nobody unless the policy gives an address', async () => {
    expect((await judged({})).told).toEqual([]);
  });

  it('tell of yanked versions, each asked about once, without its local tag', async () => {
    const { address, asked } = await serve(({ path }) =>
      path.includes('torch')
        ? [200, '{"info": {"yanked": true, "yanked_reason": "broken"}}']
        : [200, '{"info": {"yanked": false}}'],
    );
    const { report, told } = await judged({ index: address });
    expect(asked.map(({ path }) => path).toSorted()).toEqual([
      '/x/pillow/9.5.0/json',
      '/x/torch/2.6.0/json',
      '/x/vllm/0.11.0/json',
    ]);
    expect(told).toEqual(['1 warning deps/yanked torch 2.6.0 was yanked by its publisher: broken.']);
    expect(report.verdict).toBe('pass');
  });

  it('tell of what a database knows, in one question', async () => {
    const { address, asked } = await serve(({ body }) => {
      const { queries } = JSON.parse(body) as { queries: { package: { name: string } }[] };
      const results = queries.map(({ package: { name } }) =>
        name === 'pillow' ? { vulns: [{ id: 'GHSA-1' }] } : {},
      );
      return [200, JSON.stringify({ results })];
    });
    const { report, told } = await judged({ osv: address });
    expect(asked.map(({ path }) => path)).toEqual(['/x/v1/querybatch']);
    expect(told).toEqual(['2 warning deps/advisory pillow 9.5.0 has known advisories: GHSA-1.']);
    expect(report.verdict).toBe('pass');
  });

  it.each([
    ['an error', 500, 'x', /answered 500/],
    ['no JSON', 200, '<html>', /something else than JSON/],
    ['a redirect', 302, '', /answered 302/],
  ])('change no verdict where the answer is %s', async (_, status, body, reason) => {
    const { address } = await serve(() => [status, body]);
    const { report, told } = await judged({ osv: address });
    expect(told).toEqual([expect.stringMatching(/^- notice deps\/advisories-unknown /)]);
    expect(told[0]).toMatch(reason);
    expect(report.verdict).toBe('pass');
  });

  it.each([
    ['is not there', 'http://127.0.0.1:1', /could not be asked/],
    ['is not encrypted', 'http://osv.example', /not an address of https/],
  ])('change no verdict where the server %s', async (_, osv, reason) => {
    const { report, told } = await judged({ osv });
    expect(told).toEqual([expect.stringMatching(reason)]);
    expect(report.verdict).toBe('pass');
  });

  it('are not waited for once the time is over', async () => {
    const { address, asked } = await serve(() => [200, '{}']);
    let time = 0;
    const { told } = await judged({ osv: address }, () => (time += 20_000));
    expect(asked).toEqual([]);
    expect(told).toEqual([expect.stringMatching(/did not answer within 10 s/)]);
  });

  it.each([
    ['that it does not know them', 404, 'x', 'answered 404'],
    ['an error', 503, 'x', 'answered 503'],
    ['a redirect', 301, '', 'answered 301'],
    ['a page', 200, '<html>', 'answered with something else than JSON'],
    ['JSON of another kind', 200, '{"name": "torch"}', 'does not say whether a version was yanked'],
    ['JSON without the field', 200, '{"info": {"version": "1"}}', 'does not say whether'],
    ['a list', 200, '[]', 'does not say whether a version was yanked'],
    ['more than is read', 200, ' '.repeat(1_100_000), 'broke off, or is too long'],
  ])('say which versions are not known where the index answers %s', async (_, status, body, reason) => {
    const { address } = await serve(() => [status, body]);
    const { report, told } = await judged({ index: address });
    expect(told).toEqual([
      expect.stringMatching(
        /^- notice deps\/advisories-unknown Whether torch 2\.6\.0, vllm 0\.11\.0, pillow 9\.5\.0 are yanked is not known: /,
      ),
    ]);
    expect(told[0]).toContain(reason);
    expect(report.verdict).toBe('pass');
  });

  it('name only the version that the index does not know', async () => {
    const { address } = await serve(({ path }) =>
      path.includes('vllm') ? [404, 'x'] : [200, '{"info": {"yanked": false}}'],
    );
    expect((await judged({ index: address })).told).toEqual([
      expect.stringMatching(
        /notice \S+ Whether vllm 0\.11\.0 is yanked is not known: 127\S+ answered 404\.$/,
      ),
    ]);
  });

  it.each([
    ['no results', '{}'],
    ['fewer results than questions', '{"results": [{}]}'],
    ['results of another kind', '{"results": [{}, 1, {}]}'],
    ['advisories of another kind', '{"results": [{}, {"vulns": 3}, {}]}'],
  ])('are not known where the database answers with %s', async (_, body) => {
    const { address } = await serve(() => [200, body]);
    expect((await judged({ osv: address })).told).toEqual([
      expect.stringMatching(/have advisories is not known: the answer of \S+ does not say which/),
    ]);
  });

  it('say what was not asked about, of more versions than are asked about at once', async () => {
    const { address, asked } = await serve(() => [200, '{"info": {"yanked": false}}']);
    const list = (version: string): string =>
      Array.from({ length: 103 }, (_, index) => `p${index}==${version}\n`).join('');
    const ports = await portsOf({ 'requirements.txt': list('1.0') }, { 'requirements.txt': list('1.1') });
    const report = await judgeDependencies(
      { ...dependencyDefaults, advisories: { index: address } },
      { ...ports, http: () => Promise.resolve(httpPort(ports.log)) },
    );
    expect(asked).toHaveLength(100);
    expect(report.findings.map(({ message }) => message)).toEqual([
      expect.stringMatching(
        /^Whether p\d+ 1\.1, p\d+ 1\.1, p\d+ 1\.1 are yanked .* was not asked: of more than 100/,
      ),
    ]);
  });

  it('of `true` are asked of the index that the lock of the base names, and of OSV', async () => {
    const lock = (torch: string, registry: string): string =>
      `version = 1\n[[package]]\nname = "torch"\nversion = "${torch}"\nsource = { registry = "${registry}" }\n`;
    const asked: string[] = [];
    const send = ({ url }: { readonly url: URL }) => {
      asked.push(url.href);
      const text = url.pathname.endsWith('querybatch')
        ? '{"results": [{"vulns": [{"id": "GHSA-2"}]}]}'
        : '{"info": {"yanked": true}}';
      return Promise.resolve({ kind: 'answer' as const, status: 200, text });
    };
    const told = async (registry: string): Promise<readonly string[]> => {
      const files = [lock('2.5.1', 'https://index.example/simple'), lock('2.6.0', registry)] as const;
      const ports = await portsOf({ 'uv.lock': files[0] }, { 'uv.lock': files[1] });
      const settings = { ...dependencyDefaults, advisories: true };
      const report = await judgeDependencies(settings, { ...ports, http: () => Promise.resolve({ send }) });
      return report.findings.flatMap(({ rule, message }) => (/advis|yanked/.test(rule) ? [message] : []));
    };
    expect(await told('https://index.example/simple')).toEqual([
      'torch 2.6.0 was yanked by its publisher.',
      'torch 2.6.0 has known advisories: GHSA-2.',
    ]);
    expect(asked.toSorted()).toEqual([
      'https://api.osv.dev/v1/querybatch',
      'https://index.example/pypi/torch/2.6.0/json',
    ]);
    // An index that only the change names is not asked.
    asked.length = 0;
    expect(await told('https://other.example/simple')).toEqual([
      'torch 2.6.0 has known advisories: GHSA-2.',
      'Whether torch 2.6.0 is yanked is not known: uv.lock of the base does not name an index with a JSON interface for it.',
    ]);
    expect(asked).toEqual(['https://api.osv.dev/v1/querybatch']);
  });

  it('of `true` are open for what a lock does not name an index of, and it says so', async () => {
    const lock = (torch: string, numpy: string): Record<string, string> => ({
      'poetry.lock': [
        `[[package]]\nname = "torch"\nversion = "${torch}"\n`,
        `[[package]]\nname = "numpy"\nversion = "${numpy}"\n`,
        '[metadata]\nlock-version = "2.1"\n',
      ].join('\n'),
    });
    const send = () =>
      Promise.resolve({ kind: 'answer' as const, status: 200, text: '{"results": [{}, {}]}' });
    const ports = await portsOf(lock('2.5.1', '2.1.0'), lock('2.6.0', '2.2.6'));
    const settings = { ...dependencyDefaults, advisories: true };
    const report = await judgeDependencies(settings, { ...ports, http: () => Promise.resolve({ send }) });
    expect(report.findings.filter(({ rule }) => rule === 'deps/advisories-unknown')).toEqual([
      {
        rule: 'deps/advisories-unknown',
        severity: 'notice',
        file: 'poetry.lock',
        message:
          'Whether torch 2.6.0, numpy 2.2.6 are yanked is not known: poetry.lock of the base does not name an index with a JSON interface for them.',
        help: 'Name the index in the policy: `advisories: { index: … }`.',
      },
    ]);
  });

  it('are kept for six hours', async () => {
    const kept = new Map<string, string>();
    const cache = {
      read: (name: string) => Promise.resolve(kept.get(name)),
      write: (name: string, text: string) => Promise.resolve(void kept.set(name, text)),
    };
    const { address, asked } = await serve(({ path }) =>
      path.endsWith('querybatch')
        ? [200, '{"results": [{"vulns": [{"id": "GHSA-3"}]}, {}, {}]}']
        : [200, '{"info": {"yanked": true}}'],
    );
    const hour = 3_600_000;
    const told: (readonly string[])[] = [];
    const counts: number[] = [];
    for (const hours of [1, 6, 8]) {
      const one = await judged({ index: address, osv: address }, () => hours * hour, cache);
      told.push(one.told);
      counts.push(asked.length);
    }
    expect(counts).toEqual([4, 4, 8]);
    expect(new Set(told.map((all) => all.join('\n')))).toHaveLength(1);
    kept.set('advisories.json', '{"osv x": 1, broken');
    await judged({ osv: address }, () => hour, cache);
    expect(asked).toHaveLength(9);
  });
});
