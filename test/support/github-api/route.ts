import type { JsonObject } from './contract.ts';
import type { GitStore } from './git-store.ts';
import type { Access, Scope, State } from './state.ts';

export interface Call {
  readonly state: State;
  readonly git: GitStore;
  readonly params: Readonly<Record<string, string>>;
  readonly query: URLSearchParams;
  readonly body: JsonObject;
  /** A number no other thing has. */
  readonly nextId: () => number;
  /** ISO 8601, to the second, as GitHub writes times. */
  readonly time: () => string;
}

export interface Reply {
  readonly status: number;
  /** Completed to GitHub's shape before it is sent. */
  readonly body?: unknown;
  /** A list: the page asked for is cut out of it, and `link` names the next. */
  readonly items?: readonly unknown[];
  /** Where the list stands in the answer, when that is an object. */
  readonly within?: (items: readonly unknown[]) => unknown;
}

export type Needs = readonly [Scope, Access];

export interface Route {
  /** What the token must be allowed to; a function where it depends on what is asked for. */
  readonly needs?: Needs | ((call: Pick<Call, 'state' | 'params'>) => Needs);
  readonly handle: (call: Call) => Reply | Promise<Reply>;
}

/** By operationId. */
export type Routes = Readonly<Record<string, Route>>;

export const ok = (body: unknown): Reply => ({ status: 200, body });
export const created = (body: unknown): Reply => ({ status: 201, body });
export const listOf = (items: readonly unknown[], within?: Reply['within']): Reply => ({
  status: 200,
  items,
  ...(within === undefined ? {} : { within }),
});
export const done: Reply = { status: 204 };

export function failure(status: number, message: string): Reply {
  return {
    status,
    body: { message, documentation_url: 'https://docs.github.com/rest', status: String(status) },
  };
}

export const notFound = failure(404, 'Not Found');

/** GitHub's user, as far as it matters. */
export function user(
  login: string,
  type: 'Bot' | 'User' = login.endsWith('[bot]') ? 'Bot' : 'User',
): JsonObject {
  return { login, type, id: idOf(login) };
}

/** The same for the same name. */
function idOf(login: string): number {
  return Array.from(login).reduce(
    (sum, letter) => (sum * 31 + (letter.codePointAt(0) ?? 0)) % 1_000_000_007,
    7,
  );
}
