import type { TrackerContext } from '../../check/tracked.ts';
import type { Policy } from '../../policy/index.ts';
import type { RunnerEnvironment } from '../environment.ts';
import { mask } from '../mask.ts';

/** What runs are opened with in the experiment tracker, where the policy names one; its secrets are masked first. */
export function trackerOf(
  { serverUrl, repository }: RunnerEnvironment,
  { tracker }: Policy,
): TrackerContext | undefined {
  if (tracker === undefined) return undefined;
  mask(process.env['MLFLOW_TRACKING_TOKEN']);
  mask(process.env['MLFLOW_TRACKING_PASSWORD']);
  return { repositoryUrl: `${serverUrl}/${repository}`, variables: process.env };
}
