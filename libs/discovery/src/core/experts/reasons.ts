import { cleanText, Violations } from '@jihui/kernel';
import { ExpertCodes } from '../errors.js';
import { REASONS, REASONS_OF, type Reason } from './expert.js';

const NOTE = 500;

/** A reason with its note; what is wrong with it is told beside. */
export function reasonFrom(
  act: keyof typeof REASONS_OF,
  reason: Reason,
  sent: string | null | undefined,
): { readonly note: string; readonly violations: Violations } {
  const note = cleanText(sent ?? '');
  const allowed: readonly Reason[] = REASONS_OF[act];
  const violations = new Violations()
    .when(
      !allowed.includes(reason),
      'reason',
      ExpertCodes.REASON,
      `“${REASONS[reason]}”不能作为这一步的事由，请从${allowed.map((one) => REASONS[one]).join('、')}中选择`,
    )
    .when(reason === 'OTHER' && note === '', 'note', 'REQUIRED', '事由为“其他”时，请写明说明')
    .optionalText('note', '说明', note, NOTE);
  return { note, violations };
}
