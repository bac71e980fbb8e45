import { createHash, createHmac } from 'node:crypto';
import { readFileSync } from 'node:fs';
import { beforeAll, beforeEach, describe, expect, it } from 'vitest';
import type { TriggerFacts } from '../../src/releases/index.ts';
import { pullRequestEvent, pushEvent } from '../support/events.ts';
import { at, gatedScene, policyText, push, remember, review } from '../support/gated.ts';
import { startPlatform, type PlatformAnswer } from '../support/platform.ts';
import { reportOf, rulesOf } from '../support/reports.ts';
import type { ActionRun } from '../support/runner.ts';
import type { Scene } from '../support/scene.ts';

const action = 'actions/trigger-pipeline';
const secret = 's3cr3t-of-the-platform';
const started: PlatformAnswer = { status: 201, body: '{"job_id": "job-42"}' };

let scene: Scene;
let reset: () => void;

beforeAll(async () => {
  const policy = policyText('hotfix: { release-managers: { users: [rita] }, evaluate-within-hours: 12 }\n');
  scene = await gatedScene({ policy, branch: 'hotfix/image-bias' });
  const [pull] = scene.api.state.pulls;
  Object.assign(pull ?? {}, {
    state: 'closed',
    mergedAt: at(20),
    mergeCommit: scene.merge,
    createdAt: at(2),
  });
  reset = remember(scene.api);
});

beforeEach(() => reset());

/** The push of the merge. */
function run(inputs: Record<string, string>, env: Record<string, string> = {}): Promise<ActionRun> {
  const event = pushEvent({ before: scene.base, after: scene.merge, sender: 'merger' });
  return scene.run({ action, event, inputs, env });
}

/** All that the step says and writes, without the commands that ask the runner to mask. */
function everythingOf(one: ActionRun): string {
  const log = one.stdout.replaceAll(/^::add-mask::.*$/gm, '') + one.stderr;
  const files = [one.outputs['report'] ?? '', one.outputs['sarif'] ?? ''].map((file) =>
    file === '' ? '' : readFileSync(file, 'utf8'),
  );
  return [log, one.summary, JSON.stringify(one.outputs), ...files].join('\n');
}

function sha256(text: string): string {
  return createHash('sha256').update(text).digest('hex');
}

