import { isObject } from '../contract.ts';
import type { GitRef, Person } from '../git-store.ts';
import {
  created,
  done,
  failure,
  listOf,
  notFound,
  ok,
  type Call,
  type Reply,
  type Routes,
} from '../route.ts';

export const gitRoutes: Routes = {
  'git/list-matching-refs': {
    needs: ['contents', 'read'],
    handle: async ({ git, params }) => listOf((await git.refs(`refs/${params['ref'] ?? ''}`)).map(refJson)),
  },
  'git/get-ref': {
    needs: ['contents', 'read'],
    handle: async ({ git, params }) => {
      const ref = await git.ref(`refs/${params['ref'] ?? ''}`);
      return ref === undefined ? notFound : ok(refJson(ref));
    },
  },
  'git/create-ref': { needs: ['contents', 'write'], handle: createRef },
  'git/update-ref': { needs: ['contents', 'write'], handle: updateRef },
  'git/delete-ref': {
    needs: ['contents', 'write'],
    handle: async ({ git, params }) =>
      (await git.deleteRef(`refs/${params['ref'] ?? ''}`)) ? done : failure(422, 'Reference does not exist'),
  },
  'git/create-tag': { needs: ['contents', 'write'], handle: createTag },
  'git/get-tag': {
    needs: ['contents', 'read'],
    handle: async ({ git, params }) => {
      const tag = await git.tag(params['tag_sha'] ?? '');
      if (tag === undefined) return notFound;
      return ok({
        sha: params['tag_sha'],
        tag: tag.tag,
        message: tag.message,
        object: { sha: tag.object, type: tag.type },
      });
    },
  },
  'git/create-blob': {
    needs: ['contents', 'write'],
    handle: async ({ git, body }) => {
      const encoding = body['encoding'] === 'base64' ? 'base64' : 'utf8';
      return created({ sha: await git.createBlob(Buffer.from(String(body['content']), encoding)) });
    },
  },
  'git/get-blob': {
    needs: ['contents', 'read'],
    handle: async ({ git, params }) => {
      const content = await git.blob(params['file_sha'] ?? '');
      if (content === undefined) return notFound;
      return ok({
        sha: params['file_sha'],
        encoding: 'base64',
        size: content.length,
        content: content.toString('base64'),
      });
    },
  },
  'git/create-tree': { needs: ['contents', 'write'], handle: createTree },
  'git/get-tree': {
    needs: ['contents', 'read'],
    handle: async ({ state, git, params, query }) => {
      const tree = await git.tree(params['tree_sha'] ?? '', query.has('recursive'));
      return tree === undefined
        ? notFound
        : ok({ sha: params['tree_sha'], truncated: state.truncatedTrees, tree });
    },
  },
  'git/create-commit': { needs: ['contents', 'write'], handle: createCommit },
};

function refJson({ ref, sha, type }: GitRef): Record<string, unknown> {
  return { ref, object: { sha, type } };
}

async function createRef({ git, body }: Call): Promise<Reply> {
  const ref = String(body['ref']);
  if (!/^refs\/[^/]+\/./.test(ref)) return failure(422, `${ref} is not a valid ref name.`);
  const outcome = await git.createRef(ref, String(body['sha']));
  if (outcome === 'exists') return failure(422, 'Reference already exists');
  if (outcome === 'bad object') return failure(422, 'Object does not exist');
  const made = await git.ref(ref);
  return made === undefined ? failure(422, 'Reference update failed') : created(refJson(made));
}

async function updateRef({ git, params, body }: Call): Promise<Reply> {
  const ref = `refs/${params['ref'] ?? ''}`;
  const outcome = await git.updateRef(ref, String(body['sha']), body['force'] === true);
  const answers: Record<string, Reply> = {
    missing: failure(422, 'Reference does not exist'),
    'bad object': failure(422, 'Object does not exist'),
    'not fast-forward': failure(422, 'Update is not a fast forward'),
  };
  const made = await git.ref(ref);
  return answers[outcome] ?? (made === undefined ? notFound : ok(refJson(made)));
}

async function createTag({ git, body, time }: Call): Promise<Reply> {
  const { tag, message, object, type } = Object.fromEntries(
    Object.entries(body).map(([name, value]) => [name, String(value)]),
  );
  if (tag === undefined || message === undefined || object === undefined || type === undefined)
    return failure(422, 'Invalid request.');
  const sha = await git.createTag({ tag, message, object, type, tagger: personOf(body['tagger'], time()) });
  return sha === undefined
    ? failure(422, 'Validation Failed')
    : created({ sha, tag, message, object: { sha: object, type } });
}

async function createTree({ git, body }: Call): Promise<Reply> {
  const entries = Array.isArray(body['tree']) ? body['tree'].filter(isObject) : [];
  const plain = await Promise.all(
    entries.map(async ({ path, mode, sha, content }) => ({
      path: String(path),
      mode: String(mode),
      sha: typeof content === 'string' ? await git.createBlob(Buffer.from(content)) : shaOf(sha),
    })),
  );
  const base = typeof body['base_tree'] === 'string' ? body['base_tree'] : undefined;
  const sha = await git.createTree(plain, base);
  return created({ sha, truncated: false, tree: (await git.tree(sha, false)) ?? [] });
}

function shaOf(value: unknown): string | null {
  return typeof value === 'string' ? value : null;
}

async function createCommit({ git, body, time }: Call): Promise<Reply> {
  const parents = Array.isArray(body['parents']) ? body['parents'].map(String) : [];
  const author = personOf(body['author'], time());
  const committer = personOf(body['committer'] ?? body['author'], time());
  const tree = String(body['tree']);
  const message = String(body['message']);
  const sha = await git.createCommit({ message, tree, parents, author, committer });
  return created({ sha, message, tree: { sha: tree }, parents: parents.map((parent) => ({ sha: parent })) });
}

function personOf(value: unknown, now: string): Person {
  const person = isObject(value) ? value : {};
  const text = (name: string, fallback: string): string =>
    typeof person[name] === 'string' ? person[name] : fallback;
  return {
    name: text('name', 'GitHub'),
    email: text('email', 'noreply@github.example'),
    date: text('date', now),
  };
}
