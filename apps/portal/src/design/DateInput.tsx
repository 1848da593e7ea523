import { DatePicker } from 'antd';
import dayjs from 'dayjs';
import { useFieldAttributes } from './Field.js';

const FORMAT = 'YYYY-MM-DD';

/** A legal day, `2026-11-23`, shown so in either language; null while it is empty. Only under the antd area. */
export function DateInput({
  value,
  onChange,
  min,
  max,
  ...props
}: {
  readonly value: string | null;
  readonly onChange: (day: string | null) => void;
  /** Earliest and latest day that can be chosen. */
  readonly min?: string;
  readonly max?: string;
  readonly 'aria-label'?: string;
}) {
  return (
    <DatePicker
      {...useFieldAttributes()}
      {...props}
      style={{ width: '100%' }}
      format={FORMAT}
      value={value ? dayjs(value) : null}
      minDate={min ? dayjs(min) : undefined}
      maxDate={max ? dayjs(max) : undefined}
      onChange={(day) => onChange(day ? day.format(FORMAT) : null)}
    />
  );
}
