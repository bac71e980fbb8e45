/** What every rule means: for SARIF, loaded only where there is a finding. */
import { boardRules } from '../board/rules.ts';
import { branchRules } from '../branches/rules.ts';
import { compareRules } from '../compare/rules.ts';
import { allConfigRules } from '../config/rules.ts';
import { depsRules } from '../dependencies/rules.ts';
import { inputRules } from '../inputs/rules.ts';
import { lineageRules } from '../lineage/rules.ts';
import { locateRules } from '../locate/rules.ts';
import { policyRules, trunkRules } from '../policy/rules.ts';
import { promotionRules } from '../promotion/rules.ts';
import { signatureRules } from '../signatures/rules.ts';
import { regressionRules } from '../regression/rules.ts';
import { pipelineRules, versionRules } from '../releases/rules.ts';
import type { RuleDoc } from '../report/rule.ts';
import { runtimeRules } from '../report/rules.ts';

export const allRules: readonly RuleDoc[] = [
  ...allConfigRules,
  ...[
    depsRules,
    inputRules,
    regressionRules,
    locateRules,
    versionRules,
    pipelineRules,
    policyRules,
    trunkRules,
    branchRules,
    lineageRules,
    compareRules,
    promotionRules,
    signatureRules,
    boardRules,
    runtimeRules,
  ].flatMap((rules): RuleDoc[] => Object.values(rules)),
];
