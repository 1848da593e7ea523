import { createContext, useContext, useMemo, useState, type ReactNode } from 'react';
import { Provider } from 'urql';
import { createClient } from '../api/client.js';
import { proving } from '../api/proof.js';
import { fetchSignedIn, onSessionEnd } from '../api/sessionEnd.js';
import { ViewerProvider } from '../api/viewer.js';

const send = proving(fetchSignedIn);

const SessionContext = createContext<{ restart(): void }>({ restart: () => undefined });

/** Signing in or out starts afresh, so that nothing of one person's cache is shown to the next. */
export const useSession = (): { restart(): void } => useContext(SessionContext);

export function SessionProvider({ children }: { children: ReactNode }) {
  const [client, setClient] = useState(() => createClient(send));
  const session = useMemo(
    () => ({
      restart() {
        onSessionEnd(null);
        setClient(createClient(send));
      },
    }),
    [],
  );
  return (
    <SessionContext value={session}>
      <Provider value={client}>
        <ViewerProvider>{children}</ViewerProvider>
      </Provider>
    </SessionContext>
  );
}
