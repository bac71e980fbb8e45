/** Two versions compared. Bundled once, loaded by what compares. */
export { compareOutcomes } from '../compare/gate/compare-outcomes.ts';
export { compareResults } from '../compare/gate/compare-results.ts';
export { compareVersions } from '../compare/gate/compare-versions.ts';
export { pageOf } from '../compare/gate/page.ts';
export { settingsBy } from '../compare/settings.ts';
export { selfTest } from '../compare/gate/self-test.ts';
export { seededRandom } from '../regression/index.ts';
