import { DataTable } from '../design/DataTable.js';
import { Section } from '../design/DetailPage.js';
import { useLanguage, useWords } from '../i18n/index.js';
import type { ContractFigure } from './FigureTable.js';
import { NATIONAL } from './national.js';
import { dataWords } from './words.js';

const FEN_PER_YI = 10_000_000_000;
const WAN_PER_YI = 10_000;
const plain = (value: number, digits: number): string =>
  value.toLocaleString('en-US', { maximumFractionDigits: digits });

interface Row {
  readonly period: string;
  readonly count: number | null;
  /** 亿元. */
  readonly total: number;
  readonly atLeast: boolean;
  readonly source: string;
}

/** 全国数据参照: what was published of the country beside what this page shows; where nothing was, it says so. */
export function National({
  totals,
  period,
}: {
  totals: Pick<ContractFigure, 'count' | 'total'>;
  period: string;
}) {
  const t = useWords(dataWords);
  const { language } = useLanguage();
  const rows: readonly Row[] = [
    {
      period: `${t.thisCity} ${period}`,
      count: totals.count,
      total: totals.total / FEN_PER_YI,
      atLeast: false,
      source: t.coverageFlag,
    },
    ...NATIONAL.map((figure) => ({
      ...figure,
      period: language === 'zh' ? figure.period : figure.periodEnglish,
    })),
  ];
  return (
    <Section title={t.national} id="national">
      <p className="quiet">{t.nationalIntro}</p>
      <DataTable
        caption={t.national}
        rows={rows}
        keyOf={(row) => row.period}
        columns={[
          { key: 'period', title: t.period, render: (row) => row.period },
          {
            key: 'count',
            title: t.nationalCount,
            right: true,
            render: ({ count }) =>
              count === null ? <span className="quiet">{t.notPublished}</span> : plain(count, 0),
          },
          {
            key: 'total',
            title: t.nationalTotal,
            right: true,
            render: ({ total, atLeast }) => (atLeast ? t.over(plain(total, 4)) : plain(total, 4)),
          },
          {
            key: 'average',
            title: t.average,
            right: true,
            render: ({ count, total }) =>
              count === null || count <= 0 ? '—' : plain((total * WAN_PER_YI) / count, 1),
          },
          { key: 'source', title: t.source, render: ({ source }) => source },
        ]}
      />
    </Section>
  );
}
