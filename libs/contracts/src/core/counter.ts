import {
  cleanText,
  isCode,
  isUscc,
  normaliseUscc,
  PARTY_NATURES,
  Violations,
  type Violation,
} from '@jihui/kernel';
import type { Contract, Party } from './contract.js';
import { ContractCodes } from './errors.js';

/** 卖方 without an account here, as the counter takes it from the paper. */
export interface OffPlatformSeller {
  readonly name: string;
  readonly uscc: string;
  readonly divisionCode: string;
  /** 单位性质. */
  readonly nature: string;
  readonly legalRepresentative: string;
  readonly contactName: string;
  readonly contactPhone: string;
}

export const cleanSeller = (seller: OffPlatformSeller): OffPlatformSeller => ({
  name: cleanText(seller.name),
  uscc: normaliseUscc(cleanText(seller.uscc)),
  divisionCode: cleanText(seller.divisionCode),
  nature: cleanText(seller.nature),
  legalRepresentative: cleanText(seller.legalRepresentative),
  contactName: cleanText(seller.contactName),
  contactPhone: cleanText(seller.contactPhone),
});

/**
 * What is wrong with the seller as it was entered.
 * @param so whether the place is one of the city's, and whether an organisation of the platform has the code
 */
export const sellerViolations = (
  seller: OffPlatformSeller,
  so: { readonly placeIsKnown: boolean; readonly onPlatform: boolean },
): readonly Violation[] =>
  new Violations()
    .text('seller.name', '卖方名称', seller.name, { max: 200 })
    .text('seller.legalRepresentative', '法定代表人', seller.legalRepresentative, { max: 50 })
    .text('seller.contactName', '联系人', seller.contactName, { max: 50 })
    .text('seller.contactPhone', '联系电话', seller.contactPhone, { max: 30 })
    .text('seller.uscc', '统一社会信用代码', seller.uscc, { max: 18 })
    .when(
      seller.uscc !== '' && seller.uscc.length <= 18 && !isUscc(seller.uscc),
      'seller.uscc',
      ContractCodes.BAD_SELLER_CODE,
      '统一社会信用代码的校验位不对，请对照营业执照或法人证书核对',
    )
    .when(!isCode(PARTY_NATURES, seller.nature), 'seller.nature', 'UNKNOWN_CODE', '请从列表中选择单位性质')
    .when(!so.placeIsKnown, 'seller.divisionCode', 'UNKNOWN_CODE', '请选择卖方所在的县区')
    .when(
      so.onPlatform,
      'seller.uscc',
      ContractCodes.SELLER_ON_PLATFORM,
      '该单位已在平台注册，请直接选择该单位',
    ).found;

/** An organisation of the platform, as far as what was entered for it goes over to it. */
export interface Comer {
  readonly id: string;
  readonly uscc: string;
}

/** 移交: the organisation applies from now on, and is bound to the party that bears its code. Nothing else changes. */
export function handedOver(contract: Contract, { id, uscc }: Comer): Contract {
  const bound = (party: Party): Party =>
    party.identifierKind === 'USCC' && party.identifier === uscc ? { ...party, organisationId: id } : party;
  const { sellers, buyers } = contract.form;
  return {
    ...contract,
    version: contract.version + 1,
    applicantOrganisationId: id,
    form: { ...contract.form, sellers: sellers.map(bound), buyers: buyers.map(bound) },
  };
}
