import { useRef, type ReactNode } from 'react';
import { Button } from './Button.js';
import css from './Rows.module.css';

/** A list of small forms: patents, indicators, team members. */
export function Rows<R>(props: {
  readonly rows: readonly R[];
  readonly blank: () => R;
  readonly max: number;
  readonly addLabel: string;
  readonly removeLabel: (index: number) => string;
  readonly onChange: (rows: R[]) => void;
  readonly render: (row: R, change: (patch: Partial<R>) => void, index: number) => ReactNode;
}) {
  const { rows, onChange } = props;
  const keys = useKeptKeys(rows.length);
  const change = (index: number, patch: Partial<R>): void =>
    onChange(rows.map((row, other) => (other === index ? { ...row, ...patch } : row)));
  return (
    <div className={css['rows']}>
      {rows.map((row, index) => (
        <div key={keys[index]} className={css['row']} role="group" aria-label={String(index + 1)}>
          <div className={css['fields']}>{props.render(row, (patch) => change(index, patch), index)}</div>
          <span className={css['remove']}>
            <Button
              tone="quiet"
              size="small"
              icon="trash"
              label={props.removeLabel(index)}
              onClick={() => {
                keys.splice(index, 1);
                onChange(rows.filter((_, other) => other !== index));
              }}
            />
          </span>
        </div>
      ))}
      {rows.length < props.max && (
        <div>
          <Button size="small" icon="plus" onClick={() => onChange([...rows, props.blank()])}>
            {props.addLabel}
          </Button>
        </div>
      )}
    </div>
  );
}

/** A row stays itself when one above it is removed: what it is about to do, such as sending a file, goes on in it. */
function useKeptKeys(count: number): string[] {
  const { current: keys } = useRef<string[]>([]);
  while (keys.length < count) keys.push(crypto.randomUUID());
  keys.length = count;
  return keys;
}
