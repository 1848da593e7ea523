import { useLanguage } from '../../i18n/index.js';

/** Languages that contracts are written in, the commonest first; ISO 639-1. */
export const LANGUAGES: readonly string[] = [
  'zh',
  'en',
  'ja',
  'ko',
  'de',
  'fr',
  'ru',
  'it',
  'es',
  'pt',
  'uk',
  'be',
  'ar',
  'vi',
  'th',
];

/** The language's name in that of the page; a code that is none is shown as it stands. */
export function useLanguageName(): (code: string) => string {
  const { language } = useLanguage();
  const names = new Intl.DisplayNames([language], { type: 'language' });
  return (code) => {
    try {
      return names.of(code) ?? code;
    } catch {
      return code;
    }
  };
}
