/** How services say that a document is one page of several. */
import { isRecord } from '../../kernel/record.ts';
import type { Page } from '../samples/pages.ts';
import { field, scoreOf, type Row } from './own-fields.ts';

const moreFields = ['has_more', 'hasMore', 'has_next', 'hasNext', 'has_next_page', 'hasNextPage'];
const nextFields = [
  'next_cursor',
  'nextCursor',
  'next_page_token',
  'nextPageToken',
  'next_page',
  'nextPage',
  'next',
];
const numberFields = ['page', 'current_page', 'currentPage'];
const sizeFields = ['totalPages', 'total_pages', 'page_count', 'num_pages', 'last_page'];
/** Where they stand, beside the rows or in an object of their own. */
const places = ['meta', 'metadata', 'pagination', 'paging', 'page_info', 'pageInfo', 'links'];

/** What a document says of being a page; `undefined` where it says nothing. */
export function pageOf(document: unknown): Page | undefined {
  if (!isRecord(document)) return undefined;
  const stated = [document, ...places.map((name) => field(document, name)).filter(isRecord)]
    .map(statedIn)
    .find((page) => page !== undefined);
  return stated;
}

function statedIn(part: Row): Page | undefined {
  const of = numberIn(part, sizeFields);
  const number = numberIn(part, numberFields);
  if (of !== undefined && number !== undefined) return { of, number };
  const more = moreFields.map((name) => field(part, name)).find((value) => typeof value === 'boolean');
  if (more !== undefined) return { more };
  const next = nextFields.filter((name) => Object.hasOwn(part, name)).map((name) => part[name]);
  if (next.some((value) => (typeof value === 'string' && value !== '') || typeof value === 'number'))
    return { more: true };
  return next.some((value) => value === null || value === '') ? { more: false } : undefined;
}

function numberIn(part: Row, names: readonly string[]): number | undefined {
  const value = names.map((name) => scoreOf(field(part, name))).find((one) => Number.isInteger(one));
  return value !== undefined && value >= 0 ? value : undefined;
}
