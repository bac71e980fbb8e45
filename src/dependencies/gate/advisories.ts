/** What the index and a database of advisories say of the versions that came. Asked only where the policy gives their addresses; never decides a verdict. */
import { type DependencySettings, type Move, moveLine } from '../index.ts';
import { depsRules } from '../rules.ts';
import { isRecord } from '../../kernel/record.ts';
import { redact } from '../../kernel/redact.ts';
import { succeeded } from '../../kernel/http-outcome.ts';
import type { Finding } from '../../report/model.ts';
import type { HttpPort } from '../../ports/http.ts';
import type { Ports } from '../../ports/index.ts';

/** For all questions together. */
const budgetMs = 10_000;
/** Packages that are asked about; a lock that moves more is made anew, and only its watched ones count. */
const mostPackages = 100;
const atOnce = 8;

interface Came {
  readonly name: string;
  readonly version: string;
  readonly move: Move;
}

/** Nothing where no address is set, or nothing moved. */
export async function advisoryFindings(
  moves: readonly Move[],
  { advisories: { index, osv } }: DependencySettings,
  ports: Pick<Ports, 'http' | 'now'>,
): Promise<Finding[]> {
  const came = index === undefined && osv === undefined ? [] : cameFrom(moves);
  if (came.length === 0) return [];
  const http = await ports.http?.();
  if (http === undefined) return [notAsked('there is no network here')];
  const ask = new Asker(http, ports.now);
  const [yanked, known] = await Promise.all([
    index === undefined ? [] : yankedFindings(came, index, ask),
    osv === undefined ? [] : knownFindings(came, osv, ask),
  ]);
  return [...yanked, ...known, ...[...ask.failures].map(notAsked)];
}

/** Versions of packages that an index serves, each once, watched ones first. */
function cameFrom(moves: readonly Move[]): readonly Came[] {
  const all = moves
    .filter(({ name, afterSources }) => !name.includes(':') && !afterSources.some(isElsewhere))
    .toSorted((a, b) => Number(b.watched) - Number(a.watched))
    .flatMap((move) =>
      move.after
        .filter((version) => !move.before.includes(version) && /^\d/.test(version))
        .map((version) => ({ name: move.name, version: version.replace(/\+.*$/, ''), move })),
    );
  const once = new Map(all.toReversed().map((one) => [`${one.name} ${one.version}`, one]));
  return [...once.values()].toReversed().slice(0, mostPackages);
}

function isElsewhere(source: string): boolean {
  return /^(?:conda|git|url|path|file|image)\b/.test(source);
}

/** One question after another within the budget; what fails is counted, and is never an answer. */
class Asker {
  readonly failures = new Set<string>();
  private readonly http: HttpPort;
  private readonly now: () => number;
  private readonly end: number;

  constructor(http: HttpPort, now: () => number) {
    this.http = http;
    this.now = now;
    this.end = now() + budgetMs;
  }

  /** JSON, or `undefined`: it could not be had. */
  async json(address: string, path: string, body?: unknown): Promise<unknown> {
    const url = urlOf(address, path);
    if (url === undefined) return this.failed(`${redact(address)} is not an address of https`);
    const timeoutMs = this.end - this.now();
    if (timeoutMs <= 0) return this.failed(`${url.host} did not answer within ${budgetMs / 1000} s`);
    const headers = {
      accept: 'application/json',
      ...(body === undefined ? {} : { 'content-type': 'application/json' }),
    };
    const outcome = await this.http.send({
      method: body === undefined ? 'GET' : 'POST',
      url,
      headers,
      ...(body === undefined ? {} : { body: JSON.stringify(body) }),
      timeoutMs,
      attempts: 1,
      idempotent: true,
      told: ({ kind }) => `${url.host}: ${kind}`,
    });
    if (outcome.kind === 'answer' && outcome.status === 404) return undefined;
    if (outcome.kind !== 'answer')
      return this.failed(`${url.host} could not be asked (${redact(outcome.reason)})`);
    if (!succeeded(outcome)) return this.failed(`${url.host} answered ${outcome.status}`);
    try {
      return JSON.parse(outcome.text);
    } catch {
      return this.failed(`${url.host} answered with something else than JSON`);
    }
  }

