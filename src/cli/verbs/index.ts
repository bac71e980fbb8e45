import type { Verb } from '../verb.ts';
import { branchVerb } from './branch.ts';
import { checkVerb } from './check.ts';
import { compareVerb } from './compare.ts';
import { completionVerb } from './completion.ts';
import { configVerb } from './config.ts';
import { dashboardVerb } from './dashboard.ts';
import { depsVerb } from './deps.ts';
import { figuresVerb } from './figures.ts';
import { initVerb } from './init.ts';
import { inputsVerb } from './inputs.ts';
import { locateVerb } from './locate.ts';
import { planVerb } from './plan.ts';
import { promoteVerb } from './promote.ts';
import { recordVerb } from './record.ts';
import { regressionVerb } from './regression.ts';
import { traceVerb } from './trace.ts';
import { schemaVerb } from './schema.ts';
import { sweepVerb } from './sweep.ts';
import { syncVerb } from './sync.ts';
import { verifyVerb } from './verify.ts';
import { versionVerb } from './version.ts';

/** In the order of the help. */
export const verbs: readonly Verb[] = [
  checkVerb,
  configVerb,
  depsVerb,
  inputsVerb,
  regressionVerb,
  compareVerb,
  locateVerb,
  versionVerb,
  recordVerb,
  traceVerb,
  promoteVerb,
  verifyVerb,
  dashboardVerb,
  figuresVerb,
  planVerb,
  branchVerb,
  syncVerb,
  sweepVerb,
  initVerb,
  schemaVerb,
  completionVerb(() => verbs),
];
