import { created, done, failure, listOf, notFound, ok, type Call, type Routes } from '../route.ts';
import type { ReleaseState } from '../state.ts';

const releaseJson = ({ id, tag, draft, immutable }: ReleaseState) => ({
  id,
  tag_name: tag,
  draft,
  immutable,
});

function releaseOf({ state, params }: Call): ReleaseState | undefined {
  return state.releases.find(({ id }) => id === Number(params['release_id']));
}

export const releaseRoutes: Routes = {
  'repos/list-releases': {
    needs: ['contents', 'read'],
    handle: ({ state }) => listOf(state.releases.toReversed().map(releaseJson)),
  },
  // A draft has no tag yet.
  'repos/get-release-by-tag': {
    needs: ['contents', 'read'],
    handle: ({ state, params }) => {
      const found = state.releases.find(({ tag, draft }) => tag === params['tag'] && !draft);
      return found === undefined ? notFound : ok(releaseJson(found));
    },
  },
  'repos/create-release': {
    needs: ['contents', 'write'],
    handle: ({ state, body, nextId }) => {
      const draft = body['draft'] === true;
      const tag = String(body['tag_name']);
      if (!draft && state.releases.some((one) => one.tag === tag && !one.draft))
        return failure(422, 'Validation Failed: tag_name already_exists');
      const made = { id: nextId(), tag, draft, immutable: !draft && state.immutableReleases };
      state.releases.push(made);
      return created(releaseJson(made));
    },
  },
  'repos/update-release': {
    needs: ['contents', 'write'],
    handle: (call) => {
      const found = releaseOf(call);
      if (found === undefined) return notFound;
      if (found.immutable) return failure(422, 'Cannot update an immutable release');
      found.draft = call.body['draft'] === true;
      found.immutable = !found.draft && call.state.immutableReleases;
      return ok(releaseJson(found));
    },
  },
  'repos/delete-release': {
    needs: ['contents', 'write'],
    handle: (call) => {
      call.state.releases = call.state.releases.filter((one) => one !== releaseOf(call));
      return done;
    },
  },
};
