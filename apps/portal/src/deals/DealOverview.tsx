import { useOutletContext } from 'react-router';
import { Facts, Section } from '../design/DetailPage.js';
import { Notice } from '../design/States.js';
import { When } from '../design/Values.js';
import { useWords } from '../i18n/index.js';
import css from './Deal.module.css';
import { DisclosureCard } from './DisclosureCard.js';
import { dealLabels } from './labels.js';
import { PriceCard } from './PriceCard.js';
import { NdaCard, RegistrationCard, SignatureCard } from './SigningCards.js';
import { StageSteps } from './StageSteps.js';
import { readsRoom, type Deal } from './types.js';
import { dealWords } from './words.js';

/** The deal itself: where it stands, the price, the disclosure, the signature and the registration. */
export function Component() {
  const deal = useOutletContext<Deal>();
  const t = useWords(dealWords);
  const labels = useWords(dealLabels);
  const inRoom = readsRoom(deal);
  return (
    <div className={css['sections']}>
      <StageSteps deal={deal} />
      {deal.buyer.hidden && <Notice icon="lock">{t.hiddenBuyer}</Notice>}
      {deal.myRole === 'OFFICER' && <Notice>{t.officerNote}</Notice>}
      {deal.myRole === 'INVITED_BROKER' && <Notice>{t.invitedNote}</Notice>}
      {deal.loss && (
        <Section title={t.loss} id="loss">
          <Facts
            facts={[
              { label: t.loss, value: labels.loss[deal.loss.reason] },
              {
                label: t.lossBy,
                value: (
                  <>
                    {deal.loss.by ? labels.side[deal.loss.by] : labels.origin.BROKER} ·{' '}
                    <When at={deal.loss.at} />
                  </>
                ),
              },
            ]}
          />
          <p className="prose">{deal.loss.note}</p>
        </Section>
      )}
      {deal.closingSummary && (
        <Section title={t.closing} id="closing">
          <p className="prose">{deal.closingSummary}</p>
        </Section>
      )}
      {inRoom && <PriceCard deal={deal} />}
      <DisclosureCard deal={deal} />
      {inRoom && <SignatureCard deal={deal} />}
      <RegistrationCard deal={deal} />
      {inRoom && <NdaCard deal={deal} />}
      {deal.openingMessage && (
        <Section title={t.openingMessage} id="opening">
          <p className="prose">{deal.openingMessage}</p>
        </Section>
      )}
    </div>
  );
}
