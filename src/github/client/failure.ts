import { count } from '../../kernel/text.ts';
import { isUserError, UserError } from '../../kernel/user-error.ts';
import { operation, type OperationName } from './operations.ts';
import { describeHttpError, isLimited, resetTime, type HttpError } from './http-error.ts';

export type FailureReason =
  | 'permission'
  | 'not-found'
  | 'conflict'
  | 'moved'
  | 'invalid'
  | 'rate-limited'
  | 'unavailable'
  | 'refused';

/** A call to GitHub that failed for good: says what could not be done and what to fix. */
export class ApiFailure extends UserError {
  readonly operation: OperationName;
  readonly reason: FailureReason;
  /** HTTP status; absent when GitHub could not be reached. */
  readonly status: number | undefined;
  /** The token may not do this: callers may do without (a fork's token is read-only) and say so. */
  readonly permissionDenied: boolean;
  /** It may have been carried out although no answer said so. */
  readonly unclear: boolean;

  constructor(name: OperationName, reason: FailureReason, error: HttpError) {
    super(messageOf(name, error), { help: adviceOf(name, reason, error), cause: error.cause });
    this.operation = name;
    this.reason = reason;
    this.status = error.status;
    this.permissionDenied = reason === 'permission';
    this.unclear = reason === 'unavailable' && !error.neverSent;
  }
}

/** By shape, not by class: bundles loaded side by side each hold their own copy of the class. */
export function isApiFailure(error: unknown): error is ApiFailure {
  return isUserError(error) && 'permissionDenied' in error && 'operation' in error;
}

/** The failure that a final error of an operation means. */
export function apiFailure(name: OperationName, thrown: unknown): unknown {
  const error = describeHttpError(thrown);
  return error === undefined ? thrown : new ApiFailure(name, reasonOf(name, error), error);
}

function reasonOf(name: OperationName, error: HttpError): FailureReason {
  if (error.status === undefined || error.status >= 500) return 'unavailable';
  if (isLimited(error)) return 'rate-limited';
  if (error.status === 404) return hiddenRefusal(name) ? 'permission' : 'not-found';
  return reasons.get(error.status) ?? 'refused';
}

/** GitHub answers 404, not 403, where saying more would tell a stranger what exists: team look-ups are always that. */
function hiddenRefusal(name: OperationName): boolean {
  return name === 'read team';
}

const reasons: ReadonlyMap<number, FailureReason> = new Map([
  [301, 'moved'],
  [307, 'moved'],
  [308, 'moved'],
  [401, 'permission'],
  [403, 'permission'],
  [409, 'conflict'],
  [410, 'not-found'],
  [422, 'invalid'],
]);

function messageOf(name: OperationName, error: HttpError): string {
  const { doing } = operation(name);
  if (error.status === undefined)
    return `could not ${doing}: no answer from ${error.where} (${error.message})`;
  return `could not ${doing}: GitHub answered ${error.status} to ${error.where} (${error.message})`;
}

function adviceOf(name: OperationName, reason: FailureReason, error: HttpError): string {
  const { permission, advice } = operation(name);
  if (error.status === 401)
    return 'The token is wrong or expired: pass `github-token: ${{ github.token }}` to the action.';
  if (reason === 'permission') return advice ?? permissionAdvice(permission);
  if (reason === 'not-found') return notFoundAdvice(permission);
  if (reason === 'rate-limited') return limitAdvice(error);
  const cause = operation(name).causes?.find(([says]) => says.test(error.message));
  if (cause !== undefined) return cause[1];
  if (reason === 'invalid') return 'See the message of GitHub above.';
  if (reason === 'moved') return 'Give the present name of the repository; GITHUB_REPOSITORY holds it.';
  return reason === 'unavailable' ? unavailableAdvice : otherAdvice(permission);
}

const unavailableAdvice =
  'GitHub or the network between is down: see https://www.githubstatus.com, then run the job again.';

function permissionAdvice(permission: string | undefined): string {
  if (permission === undefined)
    return 'This token may not do that: pass the token of a GitHub App or of a person who may.';
  return `Add "permissions: ${permission}" to the job; in a pull request from a fork the token is read-only, whatever the workflow says.`;
}

function notFoundAdvice(permission: string | undefined): string {
  const asked = 'Check that it exists in the repository of this workflow';
  return permission === undefined
    ? `${asked}.`
    : `${asked}, and add "permissions: ${permission}" to the job: GitHub hides what a token may not see.`;
}

function limitAdvice(error: HttpError): string {
  const reset = resetTime(error);
  const until = reset === undefined ? `in ${pauseText(error)}` : `after ${new Date(reset).toISOString()}`;
  return `The limit of requests is used up: run the job again ${until}, or pass the token of a GitHub App, which has a limit of its own.`;
}

/** As the answer itself says in seconds. */
function pauseText({ headers }: HttpError): string {
  const seconds = Number(headers['retry-after']);
  return seconds > 0 ? count(Math.ceil(seconds / 60), 'minute') : 'some minutes';
}

function otherAdvice(permission: string | undefined): string {
  return permission === undefined
    ? 'See the message of GitHub above.'
    : `See the message of GitHub above; the job needs "permissions: ${permission}".`;
}
