/** in-toto Statements v1 for actions/attest: gate verdicts as test results, a step as SLSA provenance v1. */
import type { LineageNode, LineageRecord, LineageVerdict } from '../record/model.ts';
import { digestOf, digestSet, producer, uriOf, type ExportContext } from './context.ts';

export interface Statement {
  readonly _type: 'https://in-toto.io/Statement/v1';
  readonly subject: readonly ResourceDescriptor[];
  readonly predicateType: string;
  readonly predicate: Readonly<Record<string, unknown>>;
}

export interface ResourceDescriptor {
  readonly name?: string;
  readonly uri?: string;
  readonly digest: Readonly<Record<string, string>>;
}

const results: Readonly<Record<LineageVerdict['verdict'], 'PASSED' | 'WARNED' | 'FAILED' | undefined>> = {
  pass: 'PASSED',
  exempt: 'WARNED',
  inconclusive: 'WARNED',
  fail: 'FAILED',
  skipped: undefined,
};

/**
 * https://in-toto.io/attestation/test-result/v0.1: what the gates said of the artifacts.
 * `undefined` where nothing was judged, or no artifact has a digest that a statement could bind.
 */
export function testResult(record: LineageRecord, context: ExportContext): Statement | undefined {
  const judged = (record.verdicts ?? []).filter(({ verdict }) => results[verdict] !== undefined);
  const subject = subjectsOf(record, context);
  if (judged.length === 0 || subject.length === 0) return undefined;
  const named = (wanted: string) =>
    judged.filter(({ verdict }) => results[verdict] === wanted).map(({ gate }) => gate);
  const [failed, warned] = [named('FAILED'), named('WARNED')];
  return {
    _type: 'https://in-toto.io/Statement/v1',
    subject,
    predicateType: 'https://in-toto.io/attestation/test-result/v0.1',
    predicate: {
      result: failed.length > 0 ? 'FAILED' : warned.length > 0 ? 'WARNED' : 'PASSED',
      configuration: (record.files ?? []).map(({ path, digest }) => ({
        name: path,
        digest: digestOf(digest),
      })),
      url: record.run?.url,
      passedTests: named('PASSED'),
      warnedTests: warned,
      failedTests: failed,
    },
  };
}

/** https://slsa.dev/provenance/v1 of the outputs; `undefined` where none of them has a digest. */
export function slsaProvenance(record: LineageRecord, context: ExportContext): Statement | undefined {
  const subject = outputsOf(record);
  if (subject.length === 0) return undefined;
  const materials = record.inputs.filter(
    (node) => Object.keys(digestSet(node)).length > 0 || node.kind !== 'job',
  );
  return {
    _type: 'https://in-toto.io/Statement/v1',
    subject,
    predicateType: 'https://slsa.dev/provenance/v1',
    predicate: {
      buildDefinition: {
        buildType: `${producer}/blob/v1/docs/lineage.md#record`,
        // Never empty: readers refuse a step that nothing from outside decided.
        externalParameters: {
          repository: context.repositoryUrl,
          command: record.command,
          ref: record.git_ref,
          parameters: record.parameters,
        },
        internalParameters: { seed: record.seed },
        resolvedDependencies: [
          ...materials.map((node) => descriptor(node, context)),
          ...(record.files ?? []).map(({ path, digest }) => ({ name: path, digest: digestOf(digest) })),
        ],
      },
      runDetails: {
        builder: {
          id: record.run?.url === undefined ? `${producer}#record` : 'https://github.com/actions/runner',
          version: { 'model-gates': context.version },
        },
        metadata: { invocationId: record.run?.url, finishedOn: record.at },
      },
    },
  };
}

function descriptor(
  node: LineageNode,
  context: ExportContext,
): { uri: string; digest?: Record<string, string> } {
  const digest = digestSet(node);
  return { uri: uriOf(node, context), ...(Object.keys(digest).length === 0 ? {} : { digest }) };
}

/** Artifacts that were made; where none of them has a digest, the commits that were judged. */
function subjectsOf(record: LineageRecord, context: ExportContext): ResourceDescriptor[] {
  const made = outputsOf(record);
  const commits = record.inputs.filter(({ kind }) => kind === 'commit');
  return made.length > 0
    ? made
    : commits.map((node) => ({ uri: uriOf(node, context), digest: digestSet(node) }));
}

function outputsOf({ outputs }: LineageRecord): ResourceDescriptor[] {
  return outputs.flatMap((node) => {
    const digest = digestSet(node);
    return Object.keys(digest).length === 0 ? [] : [{ name: node.id, digest }];
  });
}
