import { createContext, useCallback, useContext, useState, type ReactNode } from 'react';
import { Icon } from './Icon.js';
import css from './Toast.module.css';

const ToastContext = createContext<(message: string) => void>(() => undefined);

/** Says that something was done. Refusals never come this way: they stay beside what was refused. */
export const useToast = (): ((message: string) => void) => useContext(ToastContext);

const SHOWN_FOR_MS = 5000;

export function ToastProvider({ children }: { children: ReactNode }) {
  const [messages, setMessages] = useState<readonly { id: string; text: string }[]>([]);
  const show = useCallback((text: string) => {
    const id = crypto.randomUUID();
    setMessages((before) => [...before, { id, text }]);
    setTimeout(() => setMessages((before) => before.filter((message) => message.id !== id)), SHOWN_FOR_MS);
  }, []);
  return (
    <ToastContext value={show}>
      {children}
      <div className={css['toasts']} role="status" aria-live="polite">
        {messages.map((message) => (
          <div key={message.id} className={css['toast']}>
            <Icon name="checkCircle" />
            {message.text}
          </div>
        ))}
      </div>
    </ToastContext>
  );
}
