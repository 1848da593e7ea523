import { Select } from 'antd';
import { useFieldAttributes } from './Field.js';

/** Words of one's own: keywords, fields of application. Commas, semicolons and Enter end one. Only under the antd area. */
export function TagsInput({
  values,
  onChange,
  max,
  placeholder,
}: {
  readonly values: readonly string[];
  readonly onChange: (values: string[]) => void;
  readonly max: number;
  readonly placeholder?: string;
}) {
  return (
    <Select
      {...useFieldAttributes()}
      mode="tags"
      open={false}
      suffix={false}
      style={{ width: '100%' }}
      value={[...values]}
      placeholder={placeholder}
      tokenSeparators={[',', '，', '、', ';', '；']}
      onChange={(next: string[]) =>
        onChange([...new Set(next.map((word) => word.trim()).filter(Boolean))].slice(0, max))
      }
    />
  );
}
