import { useId, useLayoutEffect, useRef, type ReactNode } from 'react';
import { common } from '../i18n/common.js';
import { useWords } from '../i18n/index.js';
import { Button } from './Button.js';
import { classes } from './classes.js';
import css from './Dialog.module.css';

/**
 * A modal dialog, or a drawer at a side. The browser's own element keeps the focus inside, gives it back, closes on
 * Escape and makes the rest inert.
 */
export function Dialog(props: {
  readonly open: boolean;
  readonly onClose: () => void;
  readonly title: string;
  readonly side?: 'centre' | 'left' | 'right' | 'top' | 'bottom';
  readonly wide?: boolean;
  /** A click beside it does not close it: for forms. */
  readonly sticky?: boolean;
  readonly footer?: ReactNode;
  readonly children: ReactNode;
}) {
  const { open, onClose, title, side = 'centre' } = props;
  const { close } = useWords(common);
  const ref = useRef<HTMLDialogElement>(null);
  const heading = useId();
  // In the drawing itself, not after it: the focus is given back before anybody can put it elsewhere.
  useLayoutEffect(() => {
    const dialog = ref.current;
    if (!dialog || !open) return undefined;
    const before = document.activeElement;
    dialog.showModal();
    // A form starts in its first field, a question on its last button; a drawer of links keeps the browser's choice.
    if (side !== 'left')
      (
        dialog.querySelector<HTMLElement>(':is(input, textarea, select):not([readonly], [type=file])') ??
        dialog.querySelector<HTMLElement>('[data-foot] > :last-child')
      )?.focus();
    return () => {
      dialog.close();
      if (before instanceof HTMLElement && before.isConnected) before.focus({ preventScroll: true });
    };
  }, [open, side]);
  if (!open) return null;
  return (
    <dialog
      ref={ref}
      className={classes(css['dialog'], side !== 'centre' && css[side], props.wide && css['wide'])}
      data-side={side}
      aria-labelledby={heading}
      onCancel={(event) => {
        event.preventDefault();
        onClose();
      }}
      onClick={(event) => {
        if (event.target === ref.current && !props.sticky) onClose();
      }}
    >
      <div className={css['head']}>
        <h2 id={heading}>{title}</h2>
        <Button tone="quiet" size="small" icon="close" label={close} onClick={onClose} />
      </div>
      <div className={css['body']}>{props.children}</div>
      {props.footer && (
        <div className={css['foot']} data-foot>
          {props.footer}
        </div>
      )}
    </dialog>
  );
}
