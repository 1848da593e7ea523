import { addDays, daysBetween, type LegalDay } from '@jihui/kernel';
import { feeCalendar, nextFeeYear, type FeeRules } from './fees.js';
import { activeLicences, type Patent } from './patent.js';

export const WARNING_KINDS = [
  'FEE_SOON',
  'FEE_NEAR',
  'FEE_LATE',
  'FEE_LAST',
  'FEE_MISSED',
  'EXPIRY',
  'FILING_NEAR',
  'FILING_OVERDUE',
] as const;
export type WarningKind = (typeof WARNING_KINDS)[number];

/** Something about a patent that its holder should see to by a day. */
export interface Warning {
  readonly kind: WarningKind;
  /** The day that counts: the last one to act, or the end of the term. */
  readonly dueOn: LegalDay;
  readonly message: string;
}

/** Days before a day at which it is told of. */
export interface WarningDays {
  readonly firstFee: number;
  readonly lastFee: number;
  readonly expiry: number;
  readonly filing: number;
}

/** By which a warning that was told is known again. */
export const keyOf = ({ kind, dueOn }: Pick<Warning, 'kind' | 'dueOn'>): string => `${kind}:${dueOn}`;

const yuan = (fen: number): string => `${(fen / 100).toLocaleString('en-US')} 元`;

function ofFee(patent: Patent, rules: FeeRules, days: WarningDays, today: LegalDay): Warning[] {
  const next = nextFeeYear(patent, today);
  const fee = feeCalendar(patent, rules, today).find(({ year }) => year === next);
  if (fee === undefined) return [];
  const { year, dueOn, lateUntil, amount, surcharge } = fee;
  const left = daysBetween(today, dueOn);
  if (fee.state === 'MISSED')
    return [
      {
        kind: 'FEE_MISSED',
        dueOn: lateUntil,
        message: `第 ${year} 年度年费的补缴期已于 ${lateUntil} 届满，专利权可能已经终止；请向专利局核实后更新法律状态或补记缴费`,
      },
    ];
  if (fee.state === 'LATE')
    return [
      {
        kind: daysBetween(today, lateUntil) <= days.lastFee ? 'FEE_LAST' : 'FEE_LATE',
        dueOn: lateUntil,
        message: `第 ${year} 年度年费 ${yuan(amount)} 已过期限，最迟 ${lateUntil} 补缴，今日另需滞纳金 ${yuan(surcharge)}`,
      },
    ];
  if (left > days.firstFee) return [];
  return [
    {
      kind: left <= days.lastFee ? 'FEE_NEAR' : 'FEE_SOON',
      dueOn,
      message: `第 ${year} 年度年费 ${yuan(amount)} 应在 ${dueOn} 前缴纳，还有 ${left} 天`,
    },
  ];
}

function ofTerm({ content: { expiresOn } }: Patent, days: WarningDays, today: LegalDay): Warning[] {
  const left = daysBetween(today, expiresOn);
  return left < 0 || left > days.expiry
    ? []
    : [{ kind: 'EXPIRY', dueOn: expiresOn, message: `专利权期限将于 ${expiresOn} 届满，还有 ${left} 天` }];
}

/** 备案: contracts of an ordinary kind within three months of effect. */
function ofLicences({ licences }: Patent, days: WarningDays, today: LegalDay): Warning[] {
  return activeLicences(licences, today)
    .filter(({ filedOn, fileBy }) => filedOn === null && fileBy <= addDays(today, days.filing))
    .map(({ licensee, fileBy }) =>
      fileBy < today
        ? {
            kind: 'FILING_OVERDUE' as const,
            dueOn: fileBy,
            message: `许可 ${licensee} 的合同应在 ${fileBy} 前备案，已逾期 ${daysBetween(fileBy, today)} 天`,
          }
        : {
            kind: 'FILING_NEAR' as const,
            dueOn: fileBy,
            message: `许可 ${licensee} 的合同应在 ${fileBy} 前备案，还有 ${daysBetween(today, fileBy)} 天`,
          },
    );
}

/** What the holder should see to, the most pressing first. Nothing where the right no longer lives. */
export function warningsOf(
  patent: Patent,
  rules: FeeRules,
  days: WarningDays,
  today: LegalDay,
): readonly Warning[] {
  if (patent.state !== 'GRANTED') return [];
  return [
    ...ofFee(patent, rules, days, today),
    ...ofLicences(patent, days, today),
    ...ofTerm(patent, days, today),
  ].sort((a, b) => a.dueOn.localeCompare(b.dueOn));
}
