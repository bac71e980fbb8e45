/** Weights that were just recorded, compared at once with what serves: nobody has to ask for it. */
import { boardRules } from '../rules.ts';
import { candidatesOf, servicesOf, type Candidate } from '../index.ts';
import { compareRules } from '../../compare/rules.ts';
import type { CompareVerdict } from '../../compare/index.ts';
import type { Finding, Report, Section } from '../../report/model.ts';
import { isUserError } from '../../kernel/user-error.ts';
import { pageName } from './comparisons.ts';
import { boardRecords } from './records.ts';
import type { ComparisonSettings } from '../../policy/settings.ts';
import type { CorrectionRights, LedgerSnapshot } from '../../ports/ledger.ts';

export interface NewWeightsPorts {
  readonly snapshot: LedgerSnapshot;
  /** Who may correct records of others; without it, nobody. */
  readonly rights?: CorrectionRights;
  /** How they are compared. */
  readonly by: ComparisonSettings;
  /** Takes each comparison as a page, under a name such as `compare/a.html`. */
  readonly pages?: {
    /** Of the repository, and its web address. */
    readonly name: string;
    readonly url: string;
    write(name: string, page: string): Promise<unknown>;
  };
  /** Milliseconds since the epoch. */
  now(): number;
}

export interface ComparedWeights extends Pick<Candidate, 'id' | 'service' | 'against'> {
  readonly verdict: CompareVerdict;
  readonly title: string;
}

/** The report of a record with what became of its weights beside those that serve; what cannot be compared is said, and fails nothing. */
export async function withNewWeights<Facts extends object>(
  report: Report<Facts>,
  ids: readonly string[],
  ports: NewWeightsPorts,
): Promise<Report<Facts & { readonly comparisons: readonly ComparedWeights[] }>> {
  const { comparisons, findings } = await compared(ids, ports).catch((error: unknown) => {
    if (!isUserError(error)) throw error;
    return { comparisons: [], findings: [notCompared(ids.join(', '), error.message, error.help)] };
  });
  return {
    ...report,
    facts: { ...report.facts, comparisons },
    findings: [...report.findings, ...findings],
    sections: [...(report.sections ?? []), ...sectionOf(comparisons)],
  };
}

interface Answer {
  readonly comparisons: readonly ComparedWeights[];
  readonly findings: readonly Finding[];
}

async function compared(
  ids: readonly string[],
  { snapshot, by, pages, ...reading }: NewWeightsPorts,
): Promise<Answer> {
  const { records, lookup } = await boardRecords(snapshot, reading);
  const now = new Date(reading.now()).toISOString();
  const { services } = await servicesOf(records, now, { lookup });
  const candidates = candidatesOf(records, services).filter(({ id }) => ids.includes(id));
  const others = ids.filter((id) => !candidates.some((one) => one.id === id));
  const comparisons: ComparedWeights[] = [];
  const findings = others.map((id) => notCompared(id, why(services.length)));
  const { compareVersions, settingsBy, pageOf } = await import('#lib/compare');
  for (const { id, service, against } of candidates) {
    const judged = await compareVersions(
      { baseline: `serving:${against}`, candidate: `weights:${id}`, settings: settingsBy(by) },
      { ledger: { snapshot: () => Promise.resolve(snapshot) }, ...reading },
    );
    comparisons.push({ id, service, against, verdict: judged.facts.verdict, title: judged.title });
    findings.push(...judged.findings.filter(({ rule }) => rule === compareRules['missing-data'].id));
    if (pages === undefined) continue;
    const page = pageOf(judged, { name: pages.name, home: pages.url, madeAt: now });
    await pages.write(pageName(id, comparisons.length - 1), page);
  }
  return { comparisons, findings };
}

function why(services: number): string {
  return services === 0 ? 'nothing serves yet' : 'what serves is newer, or serves these weights already';
}

function notCompared(ids: string, reason: string, help?: string): Finding {
  return boardRules['not-compared'].finding({
    severity: 'notice',
    message: `${ids} was not compared with what serves: ${reason}`,
    help: help ?? 'Run `model-gates compare` by hand once there is something to compare with.',
  });
}

function sectionOf(comparisons: readonly ComparedWeights[]): Section[] {
  if (comparisons.length === 0) return [];
  return [
    {
      kind: 'table',
      title: 'Against what serves',
      open: true,
      columns: [
        { title: 'Weights', code: true },
        { title: 'Against', code: true },
        { title: 'Verdict' },
        { title: 'Why' },
      ],
      rows: comparisons.map(({ id, against, verdict, title }) => [id, against, verdict, title]),
    },
  ];
}
