import { useNameOf } from '../api/city.js';
import { Card } from '../design/Card.js';
import { StatusTag } from '../design/StatusTag.js';
import type { BrokerCardFragment } from '../gql/graphql.js';
import { common } from '../i18n/common.js';
import { useWords } from '../i18n/index.js';
import { Labels } from '../listings/parts.js';
import { designationWords } from '../register/designationWords.js';
import { intermediaryServices, registerStates, registerTones } from '../register/terms.js';
import { registerWords } from '../register/words.js';
import { Marked, type Highlights } from '../searches/Found.js';
import { brokerLevels } from './recordWords.js';
import { brokerWords } from './words.js';

/** A broker in a list; `whole` shows the state, which is one and the same elsewhere. */
export function BrokerItem({
  broker,
  whole = false,
  level,
  highlights,
}: {
  broker: BrokerCardFragment;
  whole?: boolean;
  level?: 'h2' | 'h3';
  /** What was looked for, marked. */
  highlights?: Highlights;
}) {
  const t = useWords(brokerWords);
  const r = useWords(registerWords);
  const states = useWords(registerStates);
  const services = useWords(intermediaryServices);
  const levels = useWords(brokerLevels);
  const d = useWords(designationWords);
  const nameOf = useNameOf();
  const { list } = useWords(common);
  return (
    <Card
      to={`/brokers/${broker.id}`}
      title={<Marked text={broker.name} field="name" in={highlights} />}
      level={level}
      text={<Marked text={broker.introduction} field="introduction" in={highlights} />}
      corner={whole && <StatusTag tone={registerTones[broker.state]}>{states[broker.state]}</StatusTag>}
      meta={[
        <span key="agency">
          <Marked text={broker.organisationName} field="agency" in={highlights} />
        </span>,
        broker.designation && (
          <StatusTag key="designation" tone="good">
            {d.badge}
          </StatusTag>
        ),
        broker.level && <strong key="level">{levels[broker.level]}</strong>,
        (broker.position || broker.partTime) && (
          <span key="position">
            {[broker.position, broker.partTime && t.partTime].filter(Boolean).join(' · ')}
          </span>
        ),
        broker.techFields.length > 0 && (
          <span key="fields">
            {list(broker.techFields.map(({ code, name }) => nameOf('techFields', code, name)))}
          </span>
        ),
        <span key="divisions">
          {broker.divisions.length === 0
            ? r.wholeCity
            : list(broker.divisions.map(({ code, name }) => nameOf('divisions', code, name)))}
        </span>,
        broker.performance.introductions + broker.performance.contracts > 0 && (
          <span key="performance">
            {t.counted(broker.performance.introductions, broker.performance.contracts)}
          </span>
        ),
        broker.ratingSummary.average != null && (
          <span key="rating">
            {t.rated(broker.ratingSummary.average.toFixed(1), broker.ratingSummary.count)}
          </span>
        ),
        broker.services.length > 0 && (
          <Labels key="services" values={broker.services.map((service) => services[service])} />
        ),
      ]}
    />
  );
}
