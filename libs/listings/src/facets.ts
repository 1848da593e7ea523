import { TECH_FIELDS } from '@jihui/kernel';

export const techFields: Readonly<Record<string, string>> = TECH_FIELDS;
export const ownerKinds = {
  UNIVERSITY: '高等院校',
  INSTITUTE: '科研院所',
  ENTERPRISE: '企业',
  BROKER_AGENCY: '技术转移机构',
  BUREAU_CITY: '市级科技部门',
  BUREAU_COUNTY: '县级科技部门',
  FINANCIAL_INSTITUTION: '金融机构',
  OTHER: '其他',
} as const;