describe('a workflow of GitHub', () => {
  it('is started with all that it must know, and its run is the job', async () => {
    const one = await run({ workflow: 'train.yml', version: 'v2.3.1' });
    expect(one.exitCode).toBe(0);
    const [dispatch] = scene.api.state.dispatches;
    expect(dispatch).toMatchObject({
      kind: 'workflow',
      name: 'train.yml',
      ref: 'main',
      payload: {
        pipeline: 'train',
        version: 'v2.3.1',
        git_ref: 'main',
        sha: scene.merge,
        author: 'ada',
        pr_number: '89',
        repository: 'acme/qwen3-vl',
        idempotency_key: one.outputs['idempotency-key'],
      },
    });
    expect(one.outputs).toMatchObject({ verdict: 'pass', 'job-id': expect.stringMatching(/^\d+$/) });
    expect(one.outputs['job-url']).toContain('https://github.example/runs/');
    expect(scene.api.violations).toEqual([]);
  });

  it('gets the digests of configs and locks, as sha256sum would give them', async () => {
    await run({ workflow: 'train.yml' });
    const payload = scene.api.state.dispatches[0]?.payload;
    const config = sha256('optimizer:\n  lr: 2.0e-5\n');
    expect(payload?.['config_digest']).toBe(`sha256:${sha256(`${config}  configs/train.yaml\n`)}`);
    const lock = sha256('torch==2.9.1\n');
    expect(payload?.['dependency_digest']).toBe(`sha256:${sha256(`${lock}  requirements.txt\n`)}`);
  });

  it.each([
    ['named after the key', true, 'started'],
    ['with no key in its name', false, 'sent'],
  ])('whose answer is lost is looked for: a run %s', async (_, named, state) => {
    scene.api.state.runsNameTheirPayload = named;
    scene.api.failNext({ path: /\/dispatches$/, status: 502, carriedOut: true });
    const one = await run({ workflow: 'train.yml', 'wait-seconds': '1' });
    expect(one.exitCode).toBe(named ? 0 : 1);
    expect(one.outputs).toMatchObject({ state, verdict: named ? 'pass' : 'inconclusive' });
    expect(one.stdout + one.outputs['job-url']).toContain('https://github.example/runs/7000');
    expect(scene.api.state.dispatches).toHaveLength(1);
  });

  it.each([
    ['was seen', true, 'pipeline/already-started', 'started'],
    ['has no key in its name', false, 'pipeline/unclear', 'sent'],
  ])('is not started by a job that is repeated where the run of before %s', async (_, named, rule, state) => {
    scene.api.state.runsNameTheirPayload = named;
    await run({ workflow: 'train.yml' });
    const again = await run({ workflow: 'train.yml' }, { GITHUB_RUN_ATTEMPT: '2' });
    expect(again.outputs['state']).toBe(state);
    expect(reportOf(again).findings.map((finding) => finding.rule)).toEqual([rule]);
    const forced = await run({ workflow: 'train.yml', 'start-again': 'true' }, { GITHUB_RUN_ATTEMPT: '2' });
    expect(forced.outputs).toMatchObject({ state: 'started', 'job-id': '7001' });
    expect(scene.api.state.dispatches).toHaveLength(2);
  });

  it('is held against its own file, and gets its own inputs', async () => {
    const own = ['pipeline', 'repository', 'version', 'git_ref', 'sha', 'author', 'pr_number'];
    const names = [...own, 'config_digest', 'dependency_digest', 'idempotency_key'];
    const lines = names.map((name) => `      ${name}: { type: string }\n`).join('');
    const text = `on:\n  workflow_dispatch:\n    inputs:\n${lines}      cluster: { required: true }\n`;
    scene.api.state.files['.github/workflows/train.yml'] = text;
    const refused = await run({ workflow: 'train.yml' });
    expect(refused.outputs).toMatchObject({ verdict: 'fail', state: 'refused', 'job-id': '' });
    expect(refused.stdout).toContain('it requires cluster');
    expect(scene.api.state.dispatches).toEqual([]);
    const one = await run({ workflow: 'train.yml', inputs: '{"cluster": "a3"}' });
    expect(one.outputs['state']).toBe('started');
    expect(scene.api.state.dispatches[0]?.payload).toMatchObject({ cluster: 'a3', sha: scene.merge });
    expect(scene.api.violations).toEqual([]);
  });

  it('says which permission is missing', async () => {
    scene.api.state.tokenPermissions = { contents: 'read', metadata: 'read', 'pull-requests': 'read' };
    const one = await run({ workflow: 'train.yml' });
    expect(one.outputs).toMatchObject({ verdict: 'fail', 'job-id': '' });
    expect(one.stdout).toContain('actions: write');
  });
});

describe('a repository event', () => {
  it('carries the whole request, and the run that has its key in the name is the job', async () => {
    scene.api.state.runsNameTheirPayload = true;
    const one = await run({ 'event-type': 'train', extra: '{"gpus": 8}' });
    expect(one.outputs).toMatchObject({
      verdict: 'pass',
      'job-id': '7000',
      'job-url': 'https://github.example/runs/7000',
    });
    expect(scene.api.state.dispatches[0]).toMatchObject({
      kind: 'repository',
      name: 'train',
      payload: { request: { sha: scene.merge, pr_number: 89, extra: { gpus: 8 } } },
    });
    const again = await run({ 'event-type': 'train', extra: '{"gpus": 8}' });
    expect(again.outputs).toMatchObject({ state: 'started', 'job-id': '7000' });
    expect(scene.api.state.dispatches).toHaveLength(1);
    expect(scene.api.violations).toEqual([]);
  });

  it('that starts no run is not called started', async () => {
    scene.api.state.nothingListens = true;
    const one = await run({ 'event-type': 'trian', 'wait-seconds': '1' });
    expect(one.exitCode).toBe(1);
    expect(one.outputs).toMatchObject({ verdict: 'inconclusive', state: 'sent', 'job-id': '' });
    expect(one.stdout).toContain('no run was seen');
  });

  it('is sent by a token that may not see runs, and no job is known', async () => {
    scene.api.state.tokenPermissions = { contents: 'write', metadata: 'read', 'pull-requests': 'read' };
    const one = await run({ 'event-type': 'train' });
    expect(one.outputs).toMatchObject({ verdict: 'inconclusive', state: 'sent', 'job-id': '' });
    expect(reportOf(one).findings.map(({ rule }) => rule)).toEqual(['pipeline/unseen']);
    expect(one.stdout).toContain('actions: read');
    expect(scene.api.state.dispatches).toHaveLength(1);
  });
});

