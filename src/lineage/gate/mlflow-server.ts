/** A server of MLflow: where it is, who asks, and what its refusals mean. */
import { lineageRules } from '../rules.ts';
import type { MlflowCall } from '../index.ts';
import type { Finding } from '../../report/model.ts';
import { saidBy, succeeded, type HttpOutcome } from '../../kernel/http-outcome.ts';
import type { HttpPort, HttpRequest } from '../../ports/http.ts';
import { UserError } from '../../kernel/user-error.ts';
import { checkedTarget, fitsHeader, shownTarget } from '../../releases/index.ts';

export interface MlflowServer {
  readonly url: URL;
  readonly authorization?: string;
  /** What may never be shown. */
  readonly secrets: readonly string[];
}

/** Credentials come in MLflow's own variables; a token goes before a name and password. Throws a UserError for an address that is none, or to which a secret would go unencrypted. */
export function mlflowServer(
  address: string,
  environment: Readonly<Record<string, string | undefined>>,
): MlflowServer {
  const [token = '', user = '', password = ''] = ['TOKEN', 'USERNAME', 'PASSWORD'].map(
    (name) => environment[`MLFLOW_TRACKING_${name}`],
  );
  if (token !== '' && !fitsHeader(token))
    throw new UserError(
      'MLFLOW_TRACKING_TOKEN cannot be sent: it has a line break or a character that headers have not.',
      { help: 'Set it again, without what was pasted around it.' },
    );
  const basic = user === '' ? '' : Buffer.from(`${user}:${password}`).toString('base64');
  const authorization = token !== '' ? `Bearer ${token}` : basic === '' ? undefined : `Basic ${basic}`;
  const checked = checkedTarget(address, { plain: authorization === undefined });
  if (!checked.ok)
    throw new UserError(`The address of MLflow cannot be used: ${checked.problem}.`, {
      help: 'Give the address of its tracking server, such as https://mlflow.example, and credentials in MLFLOW_TRACKING_TOKEN, or MLFLOW_TRACKING_USERNAME and MLFLOW_TRACKING_PASSWORD.',
    });
  const secrets = [token, password, basic].filter((secret) => secret !== '');
  return { url: checked.url, secrets, ...(authorization === undefined ? {} : { authorization }) };
}

/** What MLflow answered: JSON, or why not. */
export type MlflowAnswer =
  | { readonly ok: true; readonly value: unknown }
  /** `code`: MLflow's own name of the error, '' where it gave none. */
  | { readonly ok: false; readonly code: string; readonly outcome: HttpOutcome };

const attempts = 4;
const timeoutMs = 30_000;

/** `once`: a second try could do it twice. */
export async function ask(
  call: MlflowCall,
  server: MlflowServer,
  ports: HttpPort,
  once = false,
): Promise<MlflowAnswer> {
  const told = (outcome: HttpOutcome) => `${call.path}: ${saidBy(outcome, server.secrets)}`;
  const outcome = await ports.send({
    ...requestOf(call, server),
    timeoutMs,
    attempts,
    idempotent: !once,
    told,
  });
  const value = outcome.kind === 'answer' ? parsed(outcome.text) : undefined;
  if (succeeded(outcome) && value !== undefined) return { ok: true, value };
  return { ok: false, code: codeOf(value), outcome };
}

function requestOf(
  { method, path, fields }: MlflowCall,
  { url, authorization }: MlflowServer,
): Pick<HttpRequest, 'method' | 'url' | 'headers' | 'body'> {
  const target = new URL(`${url.origin}${url.pathname.replace(/\/+$/, '')}/api/2.0/mlflow/${path}`);
  const headers = {
    accept: 'application/json',
    'user-agent': 'model-gates',
    ...(authorization === undefined ? {} : { authorization }),
  };
  if (method === 'POST')
    return {
      method,
      url: target,
      headers: { ...headers, 'content-type': 'application/json' },
      body: JSON.stringify(fields),
    };
  for (const [name, value] of Object.entries(fields)) target.searchParams.set(name, String(value));
  return { method, url: target, headers };
}

function parsed(text: string): unknown {
  try {
    return JSON.parse(text) as unknown;
  } catch {
    return undefined;
  }
}

function codeOf(value: unknown): string {
  const code: unknown =
    typeof value === 'object' && value !== null ? Reflect.get(value, 'error_code') : undefined;
  return typeof code === 'string' ? code : '';
}

/** Why the registry was not written, and what fixes it. */
export function notRegistered(
  answer: MlflowAnswer & { ok: false },
  call: MlflowCall,
  server: MlflowServer,
): Finding {
  return lineageRules['not-registered'].finding(saidOf(answer, call, server));
}

/** What MLflow did not take, in words without secrets, and what fixes it. */
export function saidOf(
  answer: MlflowAnswer & { ok: false },
  call: MlflowCall,
  server: MlflowServer,
): { readonly message: string; readonly help: string } {
  const said = saidBy(answer.outcome, server.secrets);
  return {
    message: `MLflow at ${shownTarget(server.url)} did not take ${call.path}: ${said}`,
    help: helpFor(answer, server),
  };
}

function helpFor({ outcome, code }: MlflowAnswer & { ok: false }, { authorization }: MlflowServer): string {
  if (outcome.kind === 'unreachable') return 'Check the address, and that this machine may reach it.';
  if (outcome.kind === 'broken') return 'Run it again: what was registered already is found, not doubled.';
  if (outcome.status === 401 || outcome.status === 403)
    return authorization === undefined
      ? 'Set MLFLOW_TRACKING_TOKEN, or MLFLOW_TRACKING_USERNAME and MLFLOW_TRACKING_PASSWORD. Where the answer names the host, the server must allow it (`mlflow server --allowed-hosts`).'
      : 'Check the credentials in MLFLOW_TRACKING_…, and that they may edit the registered model.';
  if (outcome.status >= 300 && outcome.status < 400) return 'Give the address it redirects to.';
  if (code === '')
    return 'Check that the address is that of an MLflow tracking server, and no page below it.';
  return 'See what MLflow says of it.';
}
