import { createContext, useContext, useEffect, useMemo, useState, type ReactNode } from 'react';
import { applyTheme, type ThemeName } from './theme.js';

const KEY = 'jihui.theme';
const device = matchMedia('(prefers-color-scheme: dark)');

/** What the person chose, or what the device asks for. */
export function initialTheme(): ThemeName {
  const chosen = localStorage.getItem(KEY);
  if (chosen === 'light' || chosen === 'dark') return chosen;
  return device.matches ? 'dark' : 'light';
}

interface ThemeChoice {
  readonly theme: ThemeName;
  toggle(): void;
}
const ThemeContext = createContext<ThemeChoice>({ theme: 'light', toggle: () => undefined });

export const useTheme = (): ThemeChoice => useContext(ThemeContext);

export function ThemeProvider({ children }: { children: ReactNode }) {
  const [theme, setTheme] = useState<ThemeName>(initialTheme);
  useEffect(() => {
    // Paper is white: what is printed is printed light.
    const paper = matchMedia('print');
    const apply = (): void => applyTheme(paper.matches ? 'light' : theme);
    apply();
    paper.addEventListener('change', apply);
    return () => paper.removeEventListener('change', apply);
  }, [theme]);
  // A device that turns dark in the evening takes the page with it.
  useEffect(() => {
    const follow = (): void => setTheme(initialTheme());
    device.addEventListener('change', follow);
    return () => device.removeEventListener('change', follow);
  }, []);
  const choice = useMemo<ThemeChoice>(
    () => ({
      theme,
      toggle() {
        const next = theme === 'light' ? 'dark' : 'light';
        localStorage.setItem(KEY, next);
        setTheme(next);
      },
    }),
    [theme],
  );
  return <ThemeContext value={choice}>{children}</ThemeContext>;
}
