import { actionPages } from './action-inputs.ts';
import { cliPages } from './cli.ts';
import type { Page } from './page.ts';
import { planPage } from './plan.ts';
import { policyPage } from './policy.ts';
import { readmePages } from './readmes.ts';
import { rulePages } from './rules.ts';
import { schemaPages } from './schemas.ts';
import { tracePage } from './trace.ts';
import { trustRootPage } from './trust-root.ts';

/** Every page that is generated, as it should be. */
export async function generatedPages(root: string): Promise<Page[]> {
  const actions = actionPages(root);
  return [
    ...actions,
    ...readmePages(root, actions),
    ...schemaPages(),
    trustRootPage(root),
    ...rulePages(),
    ...cliPages(),
    policyPage(),
    planPage(root),
    await tracePage(root),
  ];
}
