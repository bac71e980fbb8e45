import type { Finding } from '../../report/model.ts';

export function detailsUnread(message: string, help?: string): Finding {
  return {
    rule: 'lineage/details-unread',
    severity: 'warning',
    message,
    help: help ?? 'Run it in a clone of the repository, or pass a token.',
  };
}