describe('a platform', () => {
  it('gets one signed request, and its job id comes back', async () => {
    const platform = await startPlatform(started);
    const one = await run({ url: platform.url, secret, 'bearer-token': 'tok-platform' });
    expect(one.outputs).toMatchObject({ verdict: 'pass', 'job-id': 'job-42' });
    const [request] = platform.requests;
    expect(platform.requests).toHaveLength(1);
    const body = request?.body ?? '';
    expect(request?.headers).toMatchObject({
      'x-model-gates-signature-256': `sha256=${createHmac('sha256', secret).update(body).digest('hex')}`,
      'idempotency-key': one.outputs['idempotency-key'],
      authorization: 'Bearer tok-platform',
      'content-type': 'application/json; charset=utf-8',
    });
    expect(JSON.parse(body)).toMatchObject({ schema: 1, sha: scene.merge, author: 'ada', pr_number: 89 });
    expect(JSON.parse(one.outputs['request'] ?? '')).toEqual(JSON.parse(body));
  });

  it('gets the same key and body for a run that is repeated, and another key for another version', async () => {
    const platform = await startPlatform(started);
    await run({ url: platform.url, secret });
    await run({ url: platform.url, secret }, { GITHUB_RUN_ATTEMPT: '2', GITHUB_RUN_ID: '77' });
    await run({ url: platform.url, secret, version: 'v9.9.9' });
    const [first, second, third] = platform.requests;
    expect(second?.body).toBe(first?.body);
    expect(third?.headers['idempotency-key']).not.toBe(first?.headers['idempotency-key']);
  });

  it.each<[string, PlatformAnswer[], Record<string, string>, number, string]>([
    ['429 is tried again', [{ status: 429 }, started], {}, 2, 'job-42'],
    [
      '429 with a time is waited for',
      [{ status: 429, headers: { 'retry-after': '1' } }, started],
      {},
      2,
      'job-42',
    ],
    ['503 of a platform that keeps keys', [{ status: 503 }, started], { idempotent: 'true' }, 2, 'job-42'],
    ['a broken connection, keys kept', ['reset', started], { idempotent: 'true' }, 2, 'job-42'],
    [
      'an id where the input says',
      [{ status: 200, body: '{"data":{"job":{"id":7}}}' }],
      { 'job-id-path': 'data.job.id' },
      1,
      '7',
    ],
    ['no id at all', [{ status: 202, body: 'accepted' }], {}, 1, ''],
  ])('%s', async (_, answers, inputs, requests, id) => {
    const platform = await startPlatform(...answers);
    const one = await run({ url: platform.url, secret, ...inputs });
    const seen = id !== '';
    expect(one.exitCode).toBe(0);
    expect(one.outputs).toMatchObject({
      verdict: seen ? 'pass' : 'inconclusive',
      state: seen ? 'started' : 'sent',
      'job-id': id,
    });
    expect(platform.requests).toHaveLength(requests);
  });

  it.each<[string, PlatformAnswer, Record<string, string>, number, string]>([
    ['500: it may run', { status: 500 }, {}, 1, 'pipeline/unclear'],
    ['a broken connection: it may run', 'reset', {}, 1, 'pipeline/unclear'],
    ['silence: it may run', 'silent', { 'timeout-seconds': '1' }, 1, 'pipeline/unclear'],
    ['401', { status: 401, body: 'bad signature' }, {}, 1, 'pipeline/not-started'],
    ['422', { status: 422 }, { idempotent: 'true' }, 1, 'pipeline/not-started'],
    ['429 to the end', { status: 429 }, { attempts: '2' }, 2, 'pipeline/not-started'],
    [
      'a redirect, which is not followed',
      { status: 307, headers: { location: 'http://127.0.0.1:9/elsewhere' } },
      {},
      1,
      'pipeline/not-started',
    ],
    ['a wait of an hour', { status: 429, headers: { 'retry-after': '3600' } }, {}, 1, 'pipeline/not-started'],
  ])('%s', async (_, answer, inputs, requests, rule) => {
    const platform = await startPlatform(answer);
    const one = await run({ url: platform.url, secret, ...inputs });
    expect(one.exitCode).toBe(1);
    const unclear = rule === 'pipeline/unclear';
    expect(one.outputs).toMatchObject({
      verdict: unclear ? 'inconclusive' : 'fail',
      state: unclear ? 'sent' : 'refused',
      'job-id': '',
    });
    expect(reportOf(one).findings.map((finding) => finding.rule)).toEqual([rule]);
    expect(platform.requests).toHaveLength(requests);
  });

  describe('that tells the job of a key is asked before anything is sent', () => {
    const again = { GITHUB_RUN_ATTEMPT: '2', GITHUB_RUN_ID: '77' };
    const none: PlatformAnswer = { status: 404, body: '{"error": "no such job"}' };
    const there: PlatformAnswer = { status: 200, body: '{"job_id": "job-41", "state": "running"}' };

    async function asked(answers: PlatformAnswer[], inputs = {}, env: Record<string, string> = {}) {
      const platform = await startPlatform(...answers);
      const statusUrl = `${platform.url}?key={key}`;
      const one = await run({ url: platform.url, secret, 'status-url': statusUrl, ...inputs }, env);
      const { state, 'job-id': job } = one.outputs;
      const methods = platform.requests.map(({ method }) => method);
      return { one, platform, told: [methods.join(), state, job, ...rulesOf(one)] };
    }

    it.each<[string, PlatformAnswer[], Record<string, string>, string[]]>([
      ['a second attempt finds its job', [there], again, ['GET', 'started', 'job-41', 'already-started']],
      ['so does another run', [there], {}, ['GET', 'started', 'job-41', 'already-started']],
      ['a second attempt that finds none', [none, started], again, ['GET,POST', 'started', 'job-42']],
      ['a first attempt that finds none', [none, started], {}, ['GET,POST', 'started', 'job-42']],
      [
        'a busy moment, then a job',
        [{ status: 503 }, there],
        again,
        ['GET,GET', 'started', 'job-41', 'already-started'],
      ],
      [
        'the answer was lost, and the job is there',
        [none, 'reset', there],
        {},
        ['GET,POST,GET', 'started', 'job-41'],
      ],
      [
        'the answer was lost, and no job is there yet',
        [none, 'reset', none],
        {},
        ['GET,POST,GET', 'sent', '', 'unclear'],
      ],
      [
        'the answer named no job',
        [none, { status: 202, body: 'accepted' }, there],
        {},
        ['GET,POST,GET', 'started', 'job-41'],
      ],
      [
        'an answer without a job',
        [{ status: 200, body: '{"jobs": []}' }],
        again,
        ['GET', 'sent', '', 'unclear'],
      ],
      ['a refusal', [{ status: 401 }], {}, ['GET', 'sent', '', 'unclear']],
    ])('%s', async (_, answers, env, expected) => {
      const { told } = await asked(answers, {}, env);
      expect(told.map((one) => one?.replace('pipeline/', ''))).toEqual(expected);
    });

    it('by its key, with the bearer token, and not where a second start is asked for', async () => {
      const { one, platform } = await asked([there], { 'bearer-token': 'tok-platform' });
      const [request] = platform.requests;
      expect(request?.path).toBe(`/jobs?key=${one.outputs['idempotency-key']}`);
      expect(request?.headers.authorization).toBe('Bearer tok-platform');
      const { told } = await asked([started], { 'start-again': 'true' }, again);
      expect(told).toEqual(['POST', 'started', 'job-42']);
    });
  });

  it.each<[string, Record<string, string>, string, string[]]>([
    ['is sent again with a warning', {}, '2', ['pipeline/repeated-blindly']],
    ['is sent again to one that keeps keys', { idempotent: 'true' }, '2', []],
    ['is sent again where that is asked for', { 'start-again': 'true' }, '3', []],
    ['is not warned of the first time', {}, '1', []],
  ])('that cannot be asked: what is repeated %s', async (_, inputs, attempt, rules) => {
    const platform = await startPlatform(started);
    const one = await run({ url: platform.url, secret, ...inputs }, { GITHUB_RUN_ATTEMPT: attempt });
    expect(one.outputs).toMatchObject({ verdict: 'pass', 'job-id': 'job-42' });
    expect(rulesOf(one)).toEqual(rules);
    expect(platform.requests).toHaveLength(1);
    const warned = rules.length > 0;
    expect(one.stdout.includes(one.outputs['idempotency-key'] ?? '?') && warned).toBe(warned);
    expect(one.stdout.includes('Set `status-url`')).toBe(warned);
  });

  it('that is not there is tried again and reported', async () => {
    const one = await run({ url: 'http://127.0.0.1:1/jobs', secret, attempts: '1' });
    expect(reportOf(one).findings.map(({ rule }) => rule)).toEqual(['pipeline/not-started']);
    expect(one.stdout).toContain('could not be reached');
  });
});

