import { Link } from 'react-router';
import { useQuery } from 'urql';
import { DataTable } from '../design/DataTable.js';
import { Dialog } from '../design/Dialog.js';
import { Loaded } from '../design/Loaded.js';
import { PiecePager, usePieces } from '../design/PiecePager.js';
import { Day } from '../design/Values.js';
import type { AnnualReportFieldsFragment, AnnualReportRecordKind } from '../gql/graphql.js';
import { common } from '../i18n/common.js';
import { useWords } from '../i18n/index.js';
import { AnnualReportRecordsDocument } from './documents.js';
import { FigureValue } from './FigureValue.js';
import { useReportLabel } from './labels.js';
import { reportWords } from './words.js';

type Report = AnnualReportFieldsFragment;

const PLACES: Readonly<Record<AnnualReportRecordKind, string>> = {
  CONTRACT: '/contracts',
  REWARD: '/rewards',
  DEAL: '/deals',
};
const PAGE = 50;

/** The records behind one figure, each a link to its own page. */
export function RecordsDialog(props: {
  readonly report: Report;
  readonly figure: Report['figures'][number];
  readonly onClose: () => void;
}) {
  const { report, figure } = props;
  const t = useWords(reportWords);
  const title = useReportLabel()(figure);
  const c = useWords(common);
  const pieces = usePieces(PAGE);
  const [result, ask] = useQuery({
    query: AnnualReportRecordsDocument,
    variables: {
      organisationId: report.organisationId,
      year: report.year,
      figure: figure.key,
      ...pieces.piece,
    },
  });
  const page = result.data?.annualReportRecords;
  return (
    <Dialog open onClose={props.onClose} title={title} side="right">
      <Loaded result={result} value={page} cards={2} onRetry={() => ask({ requestPolicy: 'network-only' })}>
        {(found) =>
          found.edges.length === 0 ? (
            <p className="quiet">{t.noRecords}</p>
          ) : (
            <>
              <p className="quiet">{c.total(found.totalCount)}</p>
              <DataTable
                caption={title}
                rows={found.edges.map(({ node }) => node)}
                keyOf={({ id }) => id}
                columns={[
                  { key: 'day', title: t.day, render: ({ day }) => <Day on={day} /> },
                  {
                    key: 'name',
                    title: t.name,
                    render: ({ kind, subjectId, title, number }) => (
                      <>
                        <Link to={`${PLACES[kind]}/${subjectId}`}>{title}</Link>
                        <br />
                        <small className="mono">{number}</small>
                      </>
                    ),
                  },
                  {
                    key: 'adds',
                    title: t.adds,
                    right: true,
                    render: ({ value }) => <FigureValue value={value} unit={figure.unit} />,
                  },
                ]}
              />
              <PiecePager info={found.pageInfo} pieces={pieces} />
            </>
          )
        }
      </Loaded>
    </Dialog>
  );
}