  private failed(reason: string): undefined {
    this.failures.add(reason);
  }
}

/** Below the address; plain http only to this machine. */
function urlOf(address: string, path: string): URL | undefined {
  if (!URL.canParse(address)) return undefined;
  const url = new URL(`${address.replace(/\/+$/, '')}/${path}`);
  const isLocal = /^(?:localhost|127\.\d+\.\d+\.\d+|\[::1\])$/.test(url.hostname);
  return url.protocol === 'https:' || (url.protocol === 'http:' && isLocal) ? url : undefined;
}

/** `{index}/{name}/{version}/json`, as the JSON interface of Python's indexes answers. */
async function yankedFindings(came: readonly Came[], index: string, ask: Asker): Promise<Finding[]> {
  const found = await inTurns(came, async (one) => {
    const path = `${encodeURIComponent(one.name)}/${encodeURIComponent(one.version)}/json`;
    const info = recordAt(await ask.json(index, path), 'info');
    if (info?.['yanked'] !== true) return [];
    const reason =
      typeof info['yanked_reason'] === 'string' ? `: ${redact(info['yanked_reason']).slice(0, 200)}` : '';
    const message = `${one.name} ${one.version} was yanked by its publisher${reason}.`;
    return [depsRules.yanked.finding({ message, ...placeOf(one), help: helpFor(one) })];
  });
  return found.flat();
}

/** One question for all, as OSV's `/v1/querybatch` answers: `results[i].vulns[].id`. */
async function knownFindings(came: readonly Came[], osv: string, ask: Asker): Promise<Finding[]> {
  const queries = came.map(({ name, version }) => ({ package: { name, ecosystem: 'PyPI' }, version }));
  const answer = await ask.json(osv, 'v1/querybatch', { queries });
  const results = recordAt({ answer }, 'answer')?.['results'];
  if (!Array.isArray(results)) return [];
  return came.flatMap((one, index) => {
    const vulns: unknown = recordAt({ result: results[index] }, 'result')?.['vulns'];
    const ids = (Array.isArray(vulns) ? vulns : []).map((vuln) => recordAt({ vuln }, 'vuln')?.['id']);
    const shown = ids.filter((id) => typeof id === 'string').map((id) => id.slice(0, 40));
    if (shown.length === 0) return [];
    const more = shown.length > 5 ? ` and ${shown.length - 5} more` : '';
    const message = `${one.name} ${one.version} has known advisories: ${shown.slice(0, 5).join(', ')}${more}.`;
    return [depsRules.advisory.finding({ message, ...placeOf(one), help: helpFor(one) })];
  });
}

async function inTurns<T, R>(items: readonly T[], run: (item: T) => Promise<R>): Promise<R[]> {
  const results: R[] = [];
  for (let from = 0; from < items.length; from += atOnce)
    results.push(...(await Promise.all(items.slice(from, from + atOnce).map(run))));
  return results;
}

function recordAt(value: unknown, key: string): Readonly<Record<string, unknown>> | undefined {
  const found = isRecord(value) ? value[key] : undefined;
  return isRecord(found) ? found : undefined;
}

function placeOf({ move: { file, line, column } }: Came): Pick<Finding, 'file' | 'line' | 'column'> {
  return { file, line, column };
}

function helpFor({ move }: Came): string {
  return `Choose another version than that of ${moveLine(move)}, or read what is said of it.`;
}

function notAsked(reason: string): Finding {
  return depsRules['advisories-unknown'].finding({
    message: `Whether the versions that came are yanked or have advisories is not known: ${reason}.`,
  });
}
