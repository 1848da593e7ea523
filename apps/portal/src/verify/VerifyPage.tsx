import { useCallback, useEffect, useState, type DragEvent } from 'react';
import { useLocation, useNavigate } from 'react-router';
import { useQuery } from 'urql';
import { nameIn, useCodeTables } from '../api/city.js';
import { graphql } from '../api/graphql.js';
import { Button } from '../design/Button.js';
import { classes } from '../design/classes.js';
import { Facts, Section } from '../design/DetailPage.js';
import { Field, TextArea } from '../design/Field.js';
import { Icon } from '../design/Icon.js';
import { Heading } from '../design/ListPage.js';
import { StatusTag } from '../design/StatusTag.js';
import drop from '../design/UploadList.module.css';
import { Day, Money } from '../design/Values.js';
import { useWords } from '../i18n/index.js';
import { checkCertificate, type Verdict } from './check.js';
import css from './Verify.module.css';
import { verifyWords } from './words.js';

const CertificateStatusDocument = graphql(`
  query CertificateStatus($payload: String!) {
    verifyCertificate(payload: $payload) {
      genuine
      status
    }
  }
`);

type Genuine = Extract<Verdict, { genuine: true }>;

/** 核验: a certificate's file or QR code, checked in the browser. */
export function VerifyPage() {
  const t = useWords(verifyWords);
  const { hash } = useLocation();
  const navigate = useNavigate();
  const [text, setText] = useState('');
  const [token, setToken] = useState<string | null>(null);
  const [verdict, setVerdict] = useState<Verdict | null>(null);
  const [busy, setBusy] = useState(false);

  const check = useCallback(async (subject: File | string) => {
    setBusy(true);
    setVerdict(null);
    setToken(typeof subject === 'string' ? subject : null);
    setVerdict(await checkCertificate(subject));
    setBusy(false);
  }, []);

  useEffect(() => {
    if (hash.length > 1) void check(decodeURIComponent(hash.slice(1)));
  }, [hash, check]);

  const restart = (): void => {
    setVerdict(null);
    setText('');
    void navigate('/verify', { replace: true });
  };
  return (
    <div className="wrap">
      <div className={css['page']}>
        <Heading title={t.title} intro={t.intro} />
        {!verdict && (
          <div className={css['forms']}>
            <FileBox onFile={(file) => void check(file)} />
            <form
              className={css['box']}
              onSubmit={(event) => {
                event.preventDefault();
                if (text.trim()) void check(text);
              }}
            >
              <Field label={t.code} hint={t.codeHint}>
                <TextArea value={text} onChange={setText} rows={4} spellCheck={false} />
              </Field>
              <div>
                <Button type="submit" tone="primary" busy={busy}>
                  {t.check}
                </Button>
              </div>
            </form>
          </div>
        )}
        <div aria-live="polite">
          {busy && <p>{t.checking}</p>}
          {verdict?.genuine && <Shown verdict={verdict} token={token} />}
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
        <div style={{ marginTop: 40 }}>
          <Section title={t.how}>
            <p className="prose">
              {t.howText} <a href="/.well-known/jihui-certificate-keys.json">{t.keys}</a>
            </p>
          </Section>
        </div>
      </div>
    </div>
  );
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
          accept="application/pdf,.pdf"
          onChange={(event) => take(event.target.files)}
        />
      </label>
    </div>
  );
}

function Shown({ verdict, token }: { verdict: Genuine; token: string | null }) {
  const t = useWords(verifyWords);
  const tables = useCodeTables();
  const { payload, facts } = verdict;
  const [live] = useQuery({
    query: CertificateStatusDocument,
    variables: { payload: token ?? '' },
    pause: token === null,
  });
  const status = live.data?.verifyCertificate.status;
  return (
    <>
      <div className={css['verdict']}>
        <Icon name="shield" size={34} />
        <div>
          <h2>{facts ? t.genuineFile : t.genuineCode}</h2>
          <p>{t.statusNote}</p>
        </div>
      </div>
      <Facts
        facts={[
          { label: t.number, value: <span className="num">{payload.number}</span> },
          { label: t.class, value: nameIn(tables?.contractClasses, payload.class) },
          { label: t.registry, value: payload.registry },
          { label: t.date, value: <Day on={payload.date} /> },
          { label: t.version, value: t.versionValue(payload.version) },
          ...(token === null
            ? []
            : [
                {
                  label: t.status,
                  value: status ? (
                    <StatusTag tone={status === 'VALID' ? 'good' : 'attention'}>{t[status]}</StatusTag>
                  ) : live.fetching ? (
                    '…'
                  ) : (
                    t.statusUnknown
                  ),
                },
              ]),
          { label: t.key, value: <span className="mono">{payload.key}</span> },
        ]}
      />
      {facts && (
        <Section title={t.onPaper}>
          <Facts
            facts={[
              { label: t.projectTitle, value: facts.title },
              { label: t.sellers, value: facts.sellers.join('、') },
              { label: t.buyers, value: facts.buyers.join('、') },
              { label: t.signedOn, value: <Day on={facts.signedOn} /> },
              { label: t.term, value: `${facts.effectiveFrom} – ${facts.effectiveTo}` },
              { label: t.total, value: <Money fen={facts.total} /> },
              { label: t.technical, value: <Money fen={facts.technical} /> },
              { label: t.nationalNo, value: facts.nationalRegNo },
            ].filter((fact) => fact.value !== null)}
          />
        </Section>
      )}
    </>
  );
}

export { VerifyPage as Component };
