import { useQuery } from 'urql';
import { BrokerItem } from '../brokers/BrokerItem.js';
import { Section } from '../design/DetailPage.js';
import { Figure, Figures } from '../design/Figure.js';
import { Loaded } from '../design/Loaded.js';
import type { AgencyPageFragment, PerformanceFigure } from '../gql/graphql.js';
import { useWords } from '../i18n/index.js';
import { Cases } from '../register/Cases.js';
import { AgencyCasesDocument, AgencyStaffDocument } from './documents.js';
import { agencyWords } from './words.js';

/** What one figure of an agency's achievements counts. */
export function AgencyCases({
  agencyId,
  figure,
}: {
  readonly agencyId: string;
  readonly figure: PerformanceFigure;
}) {
  const [result, ask] = useQuery({
    query: AgencyCasesDocument,
    variables: { agencyId, figure },
    requestPolicy: 'cache-and-network',
  });
  return (
    <Cases
      figure={figure}
      result={result}
      cases={result.data?.agencyCases}
      onRetry={() => ask({ requestPolicy: 'network-only' })}
    />
  );
}

/** 在册经纪人: how many of which level, and who. */
export function StaffPart({ agency: { organisation, staff } }: { readonly agency: AgencyPageFragment }) {
  const t = useWords(agencyWords);
  const [result, ask] = useQuery({
    query: AgencyStaffDocument,
    variables: { organisationId: organisation.id },
    pause: staff.brokers === 0,
  });
  return (
    <Section title={t.staff} id="staff">
      {staff.brokers === 0 ? (
        <p className="quiet">{t.noStaff}</p>
      ) : (
        <>
          <Figures>
            <Figure label={t.staff} value={staff.brokers} unit={t.people} />
            <Figure label={t.senior} value={staff.senior} unit={t.people} />
            <Figure label={t.intermediate} value={staff.intermediate} unit={t.people} />
            <Figure label={t.junior} value={staff.junior} unit={t.people} />
          </Figures>
          <Loaded
            result={result}
            value={result.data?.brokers}
            onRetry={() => ask({ requestPolicy: 'network-only' })}
          >
            {({ edges }) => (
              <div className="stack" style={{ gap: 12 }}>
                {edges.map(({ node }) => (
                  <BrokerItem key={node.id} broker={node} />
                ))}
              </div>
            )}
          </Loaded>
        </>
      )}
    </Section>
  );
}
