import type { DataQuery, StatisticsDimension } from '../gql/graphql.js';
import { useLanguage } from '../i18n/index.js';

type Breakdown = DataQuery['registeredContractsStatistics']['breakdowns'][number];

/** The breakdowns in English; the server names them in Chinese. */
const TITLES: Readonly<Record<StatisticsDimension, string>> = {
  MONTH: 'By month',
  QUARTER: 'By quarter',
  YEAR: 'By year',
  REGISTRY: 'By registry',
  CLASS: 'By class of contract',
  SUBCLASS: 'By subclass of contract',
  TECH_FIELD: 'By technical field',
  IP_KIND: 'By kind of intellectual property',
  PLAN_SOURCE: 'By source of the project',
  GOAL: 'By socio-economic goal',
  INDUSTRY: 'By industry served',
  SELLER_TYPE: 'Sold: by kind of seller',
  SELLER_DIVISION: 'Sold: by place of the seller',
  BUYER_TYPE: 'Bought: by kind of buyer',
  BUYER_DIVISION: 'Bought: by place of the buyer',
  FLOW: 'Flow: from the seller’s place to the buyer’s',
  SIZE: 'By size of contract',
  FOREIGN: 'By foreign trade',
  TAX_BENEFIT: 'By tax benefit applied for',
  BROKERED: 'By broker',
  SELLER: 'The twenty leading sellers',
  BUYER: 'The twenty leading buyers',
  KIND: 'Registrations, changes, cancellations and revocations',
  IN_TIME: 'By time limit',
};
const CLASSES: Readonly<Record<string, string>> = {
  '1': 'Development',
  '2': 'Transfer',
  '3': 'Licence',
  '4': 'Consulting',
  '5': 'Service',
};
/** Short lists by their codes; the national code tables keep the names that the state gave them. */
const LABELS: Partial<Readonly<Record<StatisticsDimension, Readonly<Record<string, string>>>>> = {
  CLASS: CLASSES,
  SIZE: { LARGE: 'Large contracts', ORDINARY: 'Other contracts' },
  FOREIGN: { NONE: 'Within the country', IMPORT: 'Import of technology', EXPORT: 'Export of technology' },
  TAX_BENEFIT: {
    VAT: 'VAT exemption',
    CORPORATE_INCOME_TAX: 'Corporate income tax',
    PERSONAL_INCOME_TAX: 'Income tax on cash reward',
    RND_SUPER_DEDUCTION: 'R&D super-deduction',
    NONE: 'None',
  },
  BROKERED: { BROKERED: 'With a broker', DIRECT: 'Without a broker' },
  IN_TIME: { IN_TIME: 'Within the limit', LATE: 'Later' },
  KIND: {
    REGISTRATION: 'Registration',
    CHANGE: 'Change',
    SUPPLEMENT: 'Royalty supplement',
    CANCELLATION: 'Cancellation',
    REVOCATION: 'Revocation',
    REINSTATEMENT: 'Reinstatement',
  },
};
const NOT_REPORTED = 'Not stated';

const inEnglish = (breakdown: Breakdown): Breakdown => ({
  ...breakdown,
  title: TITLES[breakdown.dimension],
  figures: breakdown.figures.map((figure) => ({
    ...figure,
    label:
      figure.key === 'NOT_REPORTED'
        ? NOT_REPORTED
        : (LABELS[breakdown.dimension]?.[figure.key] ?? figure.label),
    group:
      breakdown.dimension === 'SUBCLASS' ? (CLASSES[figure.key.slice(0, 1)] ?? figure.group) : figure.group,
  })),
});

/** The breakdowns named in the language of the page. */
export function useNamedBreakdowns(): (breakdowns: readonly Breakdown[]) => readonly Breakdown[] {
  const { language } = useLanguage();
  return (breakdowns) => (language === 'en' ? breakdowns.map(inEnglish) : breakdowns);
}
