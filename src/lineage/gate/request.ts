/** From the id of a request to the version that answered it, by the logs that an operator has. */
import { enumerate, shown } from '../../kernel/text.ts';
import type { RequestLogs } from '../../ports/request-logs.ts';
import type { Finding } from '../../report/model.ts';
import { byTime, nodeText, type LineageNode, type RequestFacts } from '../index.ts';
import { candidatesIn, entriesInText, isOf, timeOf, type LogEntry } from '../logs/entries.ts';
import { lineageRules } from '../rules.ts';
import type { RecordReader } from './reader.ts';

/** Entries of one request that are looked at. */
const most = 200;

export interface Answered {
  readonly facts: RequestFacts;
  /** What answered; absent where no entry says it, or the ledger does not know it. */
  readonly node?: LineageNode;
  readonly findings: readonly Finding[];
}

interface Told {
  readonly node: LineageNode;
  readonly name: string;
  readonly line: number;
}

export async function answeredBy(id: string, logs: RequestLogs, reader: RecordReader): Promise<Answered> {
  const found: { readonly line: number; readonly entry: LogEntry }[] = [];
  for await (const { number, text } of logs.linesWith(spellings(id))) {
    for (const entry of entriesInText(text)) if (isOf(entry, id)) found.push({ line: number, entry });
    if (found.length >= most) break;
  }
  const told: Told[] = [];
  for (const { line, entry } of found) told.push(...(await versionIn(entry, line, reader)));
  const versions = [...new Set(told.map(({ node }) => nodeText(node)))];
  const [first] = told;
  const facts: RequestFacts = {
    id,
    logs: logs.name,
    entries: found.length,
    version: first?.node.id ?? null,
    field: first?.name ?? null,
    line: first?.line ?? found[0]?.line ?? null,
  };
  if (first === undefined) return { facts, findings: [unanswered(id, logs.name, found[0])] };
  if (versions.length > 1)
    return { facts, node: first.node, findings: [severalAnswers(id, logs.name, versions)] };
  return { facts, node: first.node, findings: [] };
}

/** As the text of a log may have it. */
function spellings(id: string): readonly string[] {
  const plain = id.replaceAll('-', '');
  if (!/^[0-9a-f]{32}$/i.test(plain)) return [id];
  const dashed = plain.replace(/^(.{8})(.{4})(.{4})(.{4})(.{12})$/, '$1-$2-$3-$4-$5');
  return [...new Set([plain, dashed].flatMap((one) => [one.toLowerCase(), one.toUpperCase()]).concat(id))];
}

const kinds = ['serving', 'weights', 'image'];

/** The value that is believed first of those that the ledger knows. */
async function versionIn(entry: LogEntry, line: number, reader: RecordReader): Promise<Told[]> {
  for (const { name, value } of candidatesIn(entry)) {
    const nodes = (await reader.named(value)).filter(({ kind }) => kinds.includes(kind));
    const own = kinds.flatMap((kind) => nodes.filter((node) => node.kind === kind && node.id === value))[0];
    const node =
      own ??
      nodes.find(({ digest }) => digest === value) ??
      (await servingAt(value, nodes, timeOf(entry), reader));
    if (node !== undefined) return [{ node, name, line }];
  }
  return [];
}

/** The name of a service stands for what it served at that time. */
async function servingAt(
  service: string,
  nodes: readonly LineageNode[],
  at: number | undefined,
  reader: RecordReader,
): Promise<LineageNode | undefined> {
  const versions = nodes.filter((node) => node.service === service);
  if (versions.length === 0 || at === undefined) return undefined;
  const records = (await reader.mentioning(versions)).flat().toSorted(byTime);
  const before = records.filter((record) => Date.parse(record.at) <= at);
  return before.flatMap(({ outputs }) => outputs.filter((node) => node.service === service)).at(-1);
}

function unanswered(
  id: string,
  logs: string,
  first: { readonly line: number; readonly entry: LogEntry } | undefined,
): Finding {
  const rule = lineageRules['request-unknown'];
  if (first === undefined)
    return rule.finding({
      message: `${logs} has no entry of ${shown(id)}`,
      help: 'Check the id, and whether the log goes back that far.',
    });
  const values = candidatesIn(first.entry)
    .slice(0, 6)
    .map(({ name, value }) => `${name} ${shown(value.slice(0, 80))}`);
  return rule.finding({
    message: `${logs}:${first.line} is of ${shown(id)}, and nothing in it is in the ledger: ${enumerate(values)}`,
    help: 'Let the gateway log the id of the serving version (`service.version`), as it is recorded.',
  });
}

function severalAnswers(id: string, logs: string, versions: readonly string[]): Finding {
  return lineageRules['request-unknown'].finding({
    severity: 'warning',
    message: `${logs} says of ${shown(id)} that ${versions.length} versions answered: ${enumerate(versions.slice(0, 10))}; the first was followed`,
    help: 'Name the version itself: model-gates trace VERSION.',
  });
}
