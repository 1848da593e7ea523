import { Button } from '../design/Button.js';
import { Facts, Section } from '../design/DetailPage.js';
import { StatusTag } from '../design/StatusTag.js';
import { Day, When } from '../design/Values.js';
import { useWords } from '../i18n/index.js';
import { cardWords } from './cardWords.js';
import css from './Deal.module.css';
import { dealLabels } from './labels.js';
import type { Deal } from './types.js';
import { dealWords } from './words.js';
import { common } from '../i18n/common.js';

/** 签署: the signed PDF with its hash, who recorded it and whether the other side confirmed. */
export function SignatureCard({ deal }: { deal: Deal }) {
  const t = useWords(cardWords);
  const { list } = useWords(common);
  const labels = useWords(dealLabels);
  const { signature } = deal;
  if (!signature)
    return (
      <Section title={t.signature} id="signature">
        <p className="quiet">{t.noSignature}</p>
      </Section>
    );
  return (
    <Section title={t.signature} id="signature">
      <div className="row">
        <StatusTag tone={signature.confirmed ? 'good' : 'attention'}>
          {signature.confirmed ? labels.state.SIGNED : t.waiting}
        </StatusTag>
        <Button icon="file" href={signature.file.url}>
          {signature.file.name}
        </Button>
      </div>
      <Facts
        facts={[
          { label: t.signedOn, value: <Day on={signature.signedOn} /> },
          { label: t.place, value: signature.place },
          {
            label: t.effective,
            value: (
              <>
                <Day on={signature.effectiveFrom} /> – <Day on={signature.effectiveTo} />
              </>
            ),
          },
          { label: t.signatories, value: list(signature.signatories) },
          {
            label: t.recordedBy,
            value: (
              <>
                {labels.side[signature.recordedBy]} · <When at={signature.recordedAt} />
              </>
            ),
          },
          {
            label: t.confirmed,
            value: signature.confirmedAt ? <When at={signature.confirmedAt} /> : t.waiting,
          },
        ]}
      />
      <p className={css['hash']}>
        {t.hash} <code className="mono">{signature.file.sha256}</code>
      </p>
    </Section>
  );
}

/** 技术合同登记, as the registry told of it, and the way to the application. */
export function RegistrationCard({ deal }: { deal: Deal }) {
  const t = useWords(dealWords);
  const { registration, contract } = deal;
  return (
    <Section title={t.registration} id="registration">
      {registration?.registrationNumber ? (
        <Facts
          facts={[
            {
              label: t.registrationNumber,
              value: <span className="mono">{registration.registrationNumber}</span>,
            },
            { label: t.registeredOn, value: <Day on={registration.registeredOn} /> },
          ]}
        />
      ) : (
        <p className="quiet">{t.noRegistration}</p>
      )}
      {contract && (
        <div>
          <Button icon="file" to={`/contracts/${contract.id}`}>
            {t.openApplication}
          </Button>
        </div>
      )}
    </Section>
  );
}

/** 保密协议: optional; once one side signed, the other must before prices are talked of. */
export function NdaCard({ deal }: { deal: Deal }) {
  const t = useWords(dealWords);
  const labels = useWords(dealLabels);
  const { nda } = deal;
  if (!nda) return null;
  const signed = (at: string | null | undefined) =>
    at ? <When at={at} /> : <span className="quiet">{t.ndaUnsigned}</span>;
  return (
    <Section title={t.nda} id="nda">
      {nda.sellerSignedAt || nda.buyerSignedAt ? (
        <Facts
          facts={[
            { label: labels.side.SELLER, value: signed(nda.sellerSignedAt) },
            { label: labels.side.BUYER, value: signed(nda.buyerSignedAt) },
            { label: t.version, value: nda.textVersion },
          ]}
        />
      ) : (
        <p className="quiet">{t.ndaNone}</p>
      )}
      <details className={css['more']}>
        <summary>{t.ndaText}</summary>
        <div className={css['legal']} tabIndex={0} role="document" aria-label={t.nda}>
          {nda.text}
        </div>
        <p className={css['hash']}>
          {t.ndaHash} <code className="mono">{nda.textSha256}</code>
        </p>
      </details>
    </Section>
  );
}
