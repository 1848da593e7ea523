import { Link } from 'react-router';
import { Button } from '../design/Button.js';
import { Panel } from '../design/DetailPage.js';
import { StatusTag, type StatusTone } from '../design/StatusTag.js';
import { Day } from '../design/Values.js';
import type { CertificateStatus } from '../gql/graphql.js';
import { useWords } from '../i18n/index.js';
import { legalDay } from '../design/amounts.js';
import { certificateWords } from './certificateWords.js';
import css from './Contracts.module.css';
import type { Contract } from './types.js';

const TONES: { readonly [status in CertificateStatus]: StatusTone } = {
  VALID: 'good',
  SUPERSEDED: 'ended',
  CANCELLED: 'refused',
  REVOKED: 'refused',
};

/** 登记证明: the newest to download and verify; the older versions, kept and marked. */
export function CertificatePanel({ contract }: { contract: Contract }) {
  const t = useWords(certificateWords);
  const { certificate } = contract;
  if (!certificate) return null;
  const { versions } = certificate;
  return (
    <Panel title={`${t.certificate} · ${t.version(certificate.version)}`}>
      {certificate.url ? (
        <Button block icon="download" href={certificate.url} download>
          {t.download}
        </Button>
      ) : (
        <p className="quiet" role="status">
          {t.drawing}
        </p>
      )}
      {certificate.verifyUrl && <a href={certificate.verifyUrl}>{t.verify}</a>}
      <Link to={`/calculators?contract=${contract.id}`}>{t.calculate}</Link>
      {(versions.length > 1 || versions.some(({ status }) => status !== 'VALID')) && (
        <ul className={css['versions']} aria-label={t.versions}>
          {versions.map((each) => (
            <li key={each.version}>
              <a href={each.url} target="_blank" rel="noreferrer">
                {t.version(each.version)}
              </a>
              <StatusTag tone={TONES[each.status]}>{t[each.status]}</StatusTag>
              <span className="quiet">
                <Day on={legalDay(each.issuedAt)} />
              </span>
            </li>
          ))}
        </ul>
      )}
    </Panel>
  );
}
