import { useEffect, useId, useRef, useState, type ReactNode } from 'react';
import { classes } from './classes.js';
import css from './Tip.module.css';

const GAP = 8;

/** Puts the bubble below the anchor, or above where there is no room. */
function place(bubble: HTMLElement, anchor: DOMRect): void {
  const { width, height } = bubble.getBoundingClientRect();
  const below = anchor.bottom + GAP + height < innerHeight;
  const left = Math.min(Math.max(GAP, anchor.left + anchor.width / 2 - width / 2), innerWidth - width - GAP);
  bubble.style.left = `${left}px`;
  bubble.style.top = `${below ? anchor.bottom + GAP : Math.max(GAP, anchor.top - GAP - height)}px`;
}

/** What is shown is short; the exact form appears on hover and focus, and goes on Escape. */
export function Tip(props: {
  readonly text: string;
  readonly children: ReactNode;
  /** Wraps something that takes the focus itself, such as a button. */
  readonly plain?: boolean;
  readonly dotted?: boolean;
}) {
  const [open, setOpen] = useState(false);
  const id = useId();
  const anchor = useRef<HTMLSpanElement>(null);
  const bubble = useRef<HTMLSpanElement>(null);
  useEffect(() => {
    if (!open || !bubble.current || !anchor.current) return undefined;
    bubble.current.showPopover();
    place(bubble.current, anchor.current.getBoundingClientRect());
    const hide = (): void => setOpen(false);
    const onKey = (event: KeyboardEvent): void => {
      if (event.key === 'Escape') hide();
    };
    document.addEventListener('keydown', onKey);
    window.addEventListener('scroll', hide, { capture: true, once: true });
    return () => {
      document.removeEventListener('keydown', onKey);
      window.removeEventListener('scroll', hide, { capture: true });
    };
  }, [open]);
  return (
    <span
      ref={anchor}
      className={classes(css['anchor'], props.plain && css['plain'], props.dotted && css['term'])}
      tabIndex={props.plain ? undefined : 0}
      aria-describedby={!props.plain && open ? id : undefined}
      onMouseEnter={() => setOpen(true)}
      onMouseLeave={() => setOpen(false)}
      onFocus={() => setOpen(true)}
      onBlur={() => setOpen(false)}
    >
      {props.children}
      {open && (
        <span ref={bubble} id={id} role="tooltip" popover="manual" className={css['bubble']}>
          {props.text}
        </span>
      )}
    </span>
  );
}

/** A legal term with its explanation. */
export function Term({ explanation, children }: { explanation: string; children: ReactNode }) {
  return (
    <Tip text={explanation} dotted>
      {children}
    </Tip>
  );
}
