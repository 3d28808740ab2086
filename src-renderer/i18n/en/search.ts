/** Words of the search box and its results. */
export const search = {
  label: 'Search the archive',
  placeholder: 'Search articles, notes and passages',
  clear: 'Clear the search',
  results: 'Search results',
  count_one: '{{count, number}} result',
  count_other: '{{count, number}} results',
  took: '{{ms, number}} ms',
  sort: 'Order of the results',
  relevance: 'Relevance',
  date: 'Date',
  within: 'in “{{scope}}”',
  everywhere: 'Search everywhere',
  none: 'Nothing found for “{{query}}”',
  noneHint: 'Try fewer words or their beginning with a star, as in “treat*”. Accents and capitals don’t matter.',
} as const;
