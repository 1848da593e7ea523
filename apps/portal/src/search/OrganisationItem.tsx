import { organisationStatuses, organisationTones } from '../account/terms.js';
import { Card } from '../design/Card.js';
import { StatusTag } from '../design/StatusTag.js';
import type { OrganisationCardFragment } from '../gql/graphql.js';
import { useWords } from '../i18n/index.js';
import { Marked, type Highlights } from '../searches/Found.js';
import { organisationKinds } from '../listings/terms.js';
import { useNameOf } from '../api/city.js';

/** An institution in a list. */
export function OrganisationItem({
  organisation,
  level,
  highlights,
}: {
  organisation: OrganisationCardFragment;
  level?: 'h2' | 'h3';
  /** What was looked for, marked. */
  highlights?: Highlights;
}) {
  const kinds = useWords(organisationKinds);
  const statuses = useWords(organisationStatuses);
  const nameOf = useNameOf();
  const { status } = organisation;
  return (
    <Card
      to={`/organisations/${organisation.id}`}
      title={<Marked text={organisation.name} field="name" in={highlights} />}
      level={level}
      text={<Marked text={organisation.introduction} field="introduction" in={highlights} />}
      corner={
        status !== 'ACTIVE' && <StatusTag tone={organisationTones[status]}>{statuses[status]}</StatusTag>
      }
      meta={[
        <span key="kind">{kinds[organisation.kind]}</span>,
        <span key="place">{nameOf('divisions', organisation.divisionCode, organisation.divisionName)}</span>,
        <span key="code" className="num">
          {organisation.uscc}
        </span>,
      ]}
    />
  );
}
