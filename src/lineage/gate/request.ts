/** From the id of a request to the version that answered it, by the logs that an operator has. */
import { enumerate, shown } from '../../kernel/text.ts';
import type { RequestLogs } from '../../ports/request-logs.ts';
import type { Finding, Section } from '../../report/model.ts';
import { byTime, nodeText, type LineageNode, type RequestFacts } from '../index.ts';
import {
  candidatesIn,
  entriesInText,
  isOf,
  spellings,
  timeOf,
  tracesIn,
  type LogEntry,
} from '../logs/entries.ts';
import { lineageRules } from '../rules.ts';
import type { RecordReader } from './reader.ts';

/** Entries of one request that are looked at. */
const most = 200;

export interface Answered {
  readonly facts: RequestFacts;
  /** What answered; absent where no entry says it, or the ledger does not know it. */
  readonly node?: LineageNode;
  readonly sections: readonly Section[];
  readonly findings: readonly Finding[];
}

interface Place {
  readonly log: string;
  readonly line: number;
  readonly entry: LogEntry;
}

interface Told extends Place {
  readonly node: LineageNode;
  /** Of the field. */
  readonly name: string;
  /** What other fields of the entry name as what answered. */
  readonly others: readonly LineageNode[];
}

export async function answeredBy(id: string, logs: RequestLogs, reader: RecordReader): Promise<Answered> {
  const own = await entriesOf(id, logs);
  const direct = await versionsIn(own.found, reader);
  // A score, or a span of a gateway, names the trace that another entry is of.
  const via = direct.length > 0 ? undefined : own.found.flatMap(({ entry }) => tracesIn(entry, id))[0];
  const further = via === undefined ? undefined : await entriesOf(via, logs);
  const told = further === undefined ? direct : await versionsIn(further.found, reader);
  const found = [...own.found, ...(further?.found ?? [])];
  const [first] = told;
  const facts: RequestFacts = {
    id,
    logs: logs.name,
    entries: found.length,
    version: first?.node.id ?? null,
    field: first?.name ?? null,
    line: (first ?? found[0])?.line ?? null,
    via: via ?? null,
    answers: told.map(answerOf),
  };
  const cut = own.isCut || further?.isCut === true ? [manyEntries(id, logs.name)] : [];
  if (first === undefined)
    return { facts, sections: [], findings: [unanswered(id, logs.name, found[0]), ...cut] };
  const versions = [...new Set(told.flatMap(({ node, others }) => [node, ...others]).map(nodeText))];
  const several = versions.length > 1 ? [severalAnswers(id, logs.name, versions)] : [];
  return { facts, node: first.node, sections: answersSection(facts), findings: [...several, ...cut] };
}

async function entriesOf(
  id: string,
  logs: RequestLogs,
): Promise<{ readonly found: readonly Place[]; readonly isCut: boolean }> {
  const found: Place[] = [];
  for await (const { log, number, text } of logs.linesWith(spellings(id))) {
    for (const entry of entriesInText(text)) if (isOf(entry, id)) found.push({ log, line: number, entry });
    if (found.length > most) return { found: found.slice(0, most), isCut: true };
  }
  return { found, isCut: false };
}

async function versionsIn(places: readonly Place[], reader: RecordReader): Promise<Told[]> {
  const told: Told[] = [];
  for (const place of places) {
    const version = await versionIn(place.entry, reader);
    if (version !== undefined) told.push({ ...place, ...version });
  }
  return told;
}

function answerOf({ node, name, log, line, entry }: Told): RequestFacts['answers'][number] {
  const at = timeOf(entry);
  return {
    version: node.id,
    field: name,
    log,
    line,
    at: at === undefined ? null : new Date(at).toISOString(),
  };
}

/** Where more than one entry says what answered. */
function answersSection({ id, answers }: RequestFacts): Section[] {
  if (answers.length < 2) return [];
  const columns = [
    { title: 'Where', code: true },
    { title: 'When (UTC)' },
    { title: 'Version', code: true },
    { title: 'By the field', code: true },
  ];
  const rows = answers
    .slice(0, 50)
    .map(({ version, field, log, line, at }) => [
      `${log}:${line}`,
      at?.slice(0, 19).replace('T', ' ') ?? '',
      version,
      field,
    ]);
  return [{ kind: 'table', title: `${answers.length} entries of ${shown(id)}`, open: true, columns, rows }];
}

const kinds = ['serving', 'weights', 'image'];

type Version = Pick<Told, 'node' | 'name' | 'others'>;

/** The value that is believed first of those that the ledger knows. */
async function versionIn(entry: LogEntry, reader: RecordReader): Promise<Version | undefined> {
  const found: { readonly name: string; readonly node: LineageNode }[] = [];
  for (const { name, value, isNamed } of candidatesIn(entry)) {
    if (found.length > 0 && !isNamed) break;
    const node = await nodeOf(value, entry, reader);
    if (node !== undefined) found.push({ name, node });
  }
  const [first, ...rest] = found;
  if (first === undefined) return undefined;
  // A version and its weights in one entry do not contradict each other.
  const others = rest.map(({ node }) => node).filter(({ kind }) => kind === first.node.kind);
  return { ...first, others };
}

async function nodeOf(
  value: string,
  entry: LogEntry,
  reader: RecordReader,
): Promise<LineageNode | undefined> {
  const nodes = (await reader.named(value)).filter(({ kind }) => kinds.includes(kind));
  const own = kinds.flatMap((kind) => nodes.filter((node) => node.kind === kind && node.id === value))[0];
  return (
    own ??
    nodes.find(({ digest }) => digest === value) ??
    (await servingAt(value, nodes, timeOf(entry), reader))
  );
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

function unanswered(id: string, logs: string, first: Place | undefined): Finding {
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
    message: `${first.log}:${first.line} is of ${shown(id)}, and nothing in it names a version that the ledger has: ${enumerate(values)}`,
    help: 'Let the gateway log the id of the serving version (`service.version`), as it is recorded, or the name of the service with the time.',
  });
}

function severalAnswers(id: string, logs: string, versions: readonly string[]): Finding {
  return lineageRules['request-unknown'].finding({
    severity: 'warning',
    message: `${logs} says of ${shown(id)} that ${versions.length} versions answered: ${enumerate(versions.slice(0, 10))}; the first was followed`,
    help: 'Name the version itself: model-gates trace VERSION.',
  });
}

function manyEntries(id: string, logs: string): Finding {
  return lineageRules['request-unknown'].finding({
    severity: 'warning',
    message: `${logs} has more than ${most} entries of ${shown(id)}: the others were not looked at`,
    help: 'Name the request by an id of its own, not by that of a session or a user.',
  });
}
