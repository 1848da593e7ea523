import { useEffect, useState, type SubmitEvent } from 'react';
import { useLocation, useNavigate } from 'react-router';
import { Button } from '../design/Button.js';
import { Dialog } from '../design/Dialog.js';
import { Icon } from '../design/Icon.js';
import { common } from '../i18n/common.js';
import { useWords } from '../i18n/index.js';
import { searchAddress } from '../search/kinds.js';
import { SuggestInput } from '../search/SuggestInput.js';
import css from './Shell.module.css';
import { shell } from './words.js';

/** The one search box as it stands in the head of every page. */
export function HeadSearch({ onLeave }: { readonly onLeave?: (() => void) | undefined }) {
  const t = useWords(shell);
  const navigate = useNavigate();
  const [text, setText] = useState('');
  const submit = (event: SubmitEvent): void => {
    event.preventDefault();
    onLeave?.();
    void navigate(searchAddress(text));
  };
  return (
    <form className={css['search']} role="search" aria-label={t.searchPlaceholder} onSubmit={submit}>
      <Icon name="search" />
      <SuggestInput value={text} onChange={setText} label={t.searchPlaceholder} onLeave={onLeave} />
    </form>
  );
}

/** Where the head has no room for the box: a button that opens it over the whole width. */
export function HeadSearchButton() {
  const c = useWords(common);
  const { key } = useLocation();
  const [open, setOpen] = useState(false);
  const close = (): void => setOpen(false);
  useEffect(close, [key]);
  return (
    <>
      <Button tone="quiet" icon="search" label={c.search} onClick={() => setOpen(true)} />
      <Dialog open={open} onClose={close} title={c.search} side="top">
        <HeadSearch onLeave={close} />
      </Dialog>
    </>
  );
}
