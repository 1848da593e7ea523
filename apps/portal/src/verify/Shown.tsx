import { statusIn, type CertificateStatus, type StatusList } from '@jihui/contracts/certificate';
import { legalDay } from '../design/amounts.js';
import { classes } from '../design/classes.js';
import { Facts, Section, type Fact } from '../design/DetailPage.js';
import { Icon } from '../design/Icon.js';
import { StatusTag, type StatusTone } from '../design/StatusTag.js';
import { Day, Money } from '../design/Values.js';
import { useWords } from '../i18n/index.js';
import type { Verdict } from './check.js';
import css from './Verify.module.css';
import { verifyWords } from './words.js';
import { common } from '../i18n/common.js';

const TONES: { readonly [status in CertificateStatus]: StatusTone } = {
  VALID: 'good',
  SUPERSEDED: 'attention',
  CANCELLED: 'refused',
  REVOKED: 'refused',
  UNKNOWN: 'attention',
};

type Genuine = Extract<Verdict, { genuine: true }>;

/** A genuine certificate: as issued, and what the signed list says became of it. */
export function Shown({
  verdict,
  list,
  className,
}: {
  verdict: Genuine;
  list: StatusList | null;
  className: string | undefined;
}) {
  const t = useWords(verifyWords);
  const c = useWords(common);
  const { payload, facts, sm2 } = verdict;
  const found = list && statusIn(list, payload);
  const ended = found !== null && found.status !== 'VALID' && found.status !== 'UNKNOWN';
  const about: Fact[] = [
    { label: t.number, value: <span className="num">{payload.number}</span> },
    {
      label: t.status,
      value: found ? (
        <>
          <StatusTag tone={TONES[found.status]}>{t[found.status]}</StatusTag>{' '}
          {found.since && <Day on={found.since} />}
        </>
      ) : (
        <StatusTag tone="attention">{t.statusUnknown}</StatusTag>
      ),
    },
    { label: t.class, value: className ?? payload.class },
    { label: t.registry, value: payload.registry },
    { label: t.date, value: <Day on={payload.date} /> },
    { label: t.version, value: t.versionValue(payload.version) },
    { label: t.issued, value: <Day on={payload.issued} /> },
    { label: t.key, value: <span className="mono">{payload.key}</span> },
  ];
  if (sm2 !== null) about.push({ label: t.sm2, value: sm2 === 'VALID' ? t.sm2Valid : t.sm2NotChecked });
  return (
    <>
      <div className={classes(css['verdict'], ended && css['ended'])}>
        <Icon name={ended ? 'warn' : 'shield'} size={34} />
        <div>
          <h2>
            {t.genuine}
            {ended && `${t.but}${t[found.status]}`}
          </h2>
          <p>{list ? t.asOfList(list.day, list.sequence) : t.noList}</p>
          {list && list.nextBy < legalDay(Date.now()) && <p>{t.staleList(list.nextBy)}</p>}
        </div>
      </div>
      <Facts facts={about} />
      {facts && (
        <Section title={t.onPaper}>
          <Facts
            facts={[
              { label: t.projectTitle, value: facts.title },
              { label: t.sellers, value: c.list(facts.sellers) },
              { label: t.buyers, value: c.list(facts.buyers) },
              { label: t.signedOn, value: <Day on={facts.signedOn} /> },
              { label: t.term, value: `${facts.effectiveFrom} – ${facts.effectiveTo}` },
              { label: t.total, value: <Money fen={facts.total} /> },
              { label: t.technical, value: <Money fen={facts.technical} /> },
              { label: t.nationalNo, value: facts.nationalRegNo ?? t.notWrittenBack },
              { label: t.reviewers, value: `${facts.firstReviewer} / ${facts.secondReviewer}` },
            ]}
          />
        </Section>
      )}
    </>
  );
}
