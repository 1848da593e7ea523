import css from './Progress.module.css';

/** How far work in the background has come; a little is shown while its size is not known yet. */
export function Progress(props: {
  readonly label: string;
  readonly done: number;
  readonly of: number | null;
}) {
  const share = props.of ? Math.round((props.done / props.of) * 100) : null;
  return (
    <div
      className={css['bar']}
      role="progressbar"
      aria-label={props.label}
      aria-valuemin={0}
      aria-valuemax={100}
      aria-valuenow={share ?? undefined}
    >
      <span style={{ width: `${share ?? 8}%` }} />
    </div>
  );
}
