/** The one place where colours, radius and type are decided. CSS variables and antd's tokens both come from here. */

export type ThemeName = 'light' | 'dark';

/** Each token as [light, dark]. Text tokens keep a contrast of 4.5 on ground and surface, lines of controls 3. */
const colours = {
  ground: ['#F6F8FA', '#0D1524'],
  surface: ['#FFFFFF', '#141F33'],
  sunken: ['#EDF1F5', '#0A111D'],
  raised: ['#FFFFFF', '#1B2942'],
  ink: ['#14213D', '#E8EDF5'],
  ink2: ['#44506A', '#B9C3D4'],
  ink3: ['#5A6680', '#98A5BC'],
  line: ['#DFE4EA', '#273650'],
  'line-strong': ['#7F8BA0', '#64769A'],
  accent: ['#0F766E', '#3CC0B2'],
  'accent-fill': ['#0F766E', '#0F766E'],
  'accent-fill-hover': ['#0B5F59', '#108077'],
  'accent-soft': ['#E4F2F0', '#12322F'],
  'on-fill': ['#FFFFFF', '#FFFFFF'],
  amber: ['#8F5300', '#F2B84B'],
  'amber-soft': ['#FCF1D9', '#372A10'],
  red: ['#B42318', '#FF938A'],
  'red-fill': ['#B42318', '#B42318'],
  'red-fill-hover': ['#951C13', '#C5291D'],
  'red-soft': ['#FCEBE9', '#3B1B19'],
  shade: ['rgb(20 33 61 / 0.45)', 'rgb(2 6 14 / 0.65)'],
} as const satisfies Readonly<Record<string, readonly [string, string]>>;

export type ColourName = keyof typeof colours;

export const fonts = {
  /** Latin text first, so that apostrophes and quotes are Latin ones. */
  latin:
    'system-ui, -apple-system, "Segoe UI", "Helvetica Neue", Arial, "PingFang SC", "Microsoft YaHei", "Noto Sans CJK SC", sans-serif',
  text: '"PingFang SC", "Hiragino Sans GB", "Microsoft YaHei", "Noto Sans CJK SC", "Noto Sans SC", system-ui, sans-serif',
  mono: 'ui-monospace, "SF Mono", "Cascadia Mono", Consolas, "Noto Sans Mono CJK SC", monospace',
};
export const radius = 6;
export const fontSize = 14;
/** Chinese needs more air between lines than Latin text. */
export const lineHeight = 1.6;

/** The colour itself, for what CSS variables cannot reach (charts, antd's seeds). */
export const colour = (theme: ThemeName, name: ColourName): string =>
  colours[name][theme === 'light' ? 0 : 1];

/** Writes every token as a CSS variable on the root element. */
export function applyTheme(theme: ThemeName): void {
  const root = document.documentElement;
  root.dataset['theme'] = theme;
  root.style.colorScheme = theme;
  for (const name of Object.keys(colours) as ColourName[])
    root.style.setProperty(`--${name}`, colour(theme, name));
  root.style.setProperty('--radius', `${radius}px`);
  root.style.setProperty('--font', fonts.text);
  root.style.setProperty('--font-latin', fonts.latin);
  root.style.setProperty('--mono', fonts.mono);
}
