import { useCity } from '../api/city.js';
import { Card } from '../design/Card.js';
import { Label, StatusTag } from '../design/StatusTag.js';
import { At, Money } from '../design/Values.js';
import type { CallCardFragment } from '../gql/graphql.js';
import { useWords } from '../i18n/index.js';
import { callModes, callStates, callTones } from './terms.js';
import { callWords } from './words.js';

/** What a call looks like in the hall. */
export function CallItem({ call, level }: { call: CallCardFragment; level?: 'h2' | 'h3' }) {
  const t = useWords(callWords);
  const modes = useWords(callModes);
  const states = useWords(callStates);
  const cluster = useCity()?.clusters.find(({ code }) => code === call.cluster)?.name;
  return (
    <Card
      to={`/calls/${call.id}`}
      title={call.title === '' ? t.untitled : call.title}
      level={level}
      corner={
        call.suspendedAt ? (
          <StatusTag tone="attention">{t.suspended}</StatusTag>
        ) : (
          <StatusTag tone={callTones[call.state]}>{states[call.state]}</StatusTag>
        )
      }
      meta={[
        <Label key="mode">{modes[call.mode]}</Label>,
        call.bottleneck && <Label key="bottleneck">{t.bottleneck}</Label>,
        call.consortium && <Label key="consortium">{t.consortium}</Label>,
        <span key="owner">{call.ownerName ?? t.hidden}</span>,
        cluster && <span key="cluster">{cluster}</span>,
        <strong key="money">
          {t.total} <Money fen={call.funding.total} />
        </strong>,
        call.months != null && <span key="months">{t.monthsValue(call.months)}</span>,
        call.indicators.length > 0 && (
          <span key="indicators">{t.indicatorCount(call.indicators.length)}</span>
        ),
        call.state === 'NOTICED' && call.noticeUntil && (
          <span key="notice">
            {t.noticeUntil} {call.noticeUntil}
          </span>
        ),
        call.closesAt && (call.state === 'BIDDING' || call.state === 'PUBLISHED') && (
          <span key="closes">
            {t.closes} <At at={call.closesAt} />
          </span>
        ),
      ]}
    />
  );
}
