import { saveFile } from '../data/save.js';
import { Button } from '../design/Button.js';
import { Notice } from '../design/States.js';
import { useToast } from '../design/Toast.js';
import { useWords } from '../i18n/index.js';
import { secondFactorWords } from './secondFactorWords.js';

/** The codes, this once. */
export function RecoveryCodes({ codes, onKept }: { codes: readonly string[]; onKept: () => void }) {
  const t = useWords(secondFactorWords);
  const toast = useToast();
  const text = `${codes.join('\n')}\n`;
  return (
    <section className="stack" aria-label={t.codesTitle}>
      <h2>{t.codesTitle}</h2>
      <Notice tone="amber" icon="warn">
        <p>{t.codesText}</p>
      </Notice>
      <ul
        className="mono"
        style={{
          display: 'grid',
          gridTemplateColumns: 'repeat(auto-fill, minmax(9.5em, 1fr))',
          gap: '8px 20px',
          listStyle: 'none',
          padding: 0,
        }}
      >
        {codes.map((code) => (
          <li key={code}>{code}</li>
        ))}
      </ul>
      <div className="row">
        {/* Without https there is no clipboard. */}
        {window.isSecureContext && (
          <Button onClick={() => void navigator.clipboard.writeText(text).then(() => toast(t.copied))}>
            {t.copy}
          </Button>
        )}
        <Button
          icon="download"
          onClick={() => saveFile(URL.createObjectURL(new Blob([text], { type: 'text/plain' })), t.file)}
        >
          {t.download}
        </Button>
        <Button tone="primary" onClick={onKept}>
          {t.kept}
        </Button>
      </div>
    </section>
  );
}
