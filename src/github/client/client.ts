import { getOctokit } from '@actions/github';
import type { Logger } from '../../ports/index.ts';
import { UserError } from '../../kernel/user-error.ts';
import { apiFailure, ApiFailure } from './failure.ts';
import { operation, type OperationName } from './operations.ts';
import { strange } from './strange.ts';
import { fetchOf } from './fetch.ts';
import { retrier, type RetryOptions } from './retry.ts';

export interface ConnectOptions extends RetryOptions {
  readonly token: string;
  /** GITHUB_API_URL: `https://api.github.com`, or `https://host/api/v3` on GitHub Enterprise Server. */
  readonly apiUrl: string;
  /** `owner/name`. */
  readonly repository: string;
}

type Octokit = ReturnType<typeof getOctokit>;

/** Items a page, the most that GitHub gives. */
export const pageSize = 100;

/** What every concern builds on: requests that retry, and failures that say what to fix. */
export interface Client {
  readonly rest: Octokit['rest'];
  /** Rejects with octokit's own errors: see graphql.ts. */
  readonly graphql: Octokit['graphql'];
  readonly repo: { readonly owner: string; readonly repo: string };
  readonly log: Logger;
  /** The answer's data; rejects with an ApiFailure. */
  readonly call: <T>(name: OperationName, send: () => Promise<{ data: T }>) => Promise<T>;
  /** As `call`, but `undefined` when GitHub answers 404. */
  readonly find: <T>(name: OperationName, send: () => Promise<{ data: T }>) => Promise<T | undefined>;
  /** Page after page; a list longer than `maxPages` is a UserError, never a part taken for the whole. */
  readonly pages: <T>(
    name: OperationName,
    send: () => Promise<Answer<T>>,
    maxPages?: number,
  ) => AsyncGenerator<T, void>;
  /** The items of all pages. */
  readonly all: <T>(name: OperationName, send: () => Promise<Answer<T[]>>, maxPages?: number) => Promise<T[]>;
  readonly requestCount: () => number;
}

export interface Answer<T> {
  readonly data: T;
  readonly headers: { readonly link?: string | undefined };
}

/** A client of one repository's API; nothing is sent yet. Throws a UserError for a missing token or a malformed address or name. */
export function createClient(options: ConnectOptions): Client {
  const repo = splitRepository(options.repository);
  const baseUrl = checkedUrl(options.apiUrl);
  const octokit = getOctokit(requireToken(options.token), {
    baseUrl,
    userAgent: 'model-gates',
    log: octokitLog(options.log),
    request: { fetch: fetchOf() },
  });
  const retries = retrier({ ...options, apiUrl: baseUrl });
  octokit.hook.wrap('request', (send, parameters) =>
    retries.run(parameters, async (signal) => {
      const redirect = parameters.method === 'GET' ? 'follow' : 'manual';
      // `send` is bound to this very object: options handed to it are ignored.
      parameters.request = { ...parameters.request, signal, redirect };
      return whole(await send(parameters), parameters.method);
    }),
  );
  const { rest, graphql } = octokit;
  return { rest, graphql, repo, log: options.log, ...calls(octokit), requestCount: retries.count };
}

function calls(octokit: Octokit): Pick<Client, 'call' | 'find' | 'pages' | 'all'> {
  async function* pages<T>(
    name: OperationName,
    send: () => Promise<Answer<T>>,
    maxPages = 30,
  ): AsyncGenerator<T, void> {
    let answer = await guarded(name, send);
    yield answer.data;
    for (let page = 1, next = nextPage(answer); next !== undefined; page += 1, next = nextPage(answer)) {
      if (page >= maxPages) throw tooMany(name, maxPages);
      const url = next;
      answer = await guarded(name, () => octokit.request({ method: 'GET', url }));
      yield answer.data;
    }
  }
  return {
    call: async (name, send) => (await guarded(name, send)).data,
    find: async (name, send) => (await guarded(name, send).catch(nothingWhenMissing))?.data,
    pages,
    all: async (name, send, maxPages) => gather(name, pages(name, send, maxPages)),
  };
}

