import { useQuery } from 'urql';
import { graphql } from '../api/graphql.js';
import { Section } from '../design/DetailPage.js';
import { Figure, Figures } from '../design/Figure.js';
import { When } from '../design/Values.js';
import { useWords, words } from '../i18n/index.js';
import { some } from '../i18n/some.js';

const NeedVitalityDocument = graphql(`
  query NeedVitality($id: ID!) {
    need(id: $id) {
      id
      vitality {
        asked
        waiting
        firstResponseHours
        lastTouchAt
      }
    }
  }
`);
const ResultVitalityDocument = graphql(`
  query ResultVitality($id: ID!) {
    result(id: $id) {
      id
      vitality {
        asked
        waiting
        firstResponseHours
        lastTouchAt
      }
    }
  }
`);

const vitalityWords = words(
  {
    title: '活力',
    asked: '发起过的对接',
    waiting: '等待您响应',
    first: '首次响应用时',
    median: '中位数',
    touched: '最近一次推进',
    never: '尚无',
    deals: '项',
    hours: (value: number) => (value < 48 ? `${round(value)} 小时` : `${round(value / 24)} 天`),
  },
  {
    title: 'Activity',
    asked: 'Deals opened',
    waiting: 'Waiting for an answer',
    first: 'Time to the first answer',
    median: 'median',
    touched: 'Last step taken',
    never: 'none yet',
    deals: '',
    hours: (value: number) => (value < 48 ? some(round(value), 'hour') : some(round(value / 24), 'day')),
  },
);
const round = (value: number): string => value.toLocaleString('en-US', { maximumFractionDigits: 1 });

/** 活力 of one's own listing: who asked and how they were answered. Nothing for everybody else. */
export function Vitality({ kind, id }: { kind: 'need' | 'result'; id: string }) {
  const t = useWords(vitalityWords);
  const [need] = useQuery({ query: NeedVitalityDocument, variables: { id }, pause: kind !== 'need' });
  const [result] = useQuery({ query: ResultVitalityDocument, variables: { id }, pause: kind !== 'result' });
  const vitality = kind === 'need' ? need.data?.need?.vitality : result.data?.result?.vitality;
  if (!vitality) return null;
  const { asked, waiting, firstResponseHours, lastTouchAt } = vitality;
  return (
    <Section title={t.title} id="vitality">
      <Figures>
        <Figure label={t.asked} value={asked} unit={t.deals} />
        <Figure label={t.waiting} value={waiting} unit={t.deals} to={waiting > 0 ? '/deals' : undefined} />
        <Figure
          label={t.first}
          value={typeof firstResponseHours === 'number' ? t.hours(firstResponseHours) : t.never}
          note={t.median}
        />
        <Figure label={t.touched} value={lastTouchAt ? <When at={lastTouchAt} /> : t.never} />
      </Figures>
    </Section>
  );
}
