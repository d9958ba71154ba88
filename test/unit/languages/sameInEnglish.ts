import type { Language } from './bundles';

/** Names and words that a language shares with English; `all` holds for each. */
export const SAME_IN_ENGLISH: Readonly<Record<Language | 'all', readonly string[]>> = {
  all: [
    'Campaign Analytics for SendKit',
    'CSV',
    'HTML',
    'JSON',
    'JSON Lines',
    'Markdown',
    'SendKit',
    'SendKit: {0}',
    '{0}, {1} UTC',
    'p',
  ],
  de: ['Leads', 'Rate', 'Status', 'Status: {0}'],
  es: ['Leads', 'Total', '{0} lead', '{0} leads'],
  fr: ['Fraction', 'Leads', 'Total', 'active', '{0} lead', '{0} leads', '{0} points'],
  'pt-br': ['Leads', 'Status', 'Status: {0}', 'Total', '{0} lead', '{0} leads'],
  ja: [],
  'zh-cn': [],
};
