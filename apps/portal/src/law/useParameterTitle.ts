import { englishOf } from '../calculators/englishWorking.js';
import { useLanguage } from '../i18n/index.js';
import { titles } from './titles.js';

/** What the parameter is called in the language of the page; one without English words keeps its own. */
export function useParameterTitle(): (parameter: { readonly id: string; readonly title: string }) => string {
  const { language } = useLanguage();
  return ({ id, title }) =>
    language === 'en' ? (titles[id] ?? (id.startsWith('contracts.') ? englishOf(title) : title)) : title;
}
