import { organisationStatuses, organisationTones } from '../account/terms.js';
import { Card } from '../design/Card.js';
import { StatusTag } from '../design/StatusTag.js';
import type { OrganisationCardFragment } from '../gql/graphql.js';
import { useWords } from '../i18n/index.js';
import { organisationKinds } from '../listings/terms.js';

/** An institution in a list. */
export function OrganisationItem({
  organisation,
  level,
}: {
  organisation: OrganisationCardFragment;
  level?: 'h2' | 'h3';
}) {
  const kinds = useWords(organisationKinds);
  const statuses = useWords(organisationStatuses);
  const { status } = organisation;
  return (
    <Card
      to={`/organisations/${organisation.id}`}
      title={organisation.name}
      level={level}
      text={organisation.introduction}
      corner={
        status !== 'ACTIVE' && <StatusTag tone={organisationTones[status]}>{statuses[status]}</StatusTag>
      }
      meta={[
        <span key="kind">{kinds[organisation.kind]}</span>,
        <span key="place">{organisation.divisionName}</span>,
        <span key="code" className="num">
          {organisation.uscc}
        </span>,
      ]}
    />
  );
}
