import { useState } from 'react';
import { Button } from '../../design/Button.js';
import { Dialog } from '../../design/Dialog.js';
import { isTyping, useKeys } from '../../design/keys.js';
import { useWords } from '../../i18n/index.js';
import { reviewWords } from './reviewWords.js';

/** What the keys of the desk do; `?` opens it, Escape closes it. */
export function DeskHelp() {
  const t = useWords(reviewWords);
  const [open, setOpen] = useState(false);
  useKeys((event) => {
    if (event.key !== '?' || isTyping(event)) return;
    event.preventDefault();
    setOpen(true);
  });
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
