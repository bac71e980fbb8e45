/** What every rule means: for SARIF, loaded only where there is a finding. */
import { ruleDocs as board } from '../board/rule-docs.ts';
import { ruleDocs as config } from '../config/rule-docs.ts';
import { ruleDocs as dependencies } from '../dependencies/rule-docs.ts';
import { ruleDocs as lineage } from '../lineage/rule-docs.ts';
import { ruleDocs as regression } from '../regression/rule-docs.ts';
import type { RuleDoc } from '../report/rule-doc.ts';
import { ruleDocs as runtime } from '../runtime/rule-docs.ts';
import { ruleDocs as trunk } from '../trunk/rule-docs.ts';
import { ruleDocs as versioning } from '../versioning/rule-docs.ts';

export const ruleDocs: readonly RuleDoc[] = [
  ...config,
  ...dependencies,
  ...regression,
  ...versioning,
  ...trunk,
  ...lineage,
  ...board,
  ...runtime,
];
