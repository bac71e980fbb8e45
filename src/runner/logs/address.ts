/** Logs of requests as the APIs of Langfuse, Tempo, Jaeger and of collectors give them: one answer. */
import { UserError } from '../../kernel/user-error.ts';
import type { Logger } from '../../ports/index.ts';
import type { LogLine } from '../../ports/request-logs.ts';
import { httpPort } from '../http.ts';

const mostBytes = 64 * 1024 * 1024;

/** Without a query and without credentials. */
export function addressName(address: string): string {
  if (!URL.canParse(address))
    throw new UserError(`${address.slice(0, 100)} is not an address`, {
      help: 'Give a path, or an address such as https://host/path.',
    });
  const { origin, pathname } = new URL(address);
  return `${origin}${pathname}`;
}

/** The header Authorization is what TRACES_AUTHORIZATION says. */
export async function* linesAt(
  address: string,
  texts: readonly string[],
  log: Logger,
): AsyncGenerator<LogLine> {
  const name = addressName(address);
  const authorization = process.env['TRACES_AUTHORIZATION'];
  const outcome = await httpPort(log).send({
    method: 'GET',
    url: new URL(address),
    headers: { accept: 'application/json', ...(authorization === undefined ? {} : { authorization }) },
    timeoutMs: 60_000,
    attempts: 3,
    idempotent: true,
    mostBytes,
    told: () => `${name} did not answer`,
  });
  if (outcome.kind !== 'answer' || outcome.status !== 200)
    throw new UserError(
      `${name} ${outcome.kind === 'answer' ? `answered ${outcome.status}` : `cannot be reached: ${outcome.reason}`}`,
      { help: 'Check the address, and the header Authorization in TRACES_AUTHORIZATION.' },
    );
  if (outcome.isCut === true)
    throw new UserError(`${name} answered with more than ${mostBytes} bytes, or broke off`, {
      help: 'Ask for the one request, or for a shorter time; or download the logs and name the file.',
    });
  const lines = isDocument(outcome.text) ? [outcome.text] : outcome.text.split('\n');
  for (const [at, text] of lines.entries())
    if (texts.some((one) => text.includes(one))) yield { log: name, number: at + 1, text };
}

function isDocument(text: string): boolean {
  try {
    JSON.parse(text);
    return true;
  } catch {
    return false;
  }
}
