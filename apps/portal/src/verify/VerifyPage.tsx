import { useEffect, useState, type DragEvent } from 'react';
import { useLocation, useNavigate } from 'react-router';
import { useCodeTables } from '../api/city.js';
import { Button } from '../design/Button.js';
import { classes } from '../design/classes.js';
import { Section } from '../design/DetailPage.js';
import { Field, TextArea } from '../design/Field.js';
import { Icon } from '../design/Icon.js';
import { Heading } from '../design/ListPage.js';
import drop from '../design/UploadList.module.css';
import { useWords } from '../i18n/index.js';
import { checkCertificate, type Verdict } from './check.js';
import { useMaterial } from './material.js';
import { MaterialCard } from './MaterialCard.js';
import { Shown } from './Shown.js';
import css from './Verify.module.css';
import { verifyWords } from './words.js';

/** 核验: a certificate's file or QR code, checked in the browser with what was loaded when the page opened. */
export function VerifyPage() {
  const t = useWords(verifyWords);
  const { hash } = useLocation();
  const navigate = useNavigate();
  const material = useMaterial();
  const { trust, list } = material;
  const tables = useCodeTables();
  const [text, setText] = useState('');
  // What is to be checked waits here until the keys are on the page.
  const [subject, setSubject] = useState<File | string | null>(null);
  const [verdict, setVerdict] = useState<Verdict | null>(null);
  const busy = subject !== null && verdict === null;

  useEffect(() => {
    if (hash.length > 1) setSubject(decoded(hash.slice(1)));
  }, [hash]);

  useEffect(() => {
    setVerdict(null);
    if (subject === null || !trust) return;
    let current = true;
    void checkCertificate(subject, trust).then((found) => {
      if (current) setVerdict(found);
    });
    return () => {
      current = false;
    };
  }, [subject, trust]);

  const restart = (): void => {
    setSubject(null);
    setText('');
    void navigate('/verify', { replace: true });
  };
  return (
    <div className="wrap">
      <div className={css['page']}>
        <Heading title={t.title} intro={t.intro} />
        {!verdict && (
          <div className={css['forms']}>
            <FileBox onFile={setSubject} />
            <form
              className={css['box']}
              onSubmit={(event) => {
                event.preventDefault();
                if (text.trim()) setSubject(text);
              }}
            >
              <Field label={t.code} hint={t.codeHint}>
                <TextArea value={text} onChange={setText} rows={4} spellCheck={false} />
              </Field>
              <div>
                <Button type="submit" tone="primary" busy={busy} disabled={!trust}>
                  {t.check}
                </Button>
              </div>
            </form>
          </div>
        )}
        <div aria-live="polite">
          {busy && <p>{t.checking}</p>}
          {verdict?.genuine && (
            <Shown
              verdict={verdict}
              list={list}
              className={tables?.contractClasses.find(({ code }) => code === verdict.payload.class)?.name}
            />
          )}
          {verdict && !verdict.genuine && (
            <div className={classes(css['verdict'], css['bad'])} role="alert">
              <Icon name="stop" size={34} />
              <div>
                <h2>{t.notGenuine}</h2>
                <p>{t[verdict.refusal]}</p>
              </div>
            </div>
          )}
        </div>
        {verdict && <Button onClick={restart}>{t.another}</Button>}
        <MaterialCard material={material} />
        <div style={{ marginTop: 32 }}>
          <Section title={t.how}>
            <p className="prose">{t.howText}</p>
            <pre className={css['command']} tabIndex={0} role="region" aria-label={t.how}>
              {COMMAND}
            </pre>
          </Section>
        </div>
      </div>
    </div>
  );
}

const COMMAND = `npm run jihui -- verify-certificate 证明.pdf \\
  --keys jihui-certificate-keys.json --revocations jihui-certificate-status.json`;

/** What stands after `#` in an address, however it was pasted. */
function decoded(text: string): string {
  try {
    return decodeURIComponent(text);
  } catch {
    return text;
  }
}

function FileBox({ onFile }: { onFile: (file: File) => void }) {
  const t = useWords(verifyWords);
  const take = (files: FileList | null): void => {
    const file = files?.[0];
    if (file) onFile(file);
  };
  return (
    <div className={css['box']}>
      <strong>{t.file}</strong>
      <label
        className={drop['drop']}
        onDragOver={(event) => event.preventDefault()}
        onDrop={(event: DragEvent) => {
          event.preventDefault();
          take(event.dataTransfer.files);
        }}
      >
        <Icon name="shield" size={26} />
        <strong>{t.drop}</strong>
        <span className="quiet">{t.fileHint}</span>
        <input
          type="file"
          className="vh"
          accept="application/pdf,.pdf,image/png,image/jpeg,image/webp"
          onChange={(event) => {
            take(event.target.files);
            // The same file may be chosen again.
            event.target.value = '';
          }}
        />
      </label>
    </div>
  );
}

export { VerifyPage as Component };
