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
  clearable = true,
  ...props
}: {
  readonly value: string | null;
  readonly onChange: (day: string | null) => void;
  /** Earliest and latest day that can be chosen. */
  readonly min?: string;
  readonly max?: string;
  /** Whether the day may be taken away again. */
  readonly clearable?: boolean;
  readonly 'aria-label'?: string;
}) {
  return (
    <DatePicker
      {...useFieldAttributes()}
      {...props}
      style={{ width: '100%' }}
      format={FORMAT}
      allowClear={clearable}
      value={value ? dayjs(value) : null}
      minDate={min ? dayjs(min) : undefined}
      maxDate={max ? dayjs(max) : undefined}
      onChange={(day) => onChange(day ? day.format(FORMAT) : null)}
      // Enter ends the day that is being typed; it does not send a form that is half filled in.
      onKeyDown={(event) => {
        if (event.key === 'Enter') event.preventDefault();
      }}
    />
  );
}
