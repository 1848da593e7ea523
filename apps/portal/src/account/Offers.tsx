import { Link } from 'react-router';
import { useQuery } from 'urql';
import { graphql } from '../api/graphql.js';
import { Section } from '../design/DetailPage.js';
import { useWords } from '../i18n/index.js';
import { ResultItem } from '../listings/cards.js';
import '../patents/documents.js';
import { PatentItem } from '../patents/PatentItem.js';
import { searchAddress } from '../search/kinds.js';
import { organisationWords } from './organisationWords.js';

const OffersDocument = graphql(`
  query OrganisationOffers($id: ID!, $first: Int!) {
    results(filter: { ownerId: $id }, first: $first) {
      totalCount
      edges {
        node {
          ...ResultCard
        }
      }
    }
    patents(filter: { holderId: $id }, first: $first) {
      totalCount
      edges {
        node {
          ...PatentCard
        }
      }
    }
  }
`);

const FIRST = 4;

/** What the organisation has to offer: its newest results and patents, as far as the reader may see them. */
export function Offers({
  organisation: { id, name },
}: {
  organisation: { readonly id: string; readonly name: string };
}) {
  const t = useWords(organisationWords);
  const [{ data }] = useQuery({ query: OffersDocument, variables: { id, first: FIRST } });
  if (!data) return null;
  const { results, patents } = data;
  return (
    <>
      {results.edges.length > 0 && (
        <Section title={t.itsResults(results.totalCount)}>
          <div className="stack">
            {results.edges.map(({ node }) => (
              <ResultItem key={node.id} result={node} level="h3" />
            ))}
            {results.totalCount > FIRST && <Link to={searchAddress(name, 'result')}>{t.lookForResults}</Link>}
          </div>
        </Section>
      )}
      {patents.edges.length > 0 && (
        <Section title={t.itsPatents(patents.totalCount)}>
          <div className="stack">
            {patents.edges.map(({ node }) => (
              <PatentItem key={node.id} patent={node} level="h3" />
            ))}
            {patents.totalCount > FIRST && <Link to={searchAddress(name, 'patent')}>{t.lookForPatents}</Link>}
          </div>
        </Section>
      )}
    </>
  );
}
