import { DatePicker } from 'antd';
import dayjs from 'dayjs';
import { useFieldAttributes } from './Field.js';

const FORMAT = 'YYYY-MM-DD';

/** A legal day, `2026-11-23`; empty text when none. Only under the antd area. */
export function DayInput({
  value,
  onChange,
  min,
  max,
}: {
  value: string;
  onChange: (day: string) => void;
  min?: string;
  max?: string;
}) {
  return (
    <DatePicker
      {...useFieldAttributes()}
      style={{ width: '100%' }}
      value={value ? dayjs(value, FORMAT) : null}
      minDate={min ? dayjs(min, FORMAT) : undefined}
      maxDate={max ? dayjs(max, FORMAT) : undefined}
      format={FORMAT}
      onChange={(day) => onChange(day ? day.format(FORMAT) : '')}
    />
  );
}
