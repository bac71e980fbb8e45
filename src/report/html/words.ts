/** What the renderer itself says; a page in another language brings its own. `#` stands for a number. */
export const defaultWords = {
  skip: 'Skip to the content',
  parts: 'Parts of this page',
  made: 'Made ',
  found: '# of # rows',
  minutes: ' (# min ago)',
  hours: ' (# h ago)',
  days: ' (# days ago)',
  '# min': '# min',
  '# h': '# h',
  '# h # min': '# h # min',
  '# days': '# days',
  ago: '{} ago',
  ahead: 'in {}',
};

export type PageWords = typeof defaultWords;
