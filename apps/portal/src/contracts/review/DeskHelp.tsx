import { useEffect, useState } from 'react';
import { Button } from '../../design/Button.js';
import { Dialog } from '../../design/Dialog.js';
import { isTyping } from '../../design/keys.js';
import { useWords } from '../../i18n/index.js';
import { reviewWords } from './reviewWords.js';

/** What the keys of the desk do; `?` opens it, Escape closes it. */
export function DeskHelp() {
  const t = useWords(reviewWords);
  const [open, setOpen] = useState(false);
  useEffect(() => {
    const onKey = (event: KeyboardEvent): void => {
      if (event.key !== '?' || isTyping(event)) return;
      event.preventDefault();
      setOpen(true);
    };
    window.addEventListener('keydown', onKey);
    return () => window.removeEventListener('keydown', onKey);
  }, []);
  return (
    <>
      <Button size="small" onClick={() => setOpen(true)}>
        {t.help}
      </Button>
      <Dialog open={open} onClose={() => setOpen(false)} title={t.help}>
        <ul className="stack">
          {t.helpKeys.map(([key, does]) => (
            <li key={key}>
              <kbd className="mono">{key}</kbd> {does}
            </li>
          ))}
        </ul>
      </Dialog>
    </>
  );
}
