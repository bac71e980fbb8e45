/** Two recorded versions: their results, where both have some, and what they were made of. */
import type { ChainLink } from '../../lineage/index.ts';
import {
  regressionDefaults,
  shown,
  type RegressionSettings,
  type ResultSet,
} from '../../regression/index.ts';
import type { Finding, Judgement, Section } from '../../report/model.ts';
import type { ComparedMetric, CompareFacts, Differences, VersionFacts } from '../facts.ts';
import { reportVerdicts } from '../decision/report-verdicts.ts';
import { signedFigure } from '../presentation/numbers.ts';
import { resultSections } from '../presentation/result-sections.ts';
import { judgeResults } from '../results/judge-results.ts';
import { compareRules } from '../rules.ts';
import { noSampleRatio } from '../statistics/sample-ratio.ts';
import { chainSection, differenceSection } from './sections.ts';

export interface Version {
  readonly id: string;
  readonly chain: readonly ChainLink[];
  readonly results?: ResultSet;
  readonly evaluated?: VersionFacts['evaluated'];
  /** Path of a results file → where a browser shows what the ledger keeps of it. */
  readonly shownAt?: ReadonlyMap<string, string> | undefined;
  /** Values that records give for all samples together. */
  readonly values: Readonly<Record<string, number>>;
}

export interface Versions {
  readonly baseline: Version;
  readonly candidate: Version;
  readonly differences: Differences | null;
  /** Details of what differs, below everything else. */
  readonly details: readonly Section[];
  /** What is wrong with the chains. */
  readonly findings: readonly Finding[];
  readonly settings?: RegressionSettings;
}

/** The verdict comes from results of the same samples alone; without them nothing is shown, and what is missing is said. */
export function judgeVersions(versions: Versions): Judgement<CompareFacts> {
  const { baseline, candidate, differences, details, findings, settings = regressionDefaults } = versions;
  const missing = [baseline, candidate].filter(({ results }) => results === undefined);
  const judged =
    baseline.results === undefined || candidate.results === undefined
      ? valuesOnly(baseline, candidate)
      : judgeResults(baseline.results, candidate.results, settings);
  return {
    verdict: reportVerdicts[judged.facts.verdict],
    title: `${shown(candidate.id)} against ${shown(baseline.id)}: ${judged.title.replace(/^The candidate against the baseline: /, '')}`,
    findings: [...judged.findings, ...missing.map(missingData), ...findings],
    facts: {
      ...judged.facts,
      ...shownTurned(judged.facts, candidate),
      versions: { baseline: versionFacts(baseline), candidate: versionFacts(candidate) },
      differences,
    },
    sections: [
      ...(judged.sections ?? []),
      ...differenceSection(differences),
      chainSection(baseline, candidate),
      ...details.map((section) => ({ ...section, open: false })),
    ],
  };
}

/** The ledger has a line about the whole above the rows. */
function shownTurned({ turned }: CompareFacts, { shownAt }: Version): Pick<CompareFacts, 'turned'> {
  if (turned === undefined || shownAt === undefined) return {};
  return {
    turned: turned.map((one) => {
      const place = shownAt.get(one.file);
      return place === undefined || one.line === undefined
        ? one
        : { ...one, shownAt: `${place}#L${one.line + 1}` };
    }),
  };
}

function versionFacts({ id, chain, evaluated = null }: Version): VersionFacts {
  return {
    id,
    chain: chain.map((link) => ({
      kind: link.kind,
      id: link.id,
      ...(link.digest !== undefined && { digest: link.digest }),
      ...(link.at !== undefined && { at: link.at }),
      ...(link.by !== undefined && { by: link.by }),
    })),
    evaluated,
  };
}

function missingData({ id }: Version): Finding {
  return compareRules['missing-data'].finding({
    message: `No results of samples are recorded for ${shown(id)}, nor for anything that it was made from.`,
    help: 'Evaluate it and record its results (record-lineage with `results`, or model-merge.yml with `evaluate`).',
  });
}

/** Recorded values side by side: without samples there is no interval, and nothing is shown. */
function valuesOnly(baseline: Version, candidate: Version): Judgement<CompareFacts> {
  const names = Object.keys(baseline.values).filter((name) => Object.hasOwn(candidate.values, name));
  const metrics = names.map((name): ComparedMetric => {
    const [before, after] = [baseline.values[name] ?? Number.NaN, candidate.values[name] ?? Number.NaN];
    return {
      name,
      role: 'goal',
      baseline: before,
      candidate: after,
      delta: after - before,
      ci: [null, null],
      verdict: 'keep-going',
      higherIsBetter: !/loss|latency|ttft|cost|perplexity|error/i.test(name),
      margin: null,
      n: 0,
    };
  });
  const [first] = metrics;
  const facts: CompareFacts = {
    verdict: 'keep-going',
    void: [],
    sampleRatio: noSampleRatio,
    metrics,
  };
  return {
    verdict: 'inconclusive',
    title: `nothing is shown without results of samples${first === undefined ? '' : `; ${shown(first.name)} ${signedFigure(first.delta)} as recorded`}`,
    findings: [],
    facts,
    sections: metrics.length === 0 ? [] : resultSections(facts),
  };
}
