/** What a commit that is here says of itself. */
import type { ObjectReader } from '../objects/object-reader.ts';

/** Parents as the commit names them, also those beyond the depth of the clone. */
export async function storedParents(objects: ObjectReader, sha: string): Promise<string[]> {
  const lines = await headersOf(objects, sha);
  return lines.flatMap((line) => (line.startsWith('parent ') ? [line.slice('parent '.length)] : []));
}

/** When it was committed, in the committer's own time zone: ISO 8601, as `%cI` of git prints it. */
export async function committedAt(objects: ObjectReader, sha: string): Promise<string> {
  const line = (await headersOf(objects, sha)).find((one) => one.startsWith('committer ')) ?? '';
  const [, seconds = '0', sign = '+', hours = '00', minutes = '00'] =
    /> (\d+) ([+-])(\d\d)(\d\d)$/.exec(line) ?? [];
  const ahead = Number(`${sign}1`) * (Number(hours) * 3600 + Number(minutes) * 60);
  const local = new Date((Number(seconds) + ahead) * 1000).toISOString().slice(0, 19);
  return `${local}${sign}${hours}:${minutes}`;
}

async function headersOf(objects: ObjectReader, sha: string): Promise<readonly string[]> {
  const [commit] = await objects.read([sha]);
  const text = commit?.bytes.toString('latin1') ?? '';
  return text.slice(0, text.indexOf('\n\n')).split('\n');
}
