import { useState } from 'react';
import { useLanguage, useWords, words } from '../i18n/index.js';
import { yuan } from './amounts.js';
import css from './AmountInputs.module.css';
import { formatDecimal, parseDecimal } from './decimal.js';
import { TextInput } from './Field.js';

const amountWords = words(
  {
    wan: '万元',
    yuan: '元',
    exactly: (text: string) => `即 ${text} 元`,
    bad: (places: number) => `请填写数字，小数最多 ${places} 位`,
  },
  {
    wan: 'CNY',
    yuan: 'CNY',
    exactly: (text: string) => `CNY ${text}`,
    bad: (places: number) => `Enter a number with at most ${places} decimals`,
  },
);

interface AmountProps {
  readonly value: number | null;
  /** Null for an empty field, and for what is no number. */
  readonly onChange: (value: number | null) => void;
  readonly autoFocus?: boolean;
  readonly 'aria-label'?: string;
}

function DecimalInput({
  value,
  onChange,
  places,
  unit,
  note,
  ...props
}: AmountProps & { places: number; unit: string; note?: (value: number) => string }) {
  const t = useWords(amountWords);
  const [text, setText] = useState(formatDecimal(value, places));
  const parsed = parseDecimal(text, places);
  // The value was changed from outside: show it.
  if ((parsed ?? null) !== value && !(parsed === undefined && value === null))
    setText(formatDecimal(value, places));
  return (
    <>
      <TextInput
        {...props}
        inputMode="decimal"
        autoComplete="off"
        value={text}
        unit={unit}
        {...(parsed === undefined && { 'aria-invalid': true })}
        onChange={(next) => {
          setText(next);
          onChange(parseDecimal(next, places) ?? null);
        }}
      />
      {parsed === undefined ? (
        <span className={css['bad']} role="alert">
          {t.bad(places)}
        </span>
      ) : (
        note && parsed !== null && <span className={css['note']}>{note(parsed)}</span>
      )}
    </>
  );
}

/** An amount in 分, typed in 万元 (in English in yuan), with the exact 元 below. */
export function MoneyInput(props: AmountProps) {
  const t = useWords(amountWords);
  const { language } = useLanguage();
  const chinese = language === 'zh';
  return (
    <DecimalInput
      key={language}
      {...props}
      places={chinese ? 6 : 2}
      unit={t.wan}
      note={(fen) => (chinese ? t.exactly(yuan(fen)) : '')}
    />
  );
}

/** A small amount in 分, such as a fee, typed in 元. */
export function YuanInput(props: AmountProps) {
  const t = useWords(amountWords);
  return <DecimalInput {...props} places={2} unit={t.yuan} />;
}

/** A share in basis points, typed in percent. */
export const PercentInput = (props: AmountProps) => <DecimalInput {...props} places={2} unit="%" />;
