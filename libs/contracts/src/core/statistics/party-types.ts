import { PARTY_NATURES } from '@jihui/kernel';

/** 输出、吸纳 by type of party (reference A8, 7 and 8), each with the codes of 单位性质 that it gathers. */
export const PARTY_TYPES = {
  GOVERNMENT: { name: '机关法人', group: '机关', natures: ['010', '011', '012', '013', '014'] },
  RESEARCH: { name: '科研机构', group: '事业', natures: ['021'] },
  UNIVERSITY: { name: '高等院校', group: '事业', natures: ['022'] },
  MEDICAL: { name: '医疗、卫生', group: '事业', natures: ['023'] },
  OTHER_INSTITUTION: { name: '其他事业', group: '事业', natures: ['020', '024'] },
  ASSOCIATION: { name: '社团法人', group: '社团', natures: ['030'] },
  DOMESTIC_ENTERPRISE: {
    name: '内资企业',
    group: '企业',
    natures: ['100', '110', '120', '130', '140', '150', '160', '170', '180'],
  },
  HMT_ENTERPRISE: { name: '港澳台商投资企业', group: '企业', natures: ['200', '210', '220', '230', '240'] },
  FOREIGN_ENTERPRISE: { name: '外商投资企业', group: '企业', natures: ['300', '310', '320', '330', '340'] },
  SOLE_TRADER: { name: '个体经营', group: '企业', natures: ['400'] },
  PERSON: { name: '自然人', group: '自然人', natures: ['500'] },
  OTHER: { name: '其他组织', group: '其他', natures: ['600'] },
  ABROAD: { name: '境外', group: '其他', natures: ['900'] },
} as const satisfies Readonly<
  Record<string, { name: string; group: string; natures: readonly (keyof typeof PARTY_NATURES)[] }>
>;
export type PartyType = keyof typeof PARTY_TYPES;

const TYPE_OF = new Map<string, PartyType>(
  Object.entries(PARTY_TYPES).flatMap(([type, { natures }]) =>
    natures.map((nature) => [nature, type as PartyType] as const),
  ),
);

/** Null for a nature that is not stated, or that the table does not hold. */
export const partyTypeOf = (nature: string | null): PartyType | null => TYPE_OF.get(nature ?? '') ?? null;
