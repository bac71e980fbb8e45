/** Requests over HTTP. Bundled once, loaded where the policy has something asked. */
export { httpPort } from '../runner/http.ts';