describe('secrets', () => {
  it('are masked first, and stand nowhere even where the platform repeats them', async () => {
    const echo = {
      status: 400,
      body: `no: ${secret}\n::set-output name=job-id::evil\n::add-mask::x tok-platform`,
    };
    const platform = await startPlatform(echo);
    const one = await run({
      url: `${platform.url}?key=in-the-query`,
      secret,
      'bearer-token': 'tok-platform',
    });
    expect(one.commands.slice(0, 2)).toMatchObject([
      { command: 'add-mask', message: secret },
      { command: 'add-mask', message: 'tok-platform' },
    ]);
    for (const hidden of [secret, 'tok-platform', 'in-the-query'])
      expect(everythingOf(one)).not.toContain(hidden);
    expect(one.commands.map(({ command }) => command)).not.toContain('set-output');
    expect(one.outputs['job-id']).toBe('');
  });

  it.each<[string, (secret: string) => string]>([
    ['JSON', (one) => JSON.stringify({ error: `bad ${one}` })],
    ['a URL', encodeURIComponent],
    ['a form', (one) => new URLSearchParams({ key: one }).toString()],
    ['base64', (one) => Buffer.from(one).toString('base64')],
  ])('stand nowhere in the spelling of %s', async (_, spelt) => {
    const hidden = 'pa"ss\\wörd +/1';
    const platform = await startPlatform({ status: 400, body: `no: ${spelt(hidden)}` });
    const one = await run({ url: platform.url, secret: hidden });
    expect(reportOf(one).findings[0]?.message).toContain('***');
    expect(everythingOf(one)).not.toMatch(/ss.{0,9}w|cGEi/);
  });

  it('that no header can hold are refused before anything is sent, and not shown', async () => {
    const platform = await startPlatform(started);
    const one = await run({ url: platform.url, secret, 'bearer-token': 'tok-one\ntok-two' });
    expect(one.exitCode).toBe(1);
    expect(one.stdout).toContain('bearer-token cannot be sent');
    expect(everythingOf(one)).not.toMatch(/tok-one|tok-two/);
    expect(platform.requests).toEqual([]);
  });

  it('in an answer that looks like an id are struck out', async () => {
    const platform = await startPlatform({ status: 200, body: JSON.stringify({ id: `x-${secret}` }) });
    const one = await run({ url: platform.url, secret });
    expect(one.outputs['job-id']).toBe('x-***');
  });
});

