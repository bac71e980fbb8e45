/** Which inputs each action has, by the name of its bundle. */
import { changeInputs } from '../../src/actions/change-inputs.ts';
import { checkInputs } from '../../src/actions/check/inputs.ts';
import { planInputs } from '../../src/actions/plan-gates/inputs.ts';
import { configTable } from '../../src/config/settings.ts';
import { dependencyTable } from '../../src/dependencies/settings.ts';
import type { Input, Setting } from '../../src/kernel/settings.ts';
import { regressionTable } from '../../src/regression/settings.ts';

export type InputTable = Readonly<Record<string, Setting | Input>>;

export const inputTables: Readonly<Record<string, InputTable>> = {
  check: checkInputs,
  'validate-model-config': { ...configTable, ...changeInputs },
  'detect-dep-drift': { ...dependencyTable, ...changeInputs },
  'regression-gate': { ...regressionTable, ...changeInputs },
  'plan-gates': planInputs,
};
