import { Link, useOutletContext } from 'react-router';
import { useCommand } from '../api/command.js';
import { Facts, Section, type Fact } from '../design/DetailPage.js';
import { InlineActions } from '../design/InlineActions.js';
import { StatusTag, type StatusTone } from '../design/StatusTag.js';
import type { BrokerageState } from '../gql/graphql.js';
import { useWords } from '../i18n/index.js';
import {
  ConsentDualAgencyDocument,
  DiscloseDualAgencyDocument,
  EndBrokerageDocument,
} from './brokerCommands.js';
import { brokerWords } from './brokerWords.js';
import { CommissionCard } from './CommissionCard.js';
import css from './Deal.module.css';
import { IntroductionProof } from './IntroductionProof.js';
import { dealLabels } from './labels.js';
import { BrokerRate, useRegisteredBrokers } from './RegisteredBroker.js';
import type { Deal, DealBrokerage } from './types.js';
import { useBrokerageAnswers } from './useBrokerageAnswers.js';

const tones: Readonly<Record<BrokerageState, StatusTone>> = {
  INVITED: 'attention',
  JOINED: 'good',
  DECLINED: 'refused',
  ENDED: 'ended',
};

function BrokerCard({
  brokerage,
  dealId,
  registered,
}: {
  readonly brokerage: DealBrokerage;
  readonly dealId: string;
  /** The entry of the register, where the broker has one. */
  readonly registered: Parameters<typeof BrokerRate>[0]['found'] | undefined;
}) {
  const t = useWords(brokerWords);
  const labels = useWords(dealLabels);
  const end = useCommand(EndBrokerageDocument);
  const disclose = useCommand(DiscloseDualAgencyDocument);
  const consent = useCommand(ConsentDualAgencyDocument);
  const target = { id: brokerage.id, expectedVersion: brokerage.version };
  const answers = useBrokerageAnswers(target);
  const { sellerConsentedAt, buyerConsentedAt } = brokerage;
  const facts: Fact[] = [{ label: t.represents, value: labels.represents[brokerage.represents] }];
  if (brokerage.personName)
    facts.unshift({
      label: t.broker,
      value: registered ? (
        <Link to={`/brokers/${registered.broker.id}`}>{brokerage.personName}</Link>
      ) : (
        brokerage.personName
      ),
    });
  if (brokerage.dualDisclosedAt)
    facts.push({
      label: t.dual,
      value:
        sellerConsentedAt && buyerConsentedAt
          ? t.dualBoth
          : sellerConsentedAt
            ? t.sellerConsented
            : buyerConsentedAt
              ? t.buyerConsented
              : t.dualDisclosed,
    });
  return (
    <li className={css['card']}>
      <div className="spread">
        <h3>{brokerage.name}</h3>
        <div className="row">
          <span className="quiet">
            {brokerage.invitedBy ? t.invitedBy(labels.side[brokerage.invitedBy]) : t.introducer}
          </span>
          <StatusTag tone={tones[brokerage.state]}>{labels.brokerage[brokerage.state]}</StatusTag>
        </div>
      </div>
      <Facts facts={facts} />
      {registered && <BrokerRate dealId={dealId} found={registered} />}
      {brokerage.message && <p className="prose">{brokerage.message}</p>}
      {brokerage.endReason && <p className="quiet">{brokerage.endReason}</p>}
      <InlineActions
        // Nothing to consent to before the agency has disclosed it.
        available={brokerage.availableActions.filter(
          ({ action }) => action !== 'consentDualAgency' || brokerage.dualDisclosedAt,
        )}
        specs={{
          ...answers,
          consentDualAgency: {
            label: t.consent,
            tone: 'primary',
            confirm: t.consentAsk,
            done: t.done,
            run: () => consent.run(target),
          },
          discloseDualAgency: {
            label: t.disclose,
            confirm: t.discloseAsk,
            done: t.done,
            run: () => disclose.run(target),
          },
          endBrokerage: {
            label: t.end,
            tone: 'danger',
            reason: { label: t.endReason, required: true, max: 1000 },
            done: t.done,
            run: ({ reason }) => end.run({ ...target, reason }),
          },
        }}
      />
    </li>
  );
}

/** Who brokers the deal, what is agreed as commission, and the dated proofs. */
export function Component() {
  const deal = useOutletContext<Deal>();
  const t = useWords(brokerWords);
  const registered = useRegisteredBrokers(deal.id);
  const party = deal.myRole !== 'OFFICER' && deal.myRole !== 'INVITED_BROKER';
  return (
    <div className={css['sections']}>
      <Section title={t.brokers} id="brokers">
        {deal.brokerages.length === 0 ? (
          <p className="quiet">{t.none}</p>
        ) : (
          <ul className={css['rows']}>
            {deal.brokerages.map((brokerage) => (
              <BrokerCard
                key={brokerage.id}
                brokerage={brokerage}
                dealId={deal.id}
                registered={registered.get(brokerage.organisation.id)}
              />
            ))}
          </ul>
        )}
      </Section>
      {party && (
        <Section title={t.commissions} id="commissions">
          {deal.commissions.length === 0 ? (
            <p className="quiet">{t.noCommission}</p>
          ) : (
            <ul className={css['rows']}>
              {deal.commissions.map((commission) => (
                <CommissionCard key={commission.id} commission={commission} />
              ))}
            </ul>
          )}
        </Section>
      )}
      {deal.introductions.length > 0 && (
        <Section title={t.proofs} id="proofs">
          <p className="quiet">{t.proofsIntro}</p>
          <ul className={css['rows']}>
            {deal.introductions.map((introduction) => (
              <li key={introduction.id}>
                <IntroductionProof introduction={introduction} />
              </li>
            ))}
          </ul>
        </Section>
      )}
    </div>
  );
}