async function gather<T>(name: OperationName, pages: AsyncIterable<T[]>): Promise<T[]> {
  const items: T[] = [];
  for await (const page of pages) {
    if (!Array.isArray(page)) throw strange(name);
    items.push(...page);
  }
  return items;
}

async function guarded<T>(name: OperationName, send: () => Promise<T>): Promise<T> {
  try {
    return await send();
  } catch (error) {
    throw apiFailure(name, error);
  }
}

function nothingWhenMissing(error: unknown): undefined {
  if (error instanceof ApiFailure && error.status === 404) return undefined;
  throw error;
}

function nextPage(answer: Answer<unknown>): string | undefined {
  return /<([^<>]+)>;\s*rel="next"/.exec(answer.headers.link ?? '')?.[1];
}

function tooMany(name: OperationName, maxPages: number): UserError {
  return new UserError(`could not ${operation(name).doing}: there are more than ${maxPages * pageSize}`, {
    help: 'Remove what is no longer needed: a part of the list is never taken for the whole.',
  });
}

/**
 * What octokit takes for a good answer and is none. JSON that broke off half-way it gives as text, with status 200: an empty
 * text would then pass for an empty list; GitHub answers no bare text. A proxy answers with a page of its own, and octokit gives
 * that as text too. A redirected POST would be sent again as a GET.
 */
function whole<T extends WireAnswer>(answer: T, method: string): T {
  const { status, url, data, headers } = answer;
  const request = { method, url };
  if (status >= 300) {
    throw Object.assign(new Error('the repository has another name now'), {
      status,
      request,
      response: answer,
    });
  }
  if (status === 204 || typeof data !== 'string') return answer;
  const isJson = headers['content-type']?.includes('json') ?? false;
  // Of what was written GitHub may say nothing at all.
  if (!isJson && method !== 'GET' && data === '') return answer;
  const wrong = isJson || data === '' ? 'the answer broke off half-way' : notJson;
  throw Object.assign(new Error(wrong), { status: 500, request });
}

const notJson = 'what came is not JSON: a proxy or a sign-in page answered in its place';

interface WireAnswer {
  readonly status: number;
  readonly url: string;
  readonly data: unknown;
  readonly headers: { readonly 'content-type'?: string };
}

function requireToken(token: string): string {
  if (token.trim() !== '') return token.trim();
  throw new UserError('there is no token for the GitHub API', {
    help: 'Pass `github-token: ${{ github.token }}` to the action, or set GITHUB_TOKEN.',
  });
}

function splitRepository(repository: string): { owner: string; repo: string } {
  const [, owner, repo] = /^([\w.-]+)\/([\w.-]+)$/.exec(repository) ?? [];
  if (owner !== undefined && repo !== undefined) return { owner, repo };
  throw new UserError(`"${repository.slice(0, 200)}" names no repository`, {
    help: 'Give it as owner/name, as GITHUB_REPOSITORY does.',
  });
}

function checkedUrl(apiUrl: string): string {
  const url = URL.canParse(apiUrl) ? new URL(apiUrl) : undefined;
  if (url !== undefined && /^https?:$/.test(url.protocol))
    return `${url.origin}${url.pathname.replace(/\/+$/, '')}`;
  throw new UserError(`"${apiUrl.slice(0, 200)}" is not an address of a GitHub API`, {
    help: 'Give it as GITHUB_API_URL does: https://api.github.com, or https://HOST/api/v3 on GitHub Enterprise Server.',
  });
}

function octokitLog(log: Logger): { debug: Say; info: Say; warn: Say; error: Say } {
  const say: Say = (message) => log.debug(message);
  return { debug: say, info: say, warn: say, error: say };
}

type Say = (message: string) => void;
