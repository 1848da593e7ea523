import { createContext, useContext, useEffect, useMemo, useState, type ReactNode } from 'react';

export type Language = 'zh' | 'en';

/** The words of one area in both languages. Each area keeps its own beside its pages, so that they load together. */
export interface Words<T> {
  readonly zh: T;
  readonly en: T;
}

/** Chinese first; the compiler holds the English to the same keys. */
export const words = <T extends object>(zh: T, en: NoInfer<T>): Words<T> => ({ zh, en });

const KEY = 'jihui.language';

/** What the person chose, or English for a browser that asks for no Chinese. */
export function initialLanguage(): Language {
  const chosen = localStorage.getItem(KEY);
  if (chosen === 'zh' || chosen === 'en') return chosen;
  return navigator.languages.length > 0 && !navigator.languages.some((tag) => tag.startsWith('zh'))
    ? 'en'
    : 'zh';
}

interface LanguageChoice {
  readonly language: Language;
  choose(language: Language): void;
}
const LanguageContext = createContext<LanguageChoice>({ language: 'zh', choose: () => undefined });

export const useLanguage = (): LanguageChoice => useContext(LanguageContext);

/** The area's words in the chosen language. */
export const useWords = <T,>(dictionary: Words<T>): T => dictionary[useLanguage().language];

export function LanguageProvider({ children }: { children: ReactNode }) {
  const [language, setLanguage] = useState<Language>(initialLanguage);
  useEffect(() => {
    document.documentElement.lang = language === 'zh' ? 'zh-CN' : 'en';
  }, [language]);
  const choice = useMemo<LanguageChoice>(
    () => ({
      language,
      choose(next) {
        localStorage.setItem(KEY, next);
        setLanguage(next);
      },
    }),
    [language],
  );
  return <LanguageContext value={choice}>{children}</LanguageContext>;
}
