import { useState } from 'react';
import { Provider } from 'urql';
import { SignInForm } from '../account/SignInForm.js';
import { accountWords } from '../account/words.js';
import { createClient } from '../api/client.js';
import type { Viewer } from '../api/viewer.js';
import { Button } from '../design/Button.js';
import { Dialog } from '../design/Dialog.js';
import { useWords } from '../i18n/index.js';

/** The dialog over whatever was being done. It speaks to the server past the requests that wait for it. */
export function SignInAgain({ viewer, onDone }: { viewer: Viewer; onDone: (signedIn: boolean) => void }) {
  const t = useWords(accountWords);
  const [client] = useState(() => createClient(fetch));
  return (
    <Dialog
      open
      sticky
      title={t.ended}
      onClose={() => onDone(false)}
      footer={<Button onClick={() => onDone(false)}>{t.later}</Button>}
    >
      <p>{t.endedText}</p>
      <Provider value={client}>
        <SignInForm
          email={viewer.person.email ?? ''}
          onSignedIn={(personId) => {
            // Somebody else's page is nobody's to go on with.
            if (personId === viewer.person.id) onDone(true);
            else location.assign('/workspace');
          }}
        />
      </Provider>
    </Dialog>
  );
}