describe('what is refused before anything is sent', () => {
  it.each([
    ['no target', {}, 'Exactly one'],
    ['two targets', { workflow: 'a.yml', 'event-type': 'b' }, 'Exactly one'],
    ['http to another machine', { url: 'http://ml.example/jobs', secret }, 'only https:// is sent to'],
    ['a file', { url: 'file:///etc/passwd', secret }, 'only https:// is sent to'],
    ['a name like loopback', { url: 'http://127.0.0.1.evil.example/', secret }, 'only https:// is sent to'],
    [
      'a password in the URL',
      { url: 'https://me:hunter2@ml.example/', secret },
      'contains a name or password',
    ],
    ['no secret', { url: 'https://ml.example/' }, 'secret is missing'],
    ['no JSON', { workflow: 'a.yml', extra: '{' }, 'expected a JSON object'],
    ['inputs of the request itself', { workflow: 'a.yml', inputs: '{"sha": "x"}' }, 'which the request has'],
    [
      'inputs for a platform',
      { url: 'https://ml.example/', secret, inputs: '{"a": 1}' },
      'for workflow and event',
    ],
    [
      'a status address without the key',
      { url: 'https://ml.example/', secret, 'status-url': 'https://ml.example/jobs' },
      'has no {key} in it',
    ],
    [
      'a status address in plain text',
      { url: 'https://ml.example/', secret, 'status-url': 'http://ml.example/{key}' },
      'only https:// is sent to',
    ],
    [
      'a status address for a workflow',
      { workflow: 'a.yml', 'status-url': 'https://ml.example/{key}' },
      'is for a platform',
    ],
    ['a repository that is none', { workflow: 'a.yml', repository: '../x' }, 'expected owner/name'],
  ])('%s', async (_, inputs, words) => {
    const one = await run(inputs);
    expect(one.exitCode).toBe(1);
    expect(one.outputs['verdict']).toBe('fail');
    expect(one.stdout).toContain(words);
    expect(everythingOf(one)).not.toContain('hunter2');
    expect(scene.api.state.dispatches).toEqual([]);
  });
});

