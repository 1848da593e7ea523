import { legalDayOf, say, Violations, type LegalDay, type Violation } from '@jihui/kernel';
import { DealCodes } from './errors.js';
import { disclosureRequired, type Deal } from './types.js';

export interface SignatureForm {
  readonly signatories: readonly string[];
  readonly signedOn: LegalDay;
  readonly place: string;
  readonly effectiveFrom: LegalDay;
  readonly effectiveTo: LegalDay;
}

/** Everything that is wrong with a recorded signature. The file is checked by its bytes' type. */
export function checkSignature(
  deal: Deal,
  form: SignatureForm,
  file: { type: string },
  now: Date,
): readonly Violation[] {
  const found = new Violations()
    .text('place', '签订地点', form.place, { max: 100 })
    .when(
      form.signatories.length < 2 || form.signatories.length > 10,
      'signatories',
      'REQUIRED',
      '请填写双方签署人姓名，2 至 10 人',
    );
  form.signatories.forEach((name, index) =>
    found.text(`signatories.${index}`, '签署人姓名', name, { max: 50 }),
  );
  const disclosed = disclosureRequired(deal) ? deal.disclosure?.endsOn : undefined;
  found
    .when(
      file.type !== 'application/pdf',
      'fileId',
      DealCodes.NOT_A_PDF,
      '已签合同应为 PDF 文件，请扫描或另存后重新上传',
    )
    .when(form.signedOn > legalDayOf(now), 'signedOn', DealCodes.DATE_IN_FUTURE, '签订日期不能晚于今天')
    .when(
      disclosed !== undefined && form.signedOn <= disclosed,
      'signedOn',
      DealCodes.SIGNED_BEFORE_DISCLOSURE_END,
      say`定价公示到 ${disclosed ?? ''} 止，签订日期应在其后`,
      '促进科技成果转化法第十八条',
    )
    .when(
      form.effectiveTo < form.effectiveFrom,
      'effectiveTo',
      DealCodes.PERIOD_REVERSED,
      '有效期止早于有效期起，请核对',
    );
  return found.found;
}
