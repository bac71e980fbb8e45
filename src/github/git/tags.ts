import type { NewTag, Tag, TagCreation, TagStore } from '../../ports/tags.ts';
import { UserError } from '../../kernel/user-error.ts';
import { pageSize, type Client } from '../client/client.ts';
import { createRef, getRef } from './refs.ts';
import type { Ref } from '../../ports/github-repository.ts';

/** The same for every runner: with the date pinned too, the same tag made twice is the same object. */
const tagger = { name: 'model-gates', email: 'model-gates@users.noreply.github.com' };

/** A tag of a tag of a tag … */
const deepest = 5;

export function tags(client: Client): TagStore {
  return {
    list: async (prefix) => (await listTags(client)).filter((tag) => tag.name.startsWith(prefix)),
    create: (tag) => createTag(client, tag),
  };
}

/** This list gives the commits of annotated tags too; matching-refs would cost a request for each. */
async function listTags({ all, rest, repo }: Client): Promise<Tag[]> {
  const listed = await all('read tags', () => rest.repos.listTags({ ...repo, per_page: pageSize }), 100);
  return listed.map(({ name, commit }) => ({ name, sha: commit.sha }));
}

async function createTag(client: Client, { tag, sha, message, taggerDate }: NewTag): Promise<TagCreation> {
  const { call, rest, repo } = client;
  const ref = `refs/tags/${tag}`;
  const object = await call('write tag', () =>
    rest.git.createTag({
      ...repo,
      tag,
      message,
      object: sha,
      type: 'commit',
      tagger: { ...tagger, date: taggerDate },
    }),
  );
  if (await createRef(client, ref, object.sha)) return { created: true };
  const there = await getRef(client, ref);
  if (there === undefined)
    throw new UserError(`the tag ${tag} was there and is gone again`, { help: 'Run the job again.' });
  return { created: false, sha: await commitOf(client, there) };
}

/** Follows annotated tags to what they name. */
async function commitOf({ call, rest, repo }: Client, ref: Ref): Promise<string> {
  let { sha, type } = ref;
  for (let depth = 0; type === 'tag' && depth < deepest; depth += 1) {
    const tag_sha = sha;
    ({ sha, type } = (await call('read tags', () => rest.git.getTag({ ...repo, tag_sha }))).object);
  }
  return sha;
}
