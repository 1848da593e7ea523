import { cleanText, say, Violations } from '@jihui/kernel';

const NOTE = 500;

/** A table of reasons: what they are called, which each act may give, and the code of one that it may not. */
export interface Reasons<A extends string, R extends string> {
  readonly names: Readonly<Record<R, string>>;
  readonly of: Readonly<Record<A, readonly R[]>>;
  readonly code: string;
}

/** A reason with its note; what is wrong with it is told beside. `OTHER` says what. */
export function reasonFrom<A extends string, R extends string>(
  { names, of, code }: Reasons<A, R>,
  act: A,
  reason: R,
  sent: string | null | undefined,
): { readonly note: string; readonly violations: Violations } {
  const note = cleanText(sent ?? '');
  const allowed: readonly R[] = of[act];
  const violations = new Violations()
    .when(
      !allowed.includes(reason),
      'reason',
      code,
      say`“${names[reason]}”不能作为这一步的事由，请从${allowed.map((one) => names[one]).join('、')}中选择`,
    )
    .when(reason === 'OTHER' && note === '', 'note', 'REQUIRED', '事由为“其他”时，请写明说明')
    .optionalText('note', '说明', note, NOTE);
  return { note, violations };
}
