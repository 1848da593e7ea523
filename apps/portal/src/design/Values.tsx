import { useClockOffset } from '../api/city.js';
import { common } from '../i18n/common.js';
import { useLanguage, useWords, words } from '../i18n/index.js';
import { daysUntil, exactTime, relativeTime, plainYuan, wan, yuan } from './amounts.js';
import { Tip } from './Tip.js';
import css from './Values.module.css';
import { some } from '../i18n/some.js';

const valueWords = words(
  {
    yuan: (text: string) => `${text} 元`,
    negotiable: '面议',
    from: (text: string) => `${text} 起`,
    upTo: (text: string) => `${text} 以内`,
    left: (days: number) => (days === 0 ? '今天截止' : `剩 ${days} 天`),
    over: (days: number) => `已超期 ${days} 天`,
  },
  {
    yuan: (text: string) => `CNY ${text}`,
    negotiable: 'Negotiable',
    from: (text: string) => `from ${text}`,
    upTo: (text: string) => `up to ${text}`,
    left: (days: number) => (days === 0 ? 'due today' : `${some(days, 'day')} left`),
    over: (days: number) => `${some(days, 'day')} overdue`,
  },
);

/** An amount in 分 as words of the language: 万元 in Chinese, yuan in English; with a second one, the range. */
export function useMoneyText(): (fen: number, to?: number) => string {
  const { language } = useLanguage();
  return (fen, to) => {
    const show = language === 'zh' ? wan : plainYuan;
    const amount = to === undefined ? show(fen) : `${show(fen)}–${show(to)}`;
    return language === 'zh' ? `${amount} 万元` : `CNY ${amount}`;
  };
}

/** 分 as 万元, with the exact 元 on hover. A missing amount is 未填报, never zero. */
export function Money({ fen }: { fen: number | null | undefined }) {
  const { notStated } = useWords(common);
  const t = useWords(valueWords);
  const money = useMoneyText();
  if (fen === null || fen === undefined) return <span className="quiet">{notStated}</span>;
  return (
    <Tip text={t.yuan(yuan(fen))}>
      <span className="num">{money(fen)}</span>
    </Tip>
  );
}

/** Small sums, such as fees, in 元. */
export function useYuanText(): (fen: number) => string {
  const t = useWords(valueWords);
  return (fen) => t.yuan(plainYuan(fen));
}

/** A price or budget given as a range; without either end it is negotiable. */
export function MoneyRange({ min, max }: { min: number | null | undefined; max: number | null | undefined }) {
  const t = useWords(valueWords);
  const money = useMoneyText();
  const low = min ?? null;
  const high = max ?? null;
  if (low === null && high === null) return <span>{t.negotiable}</span>;
  if (low !== null && high !== null) {
    if (low === high) return <Money fen={low} />;
    return (
      <Tip text={`${t.yuan(yuan(low))} – ${t.yuan(yuan(high))}`}>
        <span className="num">{money(low, high)}</span>
      </Tip>
    );
  }
  const only = low ?? high ?? 0;
  return (
    <Tip text={t.yuan(yuan(only))}>
      <span className="num">{low !== null ? t.from(money(only)) : t.upTo(money(only))}</span>
    </Tip>
  );
}

/** An instant as relative time, with the exact one on hover. */
export function When({ at }: { at: string | null | undefined }) {
  const { language } = useLanguage();
  const { notStated } = useWords(common);
  const offset = useClockOffset();
  if (!at) return <span className="quiet">{notStated}</span>;
  return (
    <Tip text={exactTime(at)}>
      <time dateTime={at}>{relativeTime(at, language === 'zh' ? 'zh-CN' : 'en', Date.now() + offset)}</time>
    </Tip>
  );
}

/** An instant to the minute: what is a deadline to somebody is never told by and by. */
export const At = ({ at }: { at: string }) => (
  <time className="num" dateTime={at}>
    {exactTime(at)}
  </time>
);

/** A legal day as 2026-11-23. */
export function Day({ on }: { on: string | null | undefined }) {
  const { notStated } = useWords(common);
  if (!on) return <span className="quiet">{notStated}</span>;
  return (
    <time className="num" dateTime={on}>
      {on}
    </time>
  );
}

/** A deadline with what is left of it: amber when near, red when past. */
export function Deadline({ on, soon = 5 }: { on: string | null | undefined; soon?: number }) {
  const t = useWords(valueWords);
  const offset = useClockOffset();
  if (!on) return <Day on={on} />;
  const days = daysUntil(on, Date.now() + offset);
  const tone = days < 0 ? css['over'] : days <= soon ? css['soon'] : css['calm'];
  return (
    <span className={css['deadline']}>
      <Day on={on} />
      <span className={tone}>{days < 0 ? t.over(-days) : t.left(days)}</span>
    </span>
  );
}
