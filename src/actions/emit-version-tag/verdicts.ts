import { verdicts } from '../../report/model.ts';
import type { RunnerEnvironment } from '../../runner/environment.ts';
import { workingFolder } from '../../runner/paths.ts';
import { UserError } from '../../kernel/user-error.ts';
import type { GateVerdict } from '../../releases/index.ts';
import { readVerdicts, type ReportedVerdict } from '../../runner/gate/gate-reports.ts';
import type { VersionInputs } from './inputs.ts';

/** What the message of a claimed tag says of the gates. Throws a UserError for a file that is not a report. */
export async function gateVerdicts(
  { reports, workingDirectory }: VersionInputs,
  { workspace }: RunnerEnvironment,
): Promise<GateVerdict[]> {
  if (reports.length === 0) return [];
  const { folderTree } = await import('#lib/git');
  const files = async () => folderTree(await workingFolder(workspace, workingDirectory));
  return (await readVerdicts(reports, files)).map(asVerdict);
}

function asVerdict({
  gate,
  verdict: said,
  exempted_by: by,
  exempted_sha: sha,
}: ReportedVerdict): GateVerdict {
  const verdict = verdicts.find((one) => one === said);
  if (typeof gate !== 'string' || verdict === undefined)
    throw new UserError('A file of the input reports is not the report of a gate.', {
      help: 'Give the output `report` of a gate, such as `${{ steps.gate.outputs.report }}`.',
    });
  if (by === undefined) return { gate, verdict };
  return { gate, verdict, note: `by ${by}${sha === undefined ? '' : ` on ${sha.slice(0, 8)}`}` };
}
