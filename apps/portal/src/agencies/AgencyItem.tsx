import { useNameOf } from '../api/city.js';
import { Card } from '../design/Card.js';
import { StatusTag } from '../design/StatusTag.js';
import type { AgencyCardFragment } from '../gql/graphql.js';
import { common } from '../i18n/common.js';
import { useWords } from '../i18n/index.js';
import { Labels } from '../listings/parts.js';
import { designationWords } from '../register/designationWords.js';
import { intermediaryServices, registerStates, registerTones } from '../register/terms.js';
import { registerWords } from '../register/words.js';
import { Marked, type Highlights } from '../searches/Found.js';
import { agencyWords } from './words.js';

/** An agency in a list; `whole` shows the state, which is one and the same elsewhere. */
export function AgencyItem({
  agency,
  whole = false,
  level,
  highlights,
}: {
  agency: AgencyCardFragment;
  whole?: boolean;
  level?: 'h2' | 'h3';
  /** What was looked for, marked. */
  highlights?: Highlights;
}) {
  const t = useWords(agencyWords);
  const r = useWords(registerWords);
  const d = useWords(designationWords);
  const states = useWords(registerStates);
  const services = useWords(intermediaryServices);
  const nameOf = useNameOf();
  const { list } = useWords(common);
  const { performance, ratingSummary, staff } = agency;
  return (
    <Card
      to={`/agencies/${agency.id}`}
      title={<Marked text={agency.name} field="name" in={highlights} />}
      level={level}
      text={<Marked text={agency.introduction} field="introduction" in={highlights} />}
      corner={whole && <StatusTag tone={registerTones[agency.state]}>{states[agency.state]}</StatusTag>}
      meta={[
        agency.designation && (
          <StatusTag key="designation" tone="good">
            {d.badge}
          </StatusTag>
        ),
        agency.techFields.length > 0 && (
          <span key="fields">
            {list(agency.techFields.map(({ code, name }) => nameOf('techFields', code, name)))}
          </span>
        ),
        <span key="divisions">
          {agency.divisions.length === 0
            ? r.wholeCity
            : list(agency.divisions.map(({ code, name }) => nameOf('divisions', code, name)))}
        </span>,
        staff.brokers > 0 && <span key="staff">{t.staffed(staff.brokers)}</span>,
        performance.introductions + performance.contracts > 0 && (
          <span key="performance">{t.counted(performance.introductions, performance.contracts)}</span>
        ),
        ratingSummary.average != null && (
          <span key="rating">{t.rated(ratingSummary.average.toFixed(1), ratingSummary.count)}</span>
        ),
        agency.services.length > 0 && (
          <Labels key="services" values={agency.services.map((service) => services[service])} />
        ),
      ]}
    />
  );
}