describe('a hotfix', () => {
  function merged(inputs: Record<string, string> = {}): Promise<ActionRun> {
    const event = pullRequestEvent({
      action: 'closed',
      merged: true,
      base: { ref: 'main', sha: scene.base },
      head: { ref: 'hotfix/image-bias', sha: scene.head },
      mergeCommit: scene.merge,
    });
    const all = { workflow: 'deploy.yml', pipeline: 'emergency-deploy', hotfix: 'true', sha: scene.merge };
    return scene.run({ action, event, inputs: { ...all, version: 'v2.3.2', ...inputs } });
  }

  it('leaves who approved it, how long it took, and an issue for its evaluation', async () => {
    review(scene.api, 'rita', 'APPROVED', scene.head);
    const one = await merged();
    expect(one.outputs['verdict']).toBe('pass');
    const [issue] = scene.api.state.issues;
    expect(issue?.title).toMatch(/^Evaluate hotfix v2\.3\.2 \(#89\) by /);
    expect(issue?.body).toContain(scene.merge);
    expect(one.outputs['follow-up-issue']).toBe(String(issue?.number));
    expect(one.outputs).toMatchObject({
      'approved-by': 'rita',
      'approved-sha': scene.head,
      // Twelve hours after the merge, whenever this runs.
      'evaluate-by': new Date(Date.parse(at(20)) + 12 * 3_600_000).toISOString(),
    });
    const audit = scene.api.state.comments.at(-1)?.body ?? '';
    for (const told of ['rita', scene.head, 'emergency-deploy', `#${issue?.number}`, 'first push'])
      expect(audit).toContain(told);
    const { hotfix } = reportOf<TriggerFacts>(one).facts;
    expect(hotfix?.start).toEqual({ at: at(0), from: 'first push' });
    expect(hotfix?.approval).toMatchObject({ by: 'rita', sha: scene.head });
    expect(scene.api.violations).toEqual([]);
  });

  it('that is repeated opens no second issue and keeps one comment', async () => {
    review(scene.api, 'rita', 'APPROVED', scene.head);
    await merged();
    const again = await merged();
    expect(scene.api.state.issues).toHaveLength(1);
    expect(scene.api.state.comments).toHaveLength(1);
    expect(again.outputs['follow-up-issue']).toBe(String(scene.api.state.issues[0]?.number));
  });

  it('is not taken in by a comment that pretends to be the audit', async () => {
    const body = '<!-- model-gates:hotfix -->\n<!-- follow-up:1 -->';
    const user = { login: 'eve', type: 'User' as const };
    const when = { createdAt: at(3), updatedAt: at(3) };
    scene.api.state.comments.push({ id: 7, number: 89, user, body, ...when });
    await merged();
    expect(scene.api.state.issues).toHaveLength(1);
  });

  it('counts from the last creation of a branch name that was used before', async () => {
    scene.api.state.activity = [];
    push(scene.api, 'hotfix/image-bias', 'c'.repeat(40), at(-5000));
    push(scene.api, 'hotfix/image-bias', scene.head, at(-4));
    Object.assign(scene.api.state.activity[1] ?? {}, { type: 'branch_creation' });
    const one = await merged();
    expect(reportOf<TriggerFacts>(one).facts.hotfix).toMatchObject({
      start: { at: at(-4), from: 'first push' },
    });
  });

  it('merged without an approval is reported', async () => {
    const one = await merged();
    expect(one.outputs['verdict']).toBe('pass');
    expect(reportOf(one).findings.map(({ rule }) => rule)).toContain('trunk/hotfix-unapproved');
  });

  it('whose follow-up cannot be written fails, and says that the deploy was triggered', async () => {
    scene.api.state.tokenPermissions = { ...scene.api.state.tokenPermissions, issues: 'read' };
    const one = await merged();
    expect(one.exitCode).toBe(1);
    expect(one.outputs['job-id']).not.toBe('');
    expect(one.stdout).toContain('The deploy was triggered, but');
    expect(one.stdout).toContain('issues: write');
  });
});
