/** What every rule means: for SARIF, loaded only where there is a finding. */
import { ruleDocs as board } from '../board/rule-docs.ts';
import { ruleDocs as branches } from '../branches/rule-docs.ts';
import { ruleDocs as config } from '../config/rule-docs.ts';
import { ruleDocs as dependencies } from '../dependencies/rule-docs.ts';
import { ruleDocs as lineage } from '../lineage/rule-docs.ts';
import { ruleDocs as regression } from '../regression/rule-docs.ts';
import type { RuleDoc } from '../report/rule-doc.ts';
import { ruleDocs as runtime } from '../report/rule-docs.ts';
import { ruleDocs as policy } from '../policy/rule-docs.ts';
import { ruleDocs as releases } from '../releases/rule-docs.ts';

export const ruleDocs: readonly RuleDoc[] = [
  ...config,
  ...dependencies,
  ...regression,
  ...releases,
  ...policy,
  ...branches,
  ...lineage,
  ...board,
  ...runtime,
];
