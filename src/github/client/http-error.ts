import { objectOf, textOf, type JsonObject } from './shape.ts';

/** What is known of a request that failed. */
export interface HttpError {
  /** Absent when no whole answer came. */
  readonly status: number | undefined;
  /** Lower-case names. */
  readonly headers: JsonObject;
  /** GitHub's words, on one line and short, without the link to the manual. */
  readonly message: string;
  /** Method and path. */
  readonly where: string;
  /** The request never left: repeating it is safe whatever it does. */
  readonly neverSent: boolean;
  readonly cause: unknown;
}

/** Reads octokit's RequestError by its shape; `undefined` for anything else, which is a bug in model-gates. */
export function describeHttpError(thrown: unknown): HttpError | undefined {
  if (!(thrown instanceof Error) || !('status' in thrown) || typeof thrown.status !== 'number')
    return undefined;
  const response = objectOf('response' in thrown ? thrown.response : undefined);
  const answered = response !== undefined;
  return {
    status: answered ? thrown.status : undefined,
    headers: objectOf(response?.['headers']) ?? {},
    message: oneLine(thrown.message),
    where: whereOf(objectOf('request' in thrown ? thrown.request : undefined)),
    neverSent: unsentCodes.has(networkCode(thrown)),
    cause: thrown,
  };
}

/** Primary limit (none remaining), secondary limit (retry-after, or its words) or 429. */
export function isLimited(error: HttpError): boolean {
  if (error.status === 429) return true;
  if (error.status !== 403) return false;
  const { headers } = error;
  return (
    headers['retry-after'] !== undefined ||
    String(headers['x-ratelimit-remaining']) === '0' ||
    limitWords.test(error.message)
  );
}

/** When the primary limit starts anew, in milliseconds since the epoch; only where it is used up. */
export function resetTime({ headers }: HttpError): number | undefined {
  const reset = Number(headers['x-ratelimit-reset']);
  return String(headers['x-ratelimit-remaining']) === '0' && reset > 0 ? reset * 1000 : undefined;
}

const limitWords = /secondary rate limit|rate limit exceeded|abuse detection/i;

const unsentCodes: ReadonlySet<string> = new Set([
  'ECONNREFUSED',
  'ENOTFOUND',
  'EAI_AGAIN',
  'ENETUNREACH',
  'EHOSTUNREACH',
  'UND_ERR_CONNECT_TIMEOUT',
]);

/** The innermost `code` of the chain of causes. */
function networkCode(error: Error): string {
  let code = '';
  for (let at: unknown = error, depth = 0; at instanceof Error && depth < 5; at = at.cause, depth += 1) {
    if ('code' in at && typeof at.code === 'string') code = at.code;
  }
  return code;
}

function whereOf(request: JsonObject | undefined): string {
  const url = textOf(request?.['url']) ?? '';
  const path = URL.canParse(url) ? new URL(url).pathname : url;
  return `${textOf(request?.['method']) ?? 'GET'} ${path}`;
}

function oneLine(message: string): string {
  const flat = message
    .replace(/\s+/g, ' ')
    .trim()
    .replace(/ - https?:\/\/\S+$/, '');
  return flat.length > 400 ? `${flat.slice(0, 400)}…` : flat;
}
