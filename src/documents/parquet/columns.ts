import type { ColumnMetaData, FileMetaData, RowGroup, SchemaTree } from 'hyparquet';

/** One column of the table; a column of structs or lists has several physical ones. */
export interface Column {
  readonly name: string;
  readonly leaves: readonly Leaf[];
}

export interface Leaf {
  /** From the root of the schema down to it. */
  readonly leaf: readonly SchemaTree[];
  chunkOf(group: RowGroup): ColumnMetaData | undefined;
}

const mostColumns = 512;

/** The columns that are read. Throws where there are too many. */
export function columnsOf(
  metadata: FileMetaData,
  schema: SchemaTree,
  wants: (name: string, isNumbers: boolean) => boolean,
): readonly Column[] {
  if (schema.children.length > mostColumns) throw new Error(`it has more than ${mostColumns} columns`);
  const places = new Map(metadata.row_groups[0]?.columns.map(({ meta_data: of }, i) => [pathOf(of), i]));
  return schema.children
    .map((tree) => ({ name: tree.element.name, leaves: leavesOf(tree, [schema], places) }))
    .filter(({ name, leaves }) => wants(name, leaves.every(isNumberList)));
}

function leavesOf(
  tree: SchemaTree,
  above: readonly SchemaTree[],
  places: ReadonlyMap<string, number>,
): readonly Leaf[] {
  const leaf = [...above, tree];
  if (tree.children.length > 0) return tree.children.flatMap((child) => leavesOf(child, leaf, places));
  const path = leaf
    .slice(1)
    .map(({ element }) => element.name)
    .join('\u0000');
  return [{ leaf, chunkOf: (group) => chunkAt(group, path, places.get(path)) }];
}

/** Row groups have their columns in the same order. */
function chunkAt(group: RowGroup, path: string, place: number | undefined): ColumnMetaData | undefined {
  const there = place === undefined ? undefined : group.columns[place]?.meta_data;
  if (there !== undefined && pathOf(there) === path) return there;
  return group.columns.find(({ meta_data: of }) => pathOf(of) === path)?.meta_data;
}

function pathOf(column: ColumnMetaData | undefined): string {
  return column?.path_in_schema.join('\u0000') ?? '';
}

/** Tokens and their like; numbers of type INT96 are times. */
function isNumberList({ leaf }: Leaf): boolean {
  const type = leaf.at(-1)?.element.type;
  return (
    leaf.some(({ element }) => element.repetition_type === 'REPEATED') &&
    type !== undefined &&
    /^(?:INT32|INT64|FLOAT|DOUBLE)$/.test(type)
  );
}
