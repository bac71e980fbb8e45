/**
 * Stands for GitHub's `gh` where the release workflow calls it: the same requests, to GITHUB_API_URL. The files of a release are not
 * sent, but put into a folder beside this program's link.
 */
import { cpSync, mkdirSync } from 'node:fs';
import path from 'node:path';

type Release = Readonly<{ id: number; tag_name: string; draft: boolean }>;

const values = new Map<string, string>();
const fields: Record<string, unknown> = {};
const words: string[] = [];
const withValue = new Set(['--json', '--jq', '--title', '--method', '-f', '-F']);
const repository = process.env['GH_REPO'] ?? process.env['GITHUB_REPOSITORY'] ?? '';

await main();

async function main(): Promise<void> {
  read(process.argv.slice(2));
  const [noun = '', verb = '', ...files] = words;
  const tag = files.shift() ?? '';
  if (noun === 'api') return answer(await request(values.get('--method') ?? 'GET', verb, fields));
  if (verb === 'view') return answer({ isDraft: (await releaseOf(tag)).draft });
  if (verb === 'delete') return void (await request('DELETE', releasePath(await releaseOf(tag))));
  if (verb === 'create') return await create(tag, files);
  if (verb !== 'edit') throw new Error(`gh ${words.join(' ')} is not known here`);
  await request('PATCH', releasePath(await releaseOf(tag)), {
    draft: values.get('--draft') !== 'false',
    make_latest: String(values.has('--latest')),
  });
}

function read(rest: string[]): void {
  for (let word = rest.shift(); word !== undefined; word = rest.shift()) {
    const [name = '', value] = word.split(/=(.*)/s);
    if (!word.startsWith('-')) words.push(word);
    else if (word === '-f' || word === '-F') readField(word, rest.shift() ?? '');
    else values.set(name, value ?? (withValue.has(name) ? (rest.shift() ?? '') : ''));
  }
}

/** `-F` types what it is given, `-f` takes it as text. */
function readField(flag: string, field: string): void {
  const [name = '', value = ''] = field.split(/=(.*)/s);
  fields[name] = flag === '-F' && value === 'true' ? true : value;
}

async function create(tag: string, files: readonly string[]): Promise<void> {
  if (values.has('--verify-tag')) await request('GET', `repos/${repository}/git/ref/tags/${tag}`);
  await request('POST', `repos/${repository}/releases`, {
    tag_name: tag,
    name: values.get('--title'),
    draft: values.has('--draft'),
    generate_release_notes: values.has('--generate-notes'),
  });
  const folder = path.join(import.meta.dirname, 'released');
  mkdirSync(folder, { recursive: true });
  for (const file of files) cpSync(file, path.join(folder, path.basename(file)));
}

/** Drafts are in the list only. */
async function releaseOf(tag: string): Promise<Release> {
  const all = (await request('GET', `repos/${repository}/releases`)) as readonly Release[];
  const found = all.find(({ tag_name }) => tag_name === tag);
  return found ?? fail('release not found');
}

function releasePath({ id }: Release): string {
  return `repos/${repository}/releases/${id}`;
}

async function request(method: string, route: string, body?: object): Promise<unknown> {
  const response = await fetch(`${process.env['GITHUB_API_URL'] ?? ''}/${route}`, {
    method,
    headers: {
      authorization: `token ${process.env['GH_TOKEN'] ?? ''}`,
      accept: 'application/vnd.github+json',
    },
    ...(method === 'GET' || method === 'DELETE' ? {} : { body: JSON.stringify(body) }),
  });
  const text = await response.text();
  const answered: unknown = text === '' ? undefined : JSON.parse(text);
  return response.ok ? answered : fail(`gh: ${text} (HTTP ${response.status})`);
}

/** Of the answer, what `--jq .name` asks for. */
function answer(answered: unknown): void {
  const name = values.get('--jq')?.slice(1);
  const value = name === undefined ? answered : (answered as Record<string, unknown>)[name];
  console.log(JSON.stringify(value));
}

function fail(message: string): never {
  throw new Error(message);
}
