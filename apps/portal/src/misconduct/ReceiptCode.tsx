import { useEffect, useRef } from 'react';
import { Button } from '../design/Button.js';
import { Notice } from '../design/States.js';
import { useToast } from '../design/Toast.js';
import { useWords } from '../i18n/index.js';
import { reportWords } from './words.js';

/** 查询码, shown once. It goes into no address, since addresses are kept by browsers and proxies. */
export function ReceiptCode({ code, onAnother }: { code: string; onAnother: () => void }) {
  const t = useWords(reportWords);
  const toast = useToast();
  const heading = useRef<HTMLHeadingElement>(null);
  useEffect(() => heading.current?.focus(), []);
  return (
    <section className="stack" style={{ gap: 16 }}>
      <h2 ref={heading} tabIndex={-1}>
        {t.done}
      </h2>
      <Notice tone="good" icon="checkCircle">
        <p>{t.doneText}</p>
        <p className="mono" style={{ fontSize: '1.25rem', overflowWrap: 'anywhere' }}>
          {code}
        </p>
      </Notice>
      <div className="row">
        <Button
          tone="primary"
          icon="copy"
          onClick={() => void navigator.clipboard.writeText(code).then(() => toast(t.copied))}
        >
          {t.copy}
        </Button>
        <Button to="/report-misconduct/receipt">{t.toReceipt}</Button>
        <Button tone="quiet" onClick={onAnother}>
          {t.another}
        </Button>
      </div>
    </section>
  );
}
