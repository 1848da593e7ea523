import type { DataQuery, StatisticsDimension } from '../gql/graphql.js';
import { useNameOf, type NameOf } from '../api/city.js';
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
  PLAN_DETAIL: 'By programme',
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
/** Which national code table the heads of a breakdown are of. */
const TABLES: Partial<Readonly<Record<StatisticsDimension, Parameters<NameOf>[0]>>> = {
  CLASS: 'contractClasses',
  SUBCLASS: 'contractSubclasses',
  TECH_FIELD: 'techFields',
  IP_KIND: 'ipKinds',
  PLAN_SOURCE: 'planSources',
  PLAN_DETAIL: 'planSources',
  GOAL: 'socioEconomicGoals',
  INDUSTRY: 'industrySections',
};
/** Ends of the flow of technology that are no county of the city. */
const REGIONS: Readonly<Record<string, string>> = {
  PROVINCE: 'Other cities of the province',
  DOMESTIC: 'Other provinces',
  HMT: 'Hong Kong, Macao and Taiwan',
  ABROAD: 'Abroad',
};
/** Types of sellers and buyers, under what the figures of the market gather them. */
const PARTY_TYPES: Readonly<Record<string, string>> = {
  GOVERNMENT: 'State organ',
  RESEARCH: 'Research institute',
  UNIVERSITY: 'University or college',
  MEDICAL: 'Medical or health institution',
  OTHER_INSTITUTION: 'Other public institution',
  ASSOCIATION: 'Social organisation',
  DOMESTIC_ENTERPRISE: 'Domestic enterprise',
  HMT_ENTERPRISE: 'Enterprise with capital of Hong Kong, Macao or Taiwan',
  FOREIGN_ENTERPRISE: 'Foreign-invested enterprise',
  SOLE_TRADER: 'Self-employed business',
  PERSON: 'Natural person',
  OTHER: 'Other organisation',
  ABROAD: 'Abroad',
};
const PARTY_GROUPS: Readonly<Record<string, string>> = {
  机关: 'State organs',
  事业: 'Public institutions',
  社团: 'Social organisations',
  企业: 'Enterprises',
  自然人: 'Natural persons',
  其他: 'Others',
};
/** Short lists of the platform's own by their codes. */
const LABELS: Partial<Readonly<Record<StatisticsDimension, Readonly<Record<string, string>>>>> = {
  IP_KIND: { NONE: 'No intellectual property' },
  SELLER_TYPE: PARTY_TYPES,
  BUYER_TYPE: PARTY_TYPES,
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

type Figure = Breakdown['figures'][number];

const placeOf = (key: string, chinese: string, nameOf: NameOf): string =>
  key === 'NOT_REPORTED' ? NOT_REPORTED : (REGIONS[key] ?? nameOf('divisions', key, chinese));

function labelOf({ key, label }: Figure, dimension: StatisticsDimension, nameOf: NameOf): string {
  if (key === 'NOT_REPORTED') return NOT_REPORTED;
  if (dimension === 'SELLER_DIVISION' || dimension === 'BUYER_DIVISION') return placeOf(key, label, nameOf);
  if (dimension === 'FLOW') {
    const ends = label.split(' → ');
    const named = key.split('>').map((end, index) => placeOf(end, ends[index] ?? end, nameOf));
    return named.join(' → ');
  }
  const own = LABELS[dimension]?.[key];
  if (own !== undefined) return own;
  const table = TABLES[dimension];
  return table === undefined ? label : nameOf(table, key, label);
}

function groupOf({ key, group }: Figure, dimension: StatisticsDimension, nameOf: NameOf): Figure['group'] {
  if (dimension === 'SUBCLASS') return nameOf('contractClasses', key.slice(0, 1), group);
  if (dimension === 'PLAN_DETAIL')
    return group === null ? group : nameOf('planSources', key.slice(0, 1), group);
  return PARTY_GROUPS[group ?? ''] ?? group;
}

const inEnglish = (breakdown: Breakdown, nameOf: NameOf): Breakdown => ({
  ...breakdown,
  title: TITLES[breakdown.dimension],
  figures: breakdown.figures.map((figure) => ({
    ...figure,
    label: labelOf(figure, breakdown.dimension, nameOf),
    group: groupOf(figure, breakdown.dimension, nameOf),
  })),
});

/** The breakdowns named in the language of the page. */
export function useNamedBreakdowns(): (breakdowns: readonly Breakdown[]) => readonly Breakdown[] {
  const { language } = useLanguage();
  const nameOf = useNameOf();
  return (breakdowns) => (language === 'en' ? breakdowns.map((one) => inEnglish(one, nameOf)) : breakdowns);
}
