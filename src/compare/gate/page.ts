import { createHash } from 'node:crypto';
import { renderPage } from '../../report/html/page.ts';
import type { Report } from '../../report/model.ts';
import { comparePage, type CompareFacts, type PageFrame } from '../index.ts';

/** The whole file, which loads nothing. */
export function pageOf(report: Report<CompareFacts>, frame: PageFrame): string {
  return renderPage(comparePage(report, frame), { sha256 });
}

function sha256(text: string): string {
  return createHash('sha256').update(text, 'utf8').digest('base64');
}
