/**
 * Published national figures (reference A8), to set the city's beside. What was not published, or only as "more than",
 * is said so; between them nothing is made up.
 */
export interface NationalFigure {
  readonly period: string;
  readonly periodEnglish: string;
  readonly count: number | null;
  /** 亿元. */
  readonly total: number;
  /** Published as 超过. */
  readonly atLeast: boolean;
  readonly source: string;
}

export const NATIONAL: readonly NationalFigure[] = [
  {
    period: '2019 年',
    periodEnglish: '2019',
    count: 484_077,
    total: 22_398.4,
    atLeast: false,
    source: '科技部火炬中心公布',
  },
  {
    period: '2024 年',
    periodEnglish: '2024',
    count: null,
    total: 68_000,
    atLeast: true,
    source: '主管部门公布',
  },
  {
    period: '2025 年 1–4 月',
    periodEnglish: 'January to April 2025',
    count: 228_000,
    total: 16_000,
    atLeast: false,
    source: '主管部门公布，取整',
  },
];
