/** What the renderer itself says; a page in another language brings its own. `#` stands for a number. */
export const defaultWords = {
  skip: 'Skip to the content',
  parts: 'Parts of this page',
  made: 'Made ',
  found: '# of # rows',
  minutes: ' (# min ago)',
  hours: ' (# h ago)',
  days: ' (# days ago)',
  ago: '{} ago',
  ahead: 'in {}',
};

export type PageWords = typeof defaultWords;
