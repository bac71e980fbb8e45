import { lineageRules } from '../rules.ts';
import type { Finding } from '../../report/model.ts';

export function detailsUnread(message: string, help?: string): Finding {
  return lineageRules['details-unread'].finding({
    message,
    help: help ?? 'Run it in a clone of the repository, or pass a token.',
  });
}
