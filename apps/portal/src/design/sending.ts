import { createContext, useContext, useId, useLayoutEffect } from 'react';

const Sending = createContext<(list: string, isSending: boolean) => void>(() => undefined);

/** Is told of every list of files below whether one is on its way, so that a form is not handed in without it. */
export const SendingProvider = Sending;

/** Tells the form around it whether a file is on its way. */
export function useSending(isSending: boolean): void {
  const list = useId();
  const tell = useContext(Sending);
  useLayoutEffect(() => {
    tell(list, isSending);
    return () => tell(list, false);
  }, [tell, list, isSending]);
}
