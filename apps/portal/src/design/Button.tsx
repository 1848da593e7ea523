import type { MouseEventHandler, ReactNode, Ref } from 'react';
import { Link } from 'react-router';
import css from './Button.module.css';
import { classes } from './classes.js';
import { Icon, type IconName } from './Icon.js';

export interface ButtonProps {
  readonly children?: ReactNode;
  readonly tone?: 'primary' | 'default' | 'quiet' | 'danger';
  readonly size?: 'small' | 'medium' | 'large';
  readonly icon?: IconName;
  readonly type?: 'button' | 'submit';
  /** The button's name when it shows an icon alone. */
  readonly label?: string;
  readonly busy?: boolean;
  /** Not possible now; the button stays reachable, so that `describedBy` can say why. */
  readonly disabled?: boolean;
  readonly describedBy?: string;
  readonly expanded?: boolean;
  readonly pressed?: boolean;
  readonly block?: boolean;
  readonly onClick?: MouseEventHandler<HTMLButtonElement>;
  /** Where it leads: then it is a link that looks like a button. */
  readonly to?: string;
  /** A file of the server: it opens beside the page, so that nothing half filled in is lost. */
  readonly href?: string;
  /** The file is saved instead. */
  readonly download?: boolean;
  readonly popoverTarget?: string;
  readonly ref?: Ref<HTMLButtonElement>;
}

/** The portal's one button, also where it is a link. */
export function Button(props: ButtonProps) {
  const {
    children,
    tone = 'default',
    size = 'medium',
    icon,
    type = 'button',
    label,
    busy = false,
    disabled = false,
    block = false,
  } = props;
  const className = classes(
    css['button'],
    css[tone],
    size !== 'medium' && css[size],
    !children && icon && css['icon'],
    block && css['block'],
  );
  const inside = (
    <>
      {busy ? (
        <span className={css['spin']} />
      ) : (
        icon && <Icon name={icon} size={size === 'small' ? 15 : 17} />
      )}
      {children}
    </>
  );
  if (props.to !== undefined && !disabled)
    return (
      <Link className={className} to={props.to} aria-label={label}>
        {inside}
      </Link>
    );
  if (props.href !== undefined && !disabled)
    return (
      <a
        className={className}
        href={props.href}
        aria-label={label}
        {...(props.download ? { download: true } : { target: '_blank', rel: 'noreferrer' })}
      >
        {inside}
      </a>
    );
  return (
    <button
      ref={props.ref}
      type={type}
      className={className}
      aria-label={label}
      aria-disabled={disabled || busy || undefined}
      aria-busy={busy || undefined}
      aria-describedby={props.describedBy}
      aria-expanded={props.expanded}
      aria-pressed={props.pressed}
      popoverTarget={props.popoverTarget}
      onClick={(event) => {
        if (disabled || busy) event.preventDefault();
        else props.onClick?.(event);
      }}
    >
      {inside}
    </button>
  );
}
