/** What the gates of this run said, from the reports that they have left. */
import { isRecord } from '../../kernel/record.ts';
import type { FileTree } from '../../ports/index.ts';
import { UserError } from '../../kernel/user-error.ts';
import { parse, textOf } from '../named-files.ts';

/** Of one gate; not yet checked, for a report is a file like any other. */
export interface ReportedVerdict {
  readonly gate: unknown;
  readonly verdict: unknown;
  readonly title?: string;
  readonly exempted_by?: string;
  readonly exempted_at?: string;
  readonly exempted_sha?: string;
  readonly reason?: string;
  readonly declared?: readonly Readonly<Record<string, string>>[];
}

/** As many as a record takes. */
const mostDeclared = 100;

/** Throws a UserError for a file that cannot be read. */
export async function readVerdicts(
  paths: readonly string[],
  files: () => Promise<FileTree>,
): Promise<ReportedVerdict[]> {
  const { readFile } = await import('node:fs/promises');
  const documents = await Promise.all(
    paths.map(async (path) => {
      // The output `report` of a gate is an absolute path in the runner's own folder.
      const absolute = /^(?:\/|[A-Za-z]:[\\/])/.test(path);
      const text = absolute
        ? await readFile(path, 'utf8').catch((cause: unknown) => unreadable(path, cause))
        : await textOf(path, await files());
      return parse(text, path);
    }),
  );
  return documents.flatMap(verdictsIn);
}

function unreadable(path: string, cause: unknown): never {
  throw new UserError(`${path} cannot be read`, { help: 'Give the output `report` of a gate.', cause });
}

function verdictsIn(report: unknown): ReportedVerdict[] {
  if (!isRecord(report)) return [];
  const own = {
    gate: report['gate'],
    verdict: report['verdict'],
    ...(typeof report['title'] === 'string' ? { title: oneLine(report['title']) } : {}),
    ...exemptedBy(isRecord(report['exemption']) ? report['exemption'] : {}),
    ...declaredIn(report['facts']),
  };
  const inner: unknown = report['reports'];
  return [own, ...(Array.isArray(inner) ? inner.flatMap(verdictsIn) : [])];
}

/** Who, when, on which commit and why. A time that GitHub did not tell is left out. */
function exemptedBy({ by, at, sha, reason }: Record<string, unknown>): Record<string, string> {
  return {
    ...(typeof by === 'string' ? { exempted_by: by } : {}),
    ...(typeof at === 'string' && at !== '' ? { exempted_at: at } : {}),
    ...(typeof sha === 'string' ? { exempted_sha: sha } : {}),
    ...(typeof reason === 'string' ? { reason: oneLine(reason) } : {}),
  };
}

/** What the change declared of what the model is fed, by tensor and kind of cause. */
function declaredIn(told: unknown): Pick<ReportedVerdict, 'declared'> {
  const tensors: unknown = isRecord(told) ? told['tensors'] : undefined;
  const declared = (Array.isArray(tensors) ? tensors : [])
    .filter(isRecord)
    .flatMap(({ name, kind, declared: where }) =>
      typeof name === 'string' && typeof kind === 'string' && typeof where === 'string'
        ? [{ tensor: oneLine(name, 200), kind: oneLine(kind, 40), where: oneLine(where, 200) }]
        : [],
    );
  return declared.length === 0 ? {} : { declared: declared.slice(0, mostDeclared) };
}

/** A title may quote a pull request: what is invisible in it goes. */
function oneLine(text: string, most = 900): string {
  const shown = text
    .toWellFormed()
    .replaceAll(/[\p{C}\p{Zl}\p{Zp}]+/gu, ' ')
    .trim();
  return shown === '' ? '-' : shown.slice(0, most).trim();
}
