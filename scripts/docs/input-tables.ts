/** Which inputs each action has, by the name of its bundle. */
import { changeInputs, suggestInputs } from '../../src/runner/change/inputs.ts';
import { checkInputs } from '../../src/actions/check/inputs.ts';
import { dashboardInputs } from '../../src/actions/build-dashboard/inputs.ts';
import { branchInputs } from '../../src/actions/check-branch/inputs.ts';
import { versionInputs } from '../../src/actions/emit-version-tag/inputs.ts';
import { recordInputs } from '../../src/actions/record-lineage/inputs.ts';
import { promoteInputs } from '../../src/actions/promote-model/inputs.ts';
import { locateInputs } from '../../src/actions/locate-regression/inputs.ts';
import { sweepInputs } from '../../src/actions/sweep-branches/inputs.ts';
import { traceInputs } from '../../src/actions/trace-lineage/inputs.ts';
import { triggerInputs } from '../../src/actions/trigger-pipeline/inputs.ts';
import { planInputs } from '../../src/actions/plan-gates/inputs.ts';
import { configTable } from '../../src/config/settings.ts';
import { dependencyTable } from '../../src/dependencies/settings.ts';
import type { Input, Setting } from '../../src/kernel/settings.ts';
import { inputTable } from '../../src/inputs/settings.ts';
import { regressionTable } from '../../src/regression/settings.ts';

export type InputTable = Readonly<Record<string, Setting | Input>>;

export const inputTables: Readonly<Record<string, InputTable>> = {
  check: checkInputs,
  'validate-model-config': { ...configTable, ...changeInputs, ...suggestInputs },
  'detect-dep-drift': { ...dependencyTable, ...changeInputs, ...suggestInputs },
  'detect-input-drift': { ...inputTable, ...changeInputs },
  'regression-gate': { ...regressionTable, ...changeInputs },
  'plan-gates': planInputs,
  'build-dashboard': dashboardInputs,
  'check-branch': branchInputs,
  'emit-version-tag': versionInputs,
  'promote-model': promoteInputs,
  'record-lineage': recordInputs,
  'locate-regression': locateInputs,
  'sweep-branches': sweepInputs,
  'trace-lineage': traceInputs,
  'trigger-pipeline': triggerInputs,
};
