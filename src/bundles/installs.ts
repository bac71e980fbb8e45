/** What workflows, scripts, images and the like install. Bundled once, loaded where such a file changed. */
export { parseInstalls } from '../dependencies/installs/index.ts';
